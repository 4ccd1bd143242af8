"""A search as a form has it, field by field, to and from what is typed, without loss."""

from briefing.library.search_query import FIELDS, LONGEST, MOST_TERMS, All, AnyOf, Node, Not, Term, parse
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """What a form to search with holds; what is empty does not matter.

    Attributes:
        words: words and phrases that must all be there.
        any_of: of which one must be there.
        without: that must not be there.
        places: where they are looked for (see `query.PLACES`); everywhere if empty.
        who: names of actors, all of them in the article.
        statuses: of which one must be held by a claim.
        tags: all of them on the article or its annotations.
        outlet: part of the outlet's name.
        collection: a collection's name.
        after, before: dates as YYYY, YYYY-MM or YYYY-MM-DD; `after` is included, `before` is not.
    """

    words: tuple[Term, ...] = ()
    any_of: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    places: frozenset[str] = frozenset()
    who: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outlet: str = ""
    collection: str = ""
    after: str = ""
    before: str = ""

    def __post_init__(self) -> None:
        """Take one alternative alone for what it is: a word that must be there."""
        if len(self.any_of) == 1:
            object.__setattr__(self, "words", (*self.words, *self.any_of))
            object.__setattr__(self, "any_of", ())


def typed_of(wanted: Filter) -> str:
    """What to type for a filter; `filter_of` reads it again.

    Raises:
        ValueError: if it holds what cannot be typed: quotation marks, no letters at all, no date, or too much.
    """
    parts = [
        *(_term(term) for term in wanted.words),
        *_alternatives([_term(term) for term in wanted.any_of]),
        *("-" + _term(term) for term in wanted.without),
        *(f"in:{place}" for place in sorted(wanted.places)),
        *(_field("who", name) for name in wanted.who),
        *_alternatives([_field("status", status) for status in wanted.statuses]),
        *(_field("tag", tag) for tag in wanted.tags),
        *(_field(name, value) for name in ("outlet", "collection") if (value := getattr(wanted, name))),
        *(f"{name}:{value}" for name in ("after", "before") if (value := getattr(wanted, name))),
    ]
    text = " ".join(parts)
    if filter_of(text) != wanted:
        raise ValueError(f"This search cannot be typed: {text[:LONGEST]}")
    return text


def filter_of(text: str) -> Filter | None:
    """The filter that says what was typed, or None if it says more than a form can hold."""
    query = parse(text)
    if len(text) > LONGEST or text.count(" ") >= MOST_TERMS:
        return None
    node = query.node
    parts = () if node is None else node.parts if isinstance(node, All) else (node,)
    held: dict[str, list[Term]] = {name: [] for name in ("words", "any_of", "without", "statuses", *FIELDS)}
    for part in parts:
        where = _where(part)
        if where is None or (where in ("any_of", "statuses") and held[where]):
            return None
        if where not in ("words", "any_of", "without") and any(term.prefix for term in _terms(part)):
            return None
        held[where] += _terms(part)
    single = ("outlet", "collection", "after", "before")
    if any(len(held[name]) > 1 for name in single):
        return None
    return Filter(
        words=tuple(held["words"]),
        any_of=tuple(held["any_of"]),
        without=tuple(held["without"]),
        places=query.places,
        who=_words(held["who"]),
        statuses=_words(held["statuses"]),
        tags=_words(held["tag"]),
        outlet="".join(_words(held["outlet"])),
        collection="".join(_words(held["collection"])),
        after="".join(_words(held["after"])),
        before="".join(_words(held["before"])),
    )


def _where(part: Node) -> str | None:
    """The field of a filter that holds this part of a query."""
    match part:
        case Term(field="status"):
            return "statuses"
        case Term(field=field):
            return field or "words"
        case Not(Term(field="")):
            return "without"
        case AnyOf(parts) if all(isinstance(one, Term) for one in parts):
            asked = {one.field for one in parts if isinstance(one, Term)}
            return {frozenset({""}): "any_of", frozenset({"status"}): "statuses"}.get(frozenset(asked))
        case _:
            return None


def _terms(part: Node) -> list[Term]:
    match part:
        case Term():
            return [part]
        case Not(inner):
            return _terms(inner)
        case All(parts) | AnyOf(parts):
            return [term for one in parts for term in _terms(one)]


def _words(terms: list[Term]) -> tuple[str, ...]:
    return tuple(term.words for term in terms)


def _alternatives(parts: list[str]) -> list[str]:
    return parts if len(parts) < 2 else [f"({' OR '.join(parts)})"]


def _term(term: Term) -> str:
    if term.exact:
        return f'"{term.words}"'
    return term.words + ("*" if term.prefix else "")


def _field(name: str, value: str) -> str:
    return f'{name}:"{value}"'
