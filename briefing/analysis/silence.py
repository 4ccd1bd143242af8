"""Tell where the text says that somebody who was asked gave no answer: nothing was said there."""

from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token

from briefing.analysis.attributions import Attributed
from briefing.analysis.lexicon import Lexicon
from briefing.analysis.trees import SUBJECTS, is_negated, text_of, words_in
from briefing.model import covering

_MARKS = '“”"«»'


def without_silence(doc: Doc, hops: Iterable[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops but for those that only say that there was no answer: "declined to comment"."""
    return [hop for hop in hops if not _is_silence(doc, hop, lexicon)]


def _is_silence(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    if any(_is_unanswered(token, lexicon) for token in words_in(doc, hop.cue)):
        return True
    text = text_of(doc)
    if hop.cue and _says_so(covering(hop.cue).of(text).lower(), covering((*hop.cue, *hop.content)).of(text), lexicon):
        return True
    said = words_in(doc, hop.content)
    # Who is quoted as giving no answer has said that much.
    quoted = any(mark in span.of(text) for span in hop.content for mark in _MARKS)
    return not quoted and _is_announced_silence(said, lexicon)


def _says_so(cue: str, whole: str, lexicon: Lexicon) -> bool:
    """Whether one of the phrases stands in the cue, or runs from it into the content: "was unable | to comment"."""
    phrases = lexicon.answers.silence.phrases
    return any(phrase in cue for phrase in phrases) or whole.lower().startswith(phrases)


def _is_announced_silence(said: list[Token], lexicon: Lexicon) -> bool:
    """Whether a content is but the speaker's own silence: "said | it would not comment on the merger"."""
    inside = {token.i for token in said}
    silent = next((token for token in said if _is_unanswered(token, lexicon)), None)
    if silent is None or any(child.dep_ == "conj" for child in silent.children):
        return False
    above = silent
    while above.head.i in inside and above.head.i != above.i and above.dep_ in {"xcomp", "ccomp"}:
        above = above.head
    who = next((child for child in above.children if child.dep_ in SUBJECTS), None)
    return above.head.i not in inside and (who is None or who.tag_ == "PRP")


def _is_unanswered(verb: Token, lexicon: Lexicon) -> bool:
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    lemma, words = verb.lemma_.lower(), lexicon.answers.silence
    if lemma in words.refusing:
        below = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"}]
        refused = any(child.lemma_.lower() in words.answering | words.telling for child in below)
        return refused or any(_asks(child, words.asked) for child in verb.children if child.dep_ == "dobj")
    if lemma not in words.answering or not _is_denied(verb, lexicon.hedges.negators):
        return False
    return _speaks_of_asking(verb, words.asked)


def _is_denied(verb: Token, negators: Collection[str]) -> bool:
    """Whether the verb or a part of its subject is denied: "neither the club nor its owner replied"."""
    who = [child for child in verb.children if child.dep_ in SUBJECTS]
    return is_negated(verb, negators) or any(part.lower_ in negators for word in who for part in word.children)


def _speaks_of_asking(verb: Token, asked: Collection[str]) -> bool:
    """Whether nothing else goes unanswered than what was asked: "did not return the money" is another thing."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            objects += [part for part in child.children if part.dep_ == "pobj"]
    if verb.lemma_ == "return" and not objects:
        return False
    return all(_asks(word, asked) for word in objects)


def _asks(noun: Token, asked: Collection[str]) -> bool:
    return any(part.lemma_.lower() in asked for part in noun.subtree)
