"""The house style is kept beside the reader's templates, told to every format that is looked at, and harmless."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from briefs_for_trial import trial_brief
from docx import Document
from PIL import Image

from briefing.export import export_brief, keep_style, kept_style, pdf_writer
from briefing.export.docx_writer import render as render_docx
from briefing.export.html_writer import render as render_html
from briefing.export.style_folder import FOLDER
from briefing.export.user_templates import VARIABLE
from briefing.model.catalogue import in_english
from briefing.model.house_style import HouseStyle, contrast_on_paper


def logo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (60, 20), "#7a1f3d").save(file, "PNG")
    return file.getvalue()


STYLE = HouseStyle("Brackwater Courier", "#7a1f3d", "#123456", "Inter", logo())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "templates"))
    return tmp_path / "templates"


def test_what_is_kept_comes_back(folder: Path) -> None:
    assert kept_style() == HouseStyle()
    keep_style(STYLE)
    assert kept_style() == STYLE
    keep_style(HouseStyle())
    assert kept_style() == HouseStyle()


@pytest.mark.parametrize("told", ["", "[1, 2", "[]", '{"accent": 5, "face": ["x"]}', "[" * 100_000])
def test_of_a_damaged_file_nothing_is_taken(folder: Path, told: str) -> None:
    (folder / FOLDER).mkdir(parents=True)
    (folder / FOLDER / "style.json").write_text(told, encoding="utf-8")
    (folder / FOLDER / "logo.png").write_text("no picture", encoding="utf-8")
    assert kept_style() == HouseStyle()


def test_colours_and_names_that_could_be_more_than_that_are_not_taken(folder: Path) -> None:
    (folder / FOLDER).mkdir(parents=True)
    told = {"accent": "red;} body {", "heading": "#ffffff", "face": 'x"; } * { color: red', "name": "A\nB"}
    (folder / FOLDER / "style.json").write_text(json.dumps(told), encoding="utf-8")
    assert kept_style() == HouseStyle("A B")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast_on_paper("#000000") == pytest.approx(21)
    assert contrast_on_paper("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("damaged", [logo()[:-6], logo()[:40], logo()[:45] + b"\0" + logo()[46:], b"\x89PNG\r\n\x1a\n"])
def test_a_logo_that_the_disk_damaged_is_not_printed_and_hinders_no_brief(damaged: bytes) -> None:
    assert HouseStyle(name="Brackwater Courier", logo=damaged).safe == HouseStyle(name="Brackwater Courier")


def test_the_pages_have_logo_name_and_colours() -> None:
    plain, styled = (pdf_writer.render(replace(trial_brief(), style=style)) for style in (HouseStyle(), STYLE))
    assert styled.warnings == ()
    pages = pypdfium2.PdfDocument(styled.data)
    assert "Brackwater Courier" in pages[0].get_textpage().get_text_range()
    images = [
        [one for one in pypdfium2.PdfDocument(made.data)[0].get_objects() if one.type == 3] for made in (plain, styled)
    ]
    assert [len(one) for one in images] == [0, 1]


def test_a_template_of_the_readers_own_has_the_logo_too_through_the_frame_or_by_itself(tmp_path: Path) -> None:
    template = tmp_path / "own.typ"
    template.write_text(
        '#import "@local/briefing:1.0.0": *\n#show: frame.with(brief)\n#title-block(brief)\n'
        '#image(style.logo, width: 40mm, alt: "Logo")\n',
        encoding="utf-8",
    )
    made = pdf_writer.render(replace(trial_brief(), template=str(template), style=STYLE))
    images = [one for one in pypdfium2.PdfDocument(made.data)[0].get_objects() if one.type == 3]
    assert len(images) == 2


def test_a_face_that_is_not_there_is_told_and_another_stands_for_it() -> None:
    made = pdf_writer.render(replace(trial_brief(), style=HouseStyle(face="No Such Face")))
    assert tuple(map(in_english, made.warnings)) == (
        "The face “No Such Face” of the house style is not on this computer; another one stands for it.",
    )


def test_the_web_page_has_them_too_and_stays_alone() -> None:
    page = render_html(replace(trial_brief(), style=replace(STYLE, name="A <b> & Co"))).data.decode()
    assert '--accent: #7a1f3d; --heading: #123456; --face: "Inter", serif;' in page
    assert "<span>A &lt;b&gt; &amp; Co</span>" in page
    assert page.count('src="data:image/png;base64,') == 1


def test_a_word_document_has_them_as_styles() -> None:
    document = Document(io.BytesIO(render_docx(replace(trial_brief(), style=STYLE)).data))
    assert str(document.styles["Heading 1"].font.color.rgb) == "123456"
    assert document.styles["Normal"].font.name == "Inter"
    assert document.paragraphs[0].text.strip() == "Brackwater Courier"
    assert len(document.inline_shapes) == 1


def test_every_export_is_in_the_style_that_is_kept(folder: Path, tmp_path: Path) -> None:
    keep_style(STYLE)
    export_brief(trial_brief(), tmp_path / "brief.html", "html")
    assert "Brackwater Courier" in (tmp_path / "brief.html").read_text(encoding="utf-8")
