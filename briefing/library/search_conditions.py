"""What a query asks of articles as conditions in SQL, as far as it is the same wherever a library is kept."""

from collections.abc import Callable
from typing import Any

from briefing.library.search_query import All, AnyOf, Node, Not, Term

Condition = tuple[str, list[Any]]
"""A condition on a row of `article`, with the values of its places."""

DATE = "coalesce(nullif(published, ''), added)"
"""When an article counts as published: when it was added if nothing better is known."""


def any_of(parts: list[Condition]) -> Condition:
    """The condition that one of several holds."""
    return joined(parts, " OR ")


def condition_of(
    node: Node, of_term: Callable[[Term], Condition], either: Callable[[list[Condition]], Condition] = any_of
) -> Condition:
    """The condition that a node is; `of_term` tells that of a term, `either` puts together of which one must hold."""
    match node:
        case Term():
            return of_term(node)
        case Not(part):
            inner, values = condition_of(part, of_term, either)
            return f"NOT {inner}", values
        case All(parts):
            return joined([condition_of(part, of_term, either) for part in parts], " AND ")
        case AnyOf(parts):
            return either([condition_of(part, of_term, either) for part in parts])


def joined(parts: list[Condition], word: str) -> Condition:
    """Conditions with AND or OR between them."""
    return f"({word.join(text for text, _ in parts)})", [value for _, values in parts for value in values]


def status_sought(term: Term) -> str:
    """What stands in the counts of an article that has a claim of this status, as the reader types it.

    It is counted by the reader's word, and of dismissed claims nothing: only statuses that occur stand there.
    """
    return f'"{term.words.lower().replace(" ", "_").replace("-", "_")}"'
