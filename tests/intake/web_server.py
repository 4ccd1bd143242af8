"""A real web server in the test process, whose pages are functions."""

import http.server
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Handler = http.server.BaseHTTPRequestHandler
Page = Callable[[Handler], None]


class Site:
    """A server on this machine: `pages` by path, and the requests that came."""

    def __init__(self, server: http.server.ThreadingHTTPServer, scheme: str = "http") -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()
        self._base = f"{scheme}://127.0.0.1:{server.server_port}"
        self.port = server.server_port

    def url(self, path: str) -> str:
        return self._base + path


def page(body: bytes, media_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Page:
    def answer(handler: Handler) -> None:
        handler.send_response(status)
        if media_type:
            handler.send_header("Content-Type", media_type)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def redirect(to: str, status: int = 302) -> Page:
    return page(b"", status=status, Location=to)


def article(title: str, *paragraphs: str) -> bytes:
    """A small page with an article on it, in UTF-8."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """A site that answers until the block ends; with a certificate and its key, over TLS."""
    site: Site | None = None

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            assert site is not None
            path = self.path.partition("?")[0]
            site.asked.append((self.path, dict(self.headers)))
            # Clients that have had enough hang up.
            with suppress(ConnectionError, ssl.SSLError):
                site.pages.get(path, page(b"none here", status=404))(self)

        def handle(self) -> None:
            # A client that does not trust the certificate ends the handshake.
            with suppress(ConnectionError, ssl.SSLError):
                super().handle()

        def finish(self) -> None:
            with suppress(ConnectionError, ssl.SSLError):
                super().finish()

        def log_message(self, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    if certificate:
        protection = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        protection.load_cert_chain(certificate)
        server.socket = protection.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site = Site(server, "https" if certificate else "http")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
