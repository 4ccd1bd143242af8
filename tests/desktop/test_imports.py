"""Many files are imported beside the work: how far it is, stopping it, and what became of each file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.intake_dialogs.import_results import OutcomeModel, OutcomesDialog
from briefing.desktop.intake_dialogs.import_strip import ImportStrip
from briefing.desktop.model_labels import remaining_label
from briefing.model.message import verbatim
from briefing.service import ImportFinished, ImportOutcome, ImportProgressed, OutcomeKind
from tests.intake.web_server import Site, article, page, serving
from tests.service.test_import_jobs import articles, story


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path) -> Opened:
    return open_window(tmp_path / "library")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def drop(opened: Opened, *places: QUrl, text: str = "") -> None:
    found = QMimeData()
    found.setUrls(list(places))
    if text:
        found.setText(text)
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        found,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.window.dropEvent(event)


def files(*paths: Path) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def strip_of(opened: Opened) -> ImportStrip:
    strip = opened.window.findChild(ImportStrip)
    assert strip is not None
    return strip


def is_over(strip: ImportStrip) -> bool:
    return strip.stop.text() == "Close"


def listed(opened: Opened) -> int:
    return opened.window.library.model.rowCount()


def test_a_dropped_folder_is_imported_and_what_became_of_it_is_told(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = articles(tmp_path / "texts", 5)
    (folder / "again.txt").write_text(story(0))
    (folder / "empty.txt").write_bytes(b"")
    drop(opened, *files(folder))
    strip = strip_of(opened)
    qtbot.waitUntil(lambda: is_over(strip), timeout=PATIENCE)
    assert strip.words.text() == "5 new articles; 1 already there; 1 could not be opened: “empty.txt”."
    assert listed(opened) == 5
    assert opened.session.showing is None


def test_the_list_names_each_file_and_opens_its_article(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    folder = articles(tmp_path / "texts", 2)
    (folder / "empty.txt").write_bytes(b"")
    drop(opened, *files(folder))
    strip = strip_of(opened)
    qtbot.waitUntil(lambda: is_over(strip), timeout=PATIENCE)
    strip.list.click()
    dialog = opened.window.findChild(OutcomesDialog)
    assert dialog is not None
    assert dialog.kinds.currentText() == "Could not be opened (1)"
    assert rows(dialog) == [("empty.txt", "“empty.txt” is empty. Nothing was opened.")]
    dialog.kinds.setCurrentIndex(2)
    assert rows(dialog) == [("0000.txt", "New"), ("0001.txt", "New")]
    dialog.list.setCurrentIndex(dialog.shown.index(1, 0))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.article.title.startswith("Harbour of Oporto")


def rows(dialog: OutcomesDialog) -> list[tuple[str, str]]:
    shown = dialog.shown
    return [(shown.index(row, 0).data(), shown.index(row, 1).data()) for row in range(shown.rowCount())]


def test_a_few_dropped_files_are_imported_and_the_first_is_shown(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    folder = articles(tmp_path / "texts", 3)
    drop(opened, *files(folder / "0001.txt", folder / "0002.txt"))
    qtbot.waitUntil(lambda: opened.session.showing is not None and listed(opened) == 2, timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.article.title.startswith("Harbour of Oporto 1")


def test_a_single_dropped_file_is_opened_without_a_strip(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    drop(opened, *files(articles(tmp_path / "texts", 1) / "0000.txt"))
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    assert opened.window.findChild(ImportStrip) is None


def test_an_import_can_be_stopped_and_keeps_what_it_has(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    drop(opened, *files(articles(tmp_path / "texts", 400)))
    strip = strip_of(opened)
    qtbot.waitUntil(lambda: listed(opened) >= 3, timeout=PATIENCE)
    assert strip.words.text().startswith("Importing: ")
    assert strip.words.text().split(" · ")[0].endswith(" of 400")
    strip.stop.click()
    qtbot.waitUntil(lambda: is_over(strip), timeout=PATIENCE)
    assert strip.words.text().startswith("Stopped after ")
    assert 3 <= listed(opened) < 400
    strip.stop.click()
    qtbot.waitUntil(lambda: opened.window.findChild(ImportStrip) is None)


def test_a_folder_opened_as_a_file_ends_the_opening(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    opened.session.openings.open_files([articles(tmp_path / "texts", 4)])
    with qtbot.waitSignal(opened.session.openings.openingEnded, timeout=PATIENCE):
        pass
    qtbot.waitUntil(lambda: listed(opened) == 4, timeout=PATIENCE)


def test_a_dropped_link_is_fetched_but_leads_into_no_private_network(opened: Opened, site: Site, qtbot: QtBot) -> None:
    site.pages["/ferry"] = page(article("Ferry to sail", story(1)))
    drop(opened, QUrl(site.url("/ferry")), text=site.url("/ferry"))
    qtbot.waitUntil(lambda: bool(opened.told), timeout=PATIENCE)
    assert "leads into a private network" in opened.told[-1]
    assert site.asked == []


def test_a_dropped_text_that_is_an_address_is_fetched_like_a_link(opened: Opened, site: Site, qtbot: QtBot) -> None:
    drop(opened, text=site.url("/ferry"))
    qtbot.waitUntil(lambda: bool(opened.told), timeout=PATIENCE)
    assert "leads into a private network" in opened.told[-1]


def test_a_long_address_does_not_widen_the_window(opened: Opened, qtbot: QtBot) -> None:
    width = opened.window.minimumSizeHint().width()
    opened.session.openings.open_address("https://news.example/" + "x" * 3000)
    assert opened.window.minimumSizeHint().width() <= max(width, 1000)
    qtbot.waitUntil(lambda: bool(opened.told), timeout=PATIENCE)


def test_titles_of_what_is_alike_and_odd_names_are_shown_as_they_are(qtbot: QtBot) -> None:
    model = OutcomeModel()
    name, older = "<b>x</b>.txt", {"like": 7, "like_title": "The ferry"}
    model.add(ImportOutcome(name, f"/in/{name}", OutcomeKind.NEAR_DUPLICATE, 8, **older))
    model.add(ImportOutcome("y.txt", "/in/y.txt", OutcomeKind.VERSION, 9, **older))
    assert model.index(0, 1).data() == "New, but nearly the same as “The ferry”"
    assert model.index(1, 1).data() == "New version of “The ferry”"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<p>/in/&lt;b&gt;x&lt;/b&gt;.txt</p>"


def test_the_list_can_be_copied(qtbot: QtBot) -> None:
    model = OutcomeModel()
    model.add(ImportOutcome("y.txt", "/in/y.txt", OutcomeKind.FAILED, message=verbatim("“y.txt” is empty.")))
    dialog = OutcomesDialog(model)
    qtbot.addWidget(dialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy list").click()
    assert QGuiApplication.clipboard().text() == "/in/y.txt\t“y.txt” is empty."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3, "less than a minute left"), (61, "about 1 min left"), (3600 * 5, "about 5 h left")],
)
def test_the_time_that_remains_is_told_roughly(seconds: float, words: str) -> None:
    assert remaining_label(seconds) == words


def test_what_went_well_goes_by_itself_and_what_failed_stays(qtbot: QtBot) -> None:
    for kind, goes in ((OutcomeKind.NEW, True), (OutcomeKind.FAILED, False)):
        strip = ImportStrip()
        qtbot.addWidget(strip)
        outcome = ImportOutcome("a.txt", "a.txt", kind)
        strip.advance(ImportProgressed(1, 1, 1, None, outcome))
        strip.finish(ImportFinished(1, (outcome,), 1, False, verbatim("1 new.")), "Told.")
        assert strip.words.text() == "Told."
        assert strip._timer.isActive() is goes


def test_nothing_is_said_of_what_a_watched_folder_held_already(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    known = ImportOutcome("a.txt", "a.txt", OutcomeKind.KNOWN, 1)
    fresh = ImportOutcome("b.txt", "b.txt", OutcomeKind.NEW, 2)
    shown = partial(getattr, opened.window.messages, "message")
    opened.session.handle(ImportFinished(900, (known,), 1, False, verbatim("1 already there.")))
    assert shown() is None
    opened.session.handle(ImportFinished(901, (fresh,), 1, False, verbatim("1 new.")))
    assert shown().sentence == "From the watched folder: 1 new."


def test_the_status_bar_tells_how_many_imported_articles_are_analysed(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(4):
        text = f"Ferry {number}\n\nThe ferry will sail again, Captain Ivo Marin said.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    told = []
    opened.session.backgroundProgressed.connect(lambda done, of, _: told.append((done, of)))
    opened.session.openings.import_paths([tmp_path])
    qtbot.waitUntil(lambda: opened.window.background.isVisible())
    assert "Analysed: " in opened.window.background.text()
    qtbot.waitUntil(lambda: bool(told) and told[-1][0] == told[-1][1] > 1)
    assert not opened.window.background.isVisible()
