"""Marks are calm until all are asked for: a fill and a sign, with the rest for the claim that is looked at."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow

from briefing.desktop.reader.article_view import Reader
from briefing.desktop.reader.mark_layer import GLYPH_LEFT, _free
from briefing.desktop.reader.marks import Layer
from briefing.desktop.theme import Role
from briefing.model import Claim, Span

STORY = """Ferry talks stall

The harbour master, Ana Ruiz, said the ferry would open in May. The mayor, Per Lund, denied it.

According to the water board, the bridge may close for a year. Officials said the money has run out.
"""


def _opened(open_window: OpenWindow, folder: Path, qtbot: QtBot, text: str = STORY) -> Opened:
    file = folder / "ferry.txt"
    file.write_text(text, encoding="utf-8")
    opened = open_window(folder / "library")
    opened.window.start([file])
    session = opened.session
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis and session.showing.analysis.complete))
    return opened


def _claims(opened: Opened) -> tuple[Claim, ...]:
    showing = opened.session.showing
    assert showing is not None
    return showing.claims


def _middle(reader: Reader, span: Span) -> QPoint:
    cursor = reader.textCursor()
    assert reader._page is not None
    cursor.setPosition(reader._page.position((span.start + min(span.end, span.start + 8)) // 2))
    return reader.cursorRect(cursor).center()


def _seen(reader: Reader) -> QImage:
    return reader.viewport().grab().toImage()


def _ink(image: QImage, colour: object) -> int:
    rgb = colour.rgb()  # type: ignore[attr-defined]
    return sum(image.pixel(x, y) == rgb for y in range(image.height()) for x in range(0, image.width(), 2))


def test_an_article_opens_calm_and_one_key_shows_everything(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    window = opened.window
    assert window.reader.lit.calm
    assert window.reader.layers == {Layer.CLAIMS, Layer.OWN}
    window.reader.setFocus()
    QTest.keyClick(window.reader, "v")
    assert not window.reader.lit.calm
    assert window.reader.layers == set(Layer)
    assert window.actions_by_name["layer_cues"].isChecked()
    QTest.keyClick(window.reader, "v")
    assert window.reader.layers == {Layer.CLAIMS, Layer.OWN}
    # What is asked for by itself stays beside the calm marks.
    window.actions_by_name["layer_actors"].trigger()
    assert window.reader.lit.calm
    assert Layer.ACTORS in window.reader.layers


def test_the_choice_is_kept_for_the_next_start(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    opened.window.actions_by_name["all_marks"].trigger()
    opened.close()
    again = open_window(tmp_path / "library").window
    again.start([])
    assert again.actions_by_name["all_marks"].isChecked()
    assert not again.reader.lit.calm
    assert again.reader.layers == set(Layer)


def test_the_claim_under_the_pointer_is_brought_out(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    reader, claim = opened.window.reader, _claims(opened)[-1]
    assert not reader.lit.brings_out(claim.id)
    QTest.mouseMove(reader.viewport(), _middle(reader, claim.content[0]))
    assert reader.lit.pointed == claim.id
    assert reader.lit.brings_out(claim.id)
    QTest.mouseMove(reader.viewport(), QPoint(reader.viewport().width() - 4, 4))
    assert reader.lit.pointed == ""


def test_a_click_on_the_sign_in_the_margin_chooses_the_claim(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    window, claim = opened.window, _claims(opened)[-1]
    left = window.reader.document().rootFrame().frameFormat().leftMargin() - GLYPH_LEFT
    beside = QPoint(round(left) + 6, _middle(window.reader, claim.content[0]).y())
    QTest.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert window.ledger.chosen is not None
    assert window.ledger.chosen.id == claim.id


def test_a_chosen_claim_shows_who_says_it_and_by_which_words(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    window, (claim, *_) = opened.window, _claims(opened)
    cue = window.theme[Role.CUE_LINE]
    # The sign of what is relayed has the same ink.
    window.reader.select_claim("")
    before = _ink(_seen(window.reader), cue)
    window.reader.select_claim(claim.id)
    assert _ink(_seen(window.reader), cue) >= before + 10


def test_the_chosen_claim_stays_brought_out_when_its_article_is_opened_again_and_a_click_shows_its_words(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot, STORY + "\nThe ferry is old.\n" * 60)
    window, showing, claim = opened.window, opened.session.showing, _claims(opened)[0]
    assert showing is not None
    window.ledger.choose(claim.id)
    with qtbot.waitSignal(opened.session.articleOpened):
        window.open_kept(showing.kept.id)
    qtbot.waitUntil(lambda: window.reader.lit.claim == claim.id)
    bar = window.reader.verticalScrollBar()
    bar.setValue(bar.maximum())
    card = window.ledger.list.visualRect(window.ledger.list.currentIndex()).center()
    QTest.mouseClick(window.ledger.list.viewport(), Qt.MouseButton.LeftButton, pos=card)
    assert bar.value() < bar.maximum() / 2


def test_overlapping_claims_share_one_line() -> None:
    assert _free(0, 100, []) == [(0, 100)]
    assert _free(0, 100, [(40, 60)]) == [(0, 40), (60, 100)]
    assert _free(0, 100, [(0, 60), (50, 100)]) == []
    assert _free(0, 100, [(120, 160)]) == [(0, 100)]


def test_the_inner_one_of_two_claims_is_pointed_at(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = _opened(
        open_window,
        tmp_path,
        qtbot,
        "Water\n\nThe water board said that officials had told the council that the bridge may close.\n",
    )
    claims = _claims(opened)
    inner = min(claims, key=lambda claim: len(claim.content[0]))
    outer = max(claims, key=lambda claim: len(claim.content[0]))
    reader = opened.window.reader
    assert inner.content[0].start > outer.content[0].start
    end = QPointF(_middle(reader, Span(inner.content[0].end - 4, inner.content[0].end)))
    assert reader._claim_under(end) == inner.id
    assert reader._claim_under(QPointF(_middle(reader, Span(outer.content[0].start, outer.content[0].start + 4)))) == (
        outer.id
    )
