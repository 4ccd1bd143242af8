"""An article and its findings as plain text, for a terminal."""

import textwrap
from typing import TYPE_CHECKING

from briefing.export.labels import certainty_label, link_label
from briefing.model import (
    Analysis,
    Article,
    Asking,
    Block,
    BlockKind,
    Claim,
    Polarity,
    Stance,
    Status,
    sourcing_profile,
    words_of,
)

if TYPE_CHECKING:
    from briefing.intake import Feed

WIDTH = 96
"""Characters in a line of a terminal that still read well."""

INDENT = "   "

MOST_QUESTIONS = 6

QUESTIONS = {
    Asking.NAME: "{about}: who is that? Ask for a name, or for a second source.",
    Asking.SECOND_SOURCE: "{about}: who else can affirm what only this source says?",
    Asking.ANSWER: "{about} is accused and does not speak: was an answer asked for?",
    Asking.ORIGINAL: "{about}: can the original be seen?",
    Asking.ATTRIBUTION: "{about}: what is stated as fact here is known only from a source; name it again.",
    Asking.CLARITY: "{about}: what is left open here, and who would know?",
}


def summary(article: Article, analysis: Analysis) -> str:
    """Title, count by status, actors and each claim: who, through whom, how confirmed, why."""
    parts = [_head(article), analysis.note, _counts(analysis), _actors(analysis), _sourcing(article, analysis)]
    links = _links(article, analysis)
    parts += [
        _claim(number, claim, links[claim.id], article, analysis) for number, claim in enumerate(analysis.claims, 1)
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


def _counts(analysis: Analysis) -> str:
    found = [(status, sum(claim.status is status for claim in analysis.claims)) for status in Status]
    counts = ", ".join(f"{number} {status.value.replace('_', ' ')}" for status, number in found if number)
    return f"{len(analysis.claims)} claims: {counts}" if analysis.claims else "No claims found."


def _actors(analysis: Analysis) -> str:
    names = "; ".join(f"{actor.name} ({actor.kind.value})" for actor in analysis.actors)
    return textwrap.fill(f"Actors: {names}", WIDTH, subsequent_indent="  ") if names else ""


def _sourcing(article: Article, analysis: Analysis) -> str:
    """Independent origins and what an editor would ask for next."""
    profile = sourcing_profile(article, analysis)
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


def _claim(number: int, claim: Claim, links: list[str], article: Article, analysis: Analysis) -> str:
    head = f"{number}. [{claim.status.value.replace('_', ' ')}] {_chain(claim, article, analysis)}"
    lines = [
        head,
        textwrap.fill(
            _flat(words_of(claim.content, article.text)), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT
        ),
    ]
    told = [_standing(claim, article), *links, *(f"why: {reason.sentence}" for reason in claim.evidence)]
    lines += [textwrap.fill(line, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT) for line in told if line]
    return "\n".join(lines)


def _standing(claim: Claim, article: Article) -> str:
    """That the source denies or doubts the content, or answers a denial; empty if it says it as it stands."""
    hop = claim.innermost
    answers = hop is not None and hop.stance in _ANSWERING
    cue = f" (“{_flat(words_of(hop.cue, article.text))}”)" if answers and hop is not None and hop.cue else ""
    if claim.polarity is Polarity.NEGATIVE:
        return f"polarity: {certainty_label(claim, article.text)}{cue}"
    return f"answer: {cue.strip(' ()')}" if cue and hop is not None and hop.stance is Stance.DENIES else ""


_ANSWERING = frozenset({Stance.DENIES, Stance.BELIEVES})


def _links(article: Article, analysis: Analysis) -> dict[str, list[str]]:
    """For each claim by its id what it does to others and what others do to it, with their numbers and sources."""
    numbered = {claim.id: (number, claim) for number, claim in enumerate(analysis.claims, 1)}
    found: dict[str, list[str]] = {claim_id: [] for claim_id in numbered}
    for number, claim in numbered.values():
        for link in claim.links:
            to, other = numbered[link.to]
            found[claim.id].append(f"{link_label(link.kind, True).lower()}: {to}, {_chain(other, article, analysis)}")
            found[other.id].append(
                f"{link_label(link.kind, False).lower()}: {number}, {_chain(claim, article, analysis)}"
            )
    return found


def _chain(claim: Claim, article: Article, analysis: Analysis) -> str:
    names = {actor.id: actor.name for actor in analysis.actors}
    hops = []
    for hop in claim.attributions:
        known = " and ".join(names[actor] for actor in hop.actors if actor in names)
        hops.append(known or _flat(words_of(hop.source, article.text)) or "somebody")
    return " → ".join(hops) or "the article itself"


def _block(block: Block, article: Article) -> str:
    words = block.span.of(article.text)
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(1, block.level)} {words}"
    mark = {BlockKind.ITEM: "- ", BlockKind.QUOTATION: "> "}.get(block.kind, "")
    return mark + words


def _flat(words: str) -> str:
    return " ".join(words.split())
