"""The library keeps every article, every analysis and every word the reader wrote."""

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import apsw
import pytest

from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Library,
    LibraryDamaged,
    LibraryFailure,
    Operation,
    RemoveAnnotation,
    RemoveArticle,
    Several,
    WithdrawJudgement,
    open_library,
    queries,
)
from briefing.model import (
    Analysis,
    Annotation,
    Article,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    Figure,
    Inline,
    InlineKind,
    Judgement,
    Locator,
    LocatorKind,
    Markup,
    Origin,
    Polarity,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.catalogue import in_english

TEXT = "The dam will hold, engineer Mia Stone said. Others were less sure."
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def article(text: str = TEXT) -> tuple[Article, bytes]:
    original = text.encode()
    origin = Origin(title="The dam", outlet="The Valley Post", digest=sha256(original).hexdigest())
    return Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), origin), original


def note(words: str = "will hold", text: str = "Says who?", number: int = 1) -> Annotation:
    start = TEXT.index(words)
    where = anchor(TEXT, Span(start, start + len(words)))
    return Annotation(f"00000000-0000-4000-8000-{number:012}", where, NOW, NOW, note=text, tags=("dam",))


def judgement() -> Judgement:
    return Judgement(anchor(TEXT, Span(0, 17)), NOW, NOW, status=Status.CONFIRMED, information_rating=2)


def analysis(engine: str = "test 1") -> Analysis:
    claim = Claim(
        "c1",
        (Span(0, 17),),
        (),
        Voice.NARRATED,
        Certainty.PROBABLE,
        Polarity.POSITIVE,
        Status.CLAIMED,
        (Evidence((Span(0, 17),), "claimed.alone", "Only one says so."),),
    )
    return Analysis(engine, "en", (), (claim,))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library")


def rows(library_folder: Path) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(library_folder / "library.sqlite"))
    tables = ("article", "annotation", "judgement")
    return [(table, *row) for table in tables for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3")]


def test_an_article_comes_back_as_it_was_kept(library: Library) -> None:
    kept, new = library.keep_article(*article())
    assert new
    assert library.ask(queries.WholeArticle(kept.id)) == article()[0]
    assert library.ask(queries.OriginalBytes(kept.origin.digest)) == TEXT.encode()


def test_the_same_bytes_are_the_same_article(library: Library) -> None:
    first, _ = library.keep_article(*article())
    second, new = library.keep_article(*article())
    assert (second.id, new) == (first.id, False)
    assert len(library.ask(queries.Articles())) == 1


def test_the_list_counts_claims_by_status_and_annotations(library: Library) -> None:
    kept, _ = library.keep_article(*article())
    assert library.ask(queries.ListedArticle(kept.id)).claims is None
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note()))
    (listed,) = library.ask(queries.Articles())
    assert (listed.claims, listed.statuses, listed.annotations) == (1, (("claimed", 1),), 1)


def test_a_newer_analysis_replaces_the_older_and_touches_nothing_of_the_readers(library: Library) -> None:
    kept, _ = library.keep_article(*article())
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note()))
    library.perform(Judge(kept.id, judgement()))
    library.keep_analysis(kept.id, analysis("test 2"))
    found = library.ask(queries.NewestAnalysis(kept.id))
    assert found == analysis("test 2")
    assert library.ask(queries.AnnotationsOn(kept.id)) == [note()]
    assert library.ask(queries.JudgementsOn(kept.id)) == [judgement()]


def test_what_was_written_is_there_when_the_library_is_opened_again(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    library.perform(AddAnnotation(kept.id, note()))
    library.close()
    assert open_library(tmp_path).ask(queries.AnnotationsOn(kept.id)) == [note()]


@pytest.mark.parametrize(
    "operation",
    [
        AddAnnotation(1, note("Others", number=2)),
        ChangeAnnotation(1, note(text="Ask her.")),
        RemoveAnnotation(1, note().id),
        Judge(1, judgement()),
        RemoveArticle(1),
        Several((RemoveAnnotation(1, note().id), Judge(1, judgement()), RemoveArticle(1))),
    ],
    ids=lambda operation: type(operation).__name__,
)
def test_every_operation_undone_gives_back_the_same_library_row_by_row(tmp_path: Path, operation: Operation) -> None:
    library = open_library(tmp_path)
    library.keep_article(*article())
    library.perform(AddAnnotation(1, note()))
    before = rows(tmp_path)
    performed = library.perform(operation)
    after = rows(tmp_path)
    assert after != before
    undone = library.perform(performed.inverse)
    assert rows(tmp_path) == before
    library.perform(undone.inverse)
    assert [row for row in rows(tmp_path) if row[0] != "article"] == [row for row in after if row[0] != "article"]


def test_withdrawing_a_judgement_can_be_undone(library: Library) -> None:
    kept, _ = library.keep_article(*article())
    library.perform(Judge(kept.id, judgement()))
    performed = library.perform(WithdrawJudgement(kept.id, judgement().claim))
    assert library.ask(queries.JudgementsOn(kept.id)) == []
    library.perform(performed.inverse)
    assert library.ask(queries.JudgementsOn(kept.id)) == [judgement()]


def test_several_operations_are_all_done_or_none(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    library.keep_article(*article())
    before = rows(tmp_path)
    with pytest.raises(LibraryFailure, match="nothing was changed"):
        library.perform(Several((AddAnnotation(1, note()), RemoveAnnotation(1, "not there"))))
    assert rows(tmp_path) == before


def test_a_removed_article_leaves_the_list_and_comes_back_when_it_is_opened_again(library: Library) -> None:
    kept, _ = library.keep_article(*article())
    library.perform(RemoveArticle(kept.id))
    assert library.ask(queries.Articles()) == []
    library.keep_article(*article())
    assert [found.id for found in library.ask(queries.Articles())] == [kept.id]


def test_two_open_libraries_write_in_turns(tmp_path: Path) -> None:
    first, second = open_library(tmp_path), open_library(tmp_path)
    kept, _ = first.keep_article(*article())
    for number in range(20):
        (first, second)[number % 2].perform(AddAnnotation(kept.id, note(number=number)))
    assert len(first.ask(queries.AnnotationsOn(kept.id))) == 20


def test_a_library_of_a_newer_version_can_be_read_and_is_left_alone(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    library.close()
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    connection.pragma("user_version", 999)
    connection.close()
    newer = open_library(tmp_path)
    assert "newer version" in in_english(newer.read_only)
    assert newer.ask(queries.WholeArticle(kept.id)) == article()[0]
    with pytest.raises(LibraryFailure, match="newer version"):
        newer.perform(AddAnnotation(kept.id, note()))
    assert newer.ask(queries.AnnotationsOn(kept.id)) == []
    newer.close()


def test_an_end_without_closing_is_noticed(tmp_path: Path) -> None:
    first = open_library(tmp_path)
    first.keep_article(*article())
    second = open_library(tmp_path)
    assert second.ended_uncleanly
    first.close()
    second.close()
    third = open_library(tmp_path)
    assert not third.ended_uncleanly
    third.close()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"my diary, page one\n" * 100)
    with pytest.raises(LibraryDamaged, match="is no database, or its beginning is lost; nothing in it was changed"):
        open_library(tmp_path)
    assert (tmp_path / "library.sqlite").read_bytes() == b"my diary, page one\n" * 100


def test_a_damaged_original_is_noticed(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    digest = kept.origin.digest
    (tmp_path / "originals" / digest[:2] / digest).write_bytes(b"something else")
    with pytest.raises(LibraryFailure, match="damaged"):
        library.ask(queries.OriginalBytes(digest))


def test_a_damaged_text_is_said_to_be_and_damaged_findings_are_made_again(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    library.keep_analysis(kept.id, analysis())
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    connection.execute("UPDATE body SET text = x'01ff00ff'")
    connection.execute("UPDATE analysis SET findings = x'01ff00ff'")
    for query in (queries.WholeArticle(kept.id), queries.AnnotationsOn(kept.id)):
        with pytest.raises(LibraryFailure, match="is damaged on the disk"):
            library.ask(query)
    assert library.ask(queries.NewestAnalysis(kept.id)) is None


@pytest.mark.parametrize("text", ["a\x00b, she said.", "שלום 😀 e\u0301", "", "\n"])
def test_any_text_is_kept_as_it_is(library: Library, text: str) -> None:
    kept, _ = library.keep_article(*article(text))
    library.perform(AddAnnotation(kept.id, Annotation("n1", anchor(text, Span(0, len(text))), NOW, NOW, note=text)))
    assert library.ask(queries.WholeArticle(kept.id)).text == text
    assert [annotation.note for annotation in library.ask(queries.AnnotationsOn(kept.id))] == [text]


def test_half_a_character_is_refused_in_one_sentence(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    before = rows(tmp_path)
    with pytest.raises(LibraryFailure, match="half a character"):
        library.perform(AddAnnotation(kept.id, note(text="\ud83d")))
    assert rows(tmp_path) == before


WRITER = """
    import sys
    from pathlib import Path
    from tests_store import NOW, TEXT, article, note
    from briefing.library import AddAnnotation, open_library
    library = open_library(Path(sys.argv[1]))
    kept, _ = library.keep_article(*article())
    for number in range(10_000):
        library.perform(AddAnnotation(kept.id, note(number=number)))
        print(number, flush=True)
"""


def test_what_was_acknowledged_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    code = textwrap.dedent(WRITER).replace("tests_store", Path(__file__).stem)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as writer:
        assert writer.stdout is not None
        acknowledged = [int(next(writer.stdout)) for _ in range(40)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in writer.stdout]
    kept = open_library(tmp_path).ask(queries.AnnotationsOn(1))
    numbers = {int(annotation.id[-12:]) for annotation in kept}
    assert numbers >= set(acknowledged)
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    assert connection.pragma("integrity_check") == "ok"


def test_an_original_that_was_cut_off_is_written_anew_when_it_is_opened_again(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    digest = kept.origin.digest
    path = tmp_path / "originals" / digest[:2] / digest
    whole = path.read_bytes()
    path.write_bytes(whole[:3])
    library.keep_article(*article())
    assert library.ask(queries.OriginalBytes(digest)) == whole
    library.close()


def test_an_original_that_another_window_needs_again_is_not_deleted_with_the_bin(tmp_path: Path) -> None:
    library, other = open_library(tmp_path), open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    library.perform(RemoveArticle(kept.id))
    begun = []

    def hear(_: apsw.Cursor, statement: str, values: object) -> bool:
        begun.extend([statement] if statement == "BEGIN IMMEDIATE" else [])
        if len(begun) == 2:  # the rows are gone and the files about to go
            begun.append("the other window")
            other.keep_article(*article())
        return True

    library._connection.exec_trace = hear
    library.empty_bin()
    library._connection.exec_trace = None
    assert begun[2:] == ["the other window"]
    (again,) = library.ask(queries.Articles())
    assert library.ask(queries.OriginalBytes(again.origin.digest)) == article()[1]
    library.close()
    other.close()


def test_many_notes_in_one_step_cost_no_more_than_each_of_them(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept, _ = library.keep_article(*article())
    statements: list[str] = []

    def hear(_: apsw.Cursor, statement: str, values: object) -> bool:
        statements.append(statement)
        return True

    text = library.ask(queries.WholeArticle(kept.id)).text
    where = anchor(text, Span(0, 3))
    notes = [Annotation(f"n{number}", where, NOW, NOW, note=f"Word{number}") for number in range(300)]
    library._connection.exec_trace = hear
    done = library.perform(Several(tuple(AddAnnotation(kept.id, one) for one in notes)))
    library.perform(done.inverse)
    library.perform(Several(tuple(AddAnnotation(kept.id, one) for one in notes)))
    library._connection.exec_trace = None
    assert sum("INSERT INTO reader_words" in one for one in statements) == 3
    assert sum("SELECT text FROM body" in one for one in statements) == 2
    assert len(statements) < 6 * 3 * len(notes)
    assert library.ask(queries.Search("in:notes word299")).total == 1
    library.close()


PAGES = (Locator(0, 1), Locator(9, 2, "ii"), Locator(20, 7, "00:12", LocatorKind.TIME))


def test_the_pages_of_an_article_are_kept(library: Library) -> None:
    found, original = article()
    kept, _ = library.keep_article(replace(found, locators=PAGES), original)
    assert library.ask(queries.WholeArticle(kept.id)).locators == PAGES


def test_an_article_kept_before_its_pages_were_known_is_told_them_when_it_is_opened_again(library: Library) -> None:
    found, original = article()
    kept, _ = library.keep_article(found, original)
    assert library.ask(queries.WholeArticle(kept.id)).locators == ()
    library.keep_article(replace(found, locators=PAGES), original)
    assert library.ask(queries.WholeArticle(kept.id)).locators == PAGES


def test_damaged_pages_take_nothing_from_the_words(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    found, original = article()
    kept, _ = library.keep_article(replace(found, locators=PAGES), original)
    database = apsw.Connection(str(tmp_path / "library.sqlite"))
    for damaged in (b"\x01nothing", b"[[1]]", b'[[99999999,1,""]]', b"{}", b"7"):
        database.execute("UPDATE body SET locators = ?", (damaged,))
        assert library.ask(queries.WholeArticle(kept.id)) == found


PICTURE = b"the bytes of a picture"
SHOWN = Markup(
    (Inline(InlineKind.LINK, Span(0, 3), "https://paper.example/"),),
    figures=(Figure(0, sha256(PICTURE).hexdigest(), 640, 480, "A bank"),),
)


def test_what_an_article_shows_beside_its_words_is_kept(library: Library) -> None:
    found, original = article()
    kept, _ = library.keep_article(replace(found, markup=SHOWN, pictures=(PICTURE,)), original)
    assert library.ask(queries.WholeArticle(kept.id)) == replace(found, markup=SHOWN)
    assert library.ask(queries.PictureBytes(found.digest, SHOWN.figures[0].digest)) == PICTURE


def test_an_article_kept_before_it_had_markup_has_it_when_it_is_opened_again(library: Library) -> None:
    found, original = article()
    kept, _ = library.keep_article(found, original)
    library.keep_article(replace(found, markup=SHOWN, pictures=(PICTURE,)), original)
    assert library.ask(queries.WholeArticle(kept.id)).markup == SHOWN
    assert library.ask(queries.PictureBytes(found.digest, SHOWN.figures[0].digest)) == PICTURE


def test_a_picture_that_is_lost_or_damaged_is_none(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    found, original = article()
    library.keep_article(replace(found, markup=SHOWN, pictures=(PICTURE,)), original)
    (file,) = (path for path in (tmp_path / "pictures").rglob("*") if path.is_file())
    file.write_bytes(b"another")
    assert library.ask(queries.PictureBytes(found.digest, SHOWN.figures[0].digest)) == b""
    assert library.ask(queries.PictureBytes(found.digest, "ff" * 32)) == b""


def test_pictures_go_with_the_article_that_is_deleted_for_good(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    found, original = article()
    kept, _ = library.keep_article(replace(found, markup=SHOWN, pictures=(PICTURE,)), original)
    library.perform(RemoveArticle(kept.id))
    library.empty_bin()
    assert not [path for path in (tmp_path / "pictures").rglob("*") if path.is_file()]


def test_damaged_markup_takes_nothing_from_the_words(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    found, original = article()
    kept, _ = library.keep_article(replace(found, markup=SHOWN), original)
    database = apsw.Connection(str(tmp_path / "library.sqlite"))
    for damaged in (
        b"\x01nothing",
        b"[[1]]",
        b'{"markers":[{"start":99999999}]}',
        b'{"markers":[{"start":"x"}]}',
        b"7",
    ):
        database.execute("UPDATE body SET markup = ?", (damaged,))
        assert library.ask(queries.WholeArticle(kept.id)) == found
