"""The proxy that the system names is used as a tunnel to checked numbers, and never to a private address."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from briefing.intake import FetchFailed
from briefing.intake.addresses import address_of
from briefing.intake.fetch import Limits, fetch
from briefing.intake.proxy_tunnel import Proxy, proxy_for
from tests.intake.web_server import Site, article, page, redirect, serving

PUBLIC = "93.184.216.34"
TEXT = "The harbour master said on Monday that the old bridge would stay closed until the spring of next year."


class TunnelProxy:
    """A proxy on this machine that tunnels every connection to one site, and notes what it was asked for."""

    def __init__(self, site_port: int) -> None:
        self.asked: list[list[str]] = []
        self.answer = b"HTTP/1.1 200 Connection established\r\n\r\n"
        self._site_port = site_port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._start(self._serve)

    def close(self) -> None:
        # Whoever waits for a connection is woken by closing both ways first.
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for thread in self._threads:
            thread.join()

    def _start(self, run: Callable[..., None], *given: socket.socket) -> None:
        self._threads.append(threading.Thread(target=run, args=given, daemon=True))
        self._threads[-1].start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._server.accept()
                self._start(self._tunnel, client)

    def _tunnel(self, client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head and (piece := client.recv(4096)):
                head += piece
            self.asked.append(head.decode().split("\r\n"))
            client.sendall(self.answer)
            if b" 200 " not in self.answer:
                return
            with socket.create_connection(("127.0.0.1", self._site_port)) as target:
                back = threading.Thread(target=_carry, args=(target, client), daemon=True)
                back.start()
                _carry(client, target)
                back.join()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages["/bridge"] = page(article("Bridge closed", TEXT))
        yield site


@pytest.fixture
def proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[TunnelProxy]:
    proxy = TunnelProxy(site.port)
    for name in ("ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
    yield proxy
    proxy.close()


def public(host: str, port: int) -> list[str]:
    return [PUBLIC]


def unknown(host: str, port: int) -> list[str]:
    raise socket.gaierror("no such name")


def test_a_public_page_comes_through_a_tunnel_to_the_checked_number(proxy: TunnelProxy, site: Site) -> None:
    fetched = fetch("http://press.example/bridge", resolve=public)
    assert TEXT.encode() in fetched.data
    assert proxy.asked[0][0] == f"CONNECT {PUBLIC}:80 HTTP/1.1"
    assert site.asked[-1][1]["Host"] == "press.example"


def test_a_private_address_that_was_typed_is_connected_to_without_the_proxy(proxy: TunnelProxy, site: Site) -> None:
    assert TEXT.encode() in fetch(site.url("/bridge")).data
    assert proxy.asked == []


@pytest.mark.parametrize("number", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_with_a_private_number_is_asked_of_no_proxy(proxy: TunnelProxy, number: str) -> None:
    with pytest.raises(FetchFailed) as refused:
        fetch(address_of("http://intranet.example/", typed=False), resolve=lambda host, port: [number])
    assert "private network" in refused.value.sentence
    assert proxy.asked == []


def test_a_redirect_to_a_private_address_is_asked_of_no_proxy(proxy: TunnelProxy, site: Site) -> None:
    site.pages["/away"] = redirect("http://10.0.0.7/secret")
    with pytest.raises(FetchFailed) as refused:
        fetch("http://press.example/away", resolve=lambda host, port: [PUBLIC if "press" in host else host])
    assert "private network" in refused.value.sentence
    assert len(proxy.asked) == 1


def test_a_name_that_only_the_proxy_knows_is_asked_of_it_if_the_reader_typed_it(proxy: TunnelProxy) -> None:
    assert TEXT.encode() in fetch("http://press.example/bridge", resolve=unknown).data
    assert proxy.asked[0][0] == "CONNECT press.example:80 HTTP/1.1"
    with pytest.raises(FetchFailed) as refused:
        fetch(address_of("http://press.example/bridge", typed=False), resolve=unknown)
    assert len(proxy.asked) == 1
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "wants a name and password"),
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "does not let Briefing through to “press.example” (403)"),
        (b"hello\r\n\r\n", "does not let Briefing through"),
        (b"", "“press.example”"),
    ],
)
def test_a_proxy_that_refuses_has_its_sentence(proxy: TunnelProxy, answer: bytes, words: str) -> None:
    proxy.answer = answer
    with pytest.raises(FetchFailed) as refused:
        fetch("http://press.example/bridge", resolve=public, limits=Limits(seconds=5))
    assert words in refused.value.sentence


def test_name_and_password_of_the_proxy_go_to_the_proxy_alone(
    proxy: TunnelProxy, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://mia:p%40ss@127.0.0.1:{proxy.port}")
    fetch("http://press.example/bridge", resolve=public)
    assert "Proxy-Authorization: Basic bWlhOnBAc3M=" in proxy.asked[0]
    assert not any("uthorization" in name for name in site.asked[-1][1])


def test_hosts_that_need_no_proxy_are_left_out(proxy: TunnelProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "press.example,.local")
    assert proxy_for(address_of("http://press.example/")) is None
    assert proxy_for(address_of("http://other.example/")) == Proxy("127.0.0.1", proxy.port)


def test_a_proxy_of_a_kind_that_cannot_be_used_is_told_without_its_password(
    proxy: TunnelProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "socks5://mia:secret@127.0.0.1:9050")
    with pytest.raises(FetchFailed) as refused:
        proxy_for(address_of("http://press.example/"))
    assert "cannot use" in refused.value.sentence
    assert "secret" not in refused.value.sentence
