"""A page shows lists, tables, pictures and links, and every code point of the article keeps its place on it."""

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextTable
from pytestqt.qtbot import QtBot

from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader import shown_pictures
from briefing.desktop.reader.article_document import Page
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.reader.page_pieces import ROWS_AT_ONCE
from briefing.desktop.theme import load_theme
from briefing.model import (
    Article,
    Block,
    BlockKind,
    Cell,
    Figure,
    Inline,
    InlineKind,
    KeptArticle,
    Marker,
    Markup,
    Origin,
    Remark,
    Span,
    Table,
)
from briefing.model.message import Message


def drawn(words: list[str], markup: Markup = Markup(), kind: BlockKind = BlockKind.PARAGRAPH) -> Article:  # noqa: B008
    text = "\n\n".join(words)
    starts = [sum(len(one) + 2 for one in words[:number]) for number in range(len(words))]
    blocks = tuple(Block(kind, Span(at, at + len(one))) for at, one in zip(starts, words, strict=True))
    return Article(text, blocks, Origin(digest="ab" * 32), markup=markup)


def table_of(rows: list[list[str]], before: str = "Votes", after: str = "That was all.") -> Article:
    words = [before, *(" | ".join(row) for row in rows), after]
    article = drawn(words)
    cells = []
    for number, (row, block) in enumerate(zip(rows, article.blocks[1:-1], strict=True)):
        at = block.span.start
        for column, cell in enumerate(row):
            if cell:
                cells.append(Cell(Span(at, at + len(cell)), number, column, header=number == 0))
            at += len(cell) + 3
    return Article(article.text, article.blocks, article.origin, markup=Markup(tables=(Table(tuple(cells)),)))


def page(article: Article, until: int | None = None) -> Page:
    return Page(article, load_theme("light"), until=until)


def tables(shown: Page) -> list[QTextTable]:
    return [frame for frame in shown.document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def every_place_leads_back(shown: Page) -> bool:
    """Whether each code point of each block has a position that leads back to it."""
    return all(
        shown.code_point(shown.position(at)) == at
        for block in shown.article.blocks
        for at in range(block.span.start, block.span.end)
        if shown.article.text[at] not in " |"
    )


ROWS = [["Member", "First", "Paid"], ["Ada \U0001f6a2 Brandt", "Yes", "1,200"], ["Tom Veil", "", "310.50"]]


def test_a_table_is_shown_as_one_and_no_word_of_it_is_lost(qtbot: QtBot) -> None:
    shown = page(table_of(ROWS))
    (table,) = tables(shown)
    assert (table.rows(), table.columns()) == (3, 3)
    found = [
        [table.cellAt(row, column).firstCursorPosition().block().text() for column in range(3)] for row in range(3)
    ]
    assert found == ROWS
    assert every_place_leads_back(shown)


def test_figures_stand_to_the_right(qtbot: QtBot) -> None:
    shown = page(table_of(ROWS))
    (table,) = tables(shown)
    sides = [table.cellAt(1, column).firstCursorPosition().blockFormat().alignment() for column in (1, 2)]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, True]


def test_a_cell_may_reach_over_rows_and_columns(qtbot: QtBot) -> None:
    article = drawn(["Votes", "Brandt | Yes | No", "abstained", "All."])
    at = article.text.index
    cells = (
        Cell(Span(at("Brandt"), at("Brandt") + 6), 0, 0, 2, 1),
        Cell(Span(at("Yes"), at("Yes") + 3), 0, 1),
        Cell(Span(at("No"), at("No") + 2), 0, 2),
        Cell(Span(at("abstained"), at("abstained") + 9), 1, 1, 1, 2),
    )
    shown = page(Article(article.text, article.blocks, markup=Markup(tables=(Table(cells),))))
    (table,) = tables(shown)
    assert (table.cellAt(0, 0).rowSpan(), table.cellAt(1, 1).columnSpan()) == (2, 2)
    assert every_place_leads_back(shown)


def test_tables_that_stand_first_last_and_beside_one_another(qtbot: QtBot) -> None:
    article = drawn(["A | B", "C | D", "E | F", "G | H"])
    made = tuple(
        Table(
            tuple(
                Cell(Span(at, at + 1), row, column)
                for row, start in enumerate(rows)
                for column, at in enumerate((start, start + 4))
            )
        )
        for rows in ((0, 7), (14, 21))
    )
    shown = page(Article(article.text, article.blocks, markup=Markup(tables=made)))
    assert len(tables(shown)) == 2
    assert every_place_leads_back(shown)


def test_a_long_table_is_set_in_parts_that_look_as_one(qtbot: QtBot) -> None:
    rows = [["Name", "Sum"], *([f"Member {number}", str(number)] for number in range(3 * ROWS_AT_ONCE))]
    whole, staged = page(table_of(rows)), page(table_of(rows), until=20)
    parts = tables(whole)
    assert len(parts) == 4
    assert len({tuple(length.rawValue() for length in part.format().columnWidthConstraints()) for part in parts}) == 1
    length = len(whole.article.text)
    for until in range(0, length + 400, 400):
        staged.fill(until)
    assert staged.document.toPlainText() == whole.document.toPlainText()
    places = range(0, length, 7)
    assert [staged.position(at) for at in places] == [whole.position(at) for at in places]
    assert every_place_leads_back(whole)


@pytest.mark.parametrize(
    "cells",
    [
        (Cell(Span(7, 13), 0, 0), Cell(Span(16, 19), 0, 1)),
        (Cell(Span(16, 19), 0, 0), Cell(Span(7, 13), 0, 1)),
        (Cell(Span(7, 16), 0, 0), Cell(Span(14, 19), 1, 1)),
    ],
    ids=["a word stands in no cell", "out of order", "cells that overlap"],
)
def test_what_cannot_be_shown_whole_as_a_table_is_shown_as_words(qtbot: QtBot, cells: tuple[Cell, ...]) -> None:
    article = drawn(["Votes", "Brandt | Yes | No", "All."])
    shown = page(Article(article.text, article.blocks, markup=Markup(tables=(Table(cells),))))
    assert not tables(shown)
    assert "Brandt | Yes | No" in shown.document.toPlainText()


def test_words_are_set_as_the_page_has_them(qtbot: QtBot) -> None:
    kinds = (InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.STRUCK, InlineKind.LINK, InlineKind.SUPERSCRIPT)
    inlines = tuple(Inline(kind, Span(2 * n, 2 * n + 1)) for n, kind in enumerate(kinds))
    shown = page(drawn(["a b c d e f"], Markup(inlines)))
    cursor = QTextCursor(shown.document)

    def at(number: int) -> QTextCursor:
        cursor.setPosition(shown.position(2 * number) + 1)
        return cursor

    assert at(0).charFormat().fontItalic()
    assert at(1).charFormat().fontWeight() > at(5).charFormat().fontWeight()
    assert at(2).charFormat().fontStrikeOut()
    assert at(3).charFormat().underlineStyle() is at(3).charFormat().UnderlineStyle.DashUnderline
    assert at(4).charFormat().verticalAlignment() is at(4).charFormat().VerticalAlignment.AlignSuperScript
    assert at(5).charFormat().underlineStyle() is at(5).charFormat().UnderlineStyle.NoUnderline


def test_numbers_of_lists_hang_before_their_items_and_are_none_of_the_words(qtbot: QtBot) -> None:
    article = drawn(["It never knew.", "It asked."], Markup(markers=(Marker(0, "3."), Marker(16))), BlockKind.ITEM)
    shown = page(article)
    assert [marker.text for number in range(2) if (marker := shown.marker(number))] == ["3.", ""]
    assert shown.document.toPlainText() == "It never knew.\nIt asked."


PICTURE = io.BytesIO()
Image.new("RGB", (300, 200), "navy").save(PICTURE, "PNG")
DIGEST = hashlib.sha256(PICTURE.getvalue()).hexdigest()


def pictured(at: int = 7) -> Article:
    return drawn(["Above", "Below"], Markup(figures=(Figure(at, DIGEST, 300, 200, "The pier"),)))


@pytest.mark.parametrize("at", [0, 7, 12])
def test_a_picture_has_its_place_and_moves_no_word_from_its_own(qtbot: QtBot, at: int) -> None:
    shown = page(pictured(at))
    assert shown.document.toPlainText().replace("\ufffc", "").split() == ["Above", "Below"]
    assert shown.document.toPlainText().count("\ufffc") == 1
    assert every_place_leads_back(shown)


@pytest.mark.parametrize("at", [0, 7, 12])
def test_a_remark_stands_on_the_page_in_the_language_of_the_window_and_moves_no_word(qtbot: QtBot, at: int) -> None:
    remark = Remark(at, Message.of("remark.not_read", name="a𝄞.xml"))
    lines = ["Above", "Below"]
    shown = page(drawn(lines, Markup(remarks=(remark,))))
    lines.insert({0: 0, 7: 1, 12: 2}[at], "[Not read: a𝄞.xml]")
    assert shown.document.toPlainText().split("\n") == lines
    assert every_place_leads_back(shown)
    assert shown.cut


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


def show(reader: Reader, article: Article) -> None:
    reader.show_article(OpenArticle(KeptArticle(1, article.origin, datetime.now(UTC)), article))
    reader.show()


def centre_of(reader: Reader, words: str) -> QPoint:
    """The middle of the first letter of some words in the pane."""
    at = reader.article_text.index(words)
    cursor = reader.textCursor()
    cursor.setPosition(reader._page.position(at))  # type: ignore[union-attr]
    before = reader.cursorRect(cursor)
    cursor.setPosition(reader._page.position(at + 1))  # type: ignore[union-attr]
    return QPoint((before.left() + reader.cursorRect(cursor).left()) // 2, before.center().y())


def test_a_picture_is_asked_for_once_it_is_seen_and_shown_when_it_comes(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.pictureWanted) as wanted:
        show(reader, pictured())
        reader.grab()
    assert wanted.args == ["ab" * 32, DIGEST]
    reader.show_picture("ab" * 32, DIGEST, PICTURE.getvalue())
    colours = {reader.grab().toImage().pixelColor(400, y).name() for y in range(150, 500, 10)}
    assert "#000080" in colours


def test_pictures_out_of_sight_are_decoded_no_more_than_there_is_room_for_and_come_back(
    reader: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shades = [f"#0000{255 - number:02x}" for number in range(12)]
    data = {}
    for shade in shades:
        target = io.BytesIO()
        Image.new("RGB", (400, 400), shade).save(target, "PNG")
        data[hashlib.sha256(target.getvalue()).hexdigest()] = target.getvalue()
    monkeypatch.setattr(shown_pictures, "MOST_DECODED", 4 * 400 * 400 * 4)
    reader.pictureWanted.connect(lambda article, digest: reader.show_picture(article, digest, data[digest]))
    figures = tuple(Figure(7, digest, 400, 400, "A shade") for digest in data)
    show(reader, drawn(["Above", "Below"], Markup(figures=figures)))

    def seen() -> set[str]:
        picture = reader.grab().toImage()
        found = {picture.pixelColor(picture.width() // 2, y).name() for y in range(0, picture.height(), 5)}
        return found & set(shades)

    first = seen()
    bar = reader.verticalScrollBar()
    for place in range(0, bar.maximum() + 300, 300):
        bar.setValue(place)
        seen()
    last = seen()
    held = [reader.document().resource(2, QUrl(f"picture:{digest}")) for digest in data]
    assert sum(image.sizeInBytes() for image in held) <= 4 * 400 * 400 * 4
    bar.setValue(0)
    assert seen() == first
    assert shades[0] in first
    assert shades[-1] in last


def test_a_picture_that_is_gone_is_told_of(reader: Reader, qtbot: QtBot) -> None:
    show(reader, pictured())
    reader.grab()
    before: QImage = reader.grab().toImage()
    reader.show_picture("ab" * 32, DIGEST, b"")
    assert reader.grab().toImage() != before


LINKED = Markup((Inline(InlineKind.STRUCK, Span(4, 8)), Inline(InlineKind.LINK, Span(9, 13), "https://bank.example/a")))


def test_the_address_of_a_link_is_told_where_the_pointer_rests(reader: Reader, qtbot: QtBot) -> None:
    show(reader, drawn(["The bank lost a million."], LINKED))
    for words, told in (("lost", "https://bank.example/a"), ("million", ""), ("bank", "Struck out in the original.")):
        with qtbot.waitSignal(reader.pointedAt) as pointed:
            qtbot.mouseMove(reader.viewport(), centre_of(reader, words))
        assert pointed.args == [told]


def test_a_link_is_opened_by_a_click_with_ctrl_alone(reader: Reader, qtbot: QtBot) -> None:
    show(reader, drawn(["The bank lost a million."], LINKED))
    place = centre_of(reader, "lost")
    with qtbot.assertNotEmitted(reader.linkChosen):
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(reader.linkChosen) as chosen:
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert chosen.args == ["https://bank.example/a"]


def test_the_link_at_the_selected_words_is_known(reader: Reader, qtbot: QtBot) -> None:
    show(reader, drawn(["The bank lost a million."], LINKED))
    reader.select_span(Span(0, 24))
    assert reader.address_at_cursor() == "https://bank.example/a"
    reader.select_span(Span(16, 23))
    assert reader.address_at_cursor() == ""


def test_what_is_copied_of_a_table_are_its_words_as_they_stand_in_the_text(reader: Reader, qtbot: QtBot) -> None:
    article = table_of(ROWS)
    show(reader, article)
    reader.select_span(Span(0, len(article.text)))
    assert reader.createMimeDataFromSelection().text() == article.text


def test_all_cells_of_a_row_in_sight_are_painted_over(reader: Reader, qtbot: QtBot) -> None:
    rows = [["Name", "Sum", "Word"], *([f"Member {n}", str(n), "said so"] for n in range(60))]
    show(reader, table_of(rows))
    for step in range(0, 1500, 37):
        reader.verticalScrollBar().setValue(step)
        seen = {block.text() for block in reader._visible_blocks()}
        layout = reader.document().documentLayout()
        top, height = reader.verticalScrollBar().value(), reader.viewport().height()
        block = reader.document().begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.bottom() > top and box.top() < top + height and block.text():
                assert block.text() in seen, (step, QPointF(box.topLeft()))
            block = block.next()


def test_each_turn_sets_about_as_much_whatever_it_is(qtbot: QtBot) -> None:
    rows = [["Name", "Sum", "Word"], *([f"Member {n}", str(n), "said so"] for n in range(600))]
    shown = page(table_of(rows), until=0)
    counts = []
    for until in shown.steps(15_000):
        before = shown.document.blockCount()
        shown.fill(until)
        counts.append(shown.document.blockCount() - before)
    assert max(counts) < 15_000 / 120 + 3 * ROWS_AT_ONCE + 10
    assert shown.document.toPlainText() == page(table_of(rows)).document.toPlainText()


@pytest.mark.parametrize(("kind", "shown"), [("PNG", True), ("JPEG", True), ("BMP", False), ("GIF", False)])
def test_no_picture_is_decoded_but_of_the_kinds_that_are_kept(reader: Reader, kind: str, shown: bool) -> None:
    target = io.BytesIO()
    Image.new("RGB", (300, 200), "#00ff00").save(target, kind)
    show(reader, pictured())
    reader.grab()
    reader.show_picture("ab" * 32, DIGEST, target.getvalue())
    greens = [reader.grab().toImage().pixelColor(400, y).green() for y in range(150, 500, 10)]
    reds = [reader.grab().toImage().pixelColor(400, y).red() for y in range(150, 500, 10)]
    assert any(green > 240 and red < 15 for green, red in zip(greens, reds, strict=True)) is shown


def test_tables_and_pictures_stay_within_a_narrow_pane(reader: Reader, qtbot: QtBot) -> None:
    rows = [["Member of the board", "First", "Second"], ["Brandt", "Yes", "1,200"]]
    article = table_of(rows)
    figure = Figure(0, DIGEST, 1600, 900)
    shown = Article(article.text, article.blocks, article.origin, markup=replace(article.markup, figures=(figure,)))
    show(reader, shown)
    for width in (900, 420, 700):
        reader.resize(width, 700)
        reader.grab()
        frame = reader.document().rootFrame().frameFormat()
        room = reader.viewport().width() - frame.rightMargin() + 2
        layout = reader.document().documentLayout()
        (table,) = tables(reader._page)  # type: ignore[arg-type]
        assert layout.frameBoundingRect(table).right() <= room
        cursor = reader.textCursor()
        cursor.setPosition(reader._page._positions[0] + 1)  # type: ignore[union-attr]
        picture = cursor.charFormat().toImageFormat()
        assert picture.width() <= room - frame.leftMargin()
        assert picture.width() / picture.height() == pytest.approx(16 / 9, rel=0.01)


@pytest.mark.parametrize(("words", "from_the_right"), [("It never knew.", False), ("لم يعرف المجلس شيئا.", True)])
def test_items_are_set_in_from_the_side_on_which_they_begin(
    reader: Reader, qtbot: QtBot, words: str, from_the_right: bool
) -> None:
    show(reader, drawn([words], Markup(markers=(Marker(0, "3."),)), BlockKind.ITEM))
    form = reader.document().begin().blockFormat()
    assert (form.rightMargin() > form.leftMargin()) is from_the_right
    reader.grab()
    picture = reader.viewport().grab().toImage()
    inks = [x for x in range(picture.width()) for y in range(60, 200, 2) if picture.pixelColor(x, y).lightness() < 130]
    line = reader.document().begin().layout().lineAt(0)
    edge = reader.document().documentLayout().blockBoundingRect(reader.document().begin()).left() + line.x()
    assert any(x > edge + line.width() + 3 if from_the_right else x < edge - 3 for x in inks)
