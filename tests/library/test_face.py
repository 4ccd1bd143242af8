"""A library is what its face says, wherever it is kept: every operation and every query, and nothing of the rows."""

import inspect
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from briefing.library import Library, Operation, Several, Store, Unmake, open_library, queries, store_at
from briefing.library.change import KINDS
from briefing.library.queries import Query
from briefing.library.sqlite.dispatch import PERFORMERS
from briefing.library.sqlite.query_answers import ANSWERS
from briefing.model import Shelf, ShelfKind
from briefing.service.article_queries import ListShelves, ShelvesListed

BESIDE_THE_ROWS = {queries.OriginalBytes, queries.PictureBytes}
"""Files that lie beside the database."""


def all_queries() -> list[type[Query[Any]]]:
    return [
        one for one in vars(queries).values() if isinstance(one, type) and issubclass(one, Query) and one is not Query
    ]


def promised(query: type[Query[Any]]) -> object:
    (base,) = query.__orig_bases__  # type: ignore[attr-defined]
    return get_args(base)[0]


def public(face: type) -> set[str]:
    return {name for name in vars(face) if not name.startswith("_")}


def test_every_query_is_answered() -> None:
    assert set(all_queries()) - BESIDE_THE_ROWS == ANSWERS.keys()


@pytest.mark.parametrize("query", ANSWERS, ids=lambda query: query.__name__)
def test_the_answer_is_of_the_type_that_the_query_promises(query: type[Query[Any]]) -> None:
    assert get_type_hints(ANSWERS[query])["return"] == promised(query)


@pytest.mark.parametrize("query", ANSWERS, ids=lambda query: query.__name__)
def test_whatever_answers_takes_the_values_of_the_query(query: type[Query[Any]]) -> None:
    inspect.signature(ANSWERS[query]).bind("connection", *query.__match_args__)  # type: ignore[attr-defined]


def test_every_operation_is_performed() -> None:
    assert set(get_args(Operation)) - {Several} == PERFORMERS.keys() == KINDS.keys() | {Unmake}


def test_what_is_kept_in_a_folder_has_the_whole_face(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    library = store.open()
    assert [name for name in public(Store) if not hasattr(store, name)] == []
    assert [name for name in public(Library) if not hasattr(library, name)] == []
    library.close()


def test_the_face_is_all_that_can_be_done_with_a_library(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    assert {name for name in dir(library) if not name.startswith("_")} - public(Library) == {"open"}
    library.close()


class Elsewhere:
    """A library that is kept nowhere, and knows what is asked here only."""

    def ask(self, query: Query[Any]) -> Any:
        if isinstance(query, queries.ArticleCount):
            return 7 if query.shelf == Shelf(ShelfKind.INBOX) else 0
        return ()


def test_whoever_asks_needs_no_more_of_a_library_than_its_face() -> None:
    (told,) = ListShelves().answers(1, Elsewhere())  # type: ignore[arg-type]
    assert isinstance(told, ShelvesListed)
    assert dict(told.counts)[ShelfKind.INBOX] == 7
