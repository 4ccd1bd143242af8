"""A chat, or all chats, that Telegram exports as JSON: every message with its sender."""

from collections.abc import Iterator
from typing import Any

from briefing.intake.conversation import Message, article_of_messages
from briefing.intake.json_file import entries, json_in, words_at
from briefing.model import Article, Origin

MEDIA_TYPE = "application/json"
_ATTACHED = ("photo", "file", "media_type", "location_information", "contact_information")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in an export.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if nobody says anything.
    """
    found = json_in(data, name)
    chats = entries(found.get("chats"), "list") if isinstance(found, dict) and "chats" in found else entries([found])
    title = words_at(chats[0], "name") if len(chats) == 1 else ""
    messages = (message for chat in chats for message in _of_chat(chat, several=len(chats) > 1))
    return article_of_messages(messages, name, address, MEDIA_TYPE, Origin(title=title))


def _of_chat(chat: dict[str, Any], *, several: bool) -> Iterator[Message]:
    if several:
        yield Message(words_at(chat, "name") or words_at(chat, "type"), told=False)
    for entry in entries(chat, "messages"):
        day, _, time = words_at(entry, "date").partition("T")
        if entry.get("type") == "service":
            done = " ".join(filter(None, (words_at(entry, "actor"), words_at(entry, "action").replace("_", " "))))
            yield Message(f"[{done}]" if done else "", "", day, time[:5], told=False)
            continue
        sender = words_at(entry, "from") or words_at(entry, "from_id")
        words = _text(entry.get("text")) or _poll(entry.get("poll"))
        if words:
            forwarded = words_at(entry, "forwarded_from")
            yield Message(words, f"{sender} (← {forwarded})" if forwarded else sender, day, time[:5])
        else:
            kind = next((key for key in _ATTACHED if entry.get(key)), "")
            shown = words_at(entry, "media_type", "mime_type") or kind
            yield Message(f"[{shown.replace('_', ' ')}]" if shown else "", sender, day, time[:5], told=False)


def _text(found: Any) -> str:
    """Words that may be in pieces, of which some are links or set in bold."""
    if isinstance(found, str):
        return found
    pieces = found if isinstance(found, list) else ()
    return "".join(piece if isinstance(piece, str) else words_at(piece, "text") for piece in pieces)


def _poll(found: Any) -> str:
    answers = [words_at(answer, "text") for answer in entries(found, "answers")]
    return "\n".join(filter(None, [_text(found.get("question")), *answers])) if isinstance(found, dict) else ""
