"""A window on a desk's library: the same work as on one's own, on a real server that may go away and come back."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot
from windows import Opened, OpenedWindows, OpenWindow, is_gone

sys.path.insert(0, str(Path(__file__).parents[1] / "library"))

from desk_server import NO_DRIVER, NOT_INSTALLED, Server, programs, running

from briefing.desktop.actions.comparison_actions import ComparisonArea
from briefing.desktop.desk_people import MYSELF
from briefing.desktop.library.desk_dialog import DeskDialog
from briefing.desktop.reader.margin import MarginNotes
from briefing.desktop.settings import Look, Settings, settings_of
from briefing.intake import read_bytes
from briefing.library import (
    AddAnnotation,
    AddCollection,
    ChangeAnnotation,
    FileArticles,
    Judge,
    KeepBrief,
    Library,
    open_library,
    queries,
)
from briefing.model import (
    Annotation,
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    Span,
    Status,
    StoredBrief,
    anchor,
    covering,
)
from briefing.service import BriefTold, LibraryDone, service, write_queue
from briefing.service.brief_queries import TellBrief

BRIDGE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    pytest.importorskip("psycopg", reason=NO_DRIVER)
    found = programs()
    if found is None:
        pytest.skip(NOT_INSTALLED)
    with running(found) as server:
        yield server


@pytest.fixture
def desk(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A desk with one article."""
    monkeypatch.setattr(write_queue, "PAUSE", 0.1)
    address = server.new_database()
    library = open_library(address)
    read = read_bytes(BRIDGE.encode(), name="bridge.txt")
    library.keep_article(read.article, read.original)
    library.close()
    yield address
    server.drop(address)


@pytest.fixture
def opened(open_window: OpenWindow, desk: str, qtbot: QtBot) -> Opened:
    opened = open_window(desk)
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 1)
    opened.window.open_kept(1)
    qtbot.waitUntil(lambda: is_analysed(opened))
    return opened


def is_analysed(opened: Opened) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def write_note(opened: Opened, qtbot: QtBot, words: str) -> None:
    start = opened.session.showing.article.text.index("until May")
    opened.window.reader.select_span(Span(start, start + 9))
    opened.window.actions_by_name["note"].trigger()
    qtbot.keyClicks(opened.window.notes.note, words)


def notes(desk: str) -> list[str]:
    library = open_library(desk)
    found = [one.note for one in library.ask(queries.AnnotationsOn(1))]
    library.close()
    return found


def test_a_note_that_is_typed_is_kept_at_the_desk(opened: Opened, desk: str, qtbot: QtBot) -> None:
    write_note(opened, qtbot, "Which May?")
    opened.window.flush()
    qtbot.waitUntil(lambda: notes(desk) == ["Which May?"])
    assert opened.told == []


def test_the_window_is_named_after_the_article_and_the_desk(opened: Opened, desk: str) -> None:
    database = desk.split("/")[3].split("?")[0]
    title = opened.window.windowTitle()
    assert title.startswith("Bridge closed – ")
    assert title.endswith(f"/{database} – Briefing")


def test_a_server_that_is_lost_is_told_and_what_was_typed_is_saved_when_it_is_back(
    opened: Opened, server: Server, desk: str, qtbot: QtBot
) -> None:
    server.kill()
    qtbot.waitUntil(lambda: opened.window.read_only.isVisible())
    assert "cannot be reached" in opened.window.read_only.words
    assert "What you write stays here" in opened.window.read_only.words
    write_note(opened, qtbot, "Which May?")
    opened.window.flush()
    qtbot.waitUntil(lambda: opened.window.saved.text() == "Not saved yet; trying again")
    server.start()
    qtbot.waitUntil(lambda: opened.window.saved.text() == "Everything is saved")
    qtbot.waitUntil(lambda: not opened.window.read_only.isVisible())
    assert notes(desk) == ["Which May?"]


def test_a_window_opened_before_the_server_runs_fills_when_it_does(
    open_window: OpenWindow, server: Server, desk: str, qtbot: QtBot
) -> None:
    server.kill()
    opened = open_window(desk)
    qtbot.waitUntil(lambda: "cannot be reached" in opened.window.read_only.words)
    server.start()
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 1)
    assert not opened.window.read_only.isVisible()


def test_no_sample_article_is_put_into_a_library_that_others_share(
    open_window: OpenWindow, server: Server, qtbot: QtBot
) -> None:
    address = server.new_database()
    opened = open_window(address)
    opened.window.start([])
    qtbot.waitUntil(lambda: opened.session.keeping is not None)
    assert not opened.session.openings.under_way
    opened.close()
    server.drop(address)


def test_a_desk_begins_with_the_look_of_the_readers_own_library(library_folder: Path) -> None:
    own = Settings(library_folder)
    own.look, own.last_article, own.watched_folder = Look.DARK, 7, Path("/inbox")
    own.keep_key("note", "Ctrl+J")
    own.sync()
    settings = settings_of("postgresql://ada@desk.example/news")
    assert settings.look is Look.DARK
    assert settings.keys == {"note": "Ctrl+J"}
    assert settings.last_article is None
    assert settings.watched_folder is None


def dialog_of(opened: Opened, address: str, password: str = "") -> DeskDialog:
    dialog = DeskDialog(opened.session, (), opened.window)
    dialog.address.setText(address)
    dialog.password.setText(password)
    return dialog


def answer(dialog: DeskDialog, qtbot: QtBot) -> str:
    dialog.test.click()
    qtbot.waitUntil(lambda: dialog.test.isEnabled())
    return dialog.answer.text()


def test_a_desk_is_looked_at_before_it_is_joined(
    open_window: OpenWindow, library_folder: Path, desk: str, qtbot: QtBot
) -> None:
    opened = open_window(library_folder)
    dialog = dialog_of(opened, desk)
    assert "it holds 1 article" in answer(dialog, qtbot)
    with qtbot.waitSignal(dialog.joined) as joined:
        dialog.join.click()
    assert joined.args == [desk]


def test_an_address_may_be_given_without_its_scheme_and_a_fault_is_told_in_the_dialog(
    open_window: OpenWindow, library_folder: Path, qtbot: QtBot
) -> None:
    pytest.importorskip("psycopg", reason=NO_DRIVER)
    opened = open_window(library_folder)
    dialog = dialog_of(opened, "ada@/news?host=/nowhere", "secret")
    words = answer(dialog, qtbot)
    assert "postgresql://ada@/nowhere/news" in words
    assert "cannot be reached" in words
    assert "secret" not in words
    dialog.join.click()
    qtbot.waitUntil(lambda: dialog.join.isEnabled())
    assert dialog.isVisible() or dialog.result() == 0


def test_the_reader_goes_to_a_desk_and_back_when_all_is_kept(
    opened_windows: OpenedWindows, library_folder: Path, desk: str, qtbot: QtBot
) -> None:
    windows = opened_windows.make(library_folder)
    window = windows.open()
    qtbot.waitUntil(lambda: window.session.keeping is not None)
    assert not window.actions_by_name["own_library"].isEnabled()
    window.libraryWished.emit(desk)
    qtbot.waitUntil(lambda: is_gone(window))
    assert windows.wished == desk

    at_desk = opened_windows.make(windows.wished)
    window = at_desk.open()
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1)
    window.actions_by_name["own_library"].trigger()
    qtbot.waitUntil(lambda: is_gone(window))
    assert at_desk.wished == library_folder


def test_desks_are_remembered_without_their_passwords(library_folder: Path) -> None:
    own = Settings(library_folder)
    own.know_desk("postgresql://ada:secret@desk.example/news")
    own.know_desk("postgresql://ada:secret@desk.example/sports")
    own.know_desk("postgresql://ada:other@desk.example/news")
    assert Settings(library_folder).desks == (
        "postgresql://ada@desk.example/news",
        "postgresql://ada@desk.example/sports",
    )


def test_all_windows_see_what_a_reader_writes_as_soon_as_it_is_kept(
    opened: Opened, open_window: OpenWindow, desk: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody looks by himself: what is seen was told by the server.
    monkeypatch.setattr(service, "LOOKING_OUT", 600)
    other = open_window(desk)
    other.window.open_kept(1)
    qtbot.waitUntil(lambda: is_analysed(other))
    qtbot.waitUntil(lambda: listeners(desk) == 2)
    write_note(opened, qtbot, "Which May?")
    opened.window.flush()
    qtbot.waitUntil(lambda: [one.note for one in other.session.showing.annotations] == ["Which May?"])


def listeners(desk: str) -> int:
    """How many wait for the server to tell."""
    import psycopg

    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
    with psycopg.connect(desk) as connection:
        return int(connection.execute(asked).fetchone()[0])


def test_two_who_write_one_note_at_once_both_keep_their_words_and_are_told(
    opened: Opened, open_window: OpenWindow, desk: str, server: Server, qtbot: QtBot
) -> None:
    write_note(opened, qtbot, "Which May?")
    opened.window.flush()
    qtbot.waitUntil(lambda: notes(desk) == ["Which May?"])
    qtbot.waitUntil(lambda: len(opened.session.showing.annotations) == 1)
    (annotation,) = opened.session.showing.annotations
    library = open_library(desk)
    library.perform(ChangeAnnotation(1, replace(annotation, note="Which May? Ask the mayor."), annotation))
    library.close()
    # The window has not heard of it yet.
    opened.session.edits.write_note(annotation.id, "Which May? 2027!", "Which May?")
    qtbot.waitUntil(lambda: not opened.session.history.busy)
    (kept,) = notes(desk)
    assert "Ask the mayor." in kept
    assert "2027!" in kept
    assert opened.told == ["Somebody else wrote here at the same time; the words of both are kept."]


@pytest.fixture
def colleague(desk: str) -> Iterator[Library]:
    """Eve, who works at the same desk."""
    import psycopg

    with psycopg.connect(desk, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS eve")
        connection.execute("CREATE ROLE eve LOGIN IN ROLE desk")
        library = open_library(desk.replace("//desk@", "//eve@"))
        yield library
        library.close()
        connection.execute("REASSIGN OWNED BY eve TO desk")
        connection.execute("DROP OWNED BY eve")
        connection.execute("DROP ROLE eve")


def say(colleague: Library, opened: Opened, status: Status, note: str) -> None:
    """Let the colleague say something of the first claim."""
    claim = opened.session.showing.claims[0]
    found = anchor(opened.session.showing.article.text, covering(claim.found or claim.content))
    now = datetime.now(UTC)
    colleague.perform(Judge(1, Judgement(found, now, now, status, note=note)))


def test_a_colleagues_word_on_a_claim_is_shown_with_his_name_and_mine_begins_beside_it(
    opened: Opened, colleague: Library, qtbot: QtBot
) -> None:
    say(colleague, opened, Status.DISPUTED, "Not in May.")
    qtbot.waitUntil(lambda: bool(opened.session.showing.colleagues))
    claim, detail = opened.session.showing.claims[0], opened.window.ledger.detail
    opened.window.ledger.choose(claim.id)
    assert detail.colleagues.text() == "eve: Disputed · Not in May."
    assert detail.note.toPlainText() == ""
    assert opened.session.showing.status(claim) is Status.DISPUTED
    opened.session.edits.judge_status(claim, Status.CONFIRMED)
    qtbot.waitUntil(lambda: not opened.session.history.busy)
    assert opened.session.showing.status(claim) is Status.CONFIRMED
    (said,) = colleague.ask(queries.JudgementsOn(1))
    assert (said.status, said.note) == (Status.DISPUTED, "Not in May.")


def test_the_status_that_was_found_is_kept_where_a_colleague_says_otherwise(
    opened: Opened, colleague: Library, qtbot: QtBot
) -> None:
    claim = opened.session.showing.claims[0]
    say(colleague, opened, Status.DISPUTED, "")
    qtbot.waitUntil(lambda: opened.session.showing.status(claim) is Status.DISPUTED)
    opened.session.edits.judge_status(claim, claim.status)
    qtbot.waitUntil(lambda: opened.session.showing.status(claim) is claim.status)


def test_the_words_of_nobody_else_are_seen_where_that_is_wished(
    opened: Opened, colleague: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = opened.session.showing.article.text
    start, now = text.index("until May"), datetime.now(UTC)
    colleague.perform(AddAnnotation(1, Annotation("n", anchor(text, Span(start, start + 9)), now, now, note="When?")))
    say(colleague, opened, Status.DISPUTED, "")
    qtbot.waitUntil(lambda: bool(opened.session.showing.annotations and opened.session.showing.colleagues))
    shown = opened.window.reader.findChild(MarginNotes)
    assert [note.words for note in shown._notes] == ["eve: When?"]
    asked: list[list[str]] = []

    def nobody_else(*told: object) -> tuple[str, bool]:
        asked.append(told[3])
        return "nobody else", True

    monkeypatch.setattr(QInputDialog, "getItem", nobody_else)
    opened.window.actions_by_name["whose_words"].trigger()
    qtbot.waitUntil(lambda: not opened.session.showing.annotations)
    assert asked == [["all colleagues", "nobody else", "eve"]]
    assert opened.session.showing.colleagues == ()
    assert opened.session.showing.judgements == ()


def test_a_note_is_kept_to_oneself(opened: Opened, colleague: Library, qtbot: QtBot) -> None:
    write_note(opened, qtbot, "Which May?")
    opened.window.flush()
    qtbot.waitUntil(lambda: len(colleague.ask(queries.AnnotationsOn(1))) == 1)
    assert opened.window.notes.private.isVisible()
    opened.window.notes.private.click()
    qtbot.waitUntil(lambda: colleague.ask(queries.AnnotationsOn(1)) == [])
    opened.session.history.undo()
    qtbot.waitUntil(lambda: len(colleague.ask(queries.AnnotationsOn(1))) == 1)


def test_nothing_of_colleagues_is_offered_in_a_library_of_ones_own(
    open_window: OpenWindow, library_folder: Path
) -> None:
    opened = open_window(library_folder)
    assert not opened.window.actions_by_name["whose_words"].isEnabled()
    assert not opened.window.notes.at_desk


def test_two_who_judged_without_seeing_one_another_compare_and_settle(
    opened: Opened, colleague: Library, qtbot: QtBot
) -> None:
    opened.session.see(MYSELF)
    claim = opened.session.showing.claims[0]
    say(colleague, opened, Status.DISPUTED, "Not in May.")
    area = opened.window.findChild(ComparisonArea)
    opened.window.actions_by_name["compare_judgements"].trigger()
    qtbot.waitUntil(lambda: area._dialog is not None and area._dialog.isVisible())
    dialog = area._dialog
    # What was not judged yet is not told: who judges stays blind.
    assert "judged by colleagues, and shown once you judged them" in dialog.words.text()
    assert dialog.list.count() == 0
    opened.session.edits.judge_status(claim, Status.CONFIRMED)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert "me: Confirmed\neve: Disputed · Not in May." in dialog.list.item(0).text()
    dialog.take.click()
    qtbot.waitUntil(lambda: "You differ on none." in dialog.words.text())
    assert opened.session.showing.status(claim) is Status.DISPUTED
    opened.session.history.undo()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)


def test_a_collection_is_taken_along_and_opened_where_there_is_no_server(
    opened: Opened, open_window: OpenWindow, desk: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(desk)
    library.perform(AddCollection(Collection("c", "Bridges")))
    library.perform(FileArticles((1,), "c"))
    library.close()
    arranged = opened.window.listing
    qtbot.waitUntil(lambda: bool(arranged.arranged and arranged.arranged.collections))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *told: ("Bridges", True))
    heard: list[object] = []
    opened.session.eventHeard.connect(heard.append)
    opened.window.actions_by_name["take_along"].trigger()
    qtbot.waitUntil(lambda: any(isinstance(event, LibraryDone) for event in heard))
    dialog = dialog_of(opened, desk)
    with qtbot.waitSignal(dialog.offlineWished) as wished:
        dialog.offline.click()
    copy = open_window(wished.args[0])
    qtbot.waitUntil(lambda: copy.window.library.model.rowCount() == 1)
    assert copy.window.windowTitle() == f"{opened.session.service.desk}, offline – Briefing"
    assert copy.window.actions_by_name["own_library"].isEnabled()
    assert not copy.window.actions_by_name["take_along"].isEnabled()


def test_a_brief_is_composed_at_a_desk_and_tells_what_became_of_its_sources(opened: Opened, qtbot: QtBot) -> None:
    line = BriefLine("l", LineKind.ARTICLE, 1)
    made = StoredBrief("b", "Bridges", datetime.now(UTC), sections=(BriefSection("", (line,)),))
    opened.session.history.do("New brief", KeepBrief(made))
    qtbot.waitUntil(lambda: not opened.session.history.busy)
    heard: list[object] = []
    opened.session.eventHeard.connect(heard.append)
    opened.session.service.ask(TellBrief("b"))
    qtbot.waitUntil(lambda: any(isinstance(event, BriefTold) for event in heard))
    assert opened.told == []
