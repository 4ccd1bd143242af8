"""The search form says the same as what would be typed, both ways."""

from pytestqt.qtbot import QtBot

from briefing.desktop.library.filter_builder import FilterBuilder
from briefing.library import filter_of, typed_of
from briefing.model import Status

TYPED = (
    'ferry "northern harbour" neg* (bridge OR tunnel) -rumour in:title who:"Ana Ruiz" status:disputed tag:urgent '
    "after:2026-05"
)


def test_what_was_typed_fills_the_form_and_comes_out_again(qtbot: QtBot) -> None:
    form = FilterBuilder(TYPED)
    qtbot.addWidget(form)
    assert form.wanted == filter_of(TYPED)
    assert form.who.text() == "Ana Ruiz"
    assert form.statuses[Status.DISPUTED].isChecked()
    with qtbot.waitSignal(form.searchWished) as wished:
        form._search()
    assert filter_of(wished.args[0]) == filter_of(TYPED)


def test_what_is_filled_in_is_shown_as_it_would_be_typed(qtbot: QtBot) -> None:
    form = FilterBuilder()
    qtbot.addWidget(form)
    assert not form._buttons.buttons()[0].isEnabled()
    qtbot.keyClicks(form.words, "ferry")
    qtbot.keyClicks(form.who, "Ana Ruiz, Per Lund")
    form.statuses[Status.UNNAMED].setChecked(True)
    assert form.preview.text() == f"As it would be typed: {typed_of(form.wanted)}"
    assert filter_of(typed_of(form.wanted)).who == ("Ana Ruiz", "Per Lund")


def test_a_date_that_is_none_cannot_be_searched_for(qtbot: QtBot) -> None:
    form = FilterBuilder("ferry")
    qtbot.addWidget(form)
    form.after.setText("soon")
    assert "cannot be searched for" in form.preview.text()
    assert not form._buttons.buttons()[0].isEnabled()
