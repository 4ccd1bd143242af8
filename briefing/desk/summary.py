"""An article and its findings as plain text, for a terminal."""

import textwrap
from typing import TYPE_CHECKING

from briefing.model import Analysis, Article, Asking, Block, BlockKind, Claim, Status, sourcing_profile, words_of

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
    parts += [_claim(number, claim, article, analysis) for number, claim in enumerate(analysis.claims, 1)]
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


def _claim(number: int, claim: Claim, article: Article, analysis: Analysis) -> str:
    head = f"{number}. [{claim.status.value.replace('_', ' ')}] {_chain(claim, article, analysis)}"
    lines = [
        head,
        textwrap.fill(
            _flat(words_of(claim.content, article.text)), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT
        ),
    ]
    lines += [
        textwrap.fill(f"why: {reason.sentence}", WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
        for reason in claim.evidence
    ]
    return "\n".join(lines)


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
