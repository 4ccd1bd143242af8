"""A line of the library tells at a glance what is special about an article."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from briefing.desktop.fonts import sans
from briefing.desktop.library.article_delegate import ArticleDelegate, fitting, two_lines
from briefing.desktop.library.article_model import ArticleModel, ArticleRole
from briefing.desktop.model_labels import day_label, published_label
from briefing.desktop.theme import load_theme
from briefing.model import KeptArticle, Origin


def line(**special: int) -> QImage:
    kept = KeptArticle(id=2, origin=Origin(title="The ferry"), added=datetime(2026, 5, 1, tzinfo=UTC), **special)
    model = ArticleModel()
    model.show([kept])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 78)
    image = QImage(300, 78, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    ArticleDelegate(load_theme("light")).paint(painter, option, model.index(0))
    painter.end()
    return image


def test_a_newer_version_takes_the_place_of_the_one_before_it() -> None:
    def kept(number: int, former: int | None = None) -> KeptArticle:
        return KeptArticle(number, Origin(title="The ferry"), datetime(2026, 5, 1, tzinfo=UTC), former=former)

    model = ArticleModel()
    model.show([kept(2), kept(1)])
    model.change(kept(3, former=1))
    assert [model.index(row).data(ArticleRole.KEPT).id for row in range(model.rowCount())] == [3, 2]


@pytest.mark.parametrize("special", [{"version": 2}, {"duplicate_of": 1}])
def test_a_later_version_and_a_duplicate_look_different_from_others(special: dict[str, int], qtbot: QtBot) -> None:
    assert line(**special) != line()
    assert line(version=2) != line(duplicate_of=1)


@pytest.mark.parametrize(
    ("language", "told"),
    [("en_US", "Oct 14, 2026"), ("en_GB", "14 Oct 2026"), ("de_DE", "14. Okt. 2026"), ("da_DK", "14. okt. 2026")],
)
def test_the_day_of_publication_leaves_room_for_the_claims(language: str, told: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert published_label(Origin(published="2026-10-14")) == told
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("title", "facts"),
    [
        ("The ferry", ["Harbour Post · {day}", "not analysed yet"]),
        ("The ferry will not sail before the harbour is dredged", ["Harbour Post · {day} · not analysed yet"]),
    ],
)
def test_a_line_has_no_empty_row(title: str, facts: list[str], qtbot: QtBot) -> None:
    origin = Origin(title, outlet="Harbour Post", published="2026-10-14")
    kept = KeptArticle(2, origin, datetime(2026, 5, 1, tzinfo=UTC))
    delegate = ArticleDelegate(load_theme("light"))
    _, second = two_lines(title, sans(12.5), 200)
    told = [" · ".join(line) for line in delegate._facts(kept, 1 if second else 2)]
    assert told == [line.format(day=published_label(origin)) for line in facts]


def test_a_line_of_which_nothing_is_known_tells_when_it_came(qtbot: QtBot) -> None:
    kept = KeptArticle(2, Origin("The ferry"), datetime(2026, 5, 1, 12, tzinfo=UTC))
    assert ArticleDelegate(load_theme("light"))._facts(kept, 2) == [
        [f"added {day_label(kept.added)}"],
        ["not analysed yet"],
    ]


def test_no_fact_is_cut_in_half_where_the_next_one_has_no_room(qtbot: QtBot) -> None:
    font, facts = sans(11.5), ["The Port Herald", "May 12, 2026", "9 claims"]
    widths = [QFontMetricsF(font).horizontalAdvance(" · ".join(facts[:number])) for number in (1, 2, 3)]
    assert fitting(facts, font, widths[2]) == "The Port Herald · May 12, 2026 · 9 claims"
    assert fitting(facts, font, widths[2] - 2) == "The Port Herald · May 12, 2026"
    assert fitting(facts, font, widths[1] - 2) == "The Port Herald"
    assert fitting(facts, font, widths[0] - 8).endswith("…")
