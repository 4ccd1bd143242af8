"""A saved web page to an article: main text and metadata by trafilatura, the rest of the page kept as boilerplate."""

import re
from dataclasses import dataclass, replace

from briefing.intake.assembling import Passage, assembled
from briefing.intake.boilerplate import mark_boilerplate
from briefing.intake.decoding import decoded
from briefing.intake.failures import NotAnArticle, quoted
from briefing.intake.html_passages import Found, found_in
from briefing.intake.origin import origin_of
from briefing.intake.page_facts import PageFacts, facts_of
from briefing.model import Article, BlockKind, Origin

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w]+")
_ENDS_AS_SENTENCE = re.compile(r"[.!?…:][\"”'’»)\]]*\s*$")
_HEAD = 4096
"""Bytes at the top of a page among which its encoding is named."""
LONG = 80
"""Characters from which on a paragraph that ends like a sentence counts as prose."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article on a web page.

    Raises:
        UnreadableFile: if its encoding is unknown.
        NotAnArticle: if the page holds no article.
    """
    return article_of(characters_of(data, name), name, address, "text/html")


def characters_of(data: bytes, name: str) -> str:
    """The characters of a page, by the encoding it names or, where that is wrong, by its bytes."""
    named = _CHARSET.search(data[:_HEAD])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named.group(1).decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            return decoded(data, name)
    return decoded(data, name)


def article_of(page: str, name: str, address: str, media_type: str) -> Article:
    """The article on a page that was decoded already.

    Raises:
        NotAnArticle: if the page holds no article.
    """
    facts = facts_of(page)
    found = found_in(page)
    passages = list(_chosen(found, facts.main))
    if not any(p.kind is not BlockKind.BOILERPLATE and len(p.words) >= LONG // 2 for p in passages):
        raise NotAnArticle(
            name,
            f"{quoted(name or address)} is a web page without an article on it. Open the page of a single article, "
            "or copy the text and paste it.",
        )
    text, blocks = assembled(passages)
    blocks = mark_boilerplate(blocks, text)
    told = origin_of(text, blocks, name, address or facts.address, media_type)
    return Article(text, blocks, _with_facts(told, facts))


def _with_facts(told: Origin, facts: PageFacts) -> Origin:
    """What the page's markup says goes before what its text lets one guess."""
    return replace(
        told,
        title=facts.title or told.title,
        byline=facts.byline or told.byline,
        outlet=facts.outlet or told.outlet,
        published=facts.published or told.published,
        language=told.language or facts.language,
    )


@dataclass(frozen=True, slots=True)
class _Main:
    """The main text that trafilatura found, in a form that can be compared."""

    passages: frozenset[str]
    whole: str

    def holds(self, words: str) -> bool:
        plain = _plain(words)
        return plain in self.passages or (len(plain) >= LONG // 2 and plain in self.whole)


def _chosen(found: list[Found], main: tuple[str, ...]) -> list[Passage]:
    """All passages of the page; those that are not the article as boilerplate."""
    known = _Main(frozenset(_plain(words) for words in main), "".join(_plain(words) for words in main))
    belongs = [known.holds(block.passage.words) and not _looks_outside(block) for block in found]
    _rescue(found, belongs)
    _take_title(found, belongs)
    return [
        block.passage if belonging else Passage(BlockKind.BOILERPLATE, block.passage.words)
        for block, belonging in zip(found, belongs, strict=True)
    ]


def _looks_outside(block: Found) -> bool:
    """Whether markup and links both speak against a block that was taken for main text."""
    return block.outside and (block.linked > 0.5 or len(block.passage.words) < LONG)


def _rescue(found: list[Found], belongs: list[bool]) -> None:
    """Take in what stands between two passages of the article and is markup or prose of its kind."""
    inner = [number for number, belonging in enumerate(belongs) if belonging]
    if not inner:
        for number, block in enumerate(found):
            belongs[number] = _is_prose(block) and not block.outside
        inner = [number for number, belonging in enumerate(belongs) if belonging]
    if not inner:
        return
    for number in range(inner[0], len(found)):
        block = found[number]
        if belongs[number] or block.outside or block.linked > 0.5:
            continue
        between = number < inner[-1]
        structural = block.passage.kind in (BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.CAPTION)
        belongs[number] = (between and structural) or (_is_prose(block) and (between or block.inside))


def _take_title(found: list[Found], belongs: list[bool]) -> None:
    """The page's first heading of level 1 is the title even if the main text begins below it."""
    first = next((number for number, belonging in enumerate(belongs) if belonging), None)
    if first is None or (found[first].passage.kind is BlockKind.HEADING and found[first].passage.level == 1):
        return
    for number in range(first - 1, -1, -1):
        block = found[number]
        if block.passage.kind is BlockKind.HEADING and block.passage.level == 1 and len(block.passage.words) > 15:
            belongs[number] = True
            return


def _is_prose(block: Found) -> bool:
    words = block.passage.words
    return len(words) >= LONG and block.linked < 0.4 and bool(_ENDS_AS_SENTENCE.search(words))


def _plain(words: str) -> str:
    return _SIGNS.sub("", words).lower()
