"""Which web addresses may be fetched: http(s) only, and never a private machine but where the reader typed its name."""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, parse_qs, unquote, urljoin, urlsplit, urlunsplit

from briefing.address_scheme import SCHEME, scheme_of
from briefing.intake.intake_errors import FetchFailed, legible
from briefing.model.message import Message
from briefing.records import dataclass

LONGEST = 8_000
"""Characters of the longest address that is fetched; servers refuse longer ones."""

_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?$")
_PORTS = {"http": 80, "https": 443}
_OPEN = IPv6Network("2000::/3")
"""All of IPv6 that is given out for the open internet; what lies beside it is somebody's own, or nobody's."""
_REACHED = tuple(map(IPv6Network, ("::ffff:0:0/96", "64:ff9b::/96")))
"""Where a public IPv4 address is reached: mapped (RFC 4291), and translated for networks without IPv4 (RFC 6052)."""
_STANDING_IN = (*_REACHED, *map(IPv6Network, ("::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48")))
"""Where the last 32 bits are an IPv4 address; beside those, compatible (RFC 4291) and locally translated (RFC 8215)."""
_RESERVED = (IPv4Network("192.0.0.0/24"), IPv6Network("3fff::/20"))
"""Kept for special use (RFC 6890, 9637), and not by every Python known for it."""
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")
"""Before the last 32 bits where these are the IPv4 address of a tunnel's end (RFC 5214)."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that may be asked for.

    Attributes:
        url: written out, without a fragment.
        host: its name in ASCII, or its number, without brackets.
        typed: whether the reader gave it himself, so that it may lie in his own network.
    """

    url: str
    host: str
    typed: bool


def http_address(told: str) -> str:
    """What a file tells as the address of something, if it may be on the web; else nothing."""
    return told if told.startswith(("http://", "https://")) else ""


def address_of(given: str, typed: bool = True) -> Address:
    """The address in what was given: `https://…`, `http://…`, `briefing:…`, or without a scheme, as in a browser.

    Anything may call a `briefing:` address, a web page too, so what it names does not count as typed.

    Raises:
        FetchFailed: if it is no web address.
    """
    wanted = given.strip()
    scheme = scheme_of(wanted)
    if scheme == SCHEME:
        return address_of(_called(wanted), typed=False)
    if not scheme or (scheme not in _PORTS and re.match(r"[^/]+:\d+(/|$)", wanted)):
        wanted = f"https://{wanted}"
    elif scheme not in _PORTS:
        raise FetchFailed(given, Message.of("address.not_web", given=legible(given)))
    return _checked(wanted, given, typed)


def next_address(base: Address, location: str) -> Address:
    """Where a redirect leads; only the very machine that the reader typed stays typed.

    Raises:
        FetchFailed: if it leads to anything but a web page.
    """
    try:
        joined = urljoin(base.url, location.strip())
        scheme = urlsplit(joined).scheme
    except ValueError as fault:
        raise _malformed(location) from fault
    if scheme not in _PORTS:
        raise FetchFailed(
            base.url, Message.of("address.leads_off", url=legible(base.url), joined=legible(joined[:200]))
        )
    address = _checked(joined, joined, typed=False)
    return Address(address.url, address.host, typed=base.typed and address.host == base.host)


def is_public(number: str) -> bool:
    """Whether an IP number is out in the open internet: no loopback, local network, metadata service or multicast."""
    try:
        found = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inside = _inside(found)
    if isinstance(found, IPv6Address) and found not in _OPEN:
        # What only stands for an IPv4 address that all know is where that is.
        return any(found in network for network in _REACHED) and all(map(_is_global, inside))
    return all(map(_is_global, (found, *inside)))


def is_never_asked(number: str) -> bool:
    """Whether nobody can mean this number: link-local ones, where cloud machines keep their keys, and groups."""
    found = ip_address(number.partition("%")[0])
    return any(part.is_link_local or part.is_multicast or part.is_unspecified for part in (found, *_inside(found)))


def _is_global(found: IPv4Address | IPv6Address) -> bool:
    return found.is_global and not found.is_multicast and not any(found in network for network in _RESERVED)


def _inside(found: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, translated, compatible, ISATAP."""
    if isinstance(found, IPv4Address):
        return ()
    inside = [found.sixtofour, *(found.teredo or ())]
    # ::1 and :: are none.
    if int(found) > 1 and (any(found in network for network in _STANDING_IN) or found.packed[8:12] in _ISATAP):
        inside.append(IPv4Address(found.packed[12:]))
    return tuple(part for part in inside if part is not None)


def _called(wanted: str) -> str:
    """The address within a `briefing:` address."""
    rest = wanted[len(SCHEME) + 1 :].lstrip("/")
    if rest.startswith(("open?", "?", "open/?")):
        return next(iter(parse_qs(rest.partition("?")[2]).get("url", [])), "")
    named = re.match(r"https?:/", rest)
    inner = rest if named else unquote(rest)
    # Some systems and browsers take the second slash away.
    return re.sub(r"^(https?):/+", r"\1://", inner)


def _checked(wanted: str, given: str, typed: bool) -> Address:
    if len(wanted) > LONGEST or any(ord(sign) <= 32 or ord(sign) == 127 for sign in wanted):
        raise _malformed(given)
    try:
        parts = urlsplit(wanted)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise _malformed(given) from fault
    host = _in_ascii(host, given)
    if parts.scheme not in _PORTS or not host or "\\" in wanted.partition("?")[0]:
        raise _malformed(given)
    if parts.username is not None or parts.password is not None:
        raise FetchFailed(
            given,
            Message.of("address.password", host=legible(host)),
        )
    return Address(_written(parts, host, port), host, typed)


def _written(parts: SplitResult, host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, _PORTS[parts.scheme]) else f"{shown}:{port}"
    return urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))


def _in_ascii(host: str, given: str) -> str:
    if ":" in host:
        try:
            return str(ip_address(host.partition("%")[0]))
        except ValueError as fault:
            raise _malformed(given) from fault
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError as fault:
            raise _malformed(given) from fault
    if not _NAME.match(host):
        raise _malformed(given)
    return host


def _malformed(given: str) -> FetchFailed:
    return FetchFailed(given, Message.of("address.incomplete", given=legible(given[:200])))
