"""Leaves out of a brief what the reader does not want in it, before any format sees it."""

from dataclasses import replace

from briefing.model import Analysis, BlockKind, Brief, BriefArticle, LineKind, Shown


def adjusted(brief: Brief) -> Brief:
    """The brief without what it is to be without; the legend is left out by the sheet."""
    if not brief.without - {Shown.LEGEND}:
        return brief
    return replace(brief, articles=tuple(_adjusted(entry, brief, at) for at, entry in enumerate(brief.articles)))


def _adjusted(entry: BriefArticle, brief: Brief, at: int) -> BriefArticle:
    without = brief.without
    # A line that the reader put into the brief himself is wanted, whatever is left out of whole articles.
    chosen = {piece.claim_id for part in brief.parts for piece in part.pieces if piece.article == at}
    wanted = any(
        piece.kind is LineKind.ANNOTATION and piece.article == at for part in brief.parts for piece in part.pieces
    )
    if Shown.NOTES in without and not wanted:
        entry = replace(entry, annotations=())
    if Shown.BOILERPLATE in without:
        blocks = tuple(block for block in entry.article.blocks if block.kind is not BlockKind.BOILERPLATE)
        entry = replace(entry, article=replace(entry.article, blocks=blocks))
    if Shown.DISMISSED in without and entry.analysis:
        gone = {claim_id for claim_id, word in entry.judgements if word.dismissed} - chosen
        judgements = tuple((claim_id, word) for claim_id, word in entry.judgements if claim_id not in gone)
        entry = replace(entry, analysis=_without_claims(entry.analysis, gone), judgements=judgements)
    if Shown.REASONS in without and entry.analysis:
        claims = tuple(replace(claim, evidence=()) for claim in entry.analysis.claims)
        entry = replace(entry, analysis=replace(entry.analysis, claims=claims))
    return entry


def _without_claims(analysis: Analysis, gone: set[str]) -> Analysis:
    return replace(
        analysis,
        claims=tuple(
            replace(claim, links=tuple(link for link in claim.links if link.to not in gone))
            for claim in analysis.claims
            if claim.id not in gone
        ),
    )
