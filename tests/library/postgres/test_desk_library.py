"""A library in PostgreSQL: kept by a real server, shared by all who may, and never half written."""

import inspect
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from cut_way import CutWay
from library_samples import FERRY, article, keep, note

from briefing.cli import main
from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Library,
    LibraryBlocked,
    LibraryFailure,
    LibraryUnreachable,
    RemoveArticle,
    Several,
    Store,
    TagArticles,
    open_library,
    queries,
    store_at,
)
from briefing.library.kept_statements import VECTOR_SIZE, VERSION, KeptStatements
from briefing.library.queries import Query
from briefing.library_place import default_place, library_place
from briefing.model import Annotation
from briefing.model.story_terms import packed_terms

pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")


@pytest.fixture
def library(desk: str) -> Iterator[Library]:
    library = open_library(desk)
    yield library
    library.close()


def titles(library: Library) -> list[str]:
    return [kept.origin.title for kept in library.ask(queries.Articles())]


def test_a_desks_library_has_the_whole_face(desk: str, library: Library) -> None:
    store = store_at(desk)
    assert [name for name in vars(Store) if not name.startswith("_") and not hasattr(store, name)] == []
    assert [name for name in vars(Library) if not name.startswith("_") and not hasattr(library, name)] == []


def test_each_answer_is_of_the_type_that_the_query_promises() -> None:
    from briefing.library.postgres.desk_answers import DESK_ANSWERS

    for query, answer in DESK_ANSWERS.items():
        (base,) = query.__orig_bases__  # type: ignore[attr-defined]
        assert get_type_hints(answer)["return"] == get_args(base)[0], query
        inspect.signature(answer).bind("connection", *query.__match_args__)  # type: ignore[attr-defined]


def test_an_address_is_told_from_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert library_place("postgresql://desk/news") == "postgresql://desk/news"
    assert library_place("news") == Path("news")
    assert library_place("C:\\news") == Path("C:\\news")
    monkeypatch.setenv("BRIEFING_LIBRARY", "postgresql://desk/news")
    assert default_place() == "postgresql://desk/news"


def test_a_database_without_a_library_gets_one_when_it_is_opened(desk: str) -> None:
    store = store_at(desk)
    assert not store.exists()
    store.open().close()
    assert store.exists()


def test_what_one_keeps_another_sees_and_is_told(desk: str, library: Library) -> None:
    other = open_library(desk)
    assert not other.changed_elsewhere()
    keep(library)
    assert titles(other) == ["The ferry"]
    assert other.changed_elsewhere()
    assert not other.changed_elsewhere()
    assert not library.changed_elsewhere()
    other.close()


def test_the_bytes_that_were_opened_are_kept(library: Library) -> None:
    read = article()
    kept, new = library.keep_article(read, FERRY.encode())
    assert new
    assert library.ask(queries.OriginalBytes(read.digest)) == FERRY.encode()
    assert library.keep_article(read, FERRY.encode()) == (kept, False)


def test_an_original_is_a_file_of_this_machine_for_as_long_as_the_library_is_open(desk: str) -> None:
    library = open_library(desk)
    kept = keep(library)
    path = library.original_path(kept.origin.digest)
    assert path.read_bytes() == library.ask(queries.OriginalBytes(kept.origin.digest))
    library.close()
    assert not path.exists()


@pytest.mark.parametrize("text", ["a\x00b, she said.", "שלום 😀 e\u0301", "", "\n"])
def test_any_text_is_kept_as_it_is(library: Library, text: str) -> None:
    kept, _ = library.keep_article(article("x" + text), b"bytes")
    assert library.ask(queries.WholeArticle(kept.id)).text == "x" + text


def test_half_a_character_in_a_note_is_refused_in_words_and_nothing_is_kept(library: Library) -> None:
    kept = keep(library)
    with pytest.raises(LibraryFailure, match="D800"):
        library.perform(AddAnnotation(kept.id, note(note="\ud800")))
    assert library.ask(queries.AnnotationsOn(kept.id)) == []


def test_of_several_acts_all_are_done_or_none(library: Library) -> None:
    kept = keep(library)
    with pytest.raises(LibraryFailure):
        library.perform(Several((AddAnnotation(kept.id, note(1)), AddAnnotation(kept.id, note(1)))))
    assert library.ask(queries.AnnotationsOn(kept.id)) == []
    with pytest.raises(LibraryFailure), library.together():
        _keep_and_fail(library)
    assert titles(library) == ["The ferry"]


def _keep_and_fail(library: Library) -> None:
    keep(library, FERRY + " Again.", title="Another")
    library.perform(RemoveArticle(99))


def test_two_who_change_one_note_at_once_both_keep_their_words(desk: str, library: Library) -> None:
    kept = keep(library)
    base = note()
    library.perform(AddAnnotation(kept.id, base))
    one, other = (ChangeAnnotation(kept.id, changed, base) for changed in (_coloured(base), _tagged(base)))
    second = open_library(desk)
    threads = [threading.Thread(target=at.perform, args=(act,)) for at, act in ((library, one), (second, other))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (left,) = library.ask(queries.AnnotationsOn(kept.id))
    assert (left.colour, left.tags) == (one.annotation.colour, other.annotation.tags)
    second.close()


def _coloured(base: Annotation) -> Annotation:
    from dataclasses import replace

    return replace(base, colour=3)


def _tagged(base: Annotation) -> Annotation:
    from dataclasses import replace

    return replace(base, tags=("ferry", "harbour"))


def test_a_connection_that_was_lost_is_made_again(server: Any, library: Library) -> None:
    import psycopg

    kept = keep(library)
    with psycopg.connect(server.address, autocommit=True) as killing:
        killing.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'briefing'")
    with pytest.raises(LibraryBlocked, match="cannot be reached"):
        library.perform(AddAnnotation(kept.id, note()))
    library.perform(AddAnnotation(kept.id, note()))
    assert len(library.ask(queries.AnnotationsOn(kept.id))) == 1


def test_what_was_acknowledged_before_the_server_was_killed_is_there_when_it_runs_again(
    server: Any, desk: str, library: Library
) -> None:
    kept = keep(library)
    acknowledged: list[str] = []
    enough = threading.Event()

    def write() -> None:
        with suppress(LibraryFailure):
            for number in range(10_000):
                made = note(number)
                library.perform(AddAnnotation(kept.id, made))
                acknowledged.append(made.id)
                if number == 30:
                    enough.set()

    writing = threading.Thread(target=write)
    writing.start()
    assert enough.wait(30)
    server.kill()
    writing.join()
    server.start()
    found = [annotation.id for annotation in library.ask(queries.AnnotationsOn(kept.id))]
    assert set(acknowledged) <= set(found)
    assert len(found) <= len(acknowledged) + 1


def test_whoever_may_only_read_is_told_so(desk: str, library: Library) -> None:
    import psycopg

    keep(library)
    with psycopg.connect(desk, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
        connection.execute("GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO guest")
        reading = open_library(desk.replace("//desk@", "//guest@"))
        assert reading.read_only
        assert titles(reading) == ["The ferry"]
        with pytest.raises(LibraryFailure, match="not change it"):
            reading.perform(RemoveArticle(1))
        reading.close()
        connection.execute("DROP OWNED BY guest")
        connection.execute("DROP ROLE guest")


def test_no_password_is_shown() -> None:
    store = store_at("postgresql://ada:secret@/news?host=/nowhere")
    assert "secret" not in store.name
    with pytest.raises(LibraryBlocked, match="cannot be reached") as refused:
        store.open()
    assert "secret" not in refused.value.sentence


@pytest.mark.parametrize("told", ["postgresql://ada:secret@[::1/news", "postgresql://ada:secret@host/news?colour=red"])
def test_what_is_no_address_is_refused_in_words_without_its_password(told: str) -> None:
    with pytest.raises(LibraryFailure, match="no address of a desk") as refused:
        open_library(told)
    assert "secret" not in refused.value.sentence + store_at(told).name


@pytest.mark.parametrize("told", ["http://desk/news", "Postgresql://desk/news", "mysql://ada:secret@desk/news"])
def test_no_folder_is_made_of_another_address(told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LibraryFailure, match="no address of a desk") as refused:
        open_library(library_place(told))
    assert "secret" not in refused.value.sentence
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("asked", [["restore"], ["restore", "--list"], ["backup"], ["check"]])
def test_what_the_server_does_itself_is_told_so(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    address = "postgresql://ada:secret@/news?host=/nowhere"
    assert main(["library", *asked, "--library", address]) == 1
    out, err = capsys.readouterr()
    assert not out.strip()
    assert "restored where its server runs" in err or "cannot be reached" in err
    assert "secret" not in err


def test_an_address_is_shown_as_it_is_written() -> None:
    assert store_at("postgresql://ada:secret@desk.example:5433/news").name == "postgresql://ada@desk.example:5433/news"


def test_what_its_server_does_is_refused_in_words(library: Library) -> None:
    with pytest.raises(LibraryFailure, match="desk"):
        library.back_up()


def test_there_is_nothing_that_a_desk_cannot_be_asked() -> None:
    from briefing.library.postgres.desk_answers import DESK_ANSWERS

    assert {one for one in Query.__subclasses__() if one not in DESK_ANSWERS} == set()


def test_what_is_deleted_for_good_is_gone_with_its_bytes_and_what_backups_hold_is_told(library: Library) -> None:
    first, second = keep(library), keep(library, FERRY + " Again.", title="Another")
    library.perform(AddAnnotation(first.id, note()))
    library.perform(RemoveArticle(first.id))
    erased = library.empty_bin()
    assert erased.articles == (first.origin.digest,)
    assert "Backups" in erased.sentence
    assert [kept.id for kept in library.ask(queries.Articles())] == [second.id]
    with pytest.raises(LibraryFailure, match="not in the desk"):
        library.ask(queries.OriginalBytes(first.origin.digest))


def test_the_command_line_imports_lists_and_shows(desk: str, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(f"The ferry\n\n{FERRY}\n", encoding="utf-8")
    run = [sys.executable, "-m", "briefing", "library", "--library", desk]
    imported = subprocess.run([*run, "import", str(tmp_path / "ferry.txt")], capture_output=True, text=True)
    assert imported.returncode == 0, imported.stderr
    listed = subprocess.run([*run, "list"], capture_output=True, text=True)
    assert "ferry" in listed.stdout.lower(), listed.stderr


def test_who_listens_hears_of_others_and_not_of_himself(desk: str, library: Library) -> None:
    heard = threading.Event()
    end = library.listen(heard.set)
    other = open_library(desk)
    try:
        assert heard.wait(60), "the server was never asked to tell"
        library.changed_elsewhere()
        heard.clear()
        kept = keep(other)
        assert heard.wait(60)
        assert library.changed_elsewhere()
        heard.clear()
        library.perform(AddAnnotation(kept.id, note()))
        keep(other, FERRY + " Again.", title="Another")
        assert heard.wait(60)
    finally:
        end()
        other.close()


def test_a_server_that_goes_and_comes_back_is_heard_of(server: Any, desk: str, library: Library) -> None:
    heard = threading.Event()
    end = library.listen(heard.set)
    assert heard.wait(60)
    server.kill()
    server.start()
    other = open_library(desk)
    try:
        # It listens again after a while; what was kept before is found all the same.
        keep(other)
        deadline = time.monotonic() + 60
        while not heard_of_change(library) and time.monotonic() < deadline:
            heard.clear()
            heard.wait(5)
        assert titles(library) == ["The ferry"]
    finally:
        end()
        other.close()


def heard_of_change(library: Library) -> bool:
    with suppress(LibraryFailure):
        return library.changed_elsewhere()
    return False


@pytest.fixture
def way(server: Any) -> Iterator[CutWay]:
    way = CutWay(server.folder)
    yield way
    way.close()


def test_an_act_whose_answer_was_lost_is_done_once_when_it_is_asked_for_again(
    desk: str, server: Any, way: CutWay
) -> None:
    library = open_library(desk.replace(str(server.folder), str(way.folder)))
    kept = keep(library)
    adding = AddAnnotation(kept.id, note())
    way.cut_next_answer()
    with pytest.raises(LibraryUnreachable):
        library.perform(adding)
    assert way.cut == 1
    performed = library.perform(adding)
    assert [one.id for one in library.ask(queries.AnnotationsOn(kept.id))] == [adding.annotation.id]
    library.perform(performed.inverse)
    assert library.ask(queries.AnnotationsOn(kept.id)) == []
    library.close()


def test_an_act_that_was_lost_before_its_commit_is_done_when_it_is_asked_for_again(
    desk: str, server: Any, library: Library
) -> None:
    import psycopg

    kept = keep(library)
    adding = AddAnnotation(kept.id, note())
    with psycopg.connect(server.address, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    with pytest.raises(LibraryUnreachable):
        library.perform(adding)
    library.perform(adding)
    assert len(library.ask(queries.AnnotationsOn(kept.id))) == 1


def test_the_same_words_may_be_written_twice(library: Library) -> None:
    kept = keep(library)
    tagging = TagArticles((kept.id,), ("urgent",))
    library.perform(library.perform(tagging).inverse)
    library.perform(tagging)
    assert [tag.name for tag in library.ask(queries.Tags())] == ["urgent"]


def test_articles_of_one_story_are_kept_whole_for_longer(library: Library) -> None:
    said = KeptStatements(VERSION, b"\0" * VECTOR_SIZE, packed_terms({}), b"", b"reading", b"vectors")
    numbers = [keep(library, address=f"https://news.example/{number}").id for number in range(8)]
    for number in numbers:
        library.keep_statements(number, said)
        library.place_in_story(number, numbers[0] if number in numbers[:2] else number)
        library.keep_story_told(numbers[0], b"told")
    assert set(library.ask(queries.Statements(tuple(numbers)))) == {*numbers[:2], *numbers[-4:]}
