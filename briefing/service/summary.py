"""An article and its findings as plain text, for a terminal."""

import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.export.labels import Labels
from briefing.model import (
    Analysis,
    Article,
    Asking,
    Block,
    BlockKind,
    Claim,
    Judgement,
    Stance,
    Status,
    sourcing_profile,
    words_of,
)
from briefing.model.assertion import Assertion, asserted
from briefing.model.catalogue import in_english
from briefing.model.standing import counts_by_status, is_dismissed, standing

if TYPE_CHECKING:
    from briefing.intake import Feed

WIDTH = 96
"""Characters in a line of a terminal that still read well."""

INDENT = "   "

MOST_QUESTIONS = 6

_ENGLISH = Labels("en")

QUESTIONS = {
    Asking.NAME: "{about}: who is that? Ask for a name, or for a second source.",
    Asking.SECOND_SOURCE: "{about}: who else can affirm what only this source says?",
    Asking.ANSWER: "{about} is accused and does not speak: was an answer asked for?",
    Asking.ORIGINAL: "{about}: can the original be seen?",
    Asking.ATTRIBUTION: "{about}: what is stated as fact here is known only from a source; name it again.",
    Asking.CLARITY: "{about}: what is left open here, and who would know?",
}


def summary(article: Article, analysis: Analysis, judged: Mapping[str, Judgement] | None = None) -> str:
    """Title, count by status, actors and each claim: who, through whom, how confirmed, why.

    The reader's word, in `judged` by claim id, goes before what was found.
    """
    words = judged or {}
    parts = [
        _head(article),
        in_english(analysis.note) if analysis.note else "",
        _counts(analysis, words),
        _actors(analysis),
    ]
    parts.append(_sourcing(article, analysis, words))
    links = _links(article, analysis, words)
    parts += [
        _claim(number, claim, words.get(claim.id), links[claim.id], article, analysis)
        for number, claim in enumerate(analysis.claims, 1)
    ]
    return "\n\n".join(part for part in parts if part)


def clean_text(article: Article) -> str:
    """The article's own words without boilerplate, headings marked as in Markdown."""
    return "\n\n".join(_block(block, article) for block in article.blocks if block.analysed)


def feed_text(feed: "Feed") -> str:
    """What a feed offers: title, date and address of each entry, and the first words of its summary."""
    lines = [feed.title]
    for entry in feed.entries:
        known = "  ".join(part for part in (entry.published[:10], entry.address) if part)
        lines.append("\n".join(part for part in (entry.title, textwrap.indent(known, INDENT)) if part.strip()))
        if entry.summary:
            lines[-1] += "\n" + textwrap.fill(entry.summary, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    return "\n\n".join(lines)


def _head(article: Article) -> str:
    origin = article.origin
    known = ", ".join(part for part in (origin.byline, origin.outlet, origin.published) if part)
    return "\n".join(part for part in (article.title, known) if part)


def _counts(analysis: Analysis, judged: Mapping[str, Judgement]) -> str:
    counts = counts_by_status(analysis.claims, judged)
    total, dismissed = sum(counts.values()), len(analysis.claims) - sum(counts.values())
    by_status = ", ".join(f"{number} {_said(status)}" for status, number in counts.items())
    told = f"{total} claims: {by_status}" if total else "No claims found." if not dismissed else "No claims."
    return f"{told} ({dismissed} dismissed by the reader)" if dismissed else told


def _actors(analysis: Analysis) -> str:
    names = "; ".join(f"{actor.name} ({actor.kind.value})" for actor in analysis.actors)
    return textwrap.fill(f"Actors: {names}", WIDTH, subsequent_indent="  ") if names else ""


def _sourcing(article: Article, analysis: Analysis, judged: Mapping[str, Judgement]) -> str:
    """Independent origins and what an editor would ask for next."""
    profile = sourcing_profile(article, analysis, judged)
    if not profile.claims:
        return ""
    origins = textwrap.fill(
        f"Independent origins: {'; '.join(profile.origins) or 'none'}", WIDTH, subsequent_indent="  "
    )
    asked = [
        textwrap.fill(
            f"- {QUESTIONS[one.asking].format(about=one.about or 'the article')}", WIDTH, subsequent_indent="  "
        )
        for one in profile.questions[:MOST_QUESTIONS]
    ]
    return "\n".join([origins, *(["Still to ask:"] if asked else []), *asked])


def _claim(
    number: int, claim: Claim, word: Judgement | None, links: list[str], article: Article, analysis: Analysis
) -> str:
    stands = standing(claim, word)
    status = "dismissed" if is_dismissed(word) else _said(stands.status)
    head = f"{number}. [{status}] {_chain(claim, article, analysis, word)}"
    lines = [
        head,
        textwrap.fill(
            _flat(words_of(claim.content, article.text)), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT
        ),
    ]
    told = [
        *_told_of_source(claim, article, word),
        _standing(claim, article),
        *links,
        *(f"why: {in_english(reason.message)}" for reason in stands.reasons),
        *(
            f"Briefing found {_said(stands.found)}: {in_english(one.message)}"
            for one in stands.found_reasons
            if stands.found
        ),
        *(_readers_word(word, claim, article, analysis) if word else ()),
    ]
    lines += [textwrap.fill(line, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT) for line in told if line]
    return "\n".join(lines)


def _told_of_source(claim: Claim, article: Article, word: Judgement | None) -> list[str]:
    """How the source knows, and why it has no name."""
    told = () if word and word.source else (("knows it", claim.knowledge), ("no name", claim.anonymity))
    return [f"{name}: “{_flat(words_of(spans, article.text))}”" for name, spans in told if spans]


def _standing(claim: Claim, article: Article) -> str:
    """That the source denies or doubts the content, or answers a denial; empty if it says it as it stands."""
    hop = claim.innermost
    answers = hop is not None and hop.stance in _ANSWERING
    cue = f" (“{_flat(words_of(hop.cue, article.text))}”)" if answers and hop is not None and hop.cue else ""
    if asserted(claim, article.text) in _NOT_SO:
        return f"polarity: {_ENGLISH.certainty(claim, article.text)}{cue}"
    return f"answer: {cue.strip(' ()')}" if cue and hop is not None and hop.stance is Stance.DENIES else ""


_NOT_SO = frozenset({Assertion.DENIED, Assertion.PROBABLY_NOT, Assertion.POSSIBLY_NOT})
_ANSWERING = frozenset({Stance.DENIES, Stance.BELIEVES})


def _readers_word(word: Judgement, claim: Claim, article: Article, analysis: Analysis) -> list[str]:
    """What else the reader said of a claim: a source that he corrected, his ratings, his note."""
    rated = [
        f"source {word.source_rating.value}" if word.source_rating else "",
        f"information {word.information_rating}" if word.information_rating else "",
    ]
    found = _chain(claim, article, analysis)
    source = f"Briefing found the source: {found}" if word.source and not word.made and word.source != found else ""
    ratings = ", ".join(part for part in rated if part)
    return [source, f"rated: {ratings}" if ratings else "", f"note: {_flat(word.note)}" if word.note else ""]


def _said(status: Status) -> str:
    return status.value.replace("_", " ")


def _links(article: Article, analysis: Analysis, judged: Mapping[str, Judgement]) -> dict[str, list[str]]:
    """For each claim by its id what it does to others and what others do to it, with their numbers and sources."""
    numbered = {claim.id: (number, claim) for number, claim in enumerate(analysis.claims, 1)}
    found: dict[str, list[str]] = {claim_id: [] for claim_id in numbered}
    for number, claim in numbered.values():
        for link in claim.links:
            to, other = numbered[link.to]
            here = _chain(claim, article, analysis, judged.get(claim.id))
            there = _chain(other, article, analysis, judged.get(other.id))
            found[claim.id].append(f"{_ENGLISH.link(link.kind, True).lower()}: {to}, {there}")
            found[other.id].append(f"{_ENGLISH.link(link.kind, False).lower()}: {number}, {here}")
    return found


def _chain(claim: Claim, article: Article, analysis: Analysis, word: Judgement | None = None) -> str:
    """The sources, outermost first; the reader's word goes before the one nearest to the content."""
    names = {actor.id: actor.name for actor in analysis.actors}
    hops = []
    for hop in claim.attributions:
        known = " and ".join(names[actor] for actor in hop.actors if actor in names)
        hops.append(known or _flat(words_of(hop.source, article.text)) or "somebody")
    if word and word.source:
        hops = [*hops[:-1], word.source]
    return " → ".join(hops) or "the article itself"


def _block(block: Block, article: Article) -> str:
    words = block.span.of(article.text)
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(1, block.level)} {words}"
    mark = {BlockKind.ITEM: "- ", BlockKind.QUOTATION: "> "}.get(block.kind, "")
    return mark + words


def _flat(words: str) -> str:
    return " ".join(words.split())
