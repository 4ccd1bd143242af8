"""Tell where the text says that somebody who was asked gave no answer: nothing was said there."""

import re
from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.syntax.dependencies import SUBJECTS, head_of, is_negated, own_subject, subtree, text_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import FIRST_PERSON, HE_SHE
from briefing.model import covering

_NO_LETTERS = re.compile(r"[^\w]+")
_ASKING = frozenset({"whether", "if", "when", "where", "how", "why", "who", "what", "which"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_MORE = frozenset({"advcl", "conj", "ccomp", "parataxis"})
_LEADING_TO = frozenset({"on", "upon", "about", "regarding", "concerning", "to", "from"})


def without_silence(doc: Doc, hops: Iterable[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops but for those that only say that there was no answer: "declined to comment"."""
    return [hop for hop in hops if not _is_silence(doc, hop, lexicon)]


def _is_silence(doc: Doc, hop: Attributed, lexicon: Lexicon) -> bool:
    cue = words_in(doc, hop.cue)
    if any(_is_unanswered(token, lexicon) or _is_reason(token, lexicon) for token in cue):
        return True
    text = text_of(doc)
    if hop.cue and _says_so(covering(hop.cue).of(text).lower(), covering((*hop.cue, *hop.content)).of(text), lexicon):
        return True
    if _NO_LETTERS.sub(" ", covering(hop.content).of(text).lower()).strip() in lexicon.answers.silence.words:
        return True
    # Who is quoted as giving no answer has said that much.
    quoted = any(mark in span.of(text) for span in hop.content for mark in MARKS)
    return not quoted and _is_announced_silence(words_in(doc, hop.source), words_in(doc, hop.content), lexicon)


def _is_reason(word: Token, lexicon: Lexicon) -> bool:
    """Whether it only gives the reason for no answer: "declined to comment, citing the inquiry"."""
    return word.lemma_.lower() == "cite" and word.dep_ == "advcl" and _is_unanswered(word.head, lexicon)


def _says_so(cue: str, whole: str, lexicon: Lexicon) -> bool:
    """Whether one of the phrases stands in the cue, or runs from it into the content: "was unable | to comment"."""
    phrases = lexicon.answers.silence.phrases
    return any(phrase in cue for phrase in phrases) or whole.lower().startswith(phrases)


def _is_announced_silence(source: list[Token], said: list[Token], lexicon: Lexicon) -> bool:
    """Whether a content is but that the speaker gives the reporter no answer: "said | it would not comment"."""
    chain = _chain(said)
    if not any(_is_unanswered(verb, lexicon) for verb in chain):
        return False
    who = own_subject(chain[0])
    oneself = bool(source) and (who is None or _stands_for(who, source, lexicon))
    return oneself and _answers_a_reporter(chain, lexicon) and _is_bare(chain, said)


def _chain(said: list[Token]) -> list[Token]:
    """The verb that carries a content and those that it leads to: "declined", "to comment"."""
    chain, below = [], head_of(said)
    while below is not None:
        chain.append(below)
        below = next((child for child in below.children if child.dep_ == "xcomp"), None)
    return chain


def _stands_for(pronoun: Token, source: list[Token], lexicon: Lexicon) -> bool:
    """Whether a pronoun may mean the speaker: "he" in "police said he would not comment" is somebody else."""
    speaker, word = head_of(source), pronoun.lower_
    if speaker is None or word == speaker.lower_ or word in FIRST_PERSON:
        return speaker is not None
    many = speaker.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in speaker.children)
    if word in HE_SHE:
        return not many and not _is_body(speaker, lexicon) and speaker.tag_ in {"NN", "NNP", "WP"}
    # Who speaks for a body says of it that "it" would not comment.
    return (word == "it" and any(_is_body(part, lexicon) for part in source)) or (
        word == "they" and (many or _is_body(speaker, lexicon))
    )


def _is_body(word: Token, lexicon: Lexicon) -> bool:
    known = lexicon.sources.grouped | lexicon.sources.media
    return word.lemma_.lower() in known or word.ent_type_ in _BODIES


def _answers_a_reporter(chain: list[Token], lexicon: Lexicon) -> bool:
    """Whether it is a reporter who gets no answer now, and not somebody else who got none before."""
    if any(child.lower_ == "did" for verb in chain for child in verb.children):
        return False
    words = lexicon.answers.silence
    return chain[-1].lemma_.lower() in words.commenting or any(
        part.lemma_.lower() in words.reporters for part in chain[-1].subtree
    )


def _is_bare(chain: list[Token], said: list[Token]) -> bool:
    """Whether nothing else is said: no reason, no time, no second verb."""
    below = [child for verb in chain for child in verb.children]
    if any(child.dep_ in _MORE or (child.dep_ == "prep" and child.lower_ not in _LEADING_TO) for child in below):
        return False
    reached = subtree(chain[0])
    return all(token.i in reached or token.is_punct for token in said)


def _is_unanswered(verb: Token, lexicon: Lexicon) -> bool:
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    lemma, words = verb.lemma_.lower(), lexicon.answers.silence
    if lemma in words.refusing:
        below = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"}]
        refused = any(child.lemma_.lower() in words.answering | words.telling for child in below)
        return refused or any(_asks(child, words.asked) for child in verb.children if child.dep_ == "dobj")
    if lemma in words.telling and _is_denied(verb, lexicon.hedges.negators) and _leaves_open(verb):
        return True
    if lemma not in words.answering or not _is_denied(verb, lexicon.hedges.negators):
        return False
    return _speaks_of_asking(verb, words.asked)


def _leaves_open(verb: Token) -> bool:
    """Whether the clause of a verb is a question: "did not say | whether it would close"."""
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp", "advcl"} and child.i > verb.i]
    return any(clause.left_edge.lower_ in _ASKING for clause in clauses)


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
