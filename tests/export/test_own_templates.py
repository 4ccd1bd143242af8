import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from briefs_for_trial import article_brief, trial_brief

from briefing.export import FORMATS, ExportFailure, start_template, template_named, templates
from briefing.export.arranged import TEMPLATES
from briefing.export.failures import TemplateFault
from briefing.export.pdf import render

PLAIN = """
#import "@local/briefing:1.0.0": *
#import "_parts/greeting.typ": greeting
#show: frame.with(brief)
#title-block(brief)
#heading(level: 1)[#greeting]
#for (index, entry) in brief.articles.enumerate() {
  facts-block(entry)
  for claim in entry.claims { claim-entry(index, claim) }
}
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with one template of the reader's own, and a part of it."""
    (tmp_path / "_parts").mkdir()
    (tmp_path / "_parts" / "greeting.typ").write_text('#let greeting = "To the desk"', encoding="utf-8")
    (tmp_path / "our-page.typ").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "_frame.typ").write_text("", encoding="utf-8")
    (tmp_path / "readme.txt").write_text("no template", encoding="utf-8")
    return tmp_path


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


def own(folder, template="our-page.typ"):
    return replace(trial_brief(), template=str(folder / template))


def test_own_templates_are_listed_after_the_shipped_ones(folder):
    listed = templates(folder)
    assert list(listed)[: len(TEMPLATES)] == list(TEMPLATES)
    assert dict(list(listed.items())[len(TEMPLATES) :]) == {str(folder / "our-page.typ"): "Our page"}


def test_a_folder_that_is_not_there_holds_none(tmp_path):
    assert templates(tmp_path / "nowhere") == TEMPLATES


@pytest.mark.parametrize("given", ["our-page", "our-page.typ", "Our page", "{folder}/our-page.typ"])
def test_an_own_template_is_named_by_name_title_or_path(folder, given):
    assert template_named(given.format(folder=folder), folder) == str(folder / "our-page.typ")


def test_a_name_that_nothing_has_names_none(folder):
    assert template_named("audit", folder) == "audit"
    assert template_named("nothing", folder) is None
    assert template_named(str(folder / "nothing.typ"), folder) is None
    assert template_named(str(folder / "readme.txt"), folder) is None


def test_it_is_set_with_the_shipped_parts_and_what_lies_beside_it(folder):
    rendered = render(own(folder))
    assert rendered.warnings == ()
    words = words_in(rendered.data)
    assert "OUR PAGE" in words
    assert "To the desk" in words
    assert "the harbour would reopen in May" in words
    with pikepdf.open(io.BytesIO(rendered.data)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "claims.jsonld" in document.attachments


def test_it_gives_the_same_bytes_each_time(folder):
    assert render(own(folder)).data == render(own(folder)).data


@pytest.mark.parametrize(
    ("name", "source", "told"),
    [
        ("a.typ", "Fine\n\n#nothing", "“a.typ” has a fault in line 3: unknown variable: nothing"),
        ("a.typ", '#import "@local/briefing:1.0.0": *\n#badge("odd", "")', "“a.typ” has a fault in line 2"),
        ("_parts/greeting.typ", "\n#let greeting = ", "“greeting.typ” has a fault in line 2"),
        ("our-page.typ", '#read("/etc/passwd")', "“our-page.typ” has a fault in line 1"),
        ("our-page.typ", '#import "@preview/cetz:0.3.0"', "asks for @preview/cetz:0.3.0 from the network"),
    ],
)
def test_a_fault_names_the_file_and_the_line(folder, name, source, told):
    (folder / name).write_text(source, encoding="utf-8")
    with pytest.raises(TemplateFault) as fault:
        render(own(folder, name if not name.startswith("_") else "our-page.typ"))
    assert told in str(fault.value)


def test_a_template_that_is_gone_is_told(folder):
    with pytest.raises(TemplateFault, match=r"the template “gone\.typ” cannot be read"):
        render(own(folder, "gone.typ"))


def test_what_does_not_keep_to_the_standards_is_printed_with_a_warning(folder):
    (folder / "bare.typ").write_text("Words, and no title", encoding="utf-8")
    rendered = render(own(folder, "bare.typ"))
    (warning,) = rendered.warnings
    assert "“bare.typ” does not keep to the standards" in warning
    assert words_in(rendered.data) == "Words, and no title"


def test_missing_characters_are_named_there_too(folder):
    rendered = render(replace(article_brief("Odd: \U0010fff0"), template=str(folder / "our-page.typ")))
    assert "U+10FFF0" in rendered.warnings[0]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
def test_the_other_formats_are_written_as_ever(folder, name):
    assert FORMATS[name].render(own(folder)).data


def test_a_template_to_begin_with_is_written_with_its_description_and_prints(tmp_path):
    path = start_template("For the desk", tmp_path / "new")
    assert path.name == "For the desk.typ"
    assert (path.parent / "README.md").read_text(encoding="utf-8").startswith("# Templates of your own")
    rendered = render(replace(trial_brief(), template=str(path)))
    assert rendered.warnings == ()
    assert "Not settled yet" in words_in(rendered.data)
    assert list(templates(path.parent))[-1] == str(path)


def test_a_template_that_is_there_is_not_written_over(folder):
    with pytest.raises(ExportFailure, match=r"“our-page\.typ” in .* already"):
        start_template("our-page", folder)
    assert (folder / "our-page.typ").read_text(encoding="utf-8") == PLAIN
