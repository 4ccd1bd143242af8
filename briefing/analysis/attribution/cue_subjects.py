"""The speaker of a cue by the parse, where the encoder named nobody: "Trump tweeted …, saying …" has one for both."""

from spacy.tokens import Doc, Token

from briefing.analysis.syntax.dependencies import is_passive, phrase, spans_of, subject
from briefing.analysis.syntax.word_classes import FIRST_PERSON
from briefing.model import Span, Spans

_NOBODY = frozenset({"it", "there", "which", "that", "who", "what"})


def speaker_of(doc: Doc, cue: Spans, content: Spans) -> Spans:
    """The subject of the first active verb of a cue that has one; empty if it is nobody, or part of the content."""
    tokens = [token for span in cue for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ()]
    who = next((found for token in tokens if (found := _subject(token)) is not None), None)
    if who is None:
        return ()
    words = phrase(who) - {token.i for token in tokens}
    spans = spans_of(doc, words)
    whole = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
    taken = any(whole.overlaps(other) for other in (*cue, *content))
    return () if taken or not len(whole) else (whole,)


def writer_of(doc: Doc, cue: Spans) -> Spans:
    """The "I" or "we" whose verb a cue is; empty if there is none."""
    if len(cue) != 1:
        return ()
    tokens = doc.char_span(cue[0].start, cue[0].end, alignment_mode="expand") or ()
    who = next((found for token in tokens if (found := _subject(token)) is not None), None)
    return (Span(who.idx, who.idx + len(who)),) if who is not None and who.lower_ in FIRST_PERSON else ()


def is_first_person(source: Spans, text: str) -> bool:
    """Whether a source is "I" or "we", and so who writes, or who is quoted."""
    return len(source) == 1 and source[0].of(text).lower() in FIRST_PERSON


def _subject(token: Token) -> Token | None:
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
        return None
    if is_passive(token):
        return None
    found = subject(token)
    return found if found is not None and found.lower_ not in _NOBODY and not found.is_space else None
