"""Posts in the outbox that Mastodon and other servers of the Fediverse export (ActivityPub), oldest first."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from briefing.intake.conversation import Message, article_of_messages
from briefing.intake.html_blocks import passages_in
from briefing.intake.json_file import entries, json_in, words_at
from briefing.model import Article

MEDIA_TYPE = "application/activity+json"
_SAID = ("Note", "Article", "Question", "Page")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in an outbox.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if there are no words in it.
    """
    items = entries(json_in(data, name), "orderedItems")
    dates = [words_at(item, "published") for item in items]
    if all(dates):
        items = [item for _, item in sorted(zip(dates, items, strict=True), key=lambda each: each[0])]
    return article_of_messages((m for item in items for m in _messages(item)), name, address, MEDIA_TYPE)


def _messages(item: dict[str, Any]) -> Iterator[Message]:
    post = item.get("object")
    sender = _name(words_at(post, "attributedTo") or words_at(item, "actor"))
    day, _, time = (words_at(post, "published") or words_at(item, "published")).partition("T")
    if not isinstance(post, dict):
        # Somebody else's post, passed on: only its address is here.
        shared = post if isinstance(post, str) else ""
        yield Message(f"↻ {shared}" if shared else "", sender, day, time[:5], told=False)
    elif post.get("type") in _SAID:
        warned, words = words_at(post, "summary"), words_at(post, "content")
        shown = [passage.words for passage in passages_in(words)] if words else []
        choices = [words_at(choice, "name") for choice in (*entries(post, "oneOf"), *entries(post, "anyOf"))]
        yield Message(
            "\n".join(filter(None, [words_at(post, "name"), warned, *shown, *choices])), sender, day, time[:5]
        )
        for attached in entries(post, "attachment"):
            described = words_at(attached, "name")
            yield Message(f"[{described}]" if described else "", "", day, time[:5], told=False)


def _name(actor: str) -> str:
    """What a writer is called where he posts: "@ann@town.example"."""
    try:
        parts = urlsplit(actor) if actor.startswith(("http://", "https://")) else None
    except ValueError:
        return ""
    last = parts.path.rstrip("/").rpartition("/")[2].lstrip("@") if parts else ""
    return f"@{last}@{parts.netloc}" if parts and last else ""
