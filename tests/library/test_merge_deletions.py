"""A working copy comes back: what was deleted on either side is deleted, and no word is lost that was changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from library_samples import FERRY, NOW, keep, note, read_again, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeAnnotation,
    FileArticles,
    Judge,
    JudgeActors,
    KeepBrief,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    RemoveBrief,
    RemoveCollection,
    RemoveSavedSearch,
    RenameCollection,
    TagArticles,
    UnfileArticles,
    UntagArticles,
    WithdrawActors,
    WithdrawJudgement,
    open_library,
    queries,
)
from briefing.library.archive_export import export_library
from briefing.library.archive_import import Imported, import_library
from briefing.library.merge_ancestor import MergeBase, read_base, write_base
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Annotation,
    BinnedKind,
    Collection,
    Judgement,
    SavedSearch,
    Status,
    StoredBrief,
    anchor,
)

CLAIM = anchor(FERRY, span("The ferry will sail on Monday"))
WORD = Judgement(CLAIM, NOW, NOW, Status.DISPUTED, note="Not on Monday.")
BRIDGE = "The bridge is closed, the mayor said."


class Pair:
    """A library, and a working copy of it."""

    def __init__(self, here: Path | str, copy: Path) -> None:
        self.here, self.copy = open_library(here), open_library(copy)
        self._file, self._kept = copy / "copy.briefing", copy / "base.json"

    def take_along(self, numbers: Sequence[int] = (1,)) -> Imported:
        base = read_base(self._kept) or MergeBase()
        export_library(self.here, self._file, numbers)
        done = import_library(self.copy, self._file, read_again, base=base)
        write_base(self._kept, base.joined(done.base))
        return done

    def bring_back(self) -> Imported:
        export_library(self.copy, self._file)
        base = read_base(self._kept) or MergeBase()
        done = import_library(self.here, self._file, read_again, base=base, is_whole=True)
        write_base(self._kept, done.base)
        return done


@pytest.fixture
def pair(place: Path | str, tmp_path: Path) -> Iterator[Pair]:
    """A library with an article of which there is a working copy, with a note, a word on a claim, and a tag."""
    pair = Pair(place, tmp_path / "copy")
    keep(pair.here)
    pair.here.perform(AddCollection(Collection("c", "Harbour")))
    pair.here.perform(FileArticles((1,), "c"))
    pair.here.perform(AddAnnotation(1, note()))
    pair.here.perform(Judge(1, WORD))
    pair.here.perform(TagArticles((1,), ("Boats",)))
    pair.take_along()
    yield pair
    pair.here.close()
    pair.copy.close()


def notes(library: Library) -> list[str]:
    return sorted(one.note for one in library.ask(queries.AnnotationsOn(1)))


def changed(said: Annotation, words: str) -> ChangeAnnotation:
    return ChangeAnnotation(1, replace(said, note=words, modified=NOW + timedelta(hours=1)), said)


def test_a_note_that_was_deleted_in_the_copy_lies_in_the_bin(pair: Pair) -> None:
    pair.copy.perform(RemoveAnnotation(1, note().id))
    done = pair.bring_back()
    assert done.sentence == "1 deletion was carried over."
    assert notes(pair.here) == []
    assert [one.kind for one in pair.here.ask(queries.Bin())] == [BinnedKind.ANNOTATION]


def test_a_note_that_was_changed_meanwhile_stays_and_is_told(pair: Pair) -> None:
    pair.copy.perform(RemoveAnnotation(1, note().id))
    pair.here.perform(changed(note(), "Says the captain."))
    for expected in ("Deleted on one side, but changed on the other since", ""):
        assert pair.bring_back().sentence.startswith(expected)
        assert notes(pair.here) == ["Says the captain."]


def test_a_note_that_came_meanwhile_stays(pair: Pair) -> None:
    pair.here.perform(AddAnnotation(1, note(2, note="New.")))
    pair.copy.perform(RemoveAnnotation(1, note().id))
    pair.bring_back()
    assert notes(pair.here) == ["New."]


def test_what_was_deleted_here_meanwhile_does_not_come_back(pair: Pair) -> None:
    pair.here.perform(RemoveAnnotation(1, note().id))
    pair.here.perform(WithdrawJudgement(1, CLAIM))
    pair.here.perform(UntagArticles((1,), ("boats",)))
    pair.here.perform(UnfileArticles((1,), "c"))
    pair.here.empty_bin()
    assert pair.bring_back().sentence == ""
    assert notes(pair.here) == []
    assert pair.here.ask(queries.JudgementsOn(1)) == []
    kept = pair.here.ask(queries.ListedArticle(1))
    assert kept.tags == ()
    assert pair.here.ask(queries.CollectionsOf(1)) == ()


def test_what_was_deleted_here_and_changed_in_the_copy_comes_back(pair: Pair) -> None:
    pair.here.perform(WithdrawJudgement(1, CLAIM))
    later = replace(WORD, status=Status.CONFIRMED, modified=NOW + timedelta(hours=1))
    pair.copy.perform(Judge(1, later, WORD))
    pair.bring_back()
    assert [one.status for one in pair.here.ask(queries.JudgementsOn(1))] == [Status.CONFIRMED]


def test_a_word_a_tag_and_a_place_in_a_collection_are_taken_back(pair: Pair) -> None:
    pair.copy.perform(WithdrawJudgement(1, CLAIM))
    pair.copy.perform(UntagArticles((1,), ("boats",)))
    pair.copy.perform(UnfileArticles((1,), "c"))
    assert pair.bring_back().deleted == 3
    assert pair.here.ask(queries.JudgementsOn(1)) == []
    assert pair.here.ask(queries.ListedArticle(1)).tags == ()
    assert pair.here.ask(queries.CollectionsOf(1)) == ()


def test_a_word_that_was_changed_meanwhile_holds(pair: Pair) -> None:
    pair.copy.perform(WithdrawJudgement(1, CLAIM))
    pair.here.perform(Judge(1, replace(WORD, status=Status.CONFIRMED), WORD))
    assert "“Not on Monday.”" in pair.bring_back().sentence
    assert [one.status for one in pair.here.ask(queries.JudgementsOn(1))] == [Status.CONFIRMED]


def test_a_word_on_who_is_who_is_taken_back(pair: Pair) -> None:
    word = ActorJudgement("a", ActorVerdict.SAME, "Ada Quill", ("Captain Quill", "Ada Quill"), NOW)
    pair.here.perform(JudgeActors(1, word))
    pair.take_along()
    pair.copy.perform(WithdrawActors(1, "a"))
    pair.bring_back()
    assert pair.here.ask(queries.ActorJudgementsOn(1)) == ()


def test_an_article_that_was_deleted_in_the_copy_lies_in_the_bin(pair: Pair) -> None:
    pair.copy.perform(RemoveArticle(1))
    pair.bring_back()
    assert pair.here.ask(queries.Articles()) == []
    assert pair.here.ask(queries.Bin())[0].kind is BinnedKind.ARTICLE


def test_an_article_on_which_somebody_wrote_meanwhile_stays_and_is_told(pair: Pair) -> None:
    pair.copy.perform(RemoveArticle(1))
    pair.here.perform(AddAnnotation(1, note(2, note="New.")))
    assert "kept" in pair.bring_back().sentence
    assert notes(pair.here) == ["New.", "Says who?"]


def test_an_article_that_lies_in_the_bin_here_is_brought_out_by_new_words_alone(pair: Pair) -> None:
    pair.here.perform(RemoveArticle(1))
    pair.bring_back()
    assert pair.here.ask(queries.Articles()) == []
    pair.copy.perform(AddAnnotation(1, note(2, note="New.")))
    pair.bring_back()
    assert notes(pair.here) == ["New.", "Says who?"]


def test_articles_that_were_not_taken_along_are_not_touched(pair: Pair) -> None:
    keep(pair.here, BRIDGE)
    pair.copy.perform(RemoveArticle(1))
    pair.bring_back()
    assert [one.id for one in pair.here.ask(queries.Articles())] == [2]


def test_a_collection_that_was_deleted_is_deleted_if_nothing_else_lies_in_it(pair: Pair) -> None:
    pair.copy.perform(RemoveCollection("c"))
    pair.bring_back()
    assert pair.here.ask(queries.Collections()) == ()


def test_a_collection_in_which_more_lies_by_now_stays_and_is_told(pair: Pair) -> None:
    keep(pair.here, BRIDGE)
    pair.here.perform(FileArticles((2,), "c"))
    pair.copy.perform(RemoveCollection("c"))
    assert "“Harbour”" in pair.bring_back().sentence
    assert [one.name for one in pair.here.ask(queries.Collections())] == ["Harbour"]


def test_a_collection_has_its_new_name_unless_it_was_renamed_here_too(pair: Pair) -> None:
    pair.copy.perform(RenameCollection("c", "Port"))
    assert pair.bring_back().sentence == ""
    assert [one.name for one in pair.here.ask(queries.Collections())] == ["Port"]
    pair.here.perform(RenameCollection("c", "Docks"))
    assert pair.bring_back().sentence == ""
    pair.copy.perform(RenameCollection("c", "Quay"))
    assert "“Docks”" in pair.bring_back().sentence
    assert [one.name for one in pair.here.ask(queries.Collections())] == ["Docks"]


def test_a_brief_and_a_search_that_came_from_the_copy_are_deleted_by_it_unless_changed(pair: Pair) -> None:
    for identity in ("b1", "b2"):
        pair.copy.perform(KeepBrief(StoredBrief(identity, f"Brief {identity}", NOW)))
    pair.copy.perform(AddSavedSearch(SavedSearch("s", "Boats", "boat")))
    pair.bring_back()
    pair.here.perform(KeepBrief(StoredBrief("b2", "Brief b2", NOW, author="Ada")))
    for operation in (RemoveBrief("b1"), RemoveBrief("b2"), RemoveSavedSearch("s")):
        pair.copy.perform(operation)
    assert "“Brief b2”" in pair.bring_back().sentence
    assert [one.id for one in pair.here.ask(queries.Briefs())] == ["b2"]
    assert pair.here.ask(queries.SavedSearches()) == ()


def test_what_was_deleted_here_leaves_the_copy_when_it_is_taken_along_again(pair: Pair) -> None:
    pair.here.perform(RemoveAnnotation(1, note().id))
    pair.copy.perform(AddAnnotation(1, note(2, note="New.")))
    pair.take_along()
    assert notes(pair.copy) == ["New."]
    pair.bring_back()
    assert notes(pair.here) == ["New."]


def test_what_was_deleted_in_the_copy_does_not_come_back_when_it_is_taken_along_again(pair: Pair) -> None:
    pair.copy.perform(RemoveAnnotation(1, note().id))
    pair.copy.perform(WithdrawJudgement(1, CLAIM))
    pair.take_along()
    assert notes(pair.copy) == []
    assert pair.copy.ask(queries.JudgementsOn(1)) == []
    pair.bring_back()
    assert notes(pair.here) == []


def test_a_note_that_changed_here_alone_has_no_second_one_beside_it(pair: Pair) -> None:
    pair.here.perform(changed(note(), "Says the captain."))
    pair.copy.perform(AddAnnotation(1, note(2, note="New.")))
    pair.bring_back()
    assert notes(pair.here) == ["New.", "Says the captain."]


def test_without_a_base_nothing_is_deleted(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "copy" / "base.json").write_bytes(b"damaged")
    pair.copy.perform(RemoveAnnotation(1, note().id))
    assert pair.bring_back().deleted == 0
    assert notes(pair.here) == ["Says who?"]
