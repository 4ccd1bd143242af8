"""Rival accounts: two tell one matter in two ways, and no word of either denies the other."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.independence import independent
from briefing.analysis.comparison.rival_words import RivalWords
from briefing.analysis.comparison.told_causes import Cause, cause_of, rival_causes
from briefing.analysis.comparison.told_claims import Parties, Party, ToldClaim, other_source
from briefing.analysis.comparison.told_deeds import Deed, deed_of, rival_deeds
from briefing.analysis.comparison.told_defences import (
    Charge,
    Defence,
    Denial,
    answers,
    charge_of,
    defence_of,
    denial_of,
    meets_charge,
)
from briefing.analysis.comparison.told_legality import Legality, legality_of, rival_legality
from briefing.analysis.comparison.told_victories import Prize, is_contested, prize_of, rival_prizes
from briefing.model import Actor, LinkKind, Polarity
from briefing.records import dataclass

_NEAR = 4
"""Claims between two accounts up to which one that only points at its matter speaks of that of the other."""

_LONGEST = 400
"""Code points of an account: in an answer of an interview all words stand somewhere."""

_UNREAL = frozenset({"should", "must", "would", "whether", "if", "unless"})
_ASKING = frozenset({"asked", "requested"})
"""Verbs of who makes somebody go."""

_FAR = 15
"""Claims between two accounts up to which they are compared."""


@dataclass(frozen=True, slots=True)
class _Account:
    """What one claim tells that another may tell otherwise."""

    said: ToldClaim
    deed: Deed | None
    cause: Cause | None
    charge: Charge | None
    defence: Defence | None
    denial: Denial | None
    prize: Prize | None
    legality: Legality | None
    leaving: Mapping[str, Party]

    @property
    def tells(self) -> bool:
        """Whether there is anything in it."""
        parts = (self.deed, self.cause, self.charge, self.defence, self.denial, self.prize, self.legality)
        return bool(self.leaving) or any(part is not None for part in parts)


def link_rivals(drafts: Sequence[Draft], parties: Parties, actors: Mapping[str, Actor], words: RivalWords) -> None:
    """Link each account to those before it that tell the same otherwise; `drafts` are in text order."""
    accounts = list(_accounts(drafts, words, parties))
    for at, account in enumerate(accounts):
        draft = account.said.draft
        draft.contested = account.prize is not None and is_contested(account.said, account.prize)
        for earlier in reversed(accounts[:at]):
            other = earlier.said.draft
            if account.said.number - earlier.said.number > _FAR:
                break
            if _linked(draft, other) or draft.reach.overlaps(other.reach) or not independent(draft, other, actors):
                continue
            if _are_rivals(account, earlier, words):
                draft.links.append(DraftLink(LinkKind.DENIES, other))
        if account.defence is not None:
            _answer_rest(account, account.defence, accounts[:at])


def _answer_rest(account: _Account, defence: Defence, before: Sequence[_Account]) -> None:
    """Let a defence answer, too, what the accuser tells of the same without saying again who did it."""
    answered = {entry.to.origin for entry in account.said.draft.links if entry.kind is LinkKind.DENIES}
    for earlier in before:
        other, charge = earlier.said.draft, earlier.charge
        if charge is None or charge.accused.known or account.said.number - earlier.said.number > _FAR:
            continue
        if other.origin in answered and other.origin and charge.kinds & defence.kinds:
            account.said.draft.links.append(DraftLink(LinkKind.DENIES, other))


def _accounts(drafts: Sequence[Draft], words: RivalWords, parties: Parties) -> Iterator[_Account]:
    for number, draft in enumerate(drafts):
        if not draft.chain or draft.heading or (draft.pointing and draft.head.lower_ not in words.deeds.involving):
            continue
        said = ToldClaim(draft, number, parties)
        if len(said.words) > _LONGEST:
            continue
        account = _Account(
            said,
            deed_of(said, words.deeds, parties),
            cause_of(said, words.causes, parties),
            charge_of(said, words.defences, parties),
            defence_of(said, words.defences, parties),
            denial_of(said, words.defences, parties),
            prize_of(said, words, parties),
            legality_of(said, words.legality, parties),
            _leaving(said, words, parties),
        )
        if account.tells:
            yield account


def _linked(draft: Draft, other: Draft) -> bool:
    return any(entry.to is other for entry in draft.links) or any(entry.to is draft for entry in other.links)


def _are_rivals(account: _Account, earlier: _Account, words: RivalWords) -> bool:
    said, other = account.said, earlier.said
    if account.deed and earlier.deed and rival_deeds(said, account.deed, other, earlier.deed, _NEAR):
        return True
    if account.cause and earlier.cause:
        opposed = words.causes.opposed
        if rival_causes(said, account.cause, other, earlier.cause, opposed, _NEAR):
            return True
    if account.defence and earlier.charge and answers(said, account.defence, other, earlier.charge):
        return True
    if earlier.defence and account.charge and answers(other, earlier.defence, said, account.charge):
        return said.number - other.number <= _NEAR
    if account.denial and earlier.charge and meets_charge(said, account.denial, other, earlier.charge, _NEAR):
        return True
    if account.prize and earlier.prize and rival_prizes(said, account.prize, other, earlier.prize, _NEAR, words.places):
        return True
    if account.legality and earlier.legality and rival_legality(said, account.legality, other, earlier.legality):
        return True
    return _left_otherwise(account, earlier)


def _leaving(said: ToldClaim, words: RivalWords, parties: Parties) -> Mapping[str, Party]:
    """Whom a claim says to have been made to go, and to have gone."""
    if not _UNREAL.isdisjoint(said.bag) or said.draft.polarity is Polarity.NEGATIVE:
        # "He should resign", "has not called for his resignation": nobody has gone.
        return {}
    terms = words.defences.leaving
    found: dict[str, Party] = {}
    for match in terms.matches(said.words, said.bag):
        left = said.subject_at(match.start())
        # "Presenter Will Marsh": the parser takes them for two.
        subjects = [one for one in left.head.children if one.dep_ == left.dep_] if left is not None else []
        # "Wirth's contract had expired": it is she.
        subjects += [own for one in subjects if one.lower_ == "contract" for own in one.children if own.dep_ == "poss"]
        who = parties.of(subjects)
        if not who.known and any(one.pos_ == "PRON" for one in subjects):
            who = said.source
        for way in terms.groups[match[0]]:
            found[way] = who
    if "resignation" in said.bag and not _ASKING.isdisjoint(said.bag):
        # "Had asked for Lind's resignation": it is his.
        owners = [part for word in said.tokens if word.lower_ == "resignation" for part in word.children]
        owners += [part for one in owners if one.lower_ == "of" for part in one.children]
        named = (one for one in owners if one.dep_ in {"poss", "pobj"})
        found["forced"] = parties.of(part for one in named for part in (one, *one.children))
    return found


def _left_otherwise(account: _Account, earlier: _Account) -> bool:
    """Whether one says that somebody was made to go, and another that he went of his own will."""
    if len(account.leaving) != 1 or len(earlier.leaving) != 1 or account.leaving.keys() == earlier.leaving.keys():
        return False
    if account.said.number - earlier.said.number > _NEAR or not other_source(account.said, earlier.said):
        return False
    (one,), (two,) = account.leaving.values(), earlier.leaving.values()
    return bool(one.actors & two.actors) if one.actors and two.actors else one.meets(two)
