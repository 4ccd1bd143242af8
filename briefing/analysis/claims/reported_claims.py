"""One claim where one source reports what another said: what was said, through who reports it, and not both."""

import itertools
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import THINGS_SAY, can_speak
from briefing.analysis.attribution.speaker_turns import TURN
from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.syntax.dependencies import words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import SUBJECT_PRONOUNS
from briefing.model import SourceKind, Stance, Voice

_REST = 0.1
_MOST_REST = 2
"""Share and number of words of the outer content beside who spoke and what he said, with which nothing else is told."""

_MOST_OF = 0.5
"""Share of the longer one of two contents that the shorter one has, from which on both tell the same."""

_SPEECH = frozenset({Stance.SAYS, Stance.ACCUSES})
_ACTS = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.DEMANDS, Stance.PROMISES})
"""What somebody does by saying it: that he did, and what he said, are two things."""

_PASSING_ON = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.KNOWS})


def without_frames(doc: Doc, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, with one of each two of which one holds the other and little more.

    "Herald reported | the mayor said | …" is a claim of the mayor's; "police said | they believed | …"
    and "the study showed" within what somebody said are no claims beside the outer one.
    """
    left_out: set[int] = set()
    for inner in drafts:
        outer = _frame_of(doc, inner, drafts, lexicon)
        if outer is not None:
            left_out.add(id(outer if _spoke(doc, inner, outer, lexicon) else inner))
    return [draft for draft in drafts if id(draft) not in left_out]


def without_doubles(drafts: Sequence[Draft], share: Callable[[Draft], float]) -> list[Draft]:
    """The drafts, with the likelier one of two that tell nearly the same of one source.

    "… indicated: “While we wait,” she said, “we urge them to think again …”" is said once, whatever cues stand by it.

    Args:
        drafts: what is listed so far.
        share: how likely a draft is a claim.
    """
    by_source: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.attributions and draft.attributions[-1].source:
            told = draft.attributions[-1]
            by_source.setdefault(told.actors or told.source, []).append(draft)
    left_out: set[int] = set()
    for of_one in by_source.values():
        for shorter, longer in itertools.permutations(of_one, 2):
            if id(longer) not in left_out and _is_double(shorter, longer):
                left_out.add(id(shorter if share(shorter) <= share(longer) else longer))
    return [draft for draft in drafts if id(draft) not in left_out]


def _is_double(shorter: Draft, longer: Draft) -> bool:
    """Whether one draft of a source lies in another one of it, and is most of it."""
    if not shorter.tokens < longer.tokens or len(shorter.tokens) < _MOST_OF * len(longer.tokens):
        return False
    if len(shorter.chain) != len(longer.chain) or TURN in {shorter.chain[-1].rule, longer.chain[-1].rule}:
        return False
    return not {shorter.stance, longer.stance} & _ACTS


def _frame_of(doc: Doc, inner: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> Draft | None:
    """The draft whose content is hardly more than who spoke in the inner one, and what he said."""
    hop = inner.chain[-1] if inner.chain else None
    if hop is None or not hop.cue or not hop.source:
        return None
    if hop.stance in _ACTS and hop.cue_lemma not in lexicon.cues.admitting:
        return None
    told = inner.tokens | {token.i for token in words_in(doc, (*hop.cue, *hop.source))}
    for outer in drafts:
        if not outer.chain or outer.chain[-1].stance not in _PASSING_ON or outer.voice is not Voice.INDIRECT:
            continue
        if outer.chain[-1].rule == TURN:
            continue
        holds = inner.tokens < outer.tokens or (inner.tokens == outer.tokens and len(inner.chain) > len(outer.chain))
        rest = len(outer.tokens - told)
        if holds and outer.chain[-1] is not hop.through and rest <= max(_MOST_REST, _REST * len(outer.tokens)):
            return outer
    return None


def _spoke(doc: Doc, inner: Draft, outer: Draft, lexicon: Lexicon) -> bool:
    """Whether the source of the inner draft is somebody else than the outer one's, and said something."""
    hop = inner.chain[-1]
    words = words_in(doc, hop.source)
    if hop.cue_lemma in lexicon.cues.admitting:
        # Of what one side says that the other has admitted the first is the word; an outlet only passes it on.
        return outer.attributions[-1].source_kind is SourceKind.OUTLET
    if hop.stance not in _SPEECH or (len(words) == 1 and words[0].lower_ in SUBJECT_PRONOUNS):
        return False
    if inner.origin and inner.origin == outer.origin:
        return False
    if all(other.cue != outer.chain[-1].cue for other in inner.chain[:-1]):
        return False
    document = inner.attributions[-1].source_kind is SourceKind.DOCUMENT
    return document or (hop.cue_lemma not in THINGS_SAY and can_speak(doc, [word.i for word in words], lexicon))
