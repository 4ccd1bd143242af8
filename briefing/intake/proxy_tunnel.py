"""Goes through the proxy that the system names, as a tunnel to a number that was checked before.

A proxy that is given a name looks it up on its own, and what was checked here would not hold there. So names are looked
up here as they are without a proxy, and the proxy is asked to connect to the checked number (`CONNECT`), for http too.
Private addresses are never asked of a proxy: those that the reader typed are connected to directly. Only where a name
cannot be looked up here at all, and the reader typed it himself, the proxy gets the name.
"""

import base64
from urllib.parse import unquote, urlsplit

import httpcore

from briefing.intake.addresses import Address
from briefing.intake.intake_errors import FetchFailed, legible
from briefing.model.message import Message
from briefing.records import dataclass

_LONGEST_ANSWER = 16_384
_PORTS = {"http": 3128, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy for web pages.

    Attributes:
        host: its name or number.
        port: where it listens.
        authorization: what it is to be sent to know the reader; empty if nothing.
    """

    host: str
    port: int
    authorization: str = ""


def proxy_for(address: Address) -> Proxy | None:
    """The proxy that the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`) or the system names.

    Raises:
        FetchFailed: if it is of a kind that cannot be used.
    """
    from urllib.request import getproxies, proxy_bypass

    known = getproxies()
    parts = urlsplit(address.url)
    given = known.get(parts.scheme) or known.get("all") or ""
    place = f"[{address.host}]" if ":" in address.host else address.host
    if not given or proxy_bypass(f"{place}:{parts.port}" if parts.port else place):
        return None
    try:
        found = urlsplit(given if "://" in given else f"http://{given}")
        host, port = found.hostname, found.port
    except ValueError:
        host, port, found = None, None, urlsplit("")
    if found.scheme != "http" or not host:
        raise FetchFailed(
            address.url,
            Message.of("proxy.kind", given=legible(_without_password(given))),
        )
    return Proxy(host, port or _PORTS["http"], _authorization(found.username, found.password))


def tunnel(stream: httpcore.NetworkStream, proxy: Proxy, target: str, port: int, address: Address) -> None:
    """Ask a proxy that is connected to for a tunnel; whatever is sent from then on goes to the target.

    Args:
        stream: the connection to the proxy.
        proxy: whom it is to.
        target: number or name to connect to.
        port: the port there.
        address: what is wanted, for the sentence.

    Raises:
        FetchFailed: if the proxy refuses.
    """
    place = f"[{target}]:{port}" if ":" in target else f"{target}:{port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    if proxy.authorization:
        lines.append(f"Proxy-Authorization: {proxy.authorization}")
    stream.write("\r\n".join((*lines, "", "")).encode("ascii"))
    head = b""
    while b"\r\n\r\n" not in head:
        # A byte at a time: what follows the head is the target's already.
        piece = stream.read(1)
        if not piece or len(head) > _LONGEST_ANSWER:
            raise httpcore.RemoteProtocolError("the proxy gave no answer")
        head += piece
    status = head.split(b" ", 2)[1] if head.startswith(b"HTTP/1.") and head.count(b" ") else b""
    if status != b"200":
        raise FetchFailed(address.url, _why(proxy, address, status))


def _why(proxy: Proxy, address: Address, status: bytes) -> Message:
    who = legible(proxy.host)
    if status == b"407":
        return Message.of("proxy.password", proxy=who)
    shown = status.decode("ascii", "replace")[:3]
    return Message.of("proxy.refused", proxy=who, host=legible(address.host), status=shown)


def _authorization(name: str | None, password: str | None) -> str:
    if not name:
        return ""
    both = f"{unquote(name)}:{unquote(password or '')}".encode()
    return f"Basic {base64.b64encode(both).decode('ascii')}"


def _without_password(given: str) -> str:
    return given.rpartition("@")[2]
