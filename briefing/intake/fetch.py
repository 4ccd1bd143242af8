"""Fetches one web page with limits on time, size and redirects, as the server gives it to anybody who asks openly."""

import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from email.message import Message as MailMessage

import httpx

from briefing import __version__
from briefing.intake.access_walls import check_no_wall
from briefing.intake.addresses import Address, address_of, next_address
from briefing.intake.charsets import codec_of, is_ascii, read_as
from briefing.intake.checked_transport import CheckedTransport, Resolve, resolved
from briefing.intake.content_encoding import CannotUnpack, UnpacksToTooMuch, unpacked
from briefing.intake.fetch_errors import NETWORK_FAULTS, why_no_answer, why_refused
from briefing.intake.intake_errors import FetchFailed, NotAnArticle, TooLarge, legible
from briefing.intake.meta_refresh import forwarded_to
from briefing.intake.open_document import LARGEST
from briefing.model.message import Message
from briefing.records import dataclass

USER_AGENT = f"Briefing/{__version__} (desktop article reader; fetches single pages for the person reading them)"

_WANTED = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/*;q=0.9,application/xml;q=0.8,*/*;q=0.5"

_UNREADABLE = ("image/", "video/", "audio/", "font/", "model/")
_NOT_PAGES = ("application/json", "application/javascript", "text/javascript", "text/css", "application/wasm")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether a page has changed; empty if it gave nothing."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost: seconds in all, seconds without a byte, bytes after unpacking, redirects."""

    seconds: float = 30.0
    silence: float = 15.0
    size: int = LARGEST
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    Attributes:
        asked: the address that was given.
        address: where the page was found, after redirects.
        data: its bytes, unpacked, otherwise unaltered.
        media_type: what the server calls it, in lower case; empty if it does not say.
        encoding: the character set that the server names; empty if it does not.
        validators: to be sent when it is fetched again.
        is_public: whether it came from the open internet, also where the reader typed its address: whatever else the
            same name leads to must be there, too.
    """

    asked: str
    address: str
    data: bytes
    media_type: str
    encoding: str
    validators: Validators
    is_public: bool


class Unchanged(Exception):
    """The page is what it was when the validators were given."""


class FetchCancelled(Exception):
    """The fetch was given up at the reader's wish."""


def fetch(
    given: str | Address,
    validators: Validators | None = None,
    limits: Limits | None = None,
    *,
    trust: ssl.SSLContext | None = None,
    resolve: Resolve = resolved,
    cancelled: Callable[[], bool] = lambda: False,
) -> Fetched:
    """Fetch the page at an address.

    Args:
        given: the address as the reader typed it, or one that was checked already.
        validators: of the same page when it was fetched before.
        limits: what the fetch may cost.
        trust: certificates that count; by default those of the public authorities.
        resolve: how names become IP numbers.
        cancelled: asked again and again whether the reader still wants the page.

    Raises:
        FetchFailed: if it could not be fetched; the sentence says why.
        TooLarge: if it is larger than an article can be.
        NotAnArticle: if the server says that it is no page but a picture or the like, or sends to a consent page.
        Unchanged: if it is as it was when `validators` were given.
        FetchCancelled: if the reader did not want it any more.
    """
    address = address_of(given) if isinstance(given, str) else given
    return _Fetch(address, validators or Validators(), limits or Limits(), trust, resolve, cancelled).run()


class _Fetch:
    """One fetch from the address given to the page, hop by hop."""

    def __init__(
        self,
        address: Address,
        validators: Validators,
        limits: Limits,
        trust: ssl.SSLContext | None,
        resolve: Resolve,
        cancelled: Callable[[], bool],
    ) -> None:
        self._first = address
        self._validators = validators
        self._limits = limits
        self._trust = trust or httpx.create_ssl_context()
        self._resolve = resolve
        self._cancelled = cancelled
        self._deadline = time.monotonic() + limits.seconds
        self._cookies = httpx.Cookies()

    def run(self) -> Fetched:
        address = self._first
        was_forwarded = False
        for _ in range(self._limits.redirects + 1):
            try:
                found = self._ask(address)
            except NETWORK_FAULTS as fault:
                raise FetchFailed(address.url, why_no_answer(address, fault)) from fault
            if isinstance(found, Address):
                address = found
                continue
            forward = None if was_forwarded else _forward(address, found)
            if forward is None:
                check_no_wall(self._first.url, found.address)
                return found
            was_forwarded = True
            address = forward
        raise FetchFailed(
            self._first.url,
            Message.of("fetch.endless", url=legible(self._first.url)),
        )

    def _ask(self, address: Address) -> Fetched | Address:
        """The page, or where else to look for it."""
        transport = CheckedTransport(address, self._deadline, self._trust, self._resolve)
        # Nothing from the environment but the proxy, which the transport asks for checked numbers only.
        client = httpx.Client(transport=transport, timeout=self._limits.silence, trust_env=False, cookies=self._cookies)
        with client, client.stream("GET", address.url, headers=self._headers()) as answer:
            self._cookies.update(client.cookies)
            if answer.has_redirect_location:
                return next_address(_led_by(address, transport.is_public), answer.headers["Location"])
            if answer.status_code == httpx.codes.NOT_MODIFIED and self._validators != Validators():
                raise Unchanged
            if answer.status_code != httpx.codes.OK:
                raise FetchFailed(address.url, why_refused(address, answer.status_code))
            return self._received(address, answer, transport.is_public)

    def _headers(self) -> dict[str, str]:
        headers = {"User-Agent": USER_AGENT, "Accept": _WANTED, "Accept-Encoding": "gzip, deflate"}
        if self._validators.etag:
            headers["If-None-Match"] = self._validators.etag
        if self._validators.modified:
            headers["If-Modified-Since"] = self._validators.modified
        return headers

    def _received(self, address: Address, answer: httpx.Response, is_public: bool) -> Fetched:
        media_type, encoding = _content_type(answer.headers.get("Content-Type", ""))
        if media_type.startswith(_UNREADABLE) or media_type in _NOT_PAGES:
            raise NotAnArticle(
                address.url, Message.of("fetch.no_page", url=legible(address.url), media_type=legible(media_type))
            )
        validators = Validators(_kept(answer, "ETag"), _kept(answer, "Last-Modified"))
        data = self._body(address, answer)
        return Fetched(self._first.url, address.url, data, media_type, encoding, validators, is_public)

    def _body(self, address: Address, answer: httpx.Response) -> bytes:
        told = answer.headers.get("Content-Length", "")
        if told.isascii() and told.isdigit() and len(told) < 20 and int(told) > self._limits.size:
            raise self._too_large(address)
        parts = bytearray()
        try:
            # Not as httpx unpacks, which has a limit neither for what comes of a piece nor for how often it is packed.
            for part in unpacked(answer.iter_raw(), answer.headers.get("Content-Encoding", ""), self._limits.size):
                parts += part
                if self._cancelled():
                    raise FetchCancelled
        except UnpacksToTooMuch as fault:
            raise self._too_large(address) from fault
        except CannotUnpack as fault:
            raise FetchFailed(address.url, why_no_answer(address, fault)) from fault
        return bytes(parts)

    def _too_large(self, address: Address) -> TooLarge:
        most = max(1, self._limits.size // 1_000_000)
        return TooLarge(
            address.url,
            Message.of("fetch.too_large", url=legible(address.url), most=most),
        )


def _forward(address: Address, found: Fetched) -> Address | None:
    """Where a page sends on to that holds nothing else; None if it does not, or only to itself.

    Raises:
        FetchFailed: if it leads to anything but a web page.
    """
    target = forwarded_to(found.data) if found.media_type in ("text/html", "application/xhtml+xml") else ""
    forward = next_address(_led_by(address, found.is_public), target) if target else None
    return None if forward is None or forward.url == address.url else forward


def _led_by(address: Address, is_public: bool) -> Address:
    """The address whence a page leads on: a name that was in the open may not lead home later, whoever typed it."""
    return replace(address, typed=address.typed and not is_public)


def plainly(fetched: Fetched) -> bytes:
    """The bytes for a parser that looks for the encoding in them, in the character set that the server named.

    A byte order mark goes before what the server says, and that before what the page says of itself.
    """
    marked = fetched.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    is_text = fetched.media_type.startswith("text/") or fetched.media_type == "application/xhtml+xml"
    if marked or not is_text or not fetched.encoding:
        return fetched.data
    codec = codec_of(fetched.encoding)
    text = read_as(fetched.data, codec) if codec and not is_ascii(fetched.encoding) else None
    return fetched.data if text is None else text.encode("utf-8-sig", "replace")


def _content_type(header: str) -> tuple[str, str]:
    message = MailMessage()
    message["Content-Type"] = "".join(sign for sign in header if sign.isprintable()) or "application/octet-stream"
    media_type = message.get_content_type() if header else ""
    encoding = message.get_param("charset", "")
    return media_type, encoding.strip().lower() if isinstance(encoding, str) else ""


def _kept(answer: httpx.Response, name: str) -> str:
    value = str(answer.headers.get(name, ""))
    return value if len(value) <= 500 and value.isprintable() and value.isascii() else ""
