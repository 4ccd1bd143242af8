"""A chat that Telegram exports as a page (HTML), which is what it does unless asked otherwise."""

from collections.abc import Iterator
from typing import Any

from briefing.intake.conversation import Message as ChatMessage
from briefing.intake.conversation import article_of_messages
from briefing.intake.html import characters_of
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.text_decoder import canonical, one_line
from briefing.model import Article, Origin
from briefing.model.message import Message

MEDIA_TYPE = "text/html"


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in such a page.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if nobody says anything.
    """
    from lxml import etree, html

    page = canonical(characters_of(data, name)).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(page, html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as fault:
        raise UnreadableFile(name, Message.of("intake.damaged_export", name=legible(name))) from fault
    head: Any = next((one for one in tree.iter("div") if "page_header" in _classes(one)), None)
    title = one_line(head.text_content()) if head is not None else ""
    return article_of_messages(_messages(tree), name, address, MEDIA_TYPE, Origin(title=title))


def _messages(tree: Any) -> Iterator[ChatMessage]:
    sender = ""
    for held in tree.iter("div"):
        kinds = _classes(held)
        if "message" not in kinds:
            continue
        if "service" in kinds:
            yield ChatMessage(f"[{one_line(held.text_content())}]", told=False)
            continue
        # What somebody sends in a row has his name above the first of it only.
        names = [one_line(one.text or "") for one in _with(held, "from_name")]
        if "joined" not in kinds and names:
            sender = names[0]
        forwarded = next((one for one in _with(held, "forwarded")), None)
        passed = one_line(names[-1]) if forwarded is not None and names else ""
        told = next((str(one.get("title", "")) for one in _with(held, "date")), "")
        day, _, time = told.partition(" ")
        words = "\n".join(_shown(one) for one in _with(held, "text"))
        name = f"{sender} (← {passed})" if passed and passed != sender else sender
        if words.strip():
            yield ChatMessage(words, name, day, time[:5])
        for kept in _with(held, "media_wrap"):
            yield ChatMessage(
                f"[{one_line(kept.text_content())}]", sender if not words.strip() else "", day, time[:5], told=False
            )


def _with(held: Any, kind: str) -> Iterator[Any]:
    return (one for one in held.iter("div") if kind in _classes(one))


def _shown(element: Any) -> str:
    """The words of an element, with its line breaks."""
    for broken in element.iter("br"):
        broken.tail = f"\n{canonical(broken.tail or '')}"
    return "\n".join(" ".join(line.split()) for line in element.text_content().strip().split("\n"))


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()
