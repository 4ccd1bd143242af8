"""Presentations and workbooks: every word that is shown, slide by slide and sheet by sheet."""

import io
import zipfile
from datetime import date

import openpyxl
import openpyxl.chart
import openpyxl.drawing.image
import pytest
from article_parts import lines_of
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from quality_files import saved

from briefing.intake import IntakeFailure, NotAnArticle, UnreadableFile, read_bytes


def slides() -> object:
    shown = Presentation()
    first = shown.slides.add_slide(shown.slide_layouts[0])
    first.shapes.title.text = "The pier"
    first.placeholders[1].text = "Jeff Lange"
    second = shown.slides.add_slide(shown.slide_layouts[1])
    second.shapes.title.text = "What is known"
    body = second.placeholders[1].text_frame
    body.text = "Piles are rotten"
    deeper = body.add_paragraph()
    deeper.text, deeper.level = "Since 2019", 1
    table = second.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    for at, words in enumerate(("name", "vote", "Brandt", "yes")):
        table.cell(at // 2, at % 2).text = words
    group = second.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, 100, 100).text_frame.text = "In a group"
    second.notes_slide.notes_text_frame.text = "Say that nobody knew."
    return shown


def test_a_presentation_is_read_slide_by_slide() -> None:
    article = read_bytes(saved(slides()), "talk.pptx").article
    assert lines_of(article) == [
        ("heading", "The pier"),
        ("paragraph", "Jeff Lange"),
        ("heading", "What is known"),
        ("item", "Piles are rotten"),
        ("item", "Since 2019"),
        ("paragraph", "name | vote"),
        ("paragraph", "Brandt | yes"),
        ("paragraph", "In a group"),
        ("remark", "Notes of the speaker"),
        ("paragraph", "Say that nobody knew."),
    ]
    assert [block.level for block in article.blocks if block.kind.value == "item"] == [1, 2]
    assert [(place.number, article.text[place.start :][:8]) for place in article.locators] == [
        (1, "The pier"),
        (2, "What is "),
    ]
    assert (article.title, article.origin.byline) == ("The pier", "")
    (table,) = article.markup.tables
    assert [(cell.row, cell.column, cell.span.of(article.text)) for cell in table.cells] == [
        (0, 0, "name"),
        (0, 1, "vote"),
        (1, 0, "Brandt"),
        (1, 1, "yes"),
    ]


def test_the_words_of_a_chart_are_read() -> None:
    shown = Presentation()
    data = CategoryChartData()
    data.categories = ["May", "June"]
    data.add_series("Losses", (1, 2))
    slide = shown.slides.add_slide(shown.slide_layouts[5])
    slide.shapes.title.text = "The fund"
    chart = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(3), Inches(3), data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Millions lost"
    article = read_bytes(saved(shown), "fund.pptx").article

    told = [words for kind, words in lines_of(article) if kind == "caption"]
    assert told == ["Millions lost", "Losses", "May | June"]


def test_the_pictures_of_a_slide_are_shown() -> None:
    shown = Presentation()
    slide = shown.slides.add_slide(shown.slide_layouts[5])
    slide.shapes.title.text = "The pier"
    file = io.BytesIO()
    Image.new("RGB", (120, 80), "navy").save(file, "PNG")
    drawn = slide.shapes.add_picture(file, 0, 0)
    drawn._element.nvPicPr.cNvPr.set("descr", "The east pier")
    article = read_bytes(saved(shown), "pier.pptx").article
    assert [(figure.description, figure.width) for figure in article.markup.figures] == [("The east pier", 120)]


def test_the_order_of_slides_is_that_in_which_they_are_shown() -> None:
    shown = Presentation()
    for title in ("First", "Second"):
        shown.slides.add_slide(shown.slide_layouts[5]).shapes.title.text = title
    order = shown.slides._sldIdLst
    order.insert(0, order[1])
    article = read_bytes(saved(shown), "a.pptx").article
    assert [words for _, words in lines_of(article)] == ["Second", "First"]


def workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Votes"
    sheet.append(["name", "share", "day"])
    sheet.append(["Brandt", 0.125, date(2024, 6, 3)])
    sheet["B2"].number_format = "0.0%"
    sheet["C2"].number_format = "d mmm yyyy"
    sheet.append([])
    sheet.append([None, "=1+1", "Said <so> & “left”"])
    book.create_sheet("Empty")
    hidden = book.create_sheet("Secret")
    hidden.append(["not shown"])
    hidden.sheet_state = "hidden"
    return book


def test_a_workbook_is_read_as_it_is_shown() -> None:
    article = read_bytes(saved(workbook()), "votes.xlsx").article
    assert lines_of(article) == [
        ("heading", "Votes"),
        ("paragraph", "name | share | day"),
        ("paragraph", "Brandt | 12.5% | 3 Jun 2024"),
        ("paragraph", "| | Said <so> & “left”"),
        ("remark", "Hidden sheets, not read: Secret"),
    ]
    assert (article.title, article.origin.byline) == ("votes", "")
    (table,) = article.markup.tables
    assert (table.rows, table.columns) == (3, 3)
    assert [(cell.row, cell.column) for cell in table.cells if cell.span.of(article.text).startswith("Said")] == [
        (2, 2)
    ]


def test_what_is_drawn_on_a_sheet_stands_above_or_below_its_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, cells in enumerate([["party", "seats"], ["Coast", 14], ["Hill", 9]], 5):
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value)
    chart = openpyxl.chart.BarChart()
    chart.title = "Seats of the parties"
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=2, min_row=5, max_row=7), titles_from_data=True)
    sheet.add_chart(chart, "D9")
    for colour, place in (("red", "A1"), ("blue", "D6")):
        file = io.BytesIO()
        Image.new("RGB", (80, 60), colour).save(file, "PNG")
        sheet.add_image(openpyxl.drawing.image.Image(file), place)
    article = read_bytes(saved(book), "seats.xlsx").article
    assert [words for _, words in lines_of(article)] == [
        "Sheet",
        "party | seats",
        "Coast | 14",
        "Hill | 9",
        "Seats of the parties",
    ]
    above, below = article.markup.figures
    assert above.at < article.text.index("Coast") < below.at
    assert len(article.pictures) == 2


def test_an_empty_workbook_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"none\.xlsx"):
        read_bytes(saved(openpyxl.Workbook()), "none.xlsx")


def test_a_presentation_with_a_workbook_in_it_is_a_presentation() -> None:
    shown = saved(slides())
    file = io.BytesIO(shown)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as packed:
        packed.writestr("ppt/embeddings/one.xlsx", saved(workbook()))
    assert read_bytes(file.getvalue(), "a").article.title == "The pier"


@pytest.mark.parametrize("name", ["a.pptx", "a.xlsx"])
def test_damage_is_told_of_in_a_sentence(name: str) -> None:
    data = saved(slides() if name == "a.pptx" else workbook())
    with pytest.raises(IntakeFailure, match=rf"“{name}” is damaged or incomplete"):
        read_bytes(data[:-200], name)


def test_a_workbook_that_defines_words_of_its_own_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(workbook()))) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            entity = b'<!DOCTYPE x [<!ENTITY a "b">]>' if part == "xl/workbook.xml" else b""
            new.writestr(part, entity + old.read(part))
    with pytest.raises(UnreadableFile, match=r"“a\.xlsx” is not a sound workbook"):
        read_bytes(file.getvalue(), "a.xlsx")
