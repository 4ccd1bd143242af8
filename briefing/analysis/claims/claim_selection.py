"""Keep of what was read what an editor would list: claims, and none of what only looks like one."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import ACCORDING, ADVERB, COUNT, HEARSAY, TAKEN
from briefing.analysis.attribution.cue_subjects import is_first_person
from briefing.analysis.attribution.denial_clauses import DENIAL
from briefing.analysis.attribution.framing_phrases import FRAME, PLEADING
from briefing.analysis.attribution.hearsay import ASIDE
from briefing.analysis.attribution.numbered_findings import FINDING
from briefing.analysis.attribution.pleadings import PLEADED
from briefing.analysis.attribution.speaker_turns import TURN
from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.claims.claim_features import ClaimFeatures
from briefing.analysis.claims.claim_heads import ClaimHeads
from briefing.analysis.claims.reported_claims import without_doubles, without_frames
from briefing.analysis.encoder.word_scores import WordScores
from briefing.analysis.syntax.dependencies import text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import SourceKind, Stance, Status

LEAST = 0.4
"""Probability of being a claim below which a reading is left out; chosen by cross-validation on labelled news."""
_SHORT = 3
"""Words of what may only point at something: "for this"."""

_BY_NAME = frozenset({SourceKind.PERSON, SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, SourceKind.OUTLET})


def selected(doc: Doc, drafts: Sequence[Draft], heads: ClaimHeads, scores: WordScores, lexicon: Lexicon) -> list[Draft]:
    """The drafts that are claims, each with what the heads say of its status, and without the hops that are none."""
    features = ClaimFeatures(doc, drafts, lexicon)
    judged = {id(draft): heads.judged(draft, features.of(draft), scores) for draft in drafts}
    families: dict[int, list[Draft]] = {}
    for draft in drafts:
        families.setdefault(id(draft.variant_of or draft), []).append(draft)
    best = [max(family, key=lambda draft: judged[id(draft)].claim) for family in families.values()]
    text = text_of(doc)
    kept = [draft for draft in best if judged[id(draft)].claim >= _least(draft, text) or _is_answer(draft)]
    dropped = {_place(draft.variant_of or draft) for draft in best} - {
        _place(draft.variant_of or draft) for draft in kept
    }
    for draft in kept:
        draft.judged = None if _is_passed_on(draft) else _open_to(draft, judged[id(draft)].status, lexicon)
        _leave_out(draft, dropped)
    return without_doubles(without_frames(doc, kept, lexicon), lambda draft: judged[id(draft)].claim)


def _least(draft: Draft, text: str) -> float:
    """How likely a draft must be a claim to be listed; "in her view, …" and "claimed victory" say what they are.

    What a judge or a sender of a message tells in his own name is read seldom, and meant as such.
    """
    hop = draft.chain[-1]
    if hop.rule in {PLEADING, FINDING}:
        return 0.0
    if hop.rule == ACCORDING and hop.source:
        return LEAST / 4
    plain = hop.rule in {COUNT, TAKEN, FRAME, ASIDE, TURN, PLEADED} or (
        hop.rule in {HEARSAY, ADVERB} and not hop.source
    )
    plain = plain or _denies_a_deed(draft) or _bears_out(draft)
    if not plain and _writes_of_himself(draft, text):
        # "We believe that …" is now and then but a way of speaking.
        return LEAST * 3 / 4 if hop.stance is Stance.KNOWS else LEAST / 2
    return LEAST / 2 if plain else LEAST


def _writes_of_himself(draft: Draft, text: str) -> bool:
    known = bool(draft.attributions[-1].actors)
    return known and is_first_person(draft.chain[-1].source, text) and len(draft.tokens) >= _SHORT


def _denies_a_deed(draft: Draft) -> bool:
    """Whether somebody known denies a thing: what he denies is short, and no claim goes without."""
    told = draft.attributions[-1]
    return draft.stance is Stance.DENIES and draft.answer is Stance.DENIES and bool(told.actors)


def _bears_out(draft: Draft) -> bool:
    """Whether somebody known confirms what was said before: "the driver corroborated his account"."""
    return draft.pointing and draft.answer is Stance.CONFIRMS and bool(draft.attributions[-1].actors)


def _is_answer(draft: Draft) -> bool:
    """Whether somebody known denies what was said before: "the mayor denied it" is short, and no claim goes without."""
    if draft.chain[-1].rule == DENIAL:
        return True
    told = draft.attributions[-1]
    if draft.innocence and draft.stance is Stance.DENIES:
        return told.source_kind is not SourceKind.UNNAMED
    known = bool(told.actors) or (bool(told.source) and told.source_kind is not SourceKind.UNNAMED)
    return known and draft.pointing and draft.answer is Stance.DENIES


def _open_to(draft: Draft, judged: Mapping[Status, float], lexicon: Lexicon) -> Mapping[Status, float]:
    """The statuses that are left to decide between.

    Who is known by name is not unnamed, whatever the words; what a law provides is not unclear for its "may".
    """
    shut: set[Status] = set()
    if all(hop.actors and hop.source_kind in _BY_NAME for hop in draft.attributions) and not draft.shielded:
        shut.add(Status.UNNAMED)
    told = draft.attributions[-1]
    if told.source_kind is SourceKind.DOCUMENT and draft.chain[-1].cue_lemma in lexicon.cues.ruling:
        shut.add(Status.UNCLEAR)
    return {status: share for status, share in judged.items() if status not in shut}


def _is_passed_on(draft: Draft) -> bool:
    """Whether the words say by whom a source is cited ("citing", "reportedly"): that is sure, and read by grammar."""
    return any(hop.through is not None for hop in draft.chain)


def _place(draft: Draft) -> tuple[object, object]:
    """What tells a hop from another: its cue and its content."""
    hop = draft.chain[-1]
    return hop.cue, hop.content


def _leave_out(draft: Draft, dropped: set[tuple[object, object]]) -> None:
    """Take the hops that are no claims out of the chain of one that is."""
    inner = len(draft.chain) - 1
    kept = [
        number for number, hop in enumerate(draft.chain) if number == inner or (hop.cue, hop.content) not in dropped
    ]
    draft.chain = tuple(draft.chain[number] for number in kept)
    draft.attributions = tuple(draft.attributions[number] for number in kept)
