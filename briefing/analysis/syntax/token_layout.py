"""Where each token of an article stands: in which block, in a headline or not, inside quotation marks or not."""

from spacy.tokens import Doc

from briefing.analysis.names.name_lexicon import Names
from briefing.analysis.syntax.article_parser import blocks_of
from briefing.model import Article, Block
from briefing.records import dataclass

OPENING, CLOSING, EITHER = "“«", "”»", '"'
_LONGEST_HEADLINE = 25


@dataclass(frozen=True, slots=True)
class Layout:
    """Per token of a doc: its block, and what holds for its place.

    Attributes:
        block: number of the block, -1 for white space between blocks and for what is not analysed.
        headline: whether the words there are capitalised as in a headline, so that capitals tell nothing.
        quoted: number of the quotation that the token stands in, -1 outside.
    """

    block: tuple[int, ...]
    headline: tuple[bool, ...]
    quoted: tuple[int, ...]


def lay_out(doc: Doc, article: Article, names: Names) -> Layout:
    """The layout of `doc`, whose text is that of `article`; lines are taken as blocks where it has none."""
    blocks = blocks_of(article)
    numbers = _block_numbers(doc, blocks)
    members: dict[int, list[int]] = {}
    for index, number in enumerate(numbers):
        if number >= 0 and not doc[index].is_space:
            members.setdefault(number, []).append(index)
    headline = [False] * len(doc)
    quoted = [-1] * len(doc)
    opened = 0
    for indices in members.values():
        if _capitalised_throughout(doc, indices, names):
            for index in indices:
                headline[index] = True
        opened = _mark_quotations(doc, indices, quoted, opened)
    return Layout(tuple(numbers), tuple(headline), tuple(quoted))


def _block_numbers(doc: Doc, blocks: tuple[Block, ...]) -> list[int]:
    numbers, at = [], 0
    for token in doc:
        while at < len(blocks) and blocks[at].span.end <= token.idx:
            at += 1
        inside = at < len(blocks) and blocks[at].span.start <= token.idx and blocks[at].analysed
        numbers.append(at if inside else -1)
    return numbers


def _capitalised_throughout(doc: Doc, indices: list[int], names: Names) -> bool:
    """Whether the words of a short block are capitalised whatever they are."""
    words = [doc[index] for index in indices if doc[index].is_alpha]
    if not 2 <= len(words) <= _LONGEST_HEADLINE:
        return False
    ends = next((doc[index].text for index in reversed(indices) if doc[index].text not in '"”’»)'), "")
    telling = [word for word in words if word.lower_ not in names.grammar["small"]]
    if ends in (".", "!", "?") and any(word.is_lower for word in telling):
        # A sentence full of names, and no headline.
        return False
    raised = sum(word.text[0].isupper() for word in telling)
    common = [word for word in telling if word.pos_ not in ("PROPN",)]
    return len(telling) >= 2 and raised / len(telling) >= 0.8 and (len(common) > 0 or len(telling) > 3)


def _mark_quotations(doc: Doc, indices: list[int], quoted: list[int], opened: int) -> int:
    """Number the quotations of one block from `opened` on; a mark left open runs to the block's end."""
    current = -1
    for index in indices:
        mark = doc[index].text
        opens = mark in OPENING or mark == "``" or (mark == EITHER and current < 0)
        if mark and opens and current < 0:
            current = opened
            opened += 1
            quoted[index] = current
        elif current >= 0:
            quoted[index] = current
            if mark and (mark in CLOSING or mark == "''" or mark == EITHER):
                current = -1
    return opened
