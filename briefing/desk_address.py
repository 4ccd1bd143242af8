"""The address of a desk's library, read without the driver: who, where and which database; no password is shown."""

from urllib.parse import quote, unquote, urlsplit

from briefing.records import dataclass

SCHEMES = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class DeskAddress:
    """What an address says.

    Attributes:
        user: name of the reader's role, or nothing.
        password: or nothing.
        place: of the server: its host and port, or the folder of its socket.
        database: its name, or nothing.
        options: what stands behind the question mark, as it is written.
    """

    user: str
    password: str
    place: str
    database: str
    options: str

    @property
    def shown(self) -> str:
        """The address as it may be shown: without the password."""
        user = f"{self.user}@" if self.user else ""
        return f"postgresql://{user}{self.place}/{self.database}"


def parted(address: str) -> DeskAddress | None:
    """The parts of an address; None if it is none."""
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    if split.scheme not in SCHEMES or not address.startswith(split.scheme):
        return None
    # The last one: where a password holds the sign unescaped, nothing of it is to be taken for the server.
    who, _, where = split.netloc.rpartition("@")
    user, _, password = who.partition(":")
    told = [one.partition("=") for one in split.query.split("&") if one]
    named = {name: unquote(value) for name, _, value in told}
    place = unquote(where) or ":".join(filter(None, (named.get("host", ""), named.get("port", ""))))
    options = "&".join(f"{name}={value}" for name, _, value in told if name != "password")
    return DeskAddress(
        unquote(user) or named.get("user", ""),
        unquote(password) or named.get("password", ""),
        place,
        unquote(split.path.strip("/")) or named.get("dbname", ""),
        options,
    )


def shown(address: str) -> str:
    """An address as it may be shown: without the password."""
    parts = parted(address)
    return parts.shown if parts else "postgresql://…"


def desk_name(address: str) -> str:
    """What a desk is called beside others: its server and its database."""
    parts = parted(address)
    return "/".join(filter(None, (parts.place, parts.database))) if parts else "postgresql://…"


def without_password(address: str) -> str:
    """The same address, to be written down; what is none is nothing."""
    return _with_password(address, "") if parted(address) else ""


def with_password(address: str, password: str) -> str:
    """The same address with a password, unless it is none or names one itself."""
    parts = parted(address)
    return address if parts is None or parts.password or not password else _with_password(address, password)


def _with_password(address: str, password: str) -> str:
    parts, split = parted(address), urlsplit(address)
    assert parts is not None
    who, _, where = split.netloc.rpartition("@")
    user = who.partition(":")[0] or (quote(parts.user, safe="") if password else "")
    secret = f":{quote(password, safe='')}" if password else ""
    before = f"{user}{secret}@" if user or secret else ""
    options = f"?{parts.options}" if parts.options else ""
    return f"{split.scheme}://{before}{where}{split.path}{options}"
