"""The reader finds words, sections and the claims of one voice alone in the open article."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from windows import PATIENCE, OpenWindow, settle

from briefing.desktop.reader.outline import OutlineDialog, sections_of
from briefing.desktop.theme import Role
from briefing.desktop.window import Window
from briefing.model import Block, BlockKind, Span

STORY = """Ferry talks stall

## The offer

The harbour master, Ana Ruiz, said the ferry would open in May. Ruiz also said that the bridge was never inspected.

## The answer

The mayor, Per Lund, denied that the ferry would open in May.
According to the water board, the bridge may close.
"""


def _opened(qtbot: QtBot, open_window: OpenWindow, folder: Path, text: str = STORY) -> Window:
    file = folder / "ferry.md"
    file.write_text(text, encoding="utf-8")
    opened = open_window(folder)
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: _complete(opened.window), timeout=PATIENCE)
    return opened.window


def _complete(window: Window) -> bool:
    showing = window.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def test_ctrl_f_finds_words_while_they_are_typed(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = _opened(qtbot, open_window, tmp_path)
    window.actions_by_name["find_text"].trigger()
    bar = next(area.find_bar for area in window._areas if hasattr(area, "find_bar"))
    assert bar.isVisible()
    qtbot.keyClicks(bar.words, "ferry")
    text = window.reader.article_text
    assert [span.of(text).lower() for span in window.reader.lit.hits] == ["ferry"] * 3
    first = window.reader.lit.hit
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert window.reader.lit.hit == (first + 1) % 3
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.reader.lit.hit == first
    assert bar.count.text() == f"{first + 1} of 3"
    qtbot.keyClicks(bar.words, "zzz")
    assert bar.count.text() == "Not found"
    for _ in range(3):
        qtbot.keyClick(bar.words, Qt.Key.Key_Backspace)
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.reader.lit.hits == ()
    span = window.reader.selected_span()
    assert span
    assert span.of(text).lower() == "ferry"


def test_focus_dims_all_but_what_one_actor_says(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = _opened(qtbot, open_window, tmp_path)
    showing = window.session.showing
    assert showing is not None
    ruiz = next(
        claim for claim in showing.claims if "would open" in showing.article.text[claim.start : claim.start + 40]
    )
    window.ledger.choose(ruiz.id)
    before = window.reader.viewport().grab().toImage()
    window.actions_by_name["focus_actor"].trigger()
    focus = window.reader.lit.focus
    assert focus
    assert ruiz.id in focus
    assert len(focus) < len(showing.claims)
    after = window.reader.viewport().grab().toImage()
    paper = window.theme[Role.PAPER]
    assert _ink(after, paper) < _ink(before, paper) * 0.8
    window.actions_by_name["focus_actor"].trigger()
    assert window.reader.lit.focus is None


def test_focus_on_a_status_keeps_its_claims(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = _opened(qtbot, open_window, tmp_path)
    showing = window.session.showing
    assert showing is not None
    chosen = window.ledger.chosen
    assert chosen
    window.actions_by_name["focus_status"].trigger()
    assert window.reader.lit.focus == {
        claim.id for claim in showing.claims if showing.status(claim) is showing.status(chosen)
    }


def test_the_outline_lists_headings_with_their_claims_and_goes_there(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = _opened(qtbot, open_window, tmp_path, STORY + "\n\nA town waits.\n" * 60)
    showing = window.session.showing
    assert showing is not None
    sections = sections_of(showing)
    assert [section.words for section in sections][-2:] == ["The offer", "The answer"]
    assert sum(section.claims for section in sections) == len(showing.claims)
    window.actions_by_name["outline"].trigger()
    dialog = window.findChild(OutlineDialog)
    assert dialog
    qtbot.keyClicks(dialog.search, "answer")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    top = window.reader.top_code_point()
    assert abs(top - sections[-1].start) < 120


def test_without_headings_the_outline_lists_paragraphs(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = _opened(qtbot, open_window, tmp_path, "One day it rained.\n\nThe next day it did not.\n")
    assert window.session.showing
    assert [section.words for section in sections_of(window.session.showing)][-1] == "The next day it did not."


def test_the_outline_of_a_long_article_takes_little_work_for_each_section_and_shows_where_one_is(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = _opened(qtbot, open_window, tmp_path)
    showing = window.session.showing
    assert showing is not None
    assert showing.analysis is not None
    sections, length = 400, 14
    text, starts = "A town waits. " * sections, range(0, sections * length, length)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(at, at + 13)) for at in starts)
    (claim, *_) = showing.claims
    claims = tuple(replace(claim, id=f"c{at}", content=(Span(at, at + 6),)) for at in starts)
    article = replace(showing.article, text=text, blocks=blocks)
    long = replace(showing, article=article, analysis=replace(showing.analysis, claims=claims))
    calls: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: calls.update((event,)))
    try:
        dialog = OutlineDialog(long, len(text) * 2 // 3, window)
        dialog.show()
        settle()
    finally:
        sys.setprofile(None)
    # Some 30 for each; where all claims are looked at for each section, and each is chosen in turn, 800.
    assert calls["call"] < 100 * sections
    item = dialog.list.currentItem()
    assert dialog.list.row(item) == sections * 2 // 3
    assert dialog.list.viewport().rect().contains(dialog.list.visualItemRect(item))
    assert [section.claims for section in sections_of(long)] == [1] * sections
    dialog.reject()


def _ink(image: object, paper: QColor) -> int:
    """How many sampled pixels stand out clearly from the paper."""
    return sum(
        abs(image.pixelColor(x, y).lightness() - paper.lightness()) > 110  # type: ignore[attr-defined]
        for y in range(0, image.height(), 2)  # type: ignore[attr-defined]
        for x in range(0, image.width(), 2)  # type: ignore[attr-defined]
    )
