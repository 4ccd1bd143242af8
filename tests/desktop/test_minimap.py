"""The map beside the scroll bar: a tick for each claim, at its place in the text and in its status's lane."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.model import Status


def test_a_click_on_a_tick_leads_to_its_claim(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = _analysed(open_window(tmp_path / "library"), qtbot, sample_article)
    window, showing = opened.window, opened.session.showing
    minimap = window.reader.minimap
    last = showing.claims[-1]
    before = window.reader.verticalScrollBar().value()
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=_middle(minimap.tick(last.id)))
    assert window.ledger.chosen_id == last.id
    assert window.reader.verticalScrollBar().value() > before


def test_ticks_stand_in_the_order_of_the_text_each_status_in_a_lane_of_its_own(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = _analysed(open_window(tmp_path / "library"), qtbot, sample_article)
    minimap, showing = opened.window.reader.minimap, opened.session.showing
    ticks = {claim.id: minimap.tick(claim.id) for claim in showing.claims}
    heights = [ticks[claim.id].top() for claim in sorted(showing.claims, key=lambda claim: claim.start)]
    assert heights == sorted(heights)
    lanes = {(showing.status(claim), ticks[claim.id].left()) for claim in showing.claims}
    statuses = {showing.status(claim) for claim in showing.claims}
    assert len(statuses) > 3
    assert len(lanes) == len(statuses) == len({left for _, left in lanes})
    assert all(tick.left() >= 0 and tick.right() <= minimap.width() for tick in ticks.values())


def test_the_readers_word_moves_the_tick_and_dismissing_takes_it_away(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = _analysed(open_window(tmp_path / "library"), qtbot, sample_article)
    window, session = opened.window, opened.session
    claim = next(claim for claim in session.showing.claims if claim.status is not Status.DISPUTED)
    before = window.reader.minimap.tick(claim.id)
    window.ledger.choose(claim.id)
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        window.ledger.statusJudged.emit(claim, Status.DISPUTED)
    assert window.reader.minimap.tick(claim.id).left() < before.left()
    with qtbot.waitSignal(session.ownChanged, timeout=PATIENCE):
        window.actions_by_name["dismiss"].trigger()
    assert window.reader.minimap.tick(claim.id) is None


def _analysed(opened: Opened, qtbot: QtBot, article: Path) -> Opened:
    opened.window.start([article])
    qtbot.waitUntil(
        lambda: bool(
            opened.session.showing and opened.session.showing.analysis and opened.session.showing.analysis.complete
        ),
        timeout=PATIENCE,
    )
    return opened


def _middle(tick: object) -> QPoint:
    return tick.center().toPoint()  # type: ignore[attr-defined]
