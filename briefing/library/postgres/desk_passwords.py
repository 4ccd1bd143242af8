"""Passwords of desks in the keyring of the system, where there is one; they stand nowhere else."""

from importlib.util import find_spec

from briefing.desk_address import parted, shown

_SERVICE = "briefing"


def is_possible() -> bool:
    """Whether there is something by which the system's keyring can be reached."""
    return find_spec("keyring") is not None


def kept(address: str) -> str:
    """The password that is kept for an address; nothing if there is none, or the keyring is closed."""
    if not is_possible():
        return ""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, shown(address)) or ""
    except KeyringError:
        return ""


def keep(address: str) -> bool:
    """Keep the password that stands in an address; gives whether it is kept."""
    parts = parted(address)
    if not is_possible() or parts is None or not parts.password:
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, shown(address), parts.password)
    except KeyringError:
        return False
    return True
