"""Connects to web servers: looks up the name, checks every number it has, and connects to the checked number itself."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from briefing.intake.addresses import Address, is_never_asked, is_public
from briefing.intake.intake_errors import FetchFailed, legible
from briefing.intake.proxy_tunnel import proxy_for, tunnel
from briefing.model.message import Message

Resolve = Callable[[str, int], list[str]]
"""Gives the IP numbers of a name and port.

Raises:
    OSError: if it has none.
"""


def resolved(host: str, port: int) -> list[str]:
    """The IP numbers of a host, as the system knows them, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def permitted(address: Address, numbers: Iterable[str]) -> list[str]:
    """The numbers that may be connected to: all public, or all private and the reader typed the address.

    One private number among public ones is enough to refuse: names that have both are made to deceive.

    Raises:
        FetchFailed: if they lead into a private network without the reader's word.
    """
    found = list(numbers)
    private = [number for number in found if not is_public(number)]
    if not private:
        return found
    if any(is_never_asked(number) for number in private) or not address.typed or len(private) < len(found):
        raise FetchFailed(
            address.url,
            Message.of("address.private", url=legible(address.url)),
        )
    return found


class CheckedTransport(httpx.BaseTransport):
    """Carries requests to checked numbers only, and ends all waiting at a deadline.

    Args:
        address: the one address this transport is for.
        deadline: moment (`time.monotonic`) at which connecting, sending and reading end.
        trust: certificates that count.
        resolve: how names become numbers.
    """

    def __init__(self, address: Address, deadline: float, trust: ssl.SSLContext, resolve: Resolve = resolved) -> None:
        self._network = _CheckedNetwork(address, deadline, resolve)
        self._pool = httpcore.ConnectionPool(ssl_context=trust, max_connections=1, network_backend=self._network)

    @property
    def is_public(self) -> bool:
        """Whether the address was found to be out in the open internet, and not in a network of the reader's own."""
        return self._network.is_public

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and give the answer, whose body is still to be read.

        Raises:
            FetchFailed: if the address leads into a private network.
        """
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer on its way."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _CheckedNetwork(httpcore.NetworkBackend):
    """Connects to the numbers of one address, if they are permitted."""

    def __init__(self, address: Address, deadline: float, resolve: Resolve) -> None:
        self._address = address
        self._deadline = deadline
        self._resolve = resolve
        self._network = httpcore.SyncBackend()
        self._checked: dict[int, list[str]] = {}
        self.is_public = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        refused: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for target in self._targets(port):
            try:
                return self._connected(target, port, timeout, local_address)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as fault:
                refused = fault
        raise refused or httpcore.ConnectError("the name has no number")

    def _targets(self, port: int) -> list[str]:
        """The checked numbers, and not the name: a second look-up could answer otherwise."""
        if port in self._checked:
            return self._checked[port]
        try:
            numbers = self._resolve(self._address.host, port)
        except OSError as fault:
            if self._address.typed and proxy_for(self._address):
                # Some networks leave all names to their proxy.
                return [self._address.host]
            raise httpcore.ConnectError(fault) from fault
        found = self._checked[port] = permitted(self._address, numbers)
        self.is_public = all(is_public(number) for number in found)
        return found

    def _connected(
        self, target: str, port: int, timeout: float | None, local_address: str | None
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        is_private = _is_number(target) and not is_public(target)
        proxy = None if is_private else proxy_for(self._address)
        if proxy is None:
            return _TimedStream(self._network.connect_tcp(target, port, left, local_address), self._deadline)
        stream = _TimedStream(
            self._network.connect_tcp(proxy.host, proxy.port, left, local_address), self._deadline, timeout
        )
        try:
            tunnel(stream, proxy, target, port, self._address)
        except BaseException:
            stream.close()
            raise
        return stream


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no waiting goes past the deadline, however slowly the bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float, silence: float | None = None) -> None:
        self._stream = stream
        self._deadline = deadline
        self._silence = silence

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout or self._silence))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout or self._silence))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        protected = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return _TimedStream(protected, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _is_number(target: str) -> bool:
    try:
        ip_address(target.partition("%")[0])
    except ValueError:
        return False
    return True


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this address is over")
    return left if timeout is None else min(left, timeout)
