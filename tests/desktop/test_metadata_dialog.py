"""The details of an article are shown with where each was found, and can be corrected and taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.intake_dialogs.metadata_dialog import DetailsDialog
from briefing.desktop.intake_dialogs.metadata_validation import WrongDetail, language_label, tidied

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry to sail in June</title>
<meta name="author" content="Mia Stone"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2026-05-02"></head><body><article><h1>Ferry to sail in June</h1>
<p>The ferry will sail again in June, Captain Ivo Marin said on Tuesday, after the pier was mended in the winter.</p>
<p>The harbour board had closed the pier in November, when a storm broke two of its piles and carried one away.</p>
</article></body></html>"""


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    opened = open_window(tmp_path / "library")
    path = tmp_path / "ferry.html"
    path.write_text(PAGE, encoding="utf-8")
    opened.session.openings.open_files([path])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    return opened


def details(opened: Opened, qtbot: QtBot) -> DetailsDialog:
    opened.window.actions_by_name["details"].trigger()
    qtbot.waitUntil(lambda: opened.window.findChild(DetailsDialog) is not None, timeout=PATIENCE)
    dialog = opened.window.findChild(DetailsDialog)
    assert dialog is not None
    return dialog


def keep(dialog: DetailsDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def origin_field(opened: Opened, field: str) -> str:
    assert opened.session.showing is not None
    return str(getattr(opened.session.showing.article.origin, field))


def test_each_detail_tells_where_it_was_found(opened: Opened, qtbot: QtBot) -> None:
    dialog = details(opened, qtbot)
    assert dialog.lines["byline"].text() == "Mia Stone"
    assert dialog.lines["published"].text() == "2026-05-02"
    assert dialog.places["outlet"].text() == "found in what the page says of itself"
    assert dialog.places["language"].text() == "English · found in the text"
    # What was not found is told within its field.
    assert dialog.lines["modified"].placeholderText() == "not found"
    assert not dialog.places["modified"].isVisibleTo(dialog)
    assert "ferry.html" in dialog.facts.text()
    dialog.reject()


def test_corrections_are_kept_shown_everywhere_and_undone_in_one_step(opened: Opened, qtbot: QtBot) -> None:
    dialog = details(opened, qtbot)
    dialog.lines["title"].setText("Ferry  sails ")
    dialog.lines["modified"].setText("3 May 2026")
    dialog.lines["address"].setText("harbour.example/ferry")
    keep(dialog)
    qtbot.waitUntil(lambda: origin_field(opened, "title") == "Ferry sails", timeout=PATIENCE)
    assert origin_field(opened, "modified") == "2026-05-03"
    assert origin_field(opened, "address") == "https://harbour.example/ferry"
    assert opened.window.windowTitle().startswith("Ferry sails")
    assert opened.window.library.model.index(0).data().startswith("Ferry sails")
    qtbot.waitUntil(lambda: opened.window.actions_by_name["refresh"].isEnabled())
    opened.session.history.undo()
    qtbot.waitUntil(lambda: origin_field(opened, "title") == "Ferry to sail in June", timeout=PATIENCE)
    assert origin_field(opened, "address") == ""


def test_a_correction_can_be_taken_back_to_what_was_found(opened: Opened, qtbot: QtBot) -> None:
    dialog = details(opened, qtbot)
    dialog.lines["byline"].setText("M. Stone")
    keep(dialog)
    qtbot.waitUntil(lambda: origin_field(opened, "byline") == "M. Stone", timeout=PATIENCE)
    qtbot.waitUntil(lambda: opened.window.findChild(DetailsDialog) is None)
    again = details(opened, qtbot)
    assert again.places["byline"].text() == "corrected by you"
    assert again.back["byline"].text() == "As found: “Mia Stone”"
    again.back["byline"].click()
    assert again.places["byline"].text() == "found in what the page says of itself"
    keep(again)
    qtbot.waitUntil(lambda: origin_field(opened, "byline") == "Mia Stone", timeout=PATIENCE)


def test_a_wrong_date_is_told_and_nothing_is_kept(opened: Opened, qtbot: QtBot) -> None:
    dialog = details(opened, qtbot)
    dialog.lines["byline"].setText("M. Stone")
    dialog.lines["published"].setText("soon")
    keep(dialog)
    assert dialog.fault.isVisible()
    assert dialog.fault.text() == "“soon” is no date. Write it like 2026-05-02 or 2 May 2026."
    assert not opened.session.history.busy
    dialog.reject()
    assert origin_field(opened, "byline") == "Mia Stone"


def test_closing_with_nothing_changed_leaves_no_step_to_undo(opened: Opened, qtbot: QtBot) -> None:
    keep(details(opened, qtbot))
    assert not opened.session.history.stack.canUndo()


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("published", " 2026-05-02 ", "2026-05-02"),
        ("published", "May 2, 2026", "2026-05-02"),
        ("published", "2026-05-02T10:00:00+02:00", "2026-05-02T10:00:00+02:00"),
        ("published", "", ""),
        ("address", "HTTPS://Harbour.example/a#b", "https://harbour.example/a"),
        ("language", "EN-GB", "en-GB"),
        ("outlet", " The \n Post ", "The Post"),
    ],
)
def test_what_is_typed_is_tidied(field: str, typed: str, kept: str) -> None:
    assert tidied(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", "  "),
        ("published", "2026-13-45"),
        ("address", "file:///etc"),
        ("language", "English"),
        ("language", "qq"),
    ],
)
def test_what_cannot_stand_is_refused_with_a_sentence(field: str, typed: str) -> None:
    with pytest.raises(WrongDetail) as refused:
        tidied(field, typed)
    assert refused.value.sentence.endswith(".")


def test_languages_have_names() -> None:
    named = [language_label(code) for code in ("en", "de-AT", "ar", "qq", "")]
    assert named == ["English", "Deutsch", "العربية", "", ""]
