"""A brief is described, its pages are seen while it is, and it is written in several formats at once."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.briefs.export_dialog import ExportDialog
from briefing.desktop.briefs.export_progress import Writing
from briefing.desktop.briefs.template_box import TemplateBox
from briefing.model import BriefWish

STORY = "Ferry talks stall\n\nThe harbour master, Ana Ruiz, said the ferry would open in May.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with an analysed article."""
    file = tmp_path / "ferry.txt"
    file.write_text(STORY, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(
        lambda: bool(opened.session.showing and opened.session.showing.analysis and opened.session.showing.claims),
        timeout=PATIENCE,
    )
    return opened


def _dialog(opened: Opened, qtbot: QtBot, folder: Path) -> ExportDialog:
    opened.window.actions_by_name["export"].trigger()
    dialog = opened.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(folder))
    qtbot.waitUntil(lambda: dialog.preview.pages > 0, timeout=PATIENCE)
    return dialog


def test_an_export_is_stopped_and_what_was_written_before_stays(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Long\n\n" + "\n\n".join(f"Paragraph {number} says little. " * 9 for number in range(200)))
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    assert opened.session.showing
    number, targets = opened.session.showing.kept.id, [(tmp_path / f"{n}.pdf", "pdf") for n in range(6)]
    opened.session.exports.export_as((number,), BriefWish(), targets)
    qtbot.waitUntil(lambda: targets[0][0].exists(), timeout=PATIENCE)
    opened.session.exports.stop_exports()
    qtbot.waitUntil(lambda: "The export was stopped; what was written before stays." in opened.told, timeout=PATIENCE)
    assert targets[0][0].exists()
    assert not targets[-1][0].exists()


def test_while_a_brief_is_written_it_is_told_and_can_be_stopped(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    turns = "#let turns = range(30000)\n#for a in turns { for b in turns { for c in turns { if a + b < 0 [never] } } }"
    (tmp_path / "endless.typ").write_text(turns, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    session, strip = opened.session, opened.window.messages
    assert session.showing
    writing = Writing(session, strip, opened.window)
    wish = BriefWish(template=str(tmp_path / "endless.typ"))
    session.exports.export_as((session.showing.kept.id,), wish, [(out / "one.pdf", "pdf"), (out / "two.md", "md")])
    writing.start("one.pdf")
    assert strip.message
    assert strip.message.sentence == "Writing files: 0 of 2 done…"
    qtbot.waitUntil(lambda: "second" in (strip.message.sentence if strip.message else ""), timeout=PATIENCE)
    assert strip.message.act
    strip.message.act()
    qtbot.waitUntil(lambda: not session.exports.exports_left, timeout=PATIENCE)
    assert "The export was stopped; what was written before stays." in opened.told
    assert list(out.iterdir()) == []


def test_a_long_brief_shows_its_first_pages_before_all_of_them(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Long\n\n" + "\n\n".join(f"Paragraph {number} says little. " * 9 for number in range(200)))
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.analysing_job, timeout=PATIENCE)
    opened.window.actions_by_name["export"].trigger()
    (dialog,) = opened.window.findChildren(ExportDialog)
    shown: list[str] = []
    for name in ("show_beginning", "show_file"):
        show = getattr(dialog.preview, name)
        setattr(dialog.preview, name, lambda path, name=name, show=show: (shown.append(name), show(path)))
    qtbot.waitUntil(lambda: shown == ["show_beginning", "show_file"], timeout=PATIENCE)
    qtbot.waitUntil(lambda: dialog.preview.pages > 10, timeout=PATIENCE)
    dialog.reject()


def test_several_formats_are_written_as_described(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(opened, qtbot, tmp_path)
    dialog.template.setCurrentIndex(dialog.template.findData("ledger"))
    dialog.title.setText("What the harbour says")
    dialog.author.setText("Ina Holt")
    dialog.kinds["md"].setChecked(True)
    dialog.kinds["csv"].setChecked(True)
    dialog.name.setText("harbour")
    dialog._export()
    files = [tmp_path / f"harbour.{suffix}" for suffix in ("pdf", "md", "csv")]
    qtbot.waitUntil(lambda: all(file.exists() for file in files), timeout=PATIENCE)
    assert "What the harbour says" in files[1].read_text(encoding="utf-8")
    text = pypdfium2.PdfDocument(files[0])[0].get_textpage().get_text_bounded()
    assert "What the harbour says" in text
    assert "Ina Holt" in text
    again = opened.window._settings
    assert (again.author, again.export_folder, set(again.export_kinds)) == ("Ina Holt", tmp_path, {"pdf", "md", "csv"})


def test_a_template_of_ones_own_is_chosen_beside_the_shipped_ones_and_its_fault_is_told(
    opened: Opened, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own" / "for-the-desk.typ"
    own.parent.mkdir()
    own.write_text('#import "@local/briefing:1.0.0": *\n#show: frame.with(brief)\n#nothing\n', encoding="utf-8")
    monkeypatch.setenv("BRIEFING_TEMPLATES", str(own.parent))
    dialog = _dialog(opened, qtbot, tmp_path)
    dialog.template.setCurrentText("For the desk")
    qtbot.waitUntil(lambda: "“for-the-desk.typ” has a fault in line" in dialog.preview._words.text(), timeout=PATIENCE)


class Heard(QObject):
    """Hears which addresses are opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def hear(self, address: QUrl) -> None:
        """An address was opened."""
        self.opened.append(address)


def test_the_folder_of_own_templates_is_opened_with_one_to_begin_with(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    monkeypatch.setenv("BRIEFING_TEMPLATES", str(folder))
    box = TemplateBox()
    qtbot.addWidget(box)
    heard = Heard()
    QDesktopServices.setUrlHandler("file", heard, "hear")
    box.setCurrentIndex(box.findData("who"))
    box.open_own()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(address.toLocalFile()) for address in heard.opened] == [folder]
    assert [path.name for path in folder.glob("*.typ")] == ["My template.typ"]
    assert box.currentData() == "who"
    assert box.findText("My template") > 0
    (folder / "another.typ").touch()
    box.refill()
    assert box.findText("Another") > 0


def test_a_chosen_template_that_goes_gives_way_to_the_first(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.typ").touch()
    monkeypatch.setenv("BRIEFING_TEMPLATES", str(tmp_path))
    box = TemplateBox()
    qtbot.addWidget(box)
    box.setCurrentIndex(box.findText("Mine"))
    (tmp_path / "mine.typ").unlink()
    with qtbot.waitSignal(box.currentIndexChanged):
        box.refill()
    assert box.currentData() == "annotated"


def test_the_pages_follow_what_is_described(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(opened, qtbot, tmp_path)
    before = dialog.preview._pages[0].pixmap().toImage()
    told = len(opened.told)
    dialog.introduction.setPlainText("Read this **first**.")
    qtbot.waitUntil(lambda: dialog.preview._pages[0].pixmap().toImage() != before, timeout=PATIENCE)
    assert len(opened.told) == told
    dialog.reject()
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_cannot_be_written_is_said_before_it_is_tried(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(opened, qtbot, tmp_path)
    assert dialog._save.isEnabled()
    dialog.folder.setText(str(tmp_path / "nowhere"))
    assert "There is no folder" in dialog._problem.text()
    assert not dialog._save.isEnabled()
    dialog.folder.setText(str(tmp_path))
    for box in dialog.kinds.values():
        box.setChecked(False)
    assert dialog._problem.text() == "Choose at least one format."


def test_a_file_that_is_there_is_replaced_only_if_the_reader_says_so(
    opened: Opened, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(QMessageBox, "question", staticmethod(lambda *_: QMessageBox.StandardButton.No))
    dialog = _dialog(opened, qtbot, tmp_path)
    dialog.kinds["pdf"].setChecked(False)
    dialog.kinds["md"].setChecked(True)
    dialog.name.setText("mine")
    dialog._export()
    dialog.name.setText("other")
    dialog._export()
    qtbot.waitUntil((tmp_path / "other.md").exists)
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == "mine"


def test_a_copy_with_notes_is_offered_of_an_article_from_a_pdf_alone(
    open_window: OpenWindow, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "annotated-pdf" not in _dialog(opened, qtbot, tmp_path).kinds
    words = "The harbour master, Ana Ruiz, said the ferry would open in May. She gave no other date to the council. "
    original = typst.compile((words * 3).encode(), format="pdf")
    (tmp_path / "talks.pdf").write_bytes(original)
    other = open_window(tmp_path / "second")
    other.session.openings.open_files([tmp_path / "talks.pdf"])
    qtbot.waitUntil(
        lambda: bool(other.session.showing and other.session.showing.analysis and other.session.showing.claims),
        timeout=PATIENCE,
    )

    dialog = _dialog(other, qtbot, tmp_path)
    dialog.kinds["annotated-pdf"].setChecked(True)
    dialog.kinds["pdf"].setChecked(False)
    dialog.name.setText("copy")
    dialog._export()

    copy = tmp_path / "copy.annotated.pdf"
    qtbot.waitUntil(copy.exists, timeout=PATIENCE)
    with pikepdf.open(copy) as document:
        drawn = [held for held in document.pages[0].Annots if held.Subtype == "/Highlight"]
        assert any("Ana Ruiz" in str(held.Contents) for held in drawn)
    assert (tmp_path / "talks.pdf").read_bytes() == original


def test_what_was_typed_stands_there_again_though_the_dialog_was_given_up(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    first = _dialog(opened, qtbot, tmp_path)
    qtbot.keyClicks(first.introduction, "We have seen the memo.")
    qtbot.keyClicks(first.title, "Ferries")
    first.reject()
    opened.window.actions_by_name["export"].trigger()
    again = opened.window.findChildren(ExportDialog)[-1]
    assert (again.introduction.toPlainText(), again.title.text()) == ("We have seen the memo.", "Ferries")
    again.reject()
