"""What the reader says is disputed, in the stories of its article: who disputes it stands with the proposition."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.library import Library, queries
from briefing.model import Claim, Judgement, Span, Status, overlap_length
from briefing.model.disputed_claims import disputer
from briefing.model.story import Proposition, Story, Telling
from briefing.records import dataclass
from briefing.service.judgements import judged_analysis

_LEAST = 0.5
"""Share of the shorter of a claim and a telling that they have in common where one tells the other."""


@dataclass(frozen=True, slots=True)
class _Disputed:
    """A claim of an article that the reader says is disputed."""

    article: str
    judgement: Judgement

    @property
    def span(self) -> Span:
        return self.judgement.claim.span

    @property
    def by(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(disputer, self.judgement.disputed_by)))

    def is_told_by(self, telling: Telling) -> bool:
        if telling.article != self.article:
            return False
        shorter = min(len(self.span), sum(map(len, telling.content)))
        return overlap_length(telling.content, (self.span,)) >= _LEAST * shorter


def with_readers_disputes(library: Library, story: Story) -> Story:
    """The story with who disputes what, in the reader's word; what one article alone tells comes in by that.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    disputed = [found for key in story.articles for found in _in_article(library, key)]
    if not disputed:
        return story
    told = tuple(_disputed(proposition, disputed) for proposition in story.propositions)
    alone = [one for one in disputed if not any(one.is_told_by(t) for p in told for t in p.tellings)]
    return replace(story, propositions=(*told, *_by_themselves(library, alone)))


def _in_article(library: Library, key: str) -> Iterator[_Disputed]:
    for judgement in library.ask(queries.JudgementsOn(int(key))):
        if judgement.disputed_by and not judgement.dismissed:
            yield _Disputed(key, judgement)


def _disputed(proposition: Proposition, disputed: Iterable[_Disputed]) -> Proposition:
    by = [name for one in disputed if any(map(one.is_told_by, proposition.tellings)) for name in one.by]
    if not by:
        return proposition
    return replace(proposition, status=Status.DISPUTED, disputed_by=tuple(dict.fromkeys(by)))


def _by_themselves(library: Library, alone: Iterable[_Disputed]) -> Iterator[Proposition]:
    for number, one in enumerate(alone, 1):
        telling = _telling(library, one)
        yield Proposition(
            f"r{number}",
            telling.said,
            (telling,),
            (telling.origin,) if telling.origin else (),
            status=Status.DISPUTED,
            disputed_by=one.by,
        )


def _telling(library: Library, one: _Disputed) -> Telling:
    article, analysis = int(one.article), judged_analysis(library, int(one.article))
    claim = max(analysis.claims, key=lambda claim: _shared(claim, one), default=None) if analysis else None
    names: tuple[str, ...] = (one.judgement.source,) if one.judgement.source else ()
    claim_id = ""
    if analysis is not None and claim is not None and _shared(claim, one):
        names, claim_id = names or analysis.source_names(claim), claim.id
    words = " ".join(one.judgement.claim.exact.split())
    return Telling(
        one.article,
        "",
        claim_id,
        (one.span,),
        words,
        names,
        ", ".join(names),
        published=library.ask(queries.ListedArticle(article)).origin.published,
        begins=one.judgement.claim.exact,
    )


def _shared(claim: Claim, one: _Disputed) -> int:
    return overlap_length(claim.content, (one.span,))
