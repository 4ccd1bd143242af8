"""An article and its findings as plain text, for a terminal."""

import textwrap
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefing.export.labels import Labels
from briefing.model import (
    Actor,
    Analysis,
    Article,
    Block,
    BlockKind,
    Claim,
    Judgement,
    LinkKind,
    Stance,
    Status,
    sourcing_profile,
    words_of,
)
from briefing.model.assertion import Assertion, asserted
from briefing.model.catalogue import WRITTEN, in_english
from briefing.model.message import Message
from briefing.model.other_side import is_told, other_side
from briefing.model.standing import counts_by_status, is_dismissed, standing, told_of_source

if TYPE_CHECKING:
    from briefing.intake import Feed

WIDTH = 96
"""Characters in a line of a terminal that still read well."""

INDENT = "   "

MOST_QUESTIONS = 6


def summary(
    article: Article,
    analysis: Analysis,
    judged: Mapping[str, Judgement] | None = None,
    language: str = WRITTEN,
) -> str:
    """Title, count by status, actors and each claim: who, through whom, how confirmed, why.

    The reader's word, in `judged` by claim id, goes before what was found.
    """
    words, labels = judged or {}, Labels(language)
    parts = [
        _head(article),
        labels.said(analysis.note) if analysis.note else "",
        _counts(labels, analysis, words),
        _actors(labels, analysis),
    ]
    parts.append(_sourcing(labels, article, analysis, words))
    links = _links(labels, article, analysis, words)
    parts += [
        _claim(labels, number, claim, words.get(claim.id), links[claim.id], article, analysis)
        for number, claim in enumerate(analysis.claims, 1)
    ]
    return "\n\n".join(part for part in parts if part)


def clean_text(article: Article) -> str:
    """The article's own words without boilerplate, headings marked as in Markdown."""
    return "\n\n".join(_block(block, article) for block in article.blocks if block.analysed)


def feed_text(feed: "Feed", said: Callable[[Message], str] = in_english) -> str:
    """What a feed offers: title, date and address of each entry, and the first words of its summary."""
    lines = [feed.title]
    for entry in feed.entries:
        known = "  ".join(part for part in (entry.published[:10], entry.address) if part)
        title = entry.title or said(Message("feed.untitled"))
        lines.append("\n".join(part for part in (title, textwrap.indent(known, INDENT)) if part.strip()))
        told = " · ".join(filter(None, (entry.summary, said(entry.remark) if entry.remark else "")))
        if told:
            lines[-1] += "\n" + textwrap.fill(told, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    return "\n\n".join(lines)


def _head(article: Article) -> str:
    origin = article.origin
    known = ", ".join(part for part in (origin.byline, origin.outlet, origin.published) if part)
    return "\n".join(part for part in (article.title, known) if part)


def _counts(labels: Labels, analysis: Analysis, judged: Mapping[str, Judgement]) -> str:
    counts = counts_by_status(analysis.claims, judged)
    total, dismissed = sum(counts.values()), len(analysis.claims) - sum(counts.values())
    by_status = ", ".join(f"{number} {_word(labels, status)}" for status, number in counts.items())
    none = Message("summary.none_left" if dismissed else "summary.none_found")
    told = Message.of("summary.claims", n=total, statuses=by_status) if total else none
    return labels.said(Message.of("summary.with_dismissed", told=told, number=dismissed) if dismissed else told)


def _actors(labels: Labels, analysis: Analysis) -> str:
    names = "; ".join(f"{actor.name} ({_kind(labels, actor)})" for actor in analysis.actors)
    return _filled(labels.said(Message.of("summary.actors", names=names))) if names else ""


def _kind(labels: Labels, actor: Actor) -> str:
    return labels.said(Message(f"actor_kind.{actor.kind.value}"))


def _filled(line: str) -> str:
    return textwrap.fill(line, WIDTH, subsequent_indent="  ")


def _sourcing(labels: Labels, article: Article, analysis: Analysis, judged: Mapping[str, Judgement]) -> str:
    """Independent origins and what an editor would ask for next."""
    profile = sourcing_profile(article, analysis, judged)
    if not profile.claims:
        return ""
    origins = "; ".join(profile.origins) or labels.said(Message("list.none"))
    asked = [
        Message.of(f"question.{one.asking.name.lower()}", about=one.about or Message("source.article"))
        for one in profile.questions[:MOST_QUESTIONS]
    ]
    lines = [
        _filled(f"{labels.text('origins')}: {origins}"),
        *([f"{labels.text('to_ask')}:"] if asked else []),
        *(_filled(f"- {labels.said(one)}") for one in asked),
    ]
    return "\n".join(lines)


def _claim(
    labels: Labels,
    number: int,
    claim: Claim,
    word: Judgement | None,
    links: list[str],
    article: Article,
    analysis: Analysis,
) -> str:
    stands = standing(claim, word)
    status = labels.said(Message("summary.dismissed")) if is_dismissed(word) else _word(labels, stands.status)
    head = f"{number}. [{status}] {_chain(labels, claim, article, analysis, word)}"
    lines = [
        head,
        textwrap.fill(
            _flat(words_of(claim.content, article.text)), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT
        ),
    ]
    told = [
        *_told_of_source(labels, claim, article, word),
        _standing(labels, claim, article),
        *links,
        *(labels.said(Message.of("summary.why", sentence=reason.message)) for reason in stands.reasons),
        *(
            labels.said(
                Message.of("summary.found", status=Message(f"status.{stands.found.value}"), sentence=one.message)
            )
            for one in stands.found_reasons
            if stands.found
        ),
        *(_readers_word(labels, word, claim, article, analysis) if word else ()),
    ]
    lines += [textwrap.fill(line, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT) for line in told if line]
    return "\n".join(lines)


def _told_of_source(labels: Labels, claim: Claim, article: Article, word: Judgement | None) -> list[str]:
    """How the source knows, and why it has no name."""
    told = zip(("knows", "nameless"), told_of_source(claim, word), strict=True)
    return [
        labels.said(Message.of(f"summary.{name}", words=_flat(words_of(spans, article.text))))
        for name, spans in told
        if spans
    ]


def _standing(labels: Labels, claim: Claim, article: Article) -> str:
    """That the source denies or doubts the content, or answers a denial; empty if it says it as it stands."""
    hop = claim.innermost
    answers = hop is not None and hop.stance in _ANSWERING
    cue = labels.quoted(_flat(words_of(hop.cue, article.text))) if answers and hop is not None and hop.cue else ""
    if asserted(claim, article.text) in _NOT_SO:
        certainty = labels.certainty(claim, article.text)
        told = f"{certainty} ({cue})" if cue else certainty
        return labels.said(Message.of("summary.polarity", certainty=told))
    is_denial = cue and hop is not None and hop.stance is Stance.DENIES
    return labels.said(Message.of("summary.answer", words=cue)) if is_denial else ""


_NOT_SO = frozenset({Assertion.DENIED, Assertion.PROBABLY_NOT, Assertion.POSSIBLY_NOT})
_ANSWERING = frozenset({Stance.DENIES, Stance.BELIEVES})


def _readers_word(labels: Labels, word: Judgement, claim: Claim, article: Article, analysis: Analysis) -> list[str]:
    """What else the reader said of a claim: a source that he corrected, his ratings, his note."""
    rated = [
        labels.line("rating_source", rating=word.source_rating.value) if word.source_rating else "",
        labels.line("rating_information", rating=word.information_rating) if word.information_rating else "",
    ]
    found = _chain(labels, claim, article, analysis)
    is_corrected = word.source and not word.made and word.source != found
    source = labels.said(Message.of("summary.found_source", source=found)) if is_corrected else ""
    ratings = ", ".join(part for part in rated if part)
    rating = labels.said(Message.of("summary.rated", ratings=ratings)) if ratings else ""
    note = labels.said(Message.of("summary.note", words=_flat(word.note))) if word.note else ""
    return [source, rating, note]


def _word(labels: Labels, status: Status) -> str:
    return labels.said(Message(f"status.{status.value}"))


def _links(
    labels: Labels, article: Article, analysis: Analysis, judged: Mapping[str, Judgement]
) -> dict[str, list[str]]:
    """For each claim by its id what it does to others and what others do to it, with their numbers and sources."""
    numbered = {claim.id: (number, claim) for number, claim in enumerate(analysis.claims, 1)}
    found: dict[str, list[str]] = {claim_id: [] for claim_id in numbered}
    for number, claim in numbered.values():
        for link in claim.links:
            to, other = numbered[link.to]
            here = _chain(labels, claim, article, analysis, judged.get(claim.id))
            there = _chain(labels, other, article, analysis, judged.get(other.id))
            if link.kind is LinkKind.DENIES:
                here = _against(here, claim, other, article, judged)
                there = _against(there, other, claim, article, judged)
            found[claim.id].append(f"{labels.link(link.kind, True).lower()}: {to}, {there}")
            found[other.id].append(f"{labels.link(link.kind, False).lower()}: {number}, {here}")
    return found


def _against(source: str, claim: Claim, other: Claim, article: Article, judged: Mapping[str, Judgement]) -> str:
    """Whose word a claim is that stands against another one, with the words where no reason of that one tells them."""
    reasons = standing(other, judged.get(other.id)).reasons
    return source if is_told(claim, reasons) else other_side(source, claim, article.text)


def _chain(labels: Labels, claim: Claim, article: Article, analysis: Analysis, word: Judgement | None = None) -> str:
    """The sources, outermost first; the reader's word goes before the one nearest to the content."""
    names = {actor.id: actor.name for actor in analysis.actors}
    hops = []
    for hop in claim.attributions:
        known = labels.listed(names[actor] for actor in hop.actors if actor in names)
        hops.append(known or _flat(words_of(hop.source, article.text)) or labels.said(Message("summary.somebody")))
    if word and word.source:
        hops = [*hops[:-1], word.source]
    return " → ".join(hops) or labels.said(Message("cited.article"))


def _block(block: Block, article: Article) -> str:
    words = block.span.of(article.text)
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(1, block.level)} {words}"
    mark = {BlockKind.ITEM: "- ", BlockKind.QUOTATION: "> "}.get(block.kind, "")
    return mark + words


def _flat(words: str) -> str:
    return " ".join(words.split())
