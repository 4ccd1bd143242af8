"""Conflicting figures: two sources count the same and come to different numbers, which is a dispute of its own kind."""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import COUNT
from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.counted_quantities import CountWords, Quantity, days_in, lone
from briefing.analysis.comparison.independence import independent
from briefing.analysis.comparison.told_claims import Parties, ToldClaim, other_source
from briefing.analysis.syntax.dependencies import root_of, text_of
from briefing.model import Actor, LinkKind
from briefing.records import dataclass

_NEAR = 3
"""Claims back within which a count answers another one: of those further off, most are of something else."""

_PARTS_OF_CLAUSE = frozenset({"nsubj", "nsubjpass", "dobj"})
_OF_PEOPLE = frozenset({"dead", "hurt", "arrested", "missing"})
_IT_WAS = re.compile(
    r"(?:that )?(?:it|this) (?:was|is|had been|stood at|measured) (?:of |at |only |just |about |around )*[\w.,-]+\W*$"
)
"""What only gives another number for what was counted before it: "it was 5.8"."""

_TOLL = ""
"""The kind of a bare count, which counts what was counted before it."""


@dataclass(frozen=True, slots=True)
class _Count:
    """What one claim counts.

    Attributes:
        quantities: by kind.
        places: names in it that are no actor's who says it.
        start, end: where its sentence begins and ends.
        sentence: the whole of it, in lower case.
    """

    said: ToldClaim
    quantities: Mapping[str, Quantity]
    places: frozenset[str]
    start: int
    end: int
    sentence: str


def link_figures(
    doc: Doc, drafts: Sequence[Draft], parties: Parties, actors: Mapping[str, Actor], words: CountWords
) -> None:
    """Link a count to the one of somebody else, just before it, that cannot be so at once; `drafts` in text order."""
    counts: list[_Count] = []
    for number, draft in enumerate(drafts):
        count = _count(ToldClaim(draft, number, parties), doc, words) if draft.chain else None
        if count is None:
            continue
        for other in reversed([one for one in counts if number - one.said.number <= _NEAR]):
            before = other.said.draft
            if (
                _conflict(count, other, words)
                and _adjoin(count, other, text_of(doc))
                and other_source(count.said, other.said)
                and independent(draft, before, actors)
                and not any(entry.to is before for entry in draft.links)
            ):
                draft.links.append(DraftLink(LinkKind.DENIES, before, figures=True))
                break
        counts.append(count)


def _count(said: ToldClaim, doc: Doc, words: CountWords) -> _Count | None:
    """What a claim counts; None if it counts nothing, or several of one kind."""
    if not any(character.isdigit() for character in said.words) and words.number.search(said.words) is None:
        return None
    found = lone(words.quantities(said.words))
    if not found and (said.draft.chain[-1].rule == COUNT or _IT_WAS.match(said.words)):
        found = _bare(said, words)
    found = found or _things(said, words)
    if not found:
        return None
    root = root_of(said.draft.head)
    start, end = root.left_edge.idx, root.right_edge.idx + len(root.right_edge.text)
    places = {token.lower_ for token in said.tokens if token.ent_type_ in {"GPE", "LOC", "FAC"}}
    sentence = text_of(doc)[start:end].lower()
    return _Count(said, found, frozenset(places - said.source.words), start, end, sentence)


def _bare(said: ToldClaim, words: CountWords) -> dict[str, Quantity]:
    matches = [(match, words.bounds(said.words, match)) for match in words.number.finditer(said.words)]
    told = [Quantity(_TOLL, *bounds, match.start(), match.end()) for match, bounds in matches if bounds is not None]
    return lone(told)


def _things(said: ToldClaim, words: CountWords) -> dict[str, Quantity]:
    """What is counted by its own name alone: "fifty houses were destroyed"."""
    told = []
    for match in words.number.finditer(said.words):
        bounds = words.bounds(said.words, match)
        noun = _counted(said, match.end())
        if bounds is not None and noun is not None and noun.pos_ == "NOUN" and noun.dep_ in _PARTS_OF_CLAUSE:
            told.append(
                Quantity(f"{noun.lemma_.lower()} {noun.head.lemma_.lower()}", *bounds, match.start(), match.end())
            )
    return lone(told)


def _conflict(count: _Count, other: _Count, words: CountWords) -> bool:
    if words.updates.search(count.sentence) or words.updates.search(other.sentence):
        return False
    days, before = days_in(count.sentence), days_in(other.sentence)
    if (days and before and days != before) or (count.places and other.places and not count.places & other.places):
        return False
    for kind, quantity in count.quantities.items():
        for told, of in other.quantities.items():
            if kind in (told, _TOLL) and _apart(count, quantity, other, of, words):
                return True
    return False


def _adjoin(count: _Count, other: _Count, text: str) -> bool:
    """Whether nothing stands between two counts that could tell of something else, or they name the same."""
    named, before = ({t.lower_ for t in one.said.tokens if t.pos_ == "PROPN"} for one in (count, other))
    return not any(character.isalnum() for character in text[other.end : count.start]) or bool(named & before)


def _apart(count: _Count, mine: Quantity, other: _Count, theirs: Quantity, words: CountWords) -> bool:
    """Whether two numbers of one thing cannot both be so; that of a part can be the smaller one."""
    if mine.most >= theirs.least and theirs.most >= mine.least:
        return False
    unit, before = _unit(count, mine), _unit(other, theirs)
    narrow = _is_part(count, unit, before, words) or (unit is None and _is_rest(count, mine, theirs, words))
    narrow_before = _is_part(other, before, unit, words)
    if narrow and narrow_before:
        return unit == before
    if narrow or narrow_before:
        part, whole = (mine, theirs) if narrow else (theirs, mine)
        return part.least > whole.most
    return len(count.places) == len(other.places) or (count.places < other.places) == (mine.most < theirs.least)


def _is_part(count: _Count, unit: str | None, other: str | None, words: CountWords) -> bool:
    """Whether a count is one of some of the people; a bare number counts what the other one does."""
    special = unit is not None and other is not None and unit not in words.whole
    return special or words.parts.search(count.said.words) is not None


def _is_rest(count: _Count, mine: Quantity, theirs: Quantity, words: CountWords) -> bool:
    """Whether a bare number is that of some of those who were counted before it: "nine were soldiers"."""
    whole = count.said.draft.chain[-1].rule == COUNT or words.total.search(count.said.words) is not None
    return mine.kind in _OF_PEOPLE and mine.least > 0 and mine.most < theirs.least and not whole


def _unit(count: _Count, quantity: Quantity) -> str | None:
    """The lemma of what a number counts; None if it stands alone."""
    noun = _counted(count.said, quantity.end)
    return noun.lemma_.lower() if noun is not None else None


def _counted(said: ToldClaim, end: int) -> Token | None:
    """The noun of what a number counts that ends there; None if it stands alone."""
    number = said.at(end - 1)
    if number is None:
        return None
    noun: Token = number.head
    while noun.pos_ == "NUM" and noun.head.i != noun.i:
        noun = noun.head
    if number.lower_ in {"dozens", "scores", "hundreds", "thousands"}:
        noun = next((part for child in number.children for part in child.children if part.dep_ == "pobj"), number)
    return noun if noun.pos_ in {"NOUN", "PROPN"} and noun.i > number.i else None
