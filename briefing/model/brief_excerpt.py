"""The beginning of a long brief, to be looked at while the whole of it is being set."""

from dataclasses import replace

from briefing.model.brief import Brief, BriefArticle

BLOCKS = 40
"""Blocks, claims and lines of a brief that its beginning holds at most of each."""


def beginning(brief: Brief) -> Brief | None:
    """The first pages of a long brief, roughly; None if it is so short that all of it is soon set."""
    blocks = sum(len(entry.article.blocks) for entry in brief.articles)
    claims = sum(len(entry.analysis.claims) for entry in brief.articles if entry.analysis)
    lines = sum(len(part.pieces) for part in brief.parts)
    if max(blocks, claims, lines) <= 2 * BLOCKS:
        return None
    if brief.parts:
        parts, left = [], BLOCKS // 2
        for part in brief.parts:
            parts.append(replace(part, pieces=part.pieces[:left]))
            left = max(0, left - len(part.pieces))
        return replace(brief, parts=tuple(parts), articles=tuple(map(_without_text, brief.articles)))
    return replace(brief, articles=(_cropped(brief.articles[0]),))


def _cropped(entry: BriefArticle) -> BriefArticle:
    entry = entry.numbered()
    article = replace(entry.article, blocks=entry.article.blocks[:BLOCKS])
    if entry.analysis is None:
        return replace(entry, article=article)
    claims = entry.analysis.claims[:BLOCKS]
    known = {claim.id for claim in claims}
    held = tuple(replace(claim, links=tuple(link for link in claim.links if link.to in known)) for claim in claims)
    judgements = tuple((claim_id, word) for claim_id, word in entry.judgements if claim_id in known)
    return replace(
        entry,
        article=article,
        analysis=replace(entry.analysis, claims=held),
        annotations=entry.annotations[:BLOCKS],
        judgements=judgements,
    )


def _without_text(entry: BriefArticle) -> BriefArticle:
    return replace(entry, article=replace(entry.article, blocks=entry.article.blocks[:BLOCKS]))
