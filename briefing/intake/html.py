"""A saved web page to an article: main text and metadata by trafilatura, the rest of the page kept as boilerplate."""

import re
from dataclasses import replace

from briefing.intake.access_walls import check_no_wall_of_words
from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.charsets import codec_of, is_ascii, named_in_xml, read_as
from briefing.intake.forum_posts import LONG
from briefing.intake.held_pictures import FindPicture, none_held, taken_out
from briefing.intake.html_blocks import found_in, passages_in
from briefing.intake.html_inline import base_of
from briefing.intake.intake_errors import legible
from briefing.intake.main_content import chosen
from briefing.intake.page_fallback import other_sources, whole_articles
from briefing.intake.page_metadata import PageFacts, facts_of
from briefing.intake.page_source import as_shown
from briefing.intake.shown_title import shown_title
from briefing.intake.text_decoder import decoded
from briefing.intake.xhtml import as_html
from briefing.model import Article, BlockKind, Origin
from briefing.model.message import Message

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes at the top of a page among which its encoding is named."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article on a web page.

    Raises:
        UnreadableFile: if its encoding is unknown.
        NotAnArticle: if the page holds no article.
    """
    return article_of(characters_of(data, name), name, address, "text/html")


def characters_of(data: bytes, name: str) -> str:
    """The characters of a page, as HTML, by the character set it names or, where that is wrong, by its bytes."""
    return as_html(_decoded(data, name))


def characters_in(data: bytes, label: str, name: str) -> str:
    """Those of a page of which a server told the character set, which goes before what the page names."""
    codec = codec_of(label)
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    text = read_as(data, codec) if codec and not marked and not is_ascii(label) else None
    return characters_of(data, name) if text is None else as_html(text)


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decoded(data, name)
    named = _CHARSET.search(data[:_HEAD])
    label = named.group(1).decode("ascii") if named else named_in_xml(data)
    codec = codec_of(label)
    # A name that could be read is not one of those of two bytes a letter; and nothing beyond ASCII is often UTF-8.
    if not codec or codec.startswith("utf-16") or is_ascii(label):
        return decoded(data, name)
    text = read_as(data, codec)
    return decoded(data, name) if text is None else text


def article_of(page: str, name: str, address: str, media_type: str, find: FindPicture = none_held) -> Article:
    """The article on a page that was decoded already.

    Args:
        page: its characters.
        name: for the origin, and sentences.
        address: where it came from.
        media_type: what it was read as.
        find: gives a picture that the document holds beside the page.

    Raises:
        NotAnArticle: if the page holds no article.
    """
    page, within = taken_out(as_shown(page))
    facts = facts_of(page)

    def held(source: str) -> bytes:
        return within(source) or find(source)

    base = base_of(page, address or facts.address)
    passages = chosen(found_in(page, base, held), facts)
    if not _holds_article(passages):
        others = ((source, facts_of(source)) for source in other_sources(page))
        read = (
            chosen(found_in(source, base, held), replace(facts, main=told.main, sure=told.sure))
            for source, told in others
        )
        passages = next((found for found in read if _holds_article(found)), passages)
    if not _holds_article(passages):
        told_whole = (passages_in(source, base, held) for source in whole_articles(page))
        passages = next((found for found in told_whole if _holds_article(found)), passages)
    readable = [p.words for p in passages if p.kind is not BlockKind.BOILERPLATE]
    if _holds_article(passages):
        check_no_wall_of_words(address or name, readable)
    else:
        check_no_wall_of_words(
            address or name,
            [p.words for p in passages],
            Message.of("intake.page_without_article", name=legible(name or address)),
        )
    # What the page's markup says goes before what its text lets one guess.
    facts = replace(facts, title=shown_title(page, facts.title, passages))
    return article_of_passages(passages, name, address or facts.address, media_type, _told(facts), "markup")


def _holds_article(passages: list[Passage]) -> bool:
    """Whether something that is longer than a label is left for the article."""
    return any(len(p.words) >= LONG // 2 for p in passages if p.kind is not BlockKind.BOILERPLATE)


def _told(facts: PageFacts) -> Origin:
    return Origin(
        title=facts.title,
        byline=facts.byline,
        outlet=facts.outlet,
        published=facts.published,
        modified=facts.modified,
        language=facts.language,
    )
