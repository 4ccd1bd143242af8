"""The sourcing profile of an article: on whose word it rests, and what an editor would ask for next."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from briefing.model.annotation import Judgement
from briefing.model.article import Article, Block
from briefing.model.findings import Analysis, Claim, LinkKind, SourceKind, Stance, Status
from briefing.model.span_index import Laid
from briefing.model.spans import Span, words_of
from briefing.model.standing import counts_by_status, is_dismissed, percentages, status_of
from briefing.records import dataclass

_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "some", "many", "others"})

LEAST_CLAIMS = 2
"""Claims in a passage that make it worth telling that they all rest on one source."""


class Asking(StrEnum):
    """What kind of thing an editor asks for."""

    NAME = "name"
    SECOND_SOURCE = "second_source"
    ANSWER = "answer"
    ORIGINAL = "original"
    ATTRIBUTION = "attribution"
    CLARITY = "clarity"


@dataclass(frozen=True, slots=True)
class SourceShare:
    """How much of an article rests on one source.

    Attributes:
        name: of its actors, or the words of the source; empty for the article's own voice.
        kind: what it is.
        claims: ids of the claims that it makes, in text order.
    """

    name: str
    kind: SourceKind
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SingleSourcePassage:
    """Successive blocks whose claims all come from one origin and are affirmed by nobody else."""

    span: Span
    origin: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What an editor would ask for next.

    Attributes:
        asking: the kind of it; a view may translate by it.
        about: the name or the words that the question is about; of what is relayed the chain, outermost first.
        claims: ids of the claims that it would settle.
    """

    asking: Asking
    about: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcingProfile:
    """On whose word an article rests; dismissed claims are left out, the reader's own statuses win.

    Attributes:
        statuses: each status that occurs with the number of its claims, in the order of the ladder.
        sources: most claims first.
        origins: names of the independent origins, most claims first; who is only relayed and who relays are one.
        passages: what rests on a single source, in text order.
        questions: the most pressing first.
    """

    statuses: tuple[tuple[Status, int], ...]
    sources: tuple[SourceShare, ...]
    origins: tuple[str, ...]
    passages: tuple[SingleSourcePassage, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(count for _, count in self.statuses)

    @property
    def shares(self) -> tuple[tuple[Status, int, int], ...]:
        """Each status that occurs with the number of its claims and their share in per cent, together 100."""
        shares = percentages([count for _, count in self.statuses])
        return tuple((status, count, share) for (status, count), share in zip(self.statuses, shares, strict=True))


def sourcing_profile(
    article: Article, analysis: Analysis, judgements: Mapping[str, Judgement] | None = None
) -> SourcingProfile:
    """The profile of an analysed article, by the reader's `judgements` (by claim id) where there are some."""
    judged = judgements or {}
    claims = [claim for claim in analysis.claims if not is_dismissed(judged.get(claim.id))]
    status = {claim.id: status_of(claim, judged.get(claim.id)) for claim in claims}
    sources = {claim.id: _source_name(claim, article, analysis, judged) for claim in claims}
    return SourcingProfile(
        tuple(counts_by_status(claims, judged).items()),
        _sources(claims, sources),
        _origins(claims, sources, article, analysis),
        _passages(claims, sources, status, article),
        _questions(claims, sources, status, article, analysis),
    )


def _source_name(claim: Claim, article: Article, analysis: Analysis, judged: Mapping[str, Judgement]) -> str:
    corrected = judged[claim.id].source if claim.id in judged else None
    return corrected or _name(claim, -1, article, analysis)


def _name(claim: Claim, hop: int, article: Article, analysis: Analysis) -> str:
    """Who stands behind a hop: names of actors, else the words of the source, else the cue, quoted (“reportedly”)."""
    if not claim.attributions:
        return ""
    found = claim.attributions[hop]
    actors = [actor.name for number in found.actors if (actor := analysis.actor(number)) is not None]
    named = " and ".join(actors) or " ".join(words_of(found.source, article.text).split())
    cue = " ".join(words_of(found.cue, article.text).split())
    return named or (f"“{cue}”" if cue else "")


def _kind(claim: Claim) -> SourceKind:
    return claim.innermost.source_kind if claim.innermost else SourceKind.NARRATOR


def _sources(claims: list[Claim], names: Mapping[str, str]) -> tuple[SourceShare, ...]:
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        held.setdefault(names[claim.id].casefold(), []).append(claim)
    shares = [
        SourceShare(names[group[0].id], _kind(group[0]), tuple(claim.id for claim in group)) for group in held.values()
    ]
    return tuple(sorted(shares, key=lambda share: -len(share.claims)))


def _origins(claims: list[Claim], names: Mapping[str, str], article: Article, analysis: Analysis) -> tuple[str, ...]:
    """The independent origins: names that stand in one chain, or hold one another, are one."""
    counts: Counter[str] = Counter()
    for claim in claims:
        if claim.attributions and _has_origin(claim, names, article, analysis):
            given = _name(claim, -1, article, analysis)
            counts.update(_each(claim, -1, article, analysis) if names[claim.id] == given else [names[claim.id]])
    together: dict[str, set[str]] = {}
    for claim in claims:
        if len(claim.attributions) > 1:
            chain = {name for hop in range(len(claim.attributions)) for name in _each(claim, hop, article, analysis)}
            for name in chain:
                together.setdefault(name, set()).update(chain)
    kept: list[str] = []
    # A pronoun that nobody could resolve is somebody, but nobody knows whether somebody else.
    for name in (name for name, _ in counts.most_common() if name.casefold() not in _PRONOUNS):
        chained = together.get(name, set())
        if not any(other in chained or _is_one(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def _has_origin(claim: Claim, names: Mapping[str, str], article: Article, analysis: Analysis) -> bool:
    """Whether the article, or else the reader, gives a source: "reportedly" is a word of the article and nobody."""
    hop = claim.attributions[-1]
    return bool(hop.source or hop.actors) or names[claim.id] != _name(claim, -1, article, analysis)


def _each(claim: Claim, hop: int, article: Article, analysis: Analysis) -> list[str]:
    """The names behind a hop one by one: "both sides" are two origins."""
    actors = [analysis.actor(number) for number in claim.attributions[hop].actors]
    return [actor.name for actor in actors if actor is not None] or [_name(claim, hop, article, analysis)]


def _is_one(left: str, right: str) -> bool:
    a, b = left.casefold(), right.casefold()
    return a in b or b in a


def _passages(
    claims: list[Claim], names: Mapping[str, str], status: Mapping[str, Status], article: Article
) -> tuple[SingleSourcePassage, ...]:
    found: list[SingleSourcePassage] = []
    run: list[tuple[Block, list[Claim]]] = []
    for block, held in _by_block(claims, article):
        origin = _single_origin(held, names, status)
        if origin and run and _single_origin(run[-1][1], names, status) == origin:
            run.append((block, held))
            continue
        found.extend(_passage(run, names))
        run = [(block, held)] if origin else []
    return (*found, *_passage(run, names))


def _by_block(claims: list[Claim], article: Article) -> list[tuple[Block, list[Claim]]]:
    blocks = [block for block in article.blocks if block.analysed]
    starts = [block.span.start for block in blocks]
    held: dict[int, list[Claim]] = {}
    for claim in claims:
        place = bisect_right(starts, claim.start) - 1
        if place >= 0 and claim.start < blocks[place].span.end:
            held.setdefault(place, []).append(claim)
    return [(blocks[place], held[place]) for place in sorted(held)]


def _single_origin(claims: list[Claim], names: Mapping[str, str], status: Mapping[str, Status]) -> str:
    origins = {names[claim.id] for claim in claims}
    open_claims = all(status[claim.id] not in (Status.CONFIRMED, Status.DISPUTED) for claim in claims)
    return origins.pop() if len(origins) == 1 and open_claims else ""


def _passage(run: list[tuple[Block, list[Claim]]], names: Mapping[str, str]) -> list[SingleSourcePassage]:
    claims = [claim for _, held in run for claim in held]
    if len(claims) < LEAST_CLAIMS:
        return []
    span = Span(run[0][0].span.start, run[-1][0].span.end)
    return [SingleSourcePassage(span, names[claims[0].id], tuple(claim.id for claim in claims))]


def _questions(
    claims: list[Claim], names: Mapping[str, str], status: Mapping[str, Status], article: Article, analysis: Analysis
) -> tuple[OpenQuestion, ...]:
    asked: dict[tuple[Asking, str], list[str]] = {}
    heard = {number for claim in analysis.claims for hop in claim.attributions for number in hop.actors}
    silent = Laid((span, actor.name) for actor in analysis.actors if actor.id not in heard for span in actor.mentions)
    for claim in claims:
        chain = [_name(claim, hop, article, analysis) for hop in range(len(claim.attributions) - 1)]
        for asking, about in _asked(claim, [*chain, names[claim.id]], status[claim.id], silent):
            asked.setdefault((asking, about), []).append(claim.id)
    order = list(Asking)
    found = [OpenQuestion(asking, about, tuple(ids)) for (asking, about), ids in asked.items()]
    return tuple(sorted(found, key=lambda question: (-len(question.claims), order.index(question.asking))))


def _asked(claim: Claim, chain: list[str], status: Status, silent: Laid[str]) -> list[tuple[Asking, str]]:
    source = chain[-1]
    by_status = {
        Status.UNNAMED: (Asking.NAME, source),
        Status.RELAYED: (Asking.ORIGINAL, " → ".join(chain)),
        Status.CLAIMED: (Asking.SECOND_SOURCE, source),
        Status.UNCLEAR: (Asking.CLARITY, source),
    }
    found = [by_status[status]] if status in by_status else []
    if any(link.kind is LinkKind.DROPS_ATTRIBUTION_OF for link in claim.links):
        found.append((Asking.ATTRIBUTION, source))
    if claim.innermost and claim.innermost.stance is Stance.ACCUSES and status is not Status.DISPUTED:
        # Those whom the charge speaks of and who say nothing in the whole article.
        accused = dict.fromkeys(name for piece in claim.content for name in silent.within(piece))
        found += [(Asking.ANSWER, name) for name in accused]
    return found
