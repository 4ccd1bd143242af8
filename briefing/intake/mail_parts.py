"""The parts of a message that a mail program shows one below the other, and the names of those it only offers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from email.message import Message
from email.utils import collapse_rfc2231_value
from html import unescape

from briefing.intake.charsets import codec_of_mail, is_ascii, read_as
from briefing.intake.intake_errors import UnreadableFile
from briefing.intake.text_decoder import decoded, one_line
from briefing.records import dataclass

PAGE = "text/html"
RICH = frozenset(("application/rtf", "text/rtf", "text/richtext"))
_NO_WORDS = frozenset(("text/calendar", "text/csv", "text/vcard", "text/x-vcard", "text/directory", "text/css"))
_MOST_PARTS = 1000
_MARKUP = re.compile(r"<(style|script|title)\b[^<>]*>[^<]*</\1\s*>|<[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part with words in it.

    Attributes:
        media_type: "text/html", one of `RICH`, else it is plain text.
        words: its characters; of a Rich Text document those that its bytes are in Latin-1.
        flowed: whether a blank at the end of a line says that the paragraph goes on (RFC 3676).
        deleted: whether that blank is only there to say so.
    """

    media_type: str
    words: str
    flowed: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message is made of: what is shown, in order, and the names of what is attached."""

    shown: tuple[Part, ...]
    attached: tuple[str, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By the names with which the parts show them."""


def parts_of(message: Message) -> Parts:
    """The parts of a message; of a message without words of its own the texts that are attached to it.

    What stands in a message that is attached was written by somebody else, and is not read.
    """
    shown = tuple(part for part in _shown(message, attached=False) if _says_something(part))
    if not shown:
        shown = tuple(part for part in _shown(message, attached=True) if _says_something(part))
        return Parts(shown, ())
    return Parts(shown, tuple(_attached(message)), pictures_of(message))


def pictures_of(message: Message) -> dict[str, bytes]:
    """The pictures in a message by what its pages call them: "cid:…", or an address; those attached to others aside."""
    found: dict[str, bytes] = {}
    waiting = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop()
        if part.is_multipart():
            if not part.get_content_type().startswith("message/"):
                waiting += _children(part)
        elif part.get_content_maintype() == "image":
            payload = part.get_payload(decode=True)
            identifier = str(part.get("Content-ID", "")).strip().strip("<>")
            place = "".join(str(part.get("Content-Location", "")).split())
            if isinstance(payload, bytes):
                found.update({name: payload for name in (f"cid:{identifier}" if identifier else "", place) if name})
    return found


def first_page(message: Message) -> str:
    """The first HTML in a message, attached messages left out; empty if there is none."""
    return next((part.words for part in _shown(message, attached=False, choosing=False) if part.media_type == PAGE), "")


def _shown(part: Message, *, attached: bool, choosing: bool = True) -> Iterator[Part]:
    kind = part.get_content_type()
    if kind.startswith("message/"):
        return
    if part.is_multipart():
        inner = [list(_shown(each, attached=attached, choosing=choosing)) for each in _children(part)]
        if kind == "multipart/alternative" and choosing:
            yield from _best(inner)
        elif kind == "multipart/related" and choosing and inner and inner[0]:
            # The others are what the first one shows within itself.
            yield from inner[0]
        else:
            for each in inner:
                yield from each
    elif (attached or part.get_content_disposition() != "attachment") and _holds_words(kind):
        yield from _read(part, kind)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)][:_MOST_PARTS] if isinstance(payload, list) else []


def _best(alternatives: list[list[Part]]) -> list[Part]:
    """The last alternative with HTML in it, else the first with words: the last of all may be a calendar's entry."""
    filled = [each for each in alternatives if any(_says_something(part) for part in each)]
    paged = [each for each in filled if any(part.media_type == PAGE and _says_something(part) for part in each)]
    return paged[-1] if paged else filled[0] if filled else []


def _says_something(part: Part) -> bool:
    words = unescape(_MARKUP.sub(" ", part.words)) if part.media_type == PAGE else part.words
    return bool(words.strip())


def _holds_words(kind: str) -> bool:
    return kind in RICH or (kind.startswith("text/") and kind not in _NO_WORDS)


def _read(part: Message, kind: str) -> Iterator[Part]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return
    if kind in RICH and payload.lstrip().startswith(b"{\\rtf"):
        yield Part(kind, payload.lstrip().decode("latin-1"))
        return
    yield Part(
        PAGE if kind == PAGE else "text/plain",
        _decoded(payload, part.get_content_charset() or ""),
        flowed=_parameter(part, "format") == "flowed",
        deleted=_parameter(part, "delsp") == "yes",
    )


def _parameter(part: Message, name: str) -> str:
    value = part.get_param(name, "")
    return collapse_rfc2231_value(value).strip().lower() if value else ""


def _decoded(payload: bytes, label: str) -> str:
    """The characters of a part, by the character set it names; where that is wrong or missing, by its bytes."""
    codec = codec_of_mail(label)
    text = read_as(payload, codec) if codec and not is_ascii(label) else None
    if text is not None:
        return text
    try:
        return decoded(payload, "")
    except UnreadableFile:
        return payload.decode(codec or "utf-8", "replace")


def _attached(part: Message) -> Iterator[str]:
    """The subjects of messages and the names of files that are attached, pictures left out."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        yield next((one_line(str(inner.get("Subject", ""))) for inner in _children(part)), "") or "message"
    elif part.is_multipart() and not kind.startswith("message/"):
        for each in _children(part):
            yield from _attached(each)
    elif part.get_content_disposition() == "attachment" and not kind.startswith("image/"):
        yield from filter(None, [one_line(part.get_filename() or "")])
