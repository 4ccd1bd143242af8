"""A chat that WhatsApp exports: a text with a line for each message, as Android and iOS write it."""

import re
from collections.abc import Iterator

from briefing.intake.conversation import Message, article_of_messages
from briefing.intake.text_decoder import canonical, decoded
from briefing.model import Article

MEDIA_TYPE = "text/plain"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_LINE = re.compile(rf"^[\u200e\u200f]*(?:\[({_DAY}),? ({_TIME})\] |({_DAY}),? ({_TIME}) - )(.*)$", re.DOTALL)
_SENDER = re.compile(r"^[\u200e\u200f~ ]*([^:\n“\"]{1,80}): ?(.*)$", re.DOTALL)
_LEFT_OUT = re.compile(
    r"^[\u200e\u200f]*(?:<[^<>]{1,60}>|\u200e?\w[\w-]*\.\w{2,5} \([^()]{1,40}\)|(?:image|video|audio|sticker|GIF|"
    r"document|Contact card|Bild|Audio|Video|Sticker|Dokument)\s(?:omitted|weggelassen)|null)$",
    re.IGNORECASE,
)
_LEAST = 2
"""Lines that tell a chat from a text that begins with a date; where the name says so, one does."""


def is_whatsapp(data: bytes, name: str) -> bool:
    """Whether a text is such a chat."""
    head = canonical(data[:20_000].decode("utf-8", "replace").lstrip("\ufeff")).replace("\u202f", " ").split("\n")
    first = next((line for line in head if line.strip()), "")
    if not _LINE.match(first):
        return False
    found = sum(bool(_LINE.match(line)) for line in head)
    return found >= (1 if "whatsapp" in name.lower() else _LEAST)


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a chat.

    Raises:
        UnreadableFile: if its encoding is unknown.
        NotAnArticle: if nobody says anything.
    """
    return article_of_messages(_messages(canonical(decoded(data, name)).lstrip()), name, address, MEDIA_TYPE)


def _messages(text: str) -> Iterator[Message]:
    lines: list[str] = []
    day = time = ""
    for line in text.split("\n"):
        found = _LINE.match(line.replace("\u202f", " "))
        if not found:
            lines.append(line)
            continue
        yield from _message(lines, day, time)
        day, time = found[1] or found[3], found[2] or found[4]
        lines = [line[-len(found[5]) :] if found[5] else ""]
    yield from _message(lines, day, time)


def _message(lines: list[str], day: str, time: str) -> Iterator[Message]:
    if not lines:
        return
    words = "\n".join(lines)
    said = _SENDER.match(words) if day else None
    if said is None:
        # Nobody says that the chat is encrypted, or that somebody joined it.
        yield Message(words.strip("\u200e\u200f"), "", day, time, told=False)
    else:
        sent = said[2].strip()
        yield Message(sent.strip("\u200e\u200f"), said[1], day, time, told=not _LEFT_OUT.match(sent))
