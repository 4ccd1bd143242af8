"""The article on the screen with everything known about it: one immutable value that all panes show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from functools import cached_property, partial

from briefing.model import Analysis, Annotation, Article, Claim, Judgement, KeptArticle, LinkKind, Status, covering
from briefing.model.standing import is_dismissed, status_of
from briefing.records import dataclass
from briefing.service import judgements_by_claim, with_readers_word

Incoming = dict[str, list[tuple[LinkKind, str]]]

AT_ONCE = 1_000
"""Claims of which the links are computed in one step."""


class FindingsIndex:
    """Lookups over the findings of one analysis, each made when it is first asked for."""

    def __init__(self, analysis: Analysis | None) -> None:
        self.analysis = analysis
        self._incoming: Incoming | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in text order; none before the first findings."""
        return self.analysis.claims if self.analysis else ()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number printed beside each claim: its rank in text order from 1."""
        return {claim.id: number for number, claim in enumerate(self.claims, 1)}

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def actor_names(self) -> dict[str, str]:
        """The names of the actors by id."""
        return {actor.id: actor.name for actor in self.analysis.actors} if self.analysis else {}

    @property
    def incoming(self) -> Incoming:
        """The links that point to each claim, with the claim they come from."""
        if self._incoming is None:
            self._incoming = {}
            _add_incoming(self._incoming, self.claims)
        return self._incoming

    def incoming_steps(self) -> Iterator[Callable[[], object]]:
        """Steps after which `incoming` is there at once: a long article may have tens of thousands of links."""
        found: Incoming = {}
        for at in range(0, len(self.claims), AT_ONCE):
            yield partial(_add_incoming, found, self.claims[at : at + AT_ONCE])
        yield partial(self._set_incoming, found)

    def _set_incoming(self, found: Incoming) -> None:
        self._incoming = found


class JudgementIndex:
    """The reader's judgements by the claims that they are about."""

    def __init__(self, analysis: Analysis | None, judgements: tuple[Judgement, ...]) -> None:
        self.analysis = analysis
        self.judgements = judgements

    @cached_property
    def by_claim(self) -> dict[str, Judgement]:
        """The judgement on each claim that has one, by claim id."""
        return judgements_by_claim(self.analysis, self.judgements)


@dataclass(frozen=True)
class OpenArticle:
    """An open article; each change makes a new value, which shares the lookups that it does not change.

    Attributes:
        kept: the article as the library lists it.
        article: its text and blocks.
        analysis: the findings so far, or None before the first ones.
        annotations: the reader's own, as on disk.
        judgements: the reader's word on claims, as on disk; at a desk a colleague's where there is none.
        colleagues: what colleagues at the desk say of claims, as far as the reader wants to see it.
    """

    kept: KeptArticle
    article: Article
    analysis: Analysis | None = None
    annotations: tuple[Annotation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    colleagues: tuple[Judgement, ...] = ()

    findings: FindingsIndex = field(default_factory=lambda: FindingsIndex(None), compare=False, repr=False)
    _judged: JudgementIndex = field(default_factory=lambda: JudgementIndex(None, ()), compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make the lookups anew unless they are of these very findings."""
        if self.findings.analysis is not self.analysis:
            object.__setattr__(self, "findings", FindingsIndex(self.analysis))
        if self._judged.analysis is not self.analysis or self._judged.judgements != self.judgements:
            object.__setattr__(self, "_judged", JudgementIndex(self.analysis, self.judgements))

    @property
    def judged(self) -> dict[str, Judgement]:
        """The judgement on each claim that has one, by claim id."""
        return self._judged.by_claim

    @property
    def numbers(self) -> dict[str, int]:
        """The number printed beside each claim: its rank in text order from 1."""
        return self.findings.numbers

    @property
    def by_id(self) -> dict[str, Claim]:
        """The claims by id."""
        return self.findings.by_id

    @property
    def incoming(self) -> Incoming:
        """The links that point to each claim, with the claim they come from."""
        return self.findings.incoming

    @property
    def actor_names(self) -> dict[str, str]:
        """The names of the actors by id."""
        return self.findings.actor_names

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in text order; none before the first findings."""
        return self.analysis.claims if self.analysis else ()

    def status(self, claim: Claim) -> Status:
        """The status shown: the reader's own, else that of the analysis."""
        return status_of(claim, self.judged.get(claim.id))

    @cached_property
    def kept_claims(self) -> tuple[Claim, ...]:
        """All claims but those that the reader dismissed."""
        return tuple(claim for claim in self.claims if not self.dismissed(claim)) if self.judged else self.claims

    def dismissed(self, claim: Claim) -> bool:
        """Whether the reader said that this is no claim."""
        return is_dismissed(self.judged.get(claim.id))

    def place_of(self, claim: Claim) -> str:
        """What a claim is known by in any analysis: its article, and where the words stand that were found."""
        found = covering(claim.found or claim.content)
        return f"{self.kept.id} {found.start} {found.end}"

    def same_claim(self, claim_id: str, other: "OpenArticle") -> str:
        """Id that a claim of this has in another one, where it may be numbered anew; else the same id."""
        claim = self.by_id.get(claim_id)
        if claim is None or self.analysis is other.analysis:
            return claim_id
        place = self.place_of(claim)
        known = other.by_id.get(claim_id)
        if known is not None and other.place_of(known) == place:
            return claim_id
        return next((one.id for one in other.claims if other.place_of(one) == place), claim_id)

    def annotation(self, annotation_id: str) -> Annotation | None:
        """The annotation of that id, if there is one."""
        return next((entry for entry in self.annotations if entry.id == annotation_id), None)

    def with_analysis(self, analysis: Analysis) -> "OpenArticle":
        """The same with newer findings."""
        return replace(self, analysis=with_readers_word(analysis, self.judgements))

    def with_own(self, annotations: tuple[Annotation, ...], judgements: tuple[Judgement, ...]) -> "OpenArticle":
        """The same with the reader's changes; what follows from the rest is not computed again."""
        analysis = with_readers_word(self.analysis, judgements) if self.analysis else None
        return replace(self, analysis=analysis, annotations=annotations, judgements=judgements)

    def with_kept(self, kept: KeptArticle) -> "OpenArticle":
        """The same with a newer line of the library."""
        # What the reader corrected about it has to stand in citations and briefs, too.
        same = kept.origin == self.article.origin
        article = self.article if same else replace(self.article, origin=kept.origin)
        return replace(self, kept=kept, article=article)


def _add_incoming(found: Incoming, claims: Iterable[Claim]) -> None:
    for claim in claims:
        for link in claim.links:
            found.setdefault(link.to, []).append((link.kind, claim.id))
