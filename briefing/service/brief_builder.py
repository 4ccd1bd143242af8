"""Makes the brief that is printed of one that is kept: each line is found in what the library holds now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from briefing.library import Library, LibraryFailure, queries
from briefing.library.anchoring import locate
from briefing.model import (
    Analysis,
    Anchor,
    Brief,
    BriefArticle,
    BriefLine,
    BriefPart,
    BriefPiece,
    Claim,
    LineKind,
    Placing,
    StoredBrief,
    covering,
    overlap_share,
)
from briefing.service.brief_sources import brief_article

LEAST_OVERLAP = 0.5
"""Share of code points that a claim of a newer analysis must have in common with the one a line refers to (Jaccard)."""


def composed(library: Library, kept: StoredBrief) -> Brief:
    """The brief as it stands now; of articles that are not shown whole it holds what was chosen and no more.

    Lines whose source is not in the library any more stay, without an article.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    sources = _Sources(library)
    parts = tuple(
        BriefPart(section.heading, tuple(sources.piece(line) for line in section.lines)) for section in kept.sections
    )
    return Brief(
        title=kept.title,
        articles=sources.chosen(parts),
        made=datetime.now().astimezone(),
        author=kept.author,
        introduction=kept.purpose,
        template=kept.template or "annotated",
        classification=kept.classification,
        paper=kept.paper,
        date=kept.date,
        parts=parts,
    )


class _Sources:
    """The articles that the lines of one brief refer to, each read once, in the order of the lines."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._places: dict[int, int | None] = {}
        self._articles: list[BriefArticle] = []

    def piece(self, line: BriefLine) -> BriefPiece:
        """The line, found in its article."""
        gone = BriefPiece(line.id, line.kind, text=line.text)
        place = self._place(line.article_id) if line.article_id is not None else None
        if place is None:
            return gone
        entry = self._articles[place]
        match line.kind:
            case LineKind.ARTICLE:
                return replace(gone, article=place)
            case LineKind.CLAIM:
                claim = _claim_at(entry, line.claim) if line.claim else None
                return replace(gone, article=place, claim_id=claim.id) if claim else gone
            case LineKind.ANNOTATION:
                there = any(one.id == line.annotation_id for one in entry.annotations)
                return replace(gone, article=place, annotation_id=line.annotation_id) if there else gone
        return gone

    def chosen(self, parts: Iterable[BriefPart]) -> tuple[BriefArticle, ...]:
        """The articles; those that no line shows whole hold only the claims and annotations that lines show."""
        pieces = [piece for part in parts for piece in part.pieces]
        return tuple(
            entry
            if any(piece.kind is LineKind.ARTICLE and piece.article == place for piece in pieces)
            else _only(entry, [piece for piece in pieces if piece.article == place])
            for place, entry in enumerate(self._articles)
        )

    def _place(self, article_id: int) -> int | None:
        number = self._library.ask(queries.NewestVersion(article_id))
        if number not in self._places:
            self._places[number] = self._read(number)
        return self._places[number]

    def _read(self, number: int) -> int | None:
        try:
            if self._library.ask(queries.ListedArticle(number)).removed:
                return None
            self._articles.append(brief_article(self._library, number))
        except LibraryFailure:
            return None
        return len(self._articles) - 1


def _claim_at(entry: BriefArticle, anchor: Anchor) -> Claim | None:
    place = locate(anchor, entry.article.text)
    if place.placing is Placing.ORPHAN or entry.analysis is None:
        return None
    shares = {
        claim.id: overlap_share((covering(claim.content),), (place.anchor.span,)) for claim in entry.analysis.claims
    }
    best = max(entry.analysis.claims, key=lambda claim: shares[claim.id], default=None)
    return best if best and shares[best.id] >= LEAST_OVERLAP else None


def _only(entry: BriefArticle, pieces: Iterable[BriefPiece]) -> BriefArticle:
    shown = list(pieces)
    claims = {piece.claim_id for piece in shown}
    notes = {piece.annotation_id for piece in shown}
    return replace(
        entry.numbered(),
        analysis=_only_claims(entry.analysis, claims) if entry.analysis else None,
        annotations=tuple(one for one in entry.annotations if one.id in notes),
        judgements=tuple((claim_id, word) for claim_id, word in entry.judgements if claim_id in claims),
    )


def _only_claims(analysis: Analysis, claims: set[str]) -> Analysis:
    return replace(
        analysis,
        claims=tuple(
            replace(claim, links=tuple(link for link in claim.links if link.to in claims))
            for claim in analysis.claims
            if claim.id in claims
        ),
    )
