"""What became of the sources of a brief is told at a desk as in a library of one's own, to each reader by himself."""

from collections.abc import Iterator
from typing import Any

import pytest
from library_samples import analysis, keep, note
from test_briefs import (
    ADDRESS,
    brief,
    test_a_new_status_a_judgement_and_a_changed_note_are_told_once,
    test_a_word_on_a_claim_within_another_is_no_word_on_the_other,
    test_what_is_gone_is_told,
    told,
)

from briefing.library import AddAnnotation, KeepBrief, Library, RemoveAnnotation, RemoveArticle, open_library

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

__all__ = [
    "test_a_new_status_a_judgement_and_a_changed_note_are_told_once",
    "test_a_word_on_a_claim_within_another_is_no_word_on_the_other",
    "test_what_is_gone_is_told",
]


@pytest.fixture
def library(desk: str) -> Iterator[Library]:
    """A desk with a brief, as a library of one's own in `test_briefs`."""
    library = open_library(desk)
    kept = keep(library, address=ADDRESS)
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note()))
    library.perform(KeepBrief(brief()))
    yield library
    library.close()


def test_each_reader_is_told_until_he_has_seen_it(library: Library, desk: str, server: Any) -> None:
    with psycopg.connect(desk, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS zoe")
        connection.execute("CREATE ROLE zoe LOGIN IN ROLE desk")
        zoe = open_library(desk.replace("//desk@", "//zoe@"))
        zoe.see_brief("b1")
        library.perform(RemoveAnnotation(1, note().id))
        library.see_brief("b1")
        assert list(told(zoe)) == ["l3"]
        zoe.close()
        connection.execute("DROP OWNED BY zoe")
        connection.execute("DROP ROLE zoe")


def test_nothing_of_an_article_that_is_deleted_for_good_is_remembered(library: Library, desk: str) -> None:
    library.see_brief("b1")
    library.perform(RemoveArticle(1))
    library.empty_bin()
    with psycopg.connect(desk) as connection:
        assert connection.execute("SELECT state FROM brief_seen").fetchall() == []
