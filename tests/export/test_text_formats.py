import csv
import html
import io

import markdown as markdown_library
import pytest
from briefs_for_trial import trial_brief

from briefing.export import csv_writer, markdown_writer


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_has_a_row_a_claim_with_source_status_and_judgement():
    first, second = rows_of(csv_writer.render(trial_brief()).data)
    assert (first["source"], first["status"], first["links"]) == ("Ada Quill", "Disputed", "Denied by 2")
    assert second["judgement"] == "Unclear, source C, information 3"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert csv_writer.harmless(cell) == f"'{cell}"
    assert all(row["article"][0] == "'" for row in rows_of(csv_writer.render(trial_brief(title="=HYPERLINK(1)")).data))


@pytest.mark.parametrize(
    "words",
    ["# no heading", "*a* _b_ `c`", "<b>x</b> &amp;", "1. item", "- item", "[a](b)", "![a](b)", "a | b", "~~x~~"],
)
def test_what_is_quoted_reads_in_markdown_as_it_was(words):
    page = markdown_library.markdown(markdown_writer.plain(words))
    inside = page.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside
    # Python-Markdown knows fewer escapes than CommonMark and leaves some backslashes standing.
    assert html.unescape(inside.replace("\\", "")) == words


def test_markdown_tells_source_status_and_note():
    page = markdown_writer.render(trial_brief()).data.decode()
    assert "**1. Ada Quill** · Disputed" in page
    assert "Ask for the minutes." in page
