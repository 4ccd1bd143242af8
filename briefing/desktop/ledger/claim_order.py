"""Which claims the ledger lists, in which order and in which groups: the rules, without a view."""

from collections import Counter
from dataclasses import field, replace
from enum import StrEnum

from briefing.desktop.model_labels import source_label, status_label
from briefing.desktop.open_article import OpenArticle
from briefing.model import Claim, SourceKind, Status, Voice, words_of
from briefing.model.reader_claim import is_own
from briefing.model.standing import told_of_source
from briefing.records import dataclass


class Order(StrEnum):
    """How claims are put together."""

    TEXT = "text"
    ACTOR = "actor"
    STATUS = "status"
    MINE = "mine"


class Part(StrEnum):
    """Which claims are listed, by what the reader did with them."""

    ALL = "all"
    MINE = "mine"
    OPEN = "open"
    DISMISSED = "dismissed"


class Told(StrEnum):
    """Which claims are listed, by what the text tells of their sources beside the name."""

    KNOWLEDGE = "knowledge"
    ANONYMITY = "anonymity"
    NOTHING = "nothing"


class Word(StrEnum):
    """What the reader did with a claim; the groups of the order `MINE`, in theirs."""

    MADE = "made"
    JUDGED = "judged"
    MARKED = "marked"
    DISMISSED = "dismissed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants to see in the ledger.

    Attributes:
        order: how claims are put together.
        part: which of them, by what the reader did with them.
        status: only claims of this status.
        voice: only claims given in this voice.
        told: only claims of whose source this is told; of NOTHING those without a name and without a reason for it.
        actor: only claims of the actor of this name; "" is any.
        words: only claims whose source or content holds each of these words.
    """

    order: Order = Order.TEXT
    part: Part = Part.ALL
    status: Status | None = None
    voice: Voice | None = None
    told: Told | None = None
    actor: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The claims that are listed.

    Attributes:
        ranks: place of each listed claim, from 0, by its id.
        groups: key of the group of each listed claim; "" where there are no groups.
        heads: key of the group that begins with a claim, by the claim's id.
        counts: how many claims each group has.
    """

    ranks: dict[str, int] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def arranged(showing: OpenArticle, wish: Wish) -> Arranged:
    """The claims of an article as they are wished for; within a group they stand in text order."""
    marked = _marked(showing)
    listed = [*showing.claims]
    if replace(wish, order=Order.TEXT) != Wish():
        listed = [claim for claim in listed if _fits(showing, claim, wish, marked)]
    if wish.order is Order.TEXT:
        return Arranged({claim.id: rank for rank, claim in enumerate(listed)}, {claim.id: "" for claim in listed})
    groups = {claim.id: _group(showing, claim, wish.order, marked) for claim in listed}
    places = _places(wish.order, list(groups.values()))
    in_order = sorted(listed, key=lambda claim: places[groups[claim.id]])
    heads: dict[str, str] = {}
    for claim in in_order:
        if groups[claim.id]:
            heads.setdefault(groups[claim.id], claim.id)
    ranks = {claim.id: rank for rank, claim in enumerate(in_order)}
    return Arranged(ranks, groups, {first: key for key, first in heads.items()}, Counter(groups.values()))


def group_label(order: Order, key: str) -> str:
    """What stands over a group; of actors the key itself is the name."""
    return status_label(Status(key)) if order is Order.STATUS else key


def speaker(showing: OpenArticle, claim: Claim) -> str:
    """Who says the claim, in a line: the reader's correction, else whom the analysis found."""
    if showing.analysis is None:
        return ""
    return " ".join(source_label(showing.analysis, claim, showing.article.text, showing.judged.get(claim.id)).split())


def speaker_name(showing: OpenArticle, claim: Claim) -> str:
    """Who says the claim nearest to its words, whoever passes it on."""
    return speaker(showing, claim).rpartition("→")[2].strip()


def speakers(showing: OpenArticle) -> tuple[str, ...]:
    """The names of all who say some claim, most claims first."""
    counts = Counter(name for claim in showing.claims for name in _names(showing, claim))
    return tuple(name for name, _ in counts.most_common())


def _names(showing: OpenArticle, claim: Claim) -> tuple[str, ...]:
    judgement = showing.judged.get(claim.id)
    if judgement and judgement.source:
        return (judgement.source,)
    hop, names = claim.innermost, showing.actor_names
    return tuple(names[actor] for actor in hop.actors if actor in names) if hop else ()


def _fits(showing: OpenArticle, claim: Claim, wish: Wish, marked: frozenset[str]) -> bool:
    dismissed = showing.dismissed(claim)
    if wish.part is Part.DISMISSED and not dismissed:
        return False
    if wish.part is Part.OPEN and (dismissed or claim.id in showing.judged):
        return False
    if wish.part is Part.MINE and not (claim.id in showing.judged or claim.id in marked):
        return False
    if wish.status is not None and showing.status(claim) is not wish.status:
        return False
    if wish.voice is not None and claim.voice is not wish.voice:
        return False
    if wish.told is not None and not _is_told(showing, claim, wish.told):
        return False
    if wish.actor and wish.actor not in _names(showing, claim):
        return False
    return not wish.words.strip() or _holds(showing, claim, wish.words)


def _is_told(showing: OpenArticle, claim: Claim, told: Told) -> bool:
    judgement = showing.judged.get(claim.id)
    knowledge, anonymity = told_of_source(claim, judgement)
    if told is Told.KNOWLEDGE:
        return bool(knowledge)
    if told is Told.ANONYMITY:
        return bool(anonymity)
    if judgement and judgement.source:
        # The reader has named it.
        return False
    return not anonymity and any(hop.source_kind is SourceKind.UNNAMED for hop in claim.attributions)


def _holds(showing: OpenArticle, claim: Claim, words: str) -> bool:
    judgement = showing.judged.get(claim.id)
    note = judgement.note if judgement else ""
    knowledge, anonymity = told_of_source(claim, judgement)
    beside = words_of((*knowledge, *anonymity), showing.article.text)
    text = f"{speaker(showing, claim)} {beside} {words_of(claim.content, showing.article.text)} {note}".casefold()
    return all(word in text for word in words.casefold().split())


def _marked(showing: OpenArticle) -> frozenset[str]:
    """Ids of the claims on whose words a highlight of the reader stands."""
    spans = [entry.anchor.span for entry in showing.annotations]
    if not spans:
        return frozenset()
    return frozenset(
        claim.id for claim in showing.claims if any(span.overlaps(piece) for piece in claim.content for span in spans)
    )


def _group(showing: OpenArticle, claim: Claim, order: Order, marked: frozenset[str]) -> str:
    match order:
        case Order.TEXT:
            return ""
        case Order.ACTOR:
            return speaker_name(showing, claim)
        case Order.STATUS:
            return showing.status(claim).value
        case Order.MINE:
            return _word(showing, claim, marked).value


def _word(showing: OpenArticle, claim: Claim, marked: frozenset[str]) -> Word:
    if is_own(claim):
        return Word.MADE
    if showing.dismissed(claim):
        return Word.DISMISSED
    if claim.id in showing.judged:
        return Word.JUDGED
    return Word.MARKED if claim.id in marked else Word.NONE


def _places(order: Order, keys: list[str]) -> dict[str, int]:
    """The place of each group: by the ladder, by the order of words, or the one with most claims first."""
    if order is Order.STATUS:
        return {status.value: place for place, status in enumerate(Status)}
    if order is Order.MINE:
        return {word.value: place for place, word in enumerate(Word)}
    return {key: place for place, (key, _) in enumerate(Counter(keys).most_common())}
