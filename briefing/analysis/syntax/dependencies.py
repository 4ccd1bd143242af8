"""Questions that the grammar asks of a dependency parse: subjects, phrases and the spans that they cover."""

from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token

from briefing.model import Span, Spans

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_CLAUSES = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis"})
_RISE = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep"})
_EDGE_LEFT = frozenset({",", ";", ":", ".", "—", "–", "-", "--", ")", "!", "?", "…"})
_EDGE_RIGHT = frozenset({",", ";", ":", ".", "—", "–", "-", "--", "("})
_LINKING = frozenset({"SCONJ", "PRON", "CCONJ", "ADP", "PART", "PUNCT", "DET"})
_EDGES = " \t\n,;—–-"
_STEPS = 6
_TEXT = "briefing.text"


def text_of(doc: Doc) -> str:
    """The text of the whole document, kept with it: `doc.text` joins all its words anew each time."""
    if _TEXT not in doc.user_data:
        doc.user_data[_TEXT] = doc.text
    return str(doc.user_data[_TEXT])


def subtree(token: Token, without: Collection[int] = ()) -> set[int]:
    """Indices of the token and all below it, but for what hangs under the tokens of `without`."""
    found: set[int] = set()
    waiting = [token]
    while waiting:
        reached = waiting.pop()
        if reached.i in without and reached.i != token.i:
            continue
        found.add(reached.i)
        waiting.extend(reached.children)
    return found


def subject(token: Token) -> Token | None:
    """The subject of a verb or predicate, its own or one that it shares with the verbs above it."""
    verb = token
    for _ in range(_STEPS):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if verb.dep_ == "acomp" or verb.dep_ == "attr" or verb.dep_ in _RISE:
            if verb.head.i == verb.i:
                return None
            if verb.dep_ == "xcomp":
                named = next((child for child in verb.head.children if child.dep_ in {"dobj", "dative"}), None)
                if named is not None:
                    return named
            verb = verb.head
            continue
        return None
    return None


def antecedent(token: Token) -> Token:
    """The noun that a relative "who", "which" or "that" stands for; any other token itself."""
    if token.tag_ in {"WP", "WDT"} and token.head.dep_ == "relcl":
        return token.head.head
    return token


def base_form(token: Token, known: Collection[str]) -> str:
    """The lemma, mended where the lemmatiser takes "hoped" for "hop": the form in -e if only that one is known."""
    lemma = token.lemma_.lower()
    longer = token.lower_[:-1]
    return longer if token.lower_.endswith("ed") and lemma not in known and longer in known else lemma


def root_of(token: Token) -> Token:
    """The head of the token's sentence; `token.sent` would walk through the whole document."""
    while token.head.i != token.i:
        token = token.head
    return token


def phrase(token: Token) -> set[int]:
    """Indices of a noun phrase, without the clauses and appositions that follow it."""
    leave = [
        child.i
        for child in token.children
        if child.dep_ in _CLAUSES and child.i > token.i and not _is_close_apposition(token, child)
    ]
    found = subtree(token, leave)
    kept = {i for i in found if i <= token.i}
    following = token.i + 1
    while following in found:
        kept.add(following)
        following += 1
    return kept


def _is_close_apposition(noun: Token, name: Token) -> bool:
    """Whether a name follows its noun without a comma: "the union leader Ines Prado"."""
    return name.dep_ == "appos" and not any(part.is_punct for part in noun.doc[noun.i + 1 : name.left_edge.i + 1])


def auxiliaries(verb: Token) -> set[int]:
    """Indices of the verb with its auxiliaries, negation and particle."""
    return {verb.i} | {child.i for child in verb.children if child.dep_ in AUXILIARIES or child.dep_ == "prt"}


def is_passive(verb: Token) -> bool:
    """Whether something is done to the verb's subject: "was told"."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def is_negated(token: Token, negators: Collection[str]) -> bool:
    """Whether the token has a negation of its own: "not", "never", a negative subject or object."""
    if any(child.dep_ == "neg" or child.lower_ in negators for child in token.children if child.dep_ != "conj"):
        return True
    if token.dep_ == "conj" and any(part.lower_ == "nor" for part in token.head.children):
        return True
    arguments = [child for child in token.children if child.dep_ in SUBJECTS or child.dep_ in {"dobj", "attr"}]
    return any(
        argument.lower_ in negators or any(child.lower_ == "no" for child in argument.children)
        for argument in arguments
    )


def clause_of_adverb(adverb: Token) -> set[int]:
    """Indices of the clause that an adverb speaks of, without the adverb, what leads in, and clauses joined to it."""
    head = adverb.head
    if head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    if head.dep_ == "amod":
        return set()
    joined = [child for child in head.children if child.dep_ == "conj" and own_subject(child) is not None]
    leading = [child.i for child in head.children if child.dep_ in {"cc", "mark"} and child.i < head.i]
    ands = [child.i for child in head.children if child.dep_ == "cc"] if joined else []
    left_out = {adverb.i, *leading, *ands, *(child.i for child in joined)}
    return subtree(head, left_out) - left_out


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def outside(text: str, piece: Span, hole: Span) -> Spans:
    """What of a piece of text lies before and behind a hole in it, without the spaces and commas at the edges."""
    if not piece.overlaps(hole):
        return (piece,)
    found: list[Span] = []
    for start, end in ((piece.start, min(piece.end, hole.start)), (max(piece.start, hole.end), piece.end)):
        words = text[start:end] if start < end else ""
        kept = words.strip(_EDGES)
        if kept:
            begin = start + words.index(kept)
            found.append(Span(begin, begin + len(kept)))
    return tuple(found)


def spans_of(doc: Doc, indices: Iterable[int]) -> Spans:
    """The pieces of text that the tokens cover; punctuation at the edges of a piece is left out."""
    pieces: list[list[int]] = []
    for i in sorted(indices):
        if doc[i].is_space:
            continue
        if pieces and _adjoins(doc, pieces[-1][-1], i):
            pieces[-1].append(i)
        else:
            pieces.append([i])
    if len(pieces) > 1:
        pieces = [piece for piece in pieces if len(piece) > 1 or doc[piece[0]].pos_ not in _LINKING]
    trimmed = [_without_edges(doc, piece) for piece in pieces]
    return tuple(Span(doc[p[0]].idx, doc[p[-1]].idx + len(doc[p[-1]])) for p in trimmed if p)


def words_in(doc: Doc, spans: Iterable[Span]) -> list[Token]:
    """The words that the pieces of text cover, also in part."""
    found = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    return [token for window in found for token in window or () if not token.is_space]


def head_of(tokens: Iterable[Token]) -> Token | None:
    """The first of some words that hangs on none of the others, punctuation aside."""
    words = list(tokens)
    indices = {token.i for token in words}
    tops = (t for t in words if not t.is_punct and (t.head.i == t.i or t.head.i not in indices))
    return next(tops, None)


def _adjoins(doc: Doc, left: int, right: int) -> bool:
    return all(doc[i].is_space or (doc[i].is_punct and right - left <= 2) for i in range(left + 1, right))


def _without_edges(doc: Doc, piece: list[int]) -> list[int]:
    while piece and doc[piece[0]].text in _EDGE_LEFT:
        piece = piece[1:]
    while piece and doc[piece[-1]].text in _EDGE_RIGHT:
        piece = piece[:-1]
    return piece if any(not doc[i].is_punct for i in piece) else []
