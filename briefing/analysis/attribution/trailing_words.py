"""Words behind what a source says that tell how it was told, or what its teller did besides, and are none of his."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import THINGS_SAY, Attributed, can_speak
from briefing.analysis.syntax.dependencies import head_of, is_negated, own_subject, phrase, spans_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import BREAKS, FINITE_TAGS, SETTING_OFF

_BARE = frozenset({"a", "an", "another"})
_DONE = frozenset({"did", "do", "does", "has", "have", "had"})
_LONGEST_PLACE = 14
"""Words of what tells in what it was told: "in an interview with the Herald that was printed on Sunday"."""

_LONGEST_SPEAKER = 14
"""Words from "with" to the participle of saying."""


def cuts_behind(doc: Doc, hop: Attributed, lexicon: Lexicon) -> Iterator[int]:
    """The first words of what stands behind the content of a hop, though it was read as a part of it.

    "… had failed, *without giving details*", "… was shut *but declined to say when it would open*", "… had been
    found *in a statement on Monday*", "a strike *and blocked the road*", "… was safe, *with its owner adding that …*".
    """
    cue = head_of(words_in(doc, hop.cue))
    words = words_in(doc, hop.content)
    if cue is None or not words or words[0].i < cue.i:
        return
    for word in doc[words[0].i + 1 : words[-1].i + 1]:
        if word.lower_ == "without":
            told = _is_untold(word, lexicon)
        elif word.lower_ == "in":
            told = _is_place(word, words, lexicon)
        elif word.lower_ == "with":
            told = _leads_to_speech(word, lexicon)
        elif word.lower_ == "as":
            told = _is_done_by_others(word, words)
        elif word.dep_ == "conj" and word.pos_ in {"VERB", "AUX"} and own_subject(word) is None:
            start = _conjunction(word)
            if start is not None and start > words[0].i and _is_of_the_teller(word, cue, words, lexicon):
                yield start
            continue
        else:
            continue
        if told:
            yield word.i


def _is_untold(without: Token, lexicon: Lexicon) -> bool:
    """Whether nothing more was told: "without elaborating", "without giving details"."""
    verb = next((child for child in without.children if child.tag_ == "VBG"), None)
    if verb is None or _speaks_itself(without.head, lexicon):
        return False
    return verb.lemma_.lower() in lexicon.answers.silence.further or _tells_details(verb, lexicon)


def _tells_details(verb: Token, lexicon: Lexicon) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon.answers.silence.details for c in verb.children)


def _speaks_itself(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is told is that somebody said something: "said the suspect had confessed without …"."""
    lemma = verb.lemma_.lower()
    return verb.pos_ == "VERB" and lemma not in THINGS_SAY and lexicon.cues.stance(lemma) is not None


def _is_place(word: Token, words: list[Token], lexicon: Lexicon) -> bool:
    """Whether what was said ends before it, as it tells where it was said: "in a statement", "in comments to …"."""
    noun = next((child for child in word.children if child.dep_ == "pobj"), None)
    verb = word.head
    if noun is None or words[-1].i - word.i > _LONGEST_PLACE or verb.pos_ not in {"VERB", "AUX"}:
        return False
    nouns = {noun.lemma_.lower(), *(child.lemma_.lower() for child in noun.children if child.dep_ == "compound")}
    if not nouns & lexicon.framing.told_in:
        return False
    if verb.lemma_.lower() in lexicon.framing.appearing or _speaks_itself(verb, lexicon):
        return False
    plural = noun.tag_ == "NNS" and not any(child.dep_ in {"poss", "det"} for child in noun.children)
    if noun.left_edge.lower_ not in _BARE and not plural:
        return False
    return not any(token.tag_ in FINITE_TAGS or token.text in {",", ";"} for token in words if token.i > word.i)


def _leads_to_speech(word: Token, lexicon: Lexicon) -> bool:
    """Whether somebody else speaks behind it: ", with its owner adding that …", ", with critics having called it …"."""
    before = word.nbor(-1) if word.i else None
    return before is not None and before.text in {",", "—", "–"} and speech_with(word, lexicon) is not None


def _is_done_by_others(word: Token, words: list[Token]) -> bool:
    """Whether it tells that others did the same: "denied the story *as did his lawyer*"; prices fall as others do."""
    done = word.nbor() if word.i + 1 < len(word.doc) else word
    if done.lower_ not in _DONE or word.i == words[0].i:
        return False
    return not any(token.tag_ in FINITE_TAGS and token.dep_ != "relcl" for token in words if token.i < word.i)


def speech_with(word: Token, lexicon: Lexicon) -> Token | None:
    """The participle of saying behind "with somebody": "with Berg adding", "with its owner, Berg, having said"."""
    for verb in word.doc[word.i + 2 : word.i + _LONGEST_SPEAKER]:
        if verb.is_sent_start or verb.tag_ in FINITE_TAGS or verb.text in BREAKS:
            return None
        if verb.tag_ in {"VBG", "VBN"} and verb.lower_ not in {"having", "being"}:
            told = verb.tag_ == "VBG" or any(child.lower_ == "having" for child in verb.children)
            return verb if told and lexicon.cues.stance(verb.lemma_.lower()) is not None else None
    return None


def with_own_speaker(doc: Doc, hop: Attributed, lexicon: Lexicon) -> Attributed:
    """The hop, given to the one who stands behind "with": "… was safe, with *its owner, Ivo Brand,* adding that …"."""
    verb = head_of(words_in(doc, hop.cue))
    if verb is None or verb.tag_ not in {"VBG", "VBN"}:
        return hop
    start = max(0, verb.i - _LONGEST_SPEAKER)
    for word in reversed(doc[start : verb.i]):
        if word.is_sent_start:
            return hop
        if (
            word.lower_ == "with"
            and word.i
            and word.nbor(-1).text in SETTING_OFF
            and speech_with(word, lexicon) == verb
        ):
            named = range(word.i + 1, min({verb.i, *(child.i for child in verb.children if child.lower_ == "having")}))
            return replace(hop, source=spans_of(doc, named))
    return hop


def _is_of_the_teller(verb: Token, cue: Token, words: list[Token], lexicon: Lexicon) -> bool:
    """Whether a verb behind "and" or "but" tells what the one who speaks did, or what he left unsaid."""
    if _is_silence(verb, lexicon):
        return verb.head.i == cue.i or not _may_be_silent(verb, lexicon)
    # "announced a strike and blocked the road": what is done stands in no list with a thing.
    bare = not any(word.tag_ in FINITE_TAGS and word.dep_ != "relcl" for word in words if word.i < verb.left_edge.i)
    return verb.head.i == cue.i and verb.tag_ in FINITE_TAGS and bare


def _conjunction(word: Token) -> int | None:
    """The conjunction before a verb that is joined to another one."""
    return max((child.i for child in word.head.children if child.dep_ == "cc" and child.i < word.i), default=None)


def _is_silence(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells of something that was left unsaid: "declined to say", "did not name", "gave no details"."""
    silence, lemma = lexicon.answers.silence, verb.lemma_.lower()
    if lemma in silence.refusing:
        below = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"}]
        lemmas = {child.lemma_.lower() for child in below}
        return bool(lemmas & (silence.telling | silence.answering)) or any(_tells_details(c, lexicon) for c in below)
    if not is_negated(verb, lexicon.hedges.negators):
        return False
    return lemma in silence.telling | silence.further or _tells_details(verb, lexicon)


def _may_be_silent(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it may be somebody in what is said who leaves a thing unsaid: "the firm knew but did not say"."""
    if _speaks_itself(verb.head, lexicon):
        return True
    who = own_subject(verb.head)
    plainly = lexicon.answers.silence.refusing | lexicon.answers.silence.further | {"say"}
    if who is None or verb.lemma_.lower() in plainly or _tells_details(verb, lexicon):
        return False
    return can_speak(verb.doc, phrase(who), lexicon)
