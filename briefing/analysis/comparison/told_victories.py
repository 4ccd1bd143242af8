"""What two claim for themselves and only one can have: a victory, an airport."""

from spacy.tokens import Token

from briefing.analysis.comparison.rival_words import RivalWords
from briefing.analysis.comparison.told_claims import Parties, Party, ToldClaim, other_source
from briefing.analysis.syntax.dependencies import SUBJECTS, phrase
from briefing.model import Polarity, Stance, Time
from briefing.records import dataclass

_CLAIMING = frozenset({"claim", "declare", "proclaim"})
_BOTH = frozenset({"both", "each"})
_HANDS = frozenset({"hand", "control"})


@dataclass(frozen=True, slots=True)
class Prize:
    """What somebody is said to have.

    Attributes:
        holder: who has it.
        won: whether it is a victory.
        things: what it is, by lemma; of a victory, the kind of what was won, empty if that is not told.
        years: numbers of four digits beside it: a victory in another year is another one.
    """

    holder: Party
    won: bool
    things: frozenset[str]
    years: frozenset[str]


def prize_of(said: ToldClaim, words: RivalWords, parties: Parties) -> Prize | None:
    """What a claim says that somebody has."""
    draft = said.draft
    if draft.polarity is Polarity.NEGATIVE or draft.stance in (Stance.DENIES, Stance.PLANS, Stance.HOPES):
        return None
    if draft.time is Time.PLANNED or draft.chain[-1].negated:
        return None
    return _victory(said, words, parties) or _possession(said, words, parties)


def _victory(said: ToldClaim, words: RivalWords, parties: Parties) -> Prize | None:
    for match in words.winning.matches(said.words, said.bag):
        bare = match.start() < 2 and said.cue in _CLAIMING
        one = said.subject_at(match.start())
        active = one if one is not None and one.dep_ == "nsubj" else None
        winner = said.source if bare else _holder(said, active, parties)
        if winner is not None and winner.known and not _won_another_thing(said, words):
            return Prize(winner, True, words.contests.groups_in(said.words, said.bag), _years(said))
    return None


def _possession(said: ToldClaim, words: RivalWords, parties: Parties) -> Prize | None:
    for match in words.holding.matches(said.words, said.bag):
        token = said.at(match.end() - 1)
        one = said.subject_at(match.start())
        if token is None or one is None:
            continue
        if token.lemma_.lower() in _HANDS and token.dep_ == "pobj":
            # "The airport was in their hands": the subject is what is held.
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            holder, things = _holder(said, owner, parties), [one]
        else:
            holder = _holder(said, one, parties)
            things = [child for child in token.children if child.dep_ in {"dobj", "pobj"}]
        named = {t.lemma_.lower() for thing in things for t in thing.subtree if t.pos_ in {"NOUN", "PROPN"}}
        if holder is not None and holder.known and named:
            return Prize(holder, False, frozenset(named), _years(said))
    return None


def _holder(said: ToldClaim, token: Token | None, parties: Parties) -> Party | None:
    """Who has it: "its troops" are those of who says so."""
    if token is None or token.dep_ not in SUBJECTS | {"poss"}:
        return None
    noun = [token.doc[i] for i in phrase(token)]
    pronoun = next((part for part in noun if part.pos_ == "PRON"), None)
    if pronoun is None:
        return parties.of(noun)
    meant = frozenset(parties.at(pronoun))
    if not meant or not said.source.actors or meant & said.source.actors:
        return said.source
    return Party(meant)


def is_contested(said: ToldClaim, prize: Prize) -> bool:
    """Whether several who are told apart in one breath claim a victory: "both candidates claimed victory"."""
    several = len(said.draft.origin) > 1 or not _BOTH.isdisjoint(said.source_words[:1])
    return prize.won and several and said.cue in _CLAIMING


def _won_another_thing(said: ToldClaim, words: RivalWords) -> bool:
    """Whether what was won is no contest: "won many friends"."""
    won = [token for token in said.tokens if token.lower_ == "won"]
    objects = [child for token in won for child in token.children if child.dep_ == "dobj"]
    known = {*words.contests.groups, *words.winning.groups}
    return bool(objects) and not any(part.lower_ in known for one in objects for part in one.subtree)


def _years(said: ToldClaim) -> frozenset[str]:
    return frozenset(word for word in said.bag if word.isdigit() and len(word) == 4)


def rival_prizes(
    said: ToldClaim, prize: Prize, other: ToldClaim, told: Prize, near: int, places: frozenset[str]
) -> bool:
    """Whether two say of two that they have what only one can have.

    Args:
        near: claims between them up to which they are taken to speak of one time.
        places: nouns by which a place is called that was named just now.
    """
    if prize.won != told.won or prize.holder.meets(told.holder) or not other_source(said, other):
        return False
    if prize.years and told.years and not prize.years & told.years:
        return False
    if prize.won:
        own = prize.holder.meets(said.source) and told.holder.meets(other.source)
        if not own or said.number - other.number > near:
            return False
        one_of_them = prize.things or told.things or _CLAIMING & {said.cue, other.cue}
        return bool(one_of_them) and (not prize.things or not told.things or bool(prize.things & told.things))
    distance = said.number - other.number
    named_just_now = distance == 1 and prize.things <= places and len(told.things) == 1 and "other" not in said.bag
    return named_just_now or (distance <= near and bool(prize.things & told.things))
