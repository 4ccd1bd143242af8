"""Other extents that a content may have: as each reader read it, and without a clause that only hangs on it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.content_starts import from_clause
from briefing.analysis.attribution.quoted_speakers import QUOTED
from briefing.analysis.attribution.speaker_turns import TURN
from briefing.analysis.syntax.dependencies import (
    SUBJECTS,
    head_of,
    phrase,
    root_of,
    spans_of,
    subject,
    subtree,
    text_of,
    words_in,
)
from briefing.analysis.syntax.word_classes import BREAKS, CLAUSE_MARKS, FINITE_TAGS, RELATIVE_TAGS, TIME_ENTITIES
from briefing.model import Spans, covering, overlap_share

_ALIKE = 0.88
"""Share of both together from which two extents are one."""

_LONGEST_BARE = 7
_LONGEST_COMPLETED = 24
"""Words of a relative clause that says little on its own, and of it with what it tells of."""

_FEWEST = 3
"""Words that must be left of a content."""

_MOST = 6
"""Variants of one content."""

_HYPHENED = re.compile(r"\w[-‐‑]\w")

_HANGING = frozenset({"relcl", "advcl", "conj", "acl", "prep", "parataxis", "appos", "ccomp"})
_ADVERSE = frozenset({"despite", "amid", "following", "during", "after", "before", "since", "until"})
_JOINED = frozenset({"conj", "cc", "parataxis"})
_AROUND = ("relay", "hearsay")
"""Rules by which the source stands within the sentence that it is the source of."""


def variants(doc: Doc, hop: Attributed) -> Iterator[tuple[str, Spans]]:
    """Extents that differ enough from the hop's own and from one another, each with where it comes from."""
    seen = [hop.content]
    for name, proposed in _proposed(doc, hop):
        content = from_clause(doc, hop, proposed)
        if not content or _cuts_a_word(doc, content) or any(_is_alike(content, other) for other in seen):
            continue
        seen.append(content)
        yield name, content
        if len(seen) > _MOST:
            return


def completed(doc: Doc, hop: Attributed) -> Attributed:
    """The hop; a short relative clause with the noun that it tells of: "the wells that, he said, | had run dry"."""
    words = words_in(doc, hop.content)
    if not words or len(words) > _LONGEST_BARE or not hop.cue:
        return hop
    whole = _with_antecedent(doc, hop)
    if not whole or len(words_in(doc, whole)) > _LONGEST_COMPLETED:
        return hop
    return replace(hop, content=whole, readings=())


def _proposed(doc: Doc, hop: Attributed) -> Iterator[tuple[str, Spans]]:
    yield from hop.readings
    if hop.rule.startswith(_AROUND) and hop.rule != QUOTED and hop.cue:
        for name, content in (("sentence", _sentence_around(doc, hop)), ("clause", _clause_around(doc, hop))):
            if not _reaches_over(doc, hop, content) and not _is_in_lower_clause(doc, hop):
                yield name, content
    yield "antecedent", _with_antecedent(doc, hop)
    yield "later", _later(doc, hop)
    for content in _shortened(doc, hop.content):
        if hop.rule != TURN or not _drops_a_clause(doc, content):
            yield "shorter", content


def _drops_a_clause(doc: Doc, content: Spans) -> bool:
    """Whether what is left out behind it begins with a conjunction: who speaks in a turn says that clause, too."""
    at = words_in(doc, content)[-1].i + 1
    while at < len(doc) and doc[at].is_punct:
        at += 1
    return at < len(doc) and doc[at].dep_ == "cc"


def _is_in_lower_clause(doc: Doc, hop: Attributed) -> bool:
    """Whether the words that tell whose it is stand in a clause below the sentence: "Ito, who reportedly cooks, …"."""
    words = words_in(doc, hop.cue)
    cue = head_of(words)
    if cue is not None and words[-1].i + 1 < len(doc) and doc[words[-1].i + 1].tag_ == "WDT":
        # "a treaty, according to which no troops may enter"
        return True
    if cue is None or (cue.i and cue.nbor(-1).is_punct):
        return False
    verb = cue.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ != "advcl":
        return bool(verb.dep_ == "relcl")
    return bool(verb.tag_ == "VBG") or any(child.dep_ == "mark" and child.i < cue.i for child in verb.children)


def _cuts_a_word(doc: Doc, content: Spans) -> bool:
    """Whether it ends or begins at the hyphen of a word, as "US" does in "US-China talks"."""
    text = text_of(doc)
    whole = covering(content)
    return any(_HYPHENED.match(text, max(0, at - 1)) for at in (whole.start - 1, whole.end) if at > 0)


def _is_alike(left: Spans, right: Spans) -> bool:
    return overlap_share(left, right) >= _ALIKE


def _reaches_over(doc: Doc, hop: Attributed, content: Spans) -> bool:
    """Whether an extent goes on behind the words that tell whose it is, where what was read ends before them."""
    first = min(span.start for span in (*hop.cue, *hop.source))
    if covering(hop.content).end > first or not content or covering(content).end < first:
        return False
    finite = any(word.tag_ in FINITE_TAGS for word in words_in(doc, hop.content))
    return finite or not text_of(doc)[:first].rstrip().endswith(",")


def _sentence_around(doc: Doc, hop: Attributed) -> Spans:
    """The sentence without the words that tell whose it is."""
    cue = words_in(doc, hop.cue)
    if not cue:
        return ()
    aside = {token.i for token in words_in(doc, (*hop.cue, *hop.source))}
    lead = min(cue, key=lambda token: token.i)
    sentence = subtree(root_of(lead), {lead.i})
    return spans_of(doc, sentence - aside)


def _clause_around(doc: Doc, hop: Attributed) -> Spans:
    """The one clause of the sentence in which the words stand that tell whose it is, with its subject."""
    cue = words_in(doc, hop.cue)
    if not cue:
        return ()
    aside = {token.i for token in words_in(doc, (*hop.cue, *hop.source))}
    verb = min(cue, key=lambda token: token.i).head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    joined = {i for child in verb.children if child.dep_ in _JOINED for i in subtree(child)}
    clause = subtree(verb, joined) - joined
    found = subject(verb)
    if found is not None and found.i not in clause:
        clause |= phrase(found)
    return spans_of(doc, clause - aside)


def _with_antecedent(doc: Doc, hop: Attributed) -> Spans:
    """The content with the noun that it tells of, where it is a relative clause: "the camp, which … is shut"."""
    inside = {token.i for token in words_in(doc, hop.content)}
    aside = {token.i for token in words_in(doc, (*hop.cue, *hop.source))}
    for i in sorted(inside | aside):
        verb = doc[i]
        noun = verb.head
        if verb.dep_ != "relcl" or noun.i in inside or noun.i in aside or noun.i > i or noun.ent_type_ in TIME_ENTITIES:
            continue
        if i in aside and any(child.dep_ in SUBJECTS and child.tag_ in RELATIVE_TAGS for child in verb.children):
            # "The claims in the suit, which alleges that …": what says it is the noun itself.
            continue
        if i in aside and doc[verb.left_edge.i].dep_ == "prep":
            # "the leak, to which the mayor replied that …": it is what is answered.
            continue
        told_of = {j for j in subtree(noun) if j < verb.left_edge.i and j not in aside}
        if told_of and not any(child.i in aside for child in noun.children if child.dep_ in {"appos", "poss"}):
            return spans_of(doc, inside | told_of)
    return ()


def _later(doc: Doc, hop: Attributed) -> Spans:
    """What stands behind the last semicolon or dash before the cue, where the cue stands within the content."""
    words = words_in(doc, hop.content)
    first = min((span.start for span in hop.cue), default=0)
    marks = [token.i for token in words if token.text in BREAKS and token.idx < first]
    if not marks or words[-1].idx < first:
        return ()
    return spans_of(doc, {token.i for token in words if token.i > marks[-1]})


def _shortened(doc: Doc, content: Spans) -> Iterator[Spans]:
    """The content up to a comma or a conjunction behind which a clause only hangs on it, the longest first."""
    words = words_in(doc, content)
    indices = [token.i for token in words]
    held = set(indices)
    cuts = sorted({cut for token in words for cut in _cuts_before(token, held)}, reverse=True)
    for cut in cuts:
        kept = {i for i in indices if i < cut}
        if len(kept) >= _FEWEST:
            yield _without_marks(doc, content, spans_of(doc, kept))


def _cuts_before(token: Token, held: set[int]) -> Iterator[int]:
    """Where the clause of a token begins, with the comma or conjunction before it."""
    if token.dep_ not in _HANGING or token.head.i not in held or token.i < token.head.i:
        return
    left = token.left_edge.i
    before = left - 1
    while before in held and (token.doc[before].text in CLAUSE_MARKS or token.doc[before].dep_ == "cc"):
        before -= 1
    parted = before < left - 1
    # "US-China talks": what follows a hyphen begins no clause.
    hangs = token.dep_ in {"advcl", "relcl"} or (token.dep_ == "prep" and _leads_to_a_clause(token))
    if parted or (hangs and token.doc[before].whitespace_):
        yield before + 1


def _leads_to_a_clause(preposition: Token) -> bool:
    """Whether it stands before what happens or happened: "without saying why", "despite the ban"."""
    return preposition.lower_ in _ADVERSE or any(child.dep_ == "pcomp" for child in preposition.children)


def _without_marks(doc: Doc, content: Spans, cut: Spans) -> Spans:
    """A quotation that the content opens with keeps its opening mark where it is cut."""
    if not cut:
        return ()
    start = covering(content).start
    text = text_of(doc)
    first = cut[0]
    if start < first.start and not any(letter.isalnum() for letter in text[start : first.start]):
        return (type(first)(start, first.end), *cut[1:])
    return cut
