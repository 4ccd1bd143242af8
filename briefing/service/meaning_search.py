"""Finds what articles say in other words than those that were typed: by the nearness of its meaning."""

import heapq
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.analysis.stories.kept_reading import nearest, unpacked_passages
from briefing.analysis.stories.story_article import Floats
from briefing.analysis.stories.vector_codes import products, turned
from briefing.library import Library, queries
from briefing.model import Analysis, Article, Certainty, Claim, Span, Spans, Status, covering, overlap_length, words_of
from briefing.model.cross_library import KnownClaim
from briefing.model.judged_claims import judgements_by_claim
from briefing.model.standing import is_dismissed, status_of
from briefing.records import dataclass
from briefing.service.judgements import judged_analysis
from briefing.service.story_library import story_article

_ARTICLES = 400
"""Articles about the most alike in which every passage is compared."""

_LEAST = 0.3
"""Cosine from which a passage may mean what was typed."""

_AT_A_TIME = 50


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """What an article says that means much the same as what was typed; `nearness` is 1 for the same words.

    Attributes:
        claim: id of the claim that it is, or is a part of; empty where the article itself says it.
        status: how confirmed that claim is, in the reader's word if he gave it one.
    """

    article_id: int
    title: str
    published: str
    span: Span
    words: str
    sources: tuple[str, ...]
    nearness: float
    claim: str = ""
    status: Status = Status.UNATTRIBUTED
    outlet: str = ""

    @property
    def known(self) -> KnownClaim:
        """The same as a claim of its article."""
        return KnownClaim(
            self.article_id,
            self.title,
            self.outlet,
            self.published,
            self.claim,
            self.span,
            self.words,
            ", ".join(self.sources),
            self.status,
            Certainty.CERTAIN,
        )


@dataclass(frozen=True, slots=True)
class _Hit:
    """A passage that is near; of articles of which all is kept its row among the statements, else where it stands."""

    nearness: float
    article_id: int
    row: int
    span: Span | None


def statements_meaning(library: Library, wanted: Floats, count: int = 20) -> list[FoundStatement]:
    """What articles of the library say that means what was typed, the nearest first; `wanted` is the vector of that.

    Of articles that came long ago, the claims are compared and not each sentence.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    candidates = [number for number, _ in _nearest(library, wanted)]
    best = heapq.nlargest(2 * count, _hits(library, candidates, wanted), key=lambda hit: hit.nearness)
    return list(islice((found for hit in best if (found := _found(library, hit)) is not None), count))


def _nearest(library: Library, wanted: Floats) -> list[tuple[int, float]]:
    """The articles about the most alike: by the library's index, else by what all of them are about."""
    found = library.ask(queries.Nearest(turned(wanted), _ARTICLES))
    return nearest(wanted, *library.ask(queries.Gists()), _ARTICLES) if found is None else found


def _hits(library: Library, numbers: Sequence[int], wanted: Floats) -> Iterator[_Hit]:
    for start in range(0, len(numbers), _AT_A_TIME):
        part = numbers[start : start + _AT_A_TIME]
        whole = library.ask(queries.Statements(part))
        for number, (_, _, passages) in library.ask(queries.Sketches(part)).items():
            spans: tuple[Span, ...] = ()
            try:
                if number in whole:
                    alike = products(whole[number][1], wanted)
                else:
                    spans, vectors = unpacked_passages(passages)
                    alike = vectors @ wanted
            except ValueError:  # damaged on the disk: the others are found without it
                continue
            for row, nearness in enumerate(alike.tolist()):
                if nearness >= _LEAST:
                    yield _Hit(min(nearness, 1.0), number, row, spans[row] if spans else None)


def _found(library: Library, hit: _Hit) -> FoundStatement | None:
    article, analysis = library.ask(queries.WholeArticle(hit.article_id)), judged_analysis(library, hit.article_id)
    content: Spans
    if hit.span is not None:
        if hit.span.end > len(article.text):  # damaged on the disk
            return None
        content, told = (hit.span,), None
    else:
        read = story_article(library, hit.article_id)
        if read is None:
            return None
        told = read.statements[hit.row]
        content = told.content
    claim = _claim(analysis, content, told.claim if told is not None else None)
    words = judgements_by_claim(analysis, library.ask(queries.JudgementsOn(hit.article_id)))
    word = words.get(claim.id) if claim is not None else None
    if is_dismissed(word):
        return None
    sources = told.sources if told is not None else _sources(article, analysis, claim)
    return FoundStatement(
        hit.article_id,
        article.title,
        article.origin.published,
        covering(content),
        words_of(content, article.text),
        (word.source,) if word is not None and word.source else sources,
        round(hit.nearness, 3),
        claim.id if claim is not None else "",
        status_of(claim, word) if claim is not None else Status.UNATTRIBUTED,
        article.origin.outlet,
    )


def _claim(analysis: Analysis | None, content: Sequence[Span], claim_id: str | None) -> Claim | None:
    """The claim of that id; if it is not known, the one that shares most words with a passage."""
    if analysis is None:
        return None
    if claim_id is not None:
        return analysis.claim(claim_id)
    shared = [(overlap_length(claim.content, content), claim) for claim in analysis.claims]
    most, best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best if most else None


def _sources(article: Article, analysis: Analysis | None, claim: Claim | None) -> tuple[str, ...]:
    if analysis is None or claim is None or claim.innermost is None:
        return ()
    words = " ".join(words_of(claim.innermost.source, article.text).split())
    return analysis.source_names(claim) or ((words,) if words else ())
