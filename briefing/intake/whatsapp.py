"""A chat that WhatsApp exports: a text with a line for each message, as Android and iOS write it."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing.intake.conversation import Message, article_of_messages
from briefing.intake.format_signs import WHATSAPP_LINE
from briefing.intake.text_decoder import canonical, decoded
from briefing.intake.text_metadata import title_from
from briefing.model import Article, Origin

MEDIA_TYPE = "text/plain"
_SENDER = re.compile(r"^[\u200e\u200f~ ]*([^:\n“\"]{1,80}): ?(.*)$", re.DOTALL)
_LEFT_OUT = re.compile(
    r"^[\u200e\u200f]*(?:<[^<>]{1,60}>|\u200e?\w[\w-]*\.\w{2,5} \([^()]{1,40}\)|(?:image|video|audio|sticker|GIF|"
    r"document|Contact card|Bild|Audio|Video|Sticker|Dokument)\s(?:omitted|weggelassen)|null)$",
    re.IGNORECASE,
)


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a chat.

    Raises:
        UnreadableFile: if its encoding is unknown.
        NotAnArticle: if nobody says anything.
    """
    place = PurePath(name)
    # An iPhone packs each chat under the same name into a zip that is named for it.
    title = title_from(place.parent.name) if place.stem == "_chat" else ""
    messages = _messages(canonical(decoded(data, name)).lstrip())
    return article_of_messages(messages, name, address, MEDIA_TYPE, Origin(title=title))


def _messages(text: str) -> Iterator[Message]:
    lines: list[str] = []
    day = time = ""
    for line in text.split("\n"):
        found = WHATSAPP_LINE.match(line.replace("\u202f", " "))
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
