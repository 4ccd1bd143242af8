"""What the reader types into the search, read into conditions; no text is a mistake.

Words are joined by AND unless OR stands between them; NOT or a minus sign turns the next one round; "phrases" and
prefix* work as elsewhere; `who:`, `status:`, `tag:`, `outlet:`, `collection:`, `after:`, `before:` and `in:` look in
one place. A single word is looked for in all its forms, what stands in quotation marks exactly as it is written.
"""

import re

from briefing.records import dataclass

LONGEST = 1000
"""Code points of the query that are read; the rest is left out."""

MOST_TERMS = 64
"""Terms that are read; the rest is left out."""

FIELDS = ("who", "status", "tag", "outlet", "collection", "after", "before")
PLACES = ("title", "text", "claims", "who", "notes", "tags")

_TERM = r'(?P<paren>-?\(|\))|(?P<sign>-?)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s()"]+))'
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"
"""Compiled when they are first needed, and not at each start."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together; `field` is one of FIELDS, or "" for words anywhere; `exact` is without other forms."""

    words: str
    prefix: bool = False
    field: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """What must hold together."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Of which one must hold."""

    parts: "tuple[Node, ...]"


Node = Term | Not | All | AnyOf


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: `node` is None if nothing was asked; `places`, if any, are where words are looked for."""

    node: Node | None
    places: frozenset[str] = frozenset()


def parse(typed: str) -> Query:
    """The query that `typed` means; never fails."""
    clean = typed[:LONGEST].encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ")
    tokens, places = _tokens(clean)
    node, rest = _either(tokens)
    while rest:  # a stray closing parenthesis: go on behind it
        more, rest = _either(rest[1:])
        node = _all([part for part in (node, more) if part])
    return Query(node, places)


def _tokens(typed: str) -> tuple[list[Term | str], frozenset[str]]:
    tokens: list[Term | str] = []
    places: set[str] = set()
    for match in list(re.finditer(_TERM, typed))[:MOST_TERMS]:
        field, word = (match["field"] or "").lower(), match["word"]
        if match["paren"]:
            tokens += ["NOT", "("] if match["paren"] == "-(" else [match["paren"]]
        elif field == "in" and word and word.lower() in PLACES:
            places.add(word.lower())
        elif word in ("AND", "OR", "NOT") and not field:
            tokens.append(word)
        else:
            term = _term(match["field"] or "", match["phrase"] if word is None else word, word is not None)
            if term:
                tokens += ["NOT", term] if match["sign"] else [term]
    return tokens, frozenset(places)


def _term(field: str, words: str, is_word: bool) -> Term | None:
    known = field.lower() if field.lower() in FIELDS else ""
    if known in ("after", "before") and not re.fullmatch(_DATE, words):
        known = ""
    if field and not known:
        words = f"{field}:{words}"
    if not any(character.isalnum() for character in words):
        return None
    prefix = is_word and words.endswith("*")
    return Term(words.rstrip("*") if prefix else words, prefix, known, exact=bool(known) or not is_word)


def _either(tokens: list[Term | str]) -> tuple[Node | None, list[Term | str]]:
    parts: list[Node] = []
    part, rest = _together(tokens)
    parts += [part] if part else []
    while rest and rest[0] == "OR":
        part, rest = _together(rest[1:])
        parts += [part] if part else []
    if not parts:
        return None, rest
    return (parts[0] if len(parts) == 1 else AnyOf(tuple(parts))), rest


def _together(tokens: list[Term | str]) -> tuple[Node | None, list[Term | str]]:
    parts: list[Node] = []
    while tokens and tokens[0] not in ("OR", ")"):
        part, tokens = _single(tokens)
        parts += [part] if part else []
    return _all(parts), tokens


def _single(tokens: list[Term | str]) -> tuple[Node | None, list[Term | str]]:
    first, rest = tokens[0], tokens[1:]
    if isinstance(first, Term):
        return first, rest
    if first == "NOT" and rest and rest[0] not in ("OR", ")"):
        part, rest = _single(rest)
        return (Not(part) if part else None), rest
    if first == "(":
        part, rest = _either(rest)
        return part, rest[1:]
    return None, rest  # an operator with nothing to work on


def _all(parts: list[Node]) -> Node | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def parted(node: Node | None) -> tuple[All, list[Node]]:
    """The parts of a query that must hold together: those that ask for words alone, and those that look in fields."""
    parts = node.parts if isinstance(node, All) else (node,) if node else ()
    worded = tuple(part for part in parts if only_words(part))
    return All(worded), [part for part in parts if not only_words(part)]


def only_words(node: Node) -> bool:
    """Whether a node asks for nothing but words anywhere."""
    match node:
        case Term(field=field):
            return not field
        case Not(part):
            return only_words(part)
        case All(parts) | AnyOf(parts):
            return all(only_words(part) for part in parts)


def wanted(node: Node) -> list[Term]:
    """The words that are looked for anywhere, without those that must not be."""
    match node:
        case Term(field=""):
            return [node]
        case All(parts) | AnyOf(parts):
            return [term for part in parts for term in wanted(part)]
        case _:
            return []


def excluded(node: Node) -> list[Term]:
    """The words that must not be."""
    match node:
        case Not(part):
            return wanted(part) + excluded(part)
        case All(parts) | AnyOf(parts):
            return [term for part in parts for term in excluded(part)]
        case _:
            return []
