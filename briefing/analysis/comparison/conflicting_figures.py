"""Conflicting figures: two sources count the same and come to different numbers, which is a dispute of its own kind."""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import COUNT
from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.independence import independent
from briefing.analysis.syntax.dependencies import text_of
from briefing.analysis.syntax.lexicon import Counts
from briefing.analysis.syntax.number_words import WORTH
from briefing.model import Actor, LinkKind, SourceKind, words_of

_NEAR = 3
"""Claims back within which a count answers another one."""

_WORDS = {name: value for name, value in WORTH.items() if value <= 20}
_NUMBER = re.compile(rf"(?<![\w.,$€£-])(\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_WORDS)})(?![\w%]|[.,]\d|-year)", re.I)


def link_figures(doc: Doc, drafts: Sequence[Draft], actors: Mapping[str, Actor], counts: Counts) -> None:
    """Link a count that somebody puts at a number to the count of somebody else, just before it, that differs.

    Nothing else is compared: of counts of the same that merely stand in one article, most are of something else.
    """
    text = text_of(doc)
    for number, draft in enumerate(drafts):
        if not draft.chain or not _puts_a_count(draft, text, counts):
            continue
        for other in reversed(drafts[max(0, number - _NEAR) : number]):
            if (
                other.chain
                and _conflict(draft, other, text, counts)
                and _known(draft, other)
                and independent(draft, other, actors)
            ):
                draft.links.append(DraftLink(LinkKind.DENIES, other))
                break


def _puts_a_count(draft: Draft, text: str, counts: Counts) -> bool:
    words = words_of(draft.content, text, " ")
    return draft.chain[-1].rule == COUNT or (counts.toll.search(words) is not None and " at " in f" {words} ")


def _conflict(draft: Draft, other: Draft, text: str, counts: Counts) -> bool:
    said, before = words_of(draft.content, text, " "), words_of(other.content, text, " ")
    mine, theirs = _exact(said, counts), _exact(before, counts)
    return mine is not None and theirs is not None and mine != theirs and _same_kind(said, before, counts)


def _same_kind(said: str, before: str, counts: Counts) -> bool:
    """Whether both count the dead, or both the hurt; a bare toll counts what was counted before it."""
    dead, hurt = bool(counts.dead.search(before)), bool(counts.hurt.search(before))
    if dead == hurt:
        return False
    if dead:
        return not counts.hurt.search(said)
    return bool(counts.hurt.search(said))


def _exact(words: str, counts: Counts) -> int | None:
    """The one number in some words; none where there are several or it is a bound."""
    found = [match for match in _NUMBER.finditer(words) if not 1900 <= _value(match[1]) <= 2100]
    if len(found) != 1 or words[: found[0].start()].rstrip().lower().endswith(counts.bounds):
        return None
    return _value(found[0][1])


def _value(word: str) -> int:
    known = _WORDS.get(word.lower())
    return int(word.replace(",", "")) if known is None else known


def _known(draft: Draft, other: Draft) -> bool:
    """Whether both are somebody: of two nameless ones nobody can tell whether they are two."""
    return any(side.attributions[-1].source_kind is not SourceKind.UNNAMED for side in (draft, other))
