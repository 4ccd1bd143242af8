"""Where the words of one source begin, if who says them stands within them: "…; the crew, he said, had left"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.syntax.dependencies import SUBJECTS, head_of, own_subject, phrase, spans_of, text_of, words_in
from briefing.analysis.syntax.word_classes import FINITE_TAGS, SETTING_OFF
from briefing.model import Span, Spans, covering

_MARKS = frozenset('“”"«»‘’')
_DASHES = frozenset({"—", "–", "--"})
_AND = frozenset({"and", "but", "or", "yet", "so"})
_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_FEWEST = 2
"""Words that must stand behind the words that tell whose they are, and be left in all."""


def begun(doc: Doc, hop: Attributed) -> Attributed:
    """The hop, its content without the clauses before the one that the words of its cue stand in.

    "The plant shut in May; its owner, *according to the union*, owes wages": the union tells of the owner alone.
    """
    hop = _with_subject(doc, hop)
    content = from_clause(doc, hop, hop.content)
    if content == hop.content:
        return hop
    read = ((name, from_clause(doc, hop, spans)) for name, spans in hop.readings)
    last = hop.cue[-1].end
    # What begins behind the cue lacks its subject.
    kept = tuple((name, spans) for name, spans in read if spans and spans[0].start < last)
    return replace(hop, content=content, readings=kept)


def _with_subject(doc: Doc, hop: Attributed) -> Attributed:
    """The hop, its content with the subject of its verb where that stands between the cue and the verb.

    "She said yesterday *the bridge, which carries 9,000 cars a day,* would have to be replaced."
    """
    words = words_in(doc, hop.content[:1])
    verb = head_of(words)
    if verb is None or not hop.cue or words[0].tag_ not in FINITE_TAGS:
        return hop
    found = own_subject(verb)
    if found is None or found.i >= words[0].i or verb.dep_ in {"relcl", "conj"}:
        return hop
    start, first = found.left_edge.idx, hop.content[0]
    if start < max(span.end for span in (*hop.cue, *(s for s in hop.source if s.start < first.start))):
        return hop
    whole = Span(start, first.end)
    readings = tuple((name, (whole, *spans[1:]) if spans[:1] == (first,) else spans) for name, spans in hop.readings)
    return replace(hop, content=(whole, *hop.content[1:]), readings=readings)


def from_clause(doc: Doc, hop: Attributed, content: Spans) -> Spans:
    """A content of the hop's, from where the clause begins that the cue stands in; the same if it begins there."""
    told_by = words_in(doc, (*hop.cue, *hop.source)) if hop.cue and content else []
    if not told_by or not covering(content).start < told_by[0].idx < covering(content).end:
        return content
    first, last = min(word.i for word in told_by), max(word.i for word in told_by)
    within = [word for word in words_in(doc, content) if not first <= word.i <= last]
    before = [word for word in _of_sentence(doc, first) if word.i < first]
    behind = [word for word in within if word.i > last]
    if len(behind) < _FEWEST or not before or not _is_inserted(before) or _MARKS & {word.text for word in before}:
        return content
    told = _clause_before(before, behind)
    if told is None or not any(word.i < first and word.i not in told and not word.is_punct for word in within):
        return content
    found = (*_pieces(doc, told), *spans_of(doc, {word.i for word in behind}))
    return found if len(words_in(doc, found)) > _FEWEST else content


def _pieces(doc: Doc, told: set[int]) -> Spans:
    """The words before the cue as one piece; a pronoun is one, too."""
    words = [doc[i] for i in sorted(told) if not doc[i].is_punct]
    return (Span(words[0].idx, words[-1].idx + len(words[-1])),) if words else ()


def _of_sentence(doc: Doc, at: int) -> list[Token]:
    """The words of the sentence up to one of them."""
    start = at
    while start > 0 and not doc[start].is_sent_start and "\n" not in text_of(doc)[doc[start - 1].idx : doc[start].idx]:
        start -= 1
    return [word for word in doc[start:at] if not word.is_space]


def _is_inserted(before: list[Token]) -> bool:
    """Whether the words that tell whose it is are parted from what stands before them."""
    return before[-1].text in SETTING_OFF or before[-1].lower_ in _AND


def _clause_before(before: list[Token], behind: list[Token]) -> set[int] | None:
    """The words before the cue that belong to the clause around it; None where all do, or where it is not sure."""
    words = [word for word in before if not (word.text in SETTING_OFF and word.i == before[-1].i)]
    if not words:
        return None
    if words[-1].lower_ in _AND:
        return _shared_subject(words[:-1], behind)
    if words[0].lower_ in _CONTRAST and _is_clause(words) and _has_subject(behind) and not _is_parted(behind[0]):
        # "While some spoke of wolves, according to the ranger no tracks were found."
        return set()
    if behind[0].lower_ in _AND or behind[0].dep_ == "mark":
        # What is told ends before the cue, and something else is joined to it.
        return None
    broken = _behind_break(words)
    words = broken or words
    joined = _behind_conjunction(words, behind)
    found = joined or broken
    return {word.i for word in found} if found and any(word.pos_ != "PUNCT" for word in found) else None


def _has_subject(behind: list[Token]) -> bool:
    """Whether the words behind the cue are a clause with a subject of its own."""
    verb = next((word for word in behind if word.tag_ in FINITE_TAGS), None)
    return verb is not None and _own_subject_stands(behind, verb)


def _is_parted(word: Token) -> bool:
    """Whether a mark stands before it."""
    return word.i > 0 and word.nbor(-1).is_punct


def _shared_subject(words: list[Token], behind: list[Token]) -> set[int] | None:
    """The subject of the verb that is joined to the one behind: "*He* built schools and, X said, was praised"."""
    verb = next((word for word in behind if word.tag_ in FINITE_TAGS), None)
    if verb is None:
        return None
    if own_subject(verb) is not None or _own_subject_stands(behind, verb):
        return set()
    least = min((word.i for word in words), default=0)
    above = verb
    while above.dep_ in {"aux", "auxpass", "conj"} and above.head.i != above.i:
        above = above.head
        found = own_subject(above)
        if found is not None and least <= found.i <= words[-1].i:
            return phrase(found) | {found.i}
    return None


def _own_subject_stands(behind: list[Token], verb: Token) -> bool:
    """Whether the verb behind the cue has a subject there, be it on its auxiliary or on the verb that it helps."""
    head = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return any(child.dep_ in SUBJECTS and child.i >= behind[0].i for child in head.children)


def _behind_break(words: list[Token]) -> list[Token]:
    """What stands behind the last semicolon, or behind a dash that has no other; nothing without one."""
    marks = [at for at, word in enumerate(words) if word.text == ";"]
    dashes = [at for at, word in enumerate(words) if word.text in _DASHES]
    if len(dashes) == 1:
        marks += dashes
    at = max(marks, default=-1)
    # Two clauses stand on both sides of it: "a tanker; a barge" is a list.
    if at < 0 or not any(word.tag_ in FINITE_TAGS for word in words[:at]):
        return []
    return words[at + 1 :]


def _behind_conjunction(words: list[Token], behind: list[Token]) -> list[Token]:
    """The clause around the cue, if it is joined to one before: "It was fined, and *the bank*, X said, *paid*"."""
    for at in reversed(range(1, len(words))):
        if words[at].lower_ not in _AND | _CONTRAST:
            continue
        rest, earlier = words[at + 1 :], words[:at]
        verb = next((word for word in (*rest, *behind) if word.tag_ in FINITE_TAGS and word.dep_ != "relcl"), None)
        if rest and verb is not None and _is_clause(earlier) and _begins(rest, verb, words[at - 1].text == ","):
            return rest
    return []


def _is_clause(words: list[Token]) -> bool:
    return any(word.tag_ in FINITE_TAGS for word in words) and any(word.dep_ in SUBJECTS for word in words)


def _begins(rest: list[Token], verb: Token, parted: bool) -> bool:
    """Whether the words behind a conjunction open with the subject of a verb of their own."""
    subjects = [word for word in rest if word.dep_ in SUBJECTS and word.i < verb.i]
    if any(word.left_edge.i <= rest[0].i for word in subjects):
        return True
    # The parser joins "the bank, and the regulator": a comma parts clauses, and two nouns need none.
    return parted and verb.i > rest[-1].i and rest[-1].pos_ in {"NOUN", "PROPN", "PRON"}
