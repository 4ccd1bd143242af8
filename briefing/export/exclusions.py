"""Leaves out of a brief what the reader does not want in it, before any format sees it: nothing of it is in a file."""

from dataclasses import replace

from briefing.model import (
    Analysis,
    Anchor,
    BlockKind,
    Brief,
    BriefArticle,
    BriefPart,
    BriefPiece,
    Judgement,
    LineKind,
    Shown,
    Spans,
)
from briefing.model.standing import is_dismissed


def adjusted(brief: Brief) -> Brief:
    """The brief without what it is to be without; the legend is left out by the formats that have one."""
    if not brief.without - {Shown.LEGEND}:
        return brief
    articles = tuple(_adjusted(entry, brief, at) for at, entry in enumerate(brief.articles))
    parts = tuple(
        replace(part, pieces=tuple(piece for piece in part.pieces if not _is_left_out(piece, brief)))
        for part in brief.parts
    )
    return replace(brief, articles=articles, parts=parts)


def lines_left_out(brief: Brief) -> int:
    """How many lines that the reader put into the brief are not in it, for they are notes and it is without them."""
    return sum(_is_left_out(piece, brief) for part in brief.parts for piece in part.pieces)


def _is_left_out(piece: BriefPiece, brief: Brief) -> bool:
    return Shown.NOTES in brief.without and piece.kind is LineKind.ANNOTATION and not piece.gone


def _adjusted(entry: BriefArticle, brief: Brief, at: int) -> BriefArticle:
    without, entry = brief.without, entry.numbered()
    if Shown.DISMISSED in without:
        entry = _without_dismissed(entry, _chosen(brief.parts, at))
    if Shown.NOTES in without:
        entry = _without_notes(entry)
    if Shown.REASONS in without and entry.analysis:
        entry = replace(entry, analysis=_without_reasons(entry.analysis))
    if Shown.BOILERPLATE in without:
        entry = _without_boilerplate(entry)
    return entry


def _chosen(parts: tuple[BriefPart, ...], at: int) -> set[str]:
    """The claims of an article that the reader put into the brief himself: they are wanted, dismissed or not."""
    return {piece.claim_id for part in parts for piece in part.pieces if piece.article == at}


def _without_dismissed(entry: BriefArticle, chosen: set[str]) -> BriefArticle:
    gone = {claim_id for claim_id, word in entry.judgements if is_dismissed(word)} - chosen
    if not gone:
        return entry
    judgements = tuple((claim_id, word) for claim_id, word in entry.judgements if claim_id not in gone)
    analysis = _without_claims(entry.analysis, gone) if entry.analysis else None
    return replace(entry, analysis=analysis, judgements=judgements)


def _without_claims(analysis: Analysis, gone: set[str]) -> Analysis:
    return replace(
        analysis,
        claims=tuple(
            replace(claim, links=tuple(link for link in claim.links if link.to not in gone))
            for claim in analysis.claims
            if claim.id not in gone
        ),
    )


def _without_notes(entry: BriefArticle) -> BriefArticle:
    """Without highlights, notes and tags, and without the notes on claims; what else was said of a claim stays."""
    words = [(claim_id, replace(word, note="")) for claim_id, word in entry.judgements]
    judgements = tuple((claim_id, word) for claim_id, word in words if _says_something(word))
    return replace(entry, annotations=(), judgements=judgements)


def _says_something(word: Judgement) -> bool:
    ratings = word.source_rating is not None or word.information_rating is not None
    named = word.source is not None or word.words is not None or bool(word.disputed_by)
    return ratings or named or word.status is not None or word.dismissed or word.made


def _without_reasons(analysis: Analysis) -> Analysis:
    return replace(
        analysis,
        claims=tuple(
            replace(claim, evidence=(), links=tuple(replace(link, told="", arguments=()) for link in claim.links))
            for claim in analysis.claims
        ),
    )


def _without_boilerplate(entry: BriefArticle) -> BriefArticle:
    article = entry.article
    gone = tuple(block.span for block in article.blocks if block.kind is BlockKind.BOILERPLATE)
    return replace(
        entry,
        article=replace(article, blocks=tuple(b for b in article.blocks if b.kind is not BlockKind.BOILERPLATE)),
        annotations=tuple(replace(one, anchor=_apart(one.anchor, gone, article.text)) for one in entry.annotations),
        judgements=tuple((claim_id, _judged_apart(word, gone, article.text)) for claim_id, word in entry.judgements),
    )


def _judged_apart(word: Judgement, gone: Spans, text: str) -> Judgement:
    words = _apart(word.words, gone, text) if word.words else None
    disputed_by = tuple(
        replace(one, claim=_apart(one.claim, gone, text) if one.claim else None) for one in word.disputed_by
    )
    return replace(word, claim=_apart(word.claim, gone, text), words=words, disputed_by=disputed_by)


def _apart(where: Anchor, gone: Spans, text: str) -> Anchor:
    """The anchor, its context as far as no boilerplate is in it; of words that are not in the text, without context."""
    if where.span.of(text) != where.exact:
        return replace(where, prefix="", suffix="")
    begin, end = where.span.start - len(where.prefix), where.span.end + len(where.suffix)
    for span in gone:
        if span.start < where.span.start:
            begin = max(begin, min(span.end, where.span.start))
        if span.end > where.span.end:
            end = min(end, max(span.start, where.span.end))
    prefix, suffix = where.prefix[max(0, begin - where.span.start + len(where.prefix)) :], where.suffix
    return replace(where, prefix=prefix, suffix=suffix[: max(0, end - where.span.end)])
