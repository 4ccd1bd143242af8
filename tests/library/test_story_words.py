"""The reader's word on stories: kept with one change, taken back exactly, never lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.library import GiveStoryWord, Library, LibraryFailure, WithdrawStoryWord, open_library, queries
from briefing.library.archive_export import export_library
from briefing.library.archive_import import Unread, import_library
from briefing.model.message import verbatim
from briefing.model.story_word import StatementAnchor, StoryVerdict, StoryWord

WORD = StoryWord(
    "w1",
    StoryVerdict.DENIES,
    ("d1",),
    ("d2",),
    (StatementAnchor("d1", 3, "it was arson"), StatementAnchor("d2", 9, "it was no arson")),
    "",
    datetime(2030, 5, 7, tzinfo=UTC),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = open_library(tmp_path / "kept")
    yield library
    library.close()


def test_the_word_is_kept_as_it_was_given(library: Library, tmp_path: Path) -> None:
    library.perform(GiveStoryWord(WORD))
    other = open_library(tmp_path / "kept")
    assert other.ask(queries.StoryWords()) == (WORD,)
    other.close()


def test_undoing_takes_it_back_and_redoing_gives_it_again(library: Library) -> None:
    given = library.perform(GiveStoryWord(WORD))
    taken = library.perform(given.inverse)
    assert library.ask(queries.StoryWords()) == ()
    library.perform(taken.inverse)
    assert library.ask(queries.StoryWords()) == (WORD,)


def test_it_is_not_given_twice(library: Library) -> None:
    library.perform(GiveStoryWord(WORD))
    with pytest.raises(LibraryFailure, match="already"):
        library.perform(GiveStoryWord(WORD))


def test_what_was_not_said_is_not_taken_back(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="nothing was changed"):
        library.perform(WithdrawStoryWord("w1"))


def test_it_goes_with_an_export_into_another_library(library: Library, tmp_path: Path) -> None:
    word = replace(WORD, articles=("a" * 64,), others=("b" * 64,), statements=())
    library.perform(GiveStoryWord(word))
    export_library(library, tmp_path / "all.briefing")
    other = open_library(tmp_path / "other")
    import_library(other, tmp_path / "all.briefing", lambda data, origin: Unread(verbatim("not asked")))
    assert other.ask(queries.StoryWords()) == (word,)
    other.close()
