"""Whatever an article, a name or a note says comes out as the text that it is, and nothing of it runs."""

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import unquote
from zipfile import ZipFile

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
from briefs_for_trial import MADE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from briefing.export import FORMATS
from briefing.export.markdown_html import as_html
from briefing.export.markdown_parser import markdown_parser
from briefing.export.markdown_sanitizer import harmless
from briefing.export.markdown_writer import plain
from briefing.export.missing_glyphs import missing_characters
from briefing.export.text_sanitizer import printable
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Brief,
    BriefArticle,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.catalogue import in_english

TEMPLATES = ("annotated", "ledger", "who", "audit", "timeline")
SYNTAX = (
    *("#eval(1+1)", "#import", "@ref", "<label>", "*b*", "_i_", "`raw`", "= Heading", "#{sys}", "/* c */", "// c"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "]]>", "&amp;", "&#106;", "</p>"),
    *("<iframe src='https://x.example'>", "[a](javascript:alert(1))", "![](https://x.example/p.png)", "[[wiki]]"),
    *("![[embed]]", "{{", "{% x %}", "%%gone%%", "~~s~~", "==m==", "|a|b|", "[^1]: x", "[x]: javascript:y", "> q"),
    *("- [ ] x", "1. x", "---", "```js", "$x$", "$$", r"\input{/etc/passwd}", r"\write18{ls}", "% c", "^~", "\\"),
    *("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("https://x.example")', "＝1", "\u00a0=1"),
    *("\ufeff=1", "\u200b+1", ";=1", '","', "<r><t>x</t></r>", "_x0041_", "{ INCLUDETEXT c:\\x }", "{ DDEAUTO c }"),
    *("\x00", "\x01", "\x0b", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u2066", "\ud800", "\udfff", "\ufffe", "\ufdd0"),
)
_USUAL = 12
INJECTIONS = int(os.environ.get("INJECTIONS", _USUAL))
"""Examples a test and template; the command tests/fuzz/injection.py tries many more, other ones each time."""
words = st.lists(st.one_of(st.sampled_from(SYNTAX), st.text(max_size=6)), min_size=1, max_size=8).map(" ".join)
"""Words without an order, made of all that some program takes for more than words."""


def hostile_brief(words: str, template: str = "annotated") -> Brief:
    """A brief in which every word that comes from outside is `words`, each closed by where it stands."""
    content, source = f"{words} zcontent", f"{words} zsource"
    text = f"{source} said {content}\n{words} zrest"
    at = text.index(content, len(source))
    first = Span(0, len(source))
    said = Attribution((first,), (Span(len(source) + 1, at - 1),), ("a",), SourceKind.PERSON)
    claims = tuple(
        Claim(
            *(name, (Span(at, at + len(content)),), (said,), Voice.DIRECT, Certainty.CERTAIN, Polarity.POSITIVE),
            Status.CLAIMED,
            (Evidence((first,), "claimed", f"{words} zwhy"),),
            (Link(LinkKind.REPEATS, other, f"{words} zlink"),),
        )
        for name, other in (("c1", "c2"), ("c2", "c1"))
    )
    article = Article(
        text,
        (
            Block(BlockKind.PARAGRAPH, Span(0, at + len(content))),
            Block(BlockKind.ITEM, Span(at + len(content) + 1, len(text))),
        ),
        Origin(f"{words} ztitle", f"{words} zbyline", f"{words} zoutlet", words, words, words, f"{words} zfile", words),
    )
    actor = Actor("a", f"{words} zactor", ActorKind.PERSON, (source,), (first,))
    place = anchor(text, Span(at, at + len(content)))
    note = Annotation("n", place, MADE, MADE, 2, f"{words} znote", (f"{words} ztag",))
    judgement = Judgement(place, MADE, MADE, Status.UNCLEAR, note=f"{words} zword", source=f"{words} zjudged")
    entry = BriefArticle(
        article, Analysis("t", "en", (actor,), claims, f"{words} zanalysis"), (note,), (("c2", judgement),)
    )
    return Brief(
        *(f"{words} zbrief", (entry,), MADE, f"{words} zauthor", f"{words} zintroduction", template, f"{words} zclass")
    )


def written(brief: Brief, name: str) -> bytes:
    """The bytes of the brief in a format."""
    return FORMATS[name].render(brief).data


def seen(text: str) -> str:
    """Text as a reader sees it: what cannot be printed replaced, blanks joined."""
    return " ".join(printable(text).split())


def markdown_page(data: bytes) -> html.HtmlElement:
    """What a reader of Markdown (CommonMark with tables and strikes, HTML let through) makes of a file."""
    return html.document_fromstring(
        "<div>" + MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(data.decode())
    )


def assert_inactive(page: html.HtmlElement) -> None:
    """No element loads or runs anything, and links lead to the web, to mail or into the page."""
    for element in page.iter():
        assert element.tag not in ("script", "iframe", "img", "object", "embed", "form", "input", "svg", "link", "base")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name in ("href", "src"):
                assert re.match(r"https?://|mailto:|#", value), value


def each_template(test: Callable[..., None]) -> Callable[..., None]:
    """Try words at random in every template."""
    slow = (HealthCheck.too_slow, HealthCheck.data_too_large)
    set_up = settings(
        max_examples=INJECTIONS, deadline=None, suppress_health_check=slow, derandomize=INJECTIONS == _USUAL
    )
    return pytest.mark.parametrize("template", TEMPLATES)(set_up(given(words=words)(test)))


@each_template
def test_a_web_page_shows_words_as_they_are(words: str, template: str) -> None:
    page = html.document_fromstring(
        written(hostile_brief(words, template), "html").decode(), parser=html.HTMLParser(encoding="utf-8")
    )

    assert_inactive(page)
    text = " ".join(page.text_content().split())
    for place in ("ztitle", "zbyline", "zoutlet", "zbrief", "zauthor", "zclass", "ztag"):
        assert seen(f"{words} {place}") in text


@each_template
def test_markdown_shows_words_as_they_are(words: str, template: str) -> None:
    page = markdown_page(written(hostile_brief(words, template), "md"))

    assert_inactive(page)
    text = " ".join(page.text_content().split())
    for place in ("ztitle", "zbyline", "zoutlet", "zbrief", "zclass"):
        assert seen(f"{words} {place}") in text


@each_template
def test_word_shows_words_as_they_are(words: str, template: str) -> None:
    data = written(hostile_brief(words, template), "docx")
    document = docx.Document(io.BytesIO(data))

    lines = [seen(element.text or "") for element in _paragraphs(document)]
    assert seen(f"{words} zbrief") in lines
    assert seen(f"By: {words} zbyline") in lines
    assert any(seen(f"{words} zcontent") in line for line in lines)
    archive = ZipFile(io.BytesIO(data))
    parts = b"".join(archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels")))
    assert not re.search(rb"<w:(?:fldChar|fldSimple|instrText|object|altChunk)\b|oleObject|attachedTemplate", parts)
    for target in re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', parts):
        assert re.match(rb"https?://|mailto:", target)


@each_template
def test_pdf_shows_words_as_they_are(words: str, template: str) -> None:
    data = written(hostile_brief(words, template), "pdf")

    text = _letters("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)))
    turned = re.search("[\u202a-\u202e\u2066-\u2069]", words)
    for syntax in () if turned else ("#eval(1+1)", "<script>", "$x$", "{{", "=cmd|", "@ref", "[[wiki]]"):
        # As often as in the words of one title at least: Typst joins, breaks and turns the rest in ways of its own.
        assert text.count(_letters(syntax)) >= words.count(syntax)
    with pikepdf.open(io.BytesIO(data)) as document:
        for held in document.objects:
            if isinstance(held, pikepdf.Dictionary):
                assert str(held.get("/S", "")) not in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR")
                assert re.match(r"https?://|mailto:", str(held.get("/URI", "https://")))


@each_template
def test_tables_show_words_as_they_are_and_count_nothing(words: str, template: str) -> None:
    brief = hostile_brief(words, template)
    shown = [f"{words} ztitle", "1", f"{words} zactor"]

    rows = list(csv.reader(io.StringIO(written(brief, "csv").decode("utf-8-sig"), newline="")))
    assert len(rows) == 3
    assert [seen(cell.removeprefix("'")) for cell in rows[1][:3]] == [seen(cell).removeprefix("'") for cell in shown]
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[\s\ufeff\u200b-\u200f\u2060-\u2069\u202a-\u202e]*[=+\-@＝＋－＠]", cell), cell
    sheet = openpyxl.load_workbook(io.BytesIO(written(brief, "xlsx")))["Claims"]
    assert [seen(str(sheet.cell(2, column).value)) for column in (1, 2, 3)] == [seen(cell) for cell in shown]
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        assert cell.data_type in ("s", "n")
        assert cell.hyperlink is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(words=words)
def test_linked_data_and_citations_hold_words_as_they_are(words: str) -> None:
    brief = hostile_brief(words)

    exact = words.encode("utf-8", "replace").decode()
    held = list(_strings(json.loads(written(brief, "jsonld")))) + list(_strings(json.loads(written(brief, "schema"))))
    for place in ("zbrief", "znote", "ztag", "ztitle", "zbyline", "zcontent"):
        assert f"{exact} {place}" in held
    assert f"{exact} ztitle" in _strings(json.loads(written(brief, "csl")))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(words=words)
def test_bibtex_holds_one_entry_whose_fields_are_words(words: str) -> None:
    entry = written(hostile_brief(words), "bib").decode()

    fields = _bibtex_fields(entry)
    assert set(fields) <= {"title", "author", "journal", "year", "month", "day", "url", "urldate", "langid", "note"}
    assert _unescaped(fields["title"][1:-1]) == seen(f"{words} ztitle")
    assert _unescaped(fields["journal"]) == seen(f"{words} zoutlet")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", entry)


def test_a_blank_beside_a_sign_that_no_font_shows_is_not_taken_for_a_letter() -> None:
    lacking = 'error: the text `"\\t\\u{60d}t\\"\\n"` could not be displayed'

    assert missing_characters(lacking) == {"\u060d", "t", '"'}
    assert missing_characters('the text `"\\t\\u{60d}"` could not be displayed') == {"\u060d"}


def test_signs_of_private_fonts_are_named_in_a_pdf() -> None:
    rendered = FORMATS["pdf"].render(_titled("\uf126 Branch \uf127"))

    assert "[U+F126] Branch [U+F127]" in pypdfium2.PdfDocument(rendered.data)[0].get_textpage().get_text_range()
    assert any("U+F126" in in_english(warning) for warning in rendered.warnings)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\u202eb", "a\u202eb\u202c"),
        ("\u2067\u202ex\u2069 y", "\u2067\u202ex\u2069 y"),
        ("\u202a\u2066x", "\u202a\u2066x\u2069\u202c"),
        ("\u202bab\u202c", "\u202bab\u202c"),
        ("\u2069\u202cx", "\u2069\u202cx"),
    ],
)
def test_what_turns_words_round_ends_with_them(words: str, shown: str) -> None:
    assert printable(words) == shown
    assert printable(shown) == shown


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_name_cannot_turn_the_status_beside_it_round(name: str) -> None:
    page = written(hostile_brief("\u202edeifirev"), name).decode()

    for line in page.splitlines():
        assert line.count("\u202e") <= line.count("\u202c") or "zrest" in line or "said" in line


def test_a_tag_in_markdown_is_no_link() -> None:
    page = markdown_page(written(hostile_brief("[a](javascript:alert(1)) <b onclick=x>"), "md"))

    assert_inactive(page)
    assert "#[a](javascript:alert(1))-<b-onclick=x>-ztag" in page.text_content()


def test_a_note_in_markdown_keeps_its_markdown_and_code_but_runs_nothing() -> None:
    brief = hostile_brief("x")
    (entry,) = brief.articles
    note = (
        "**bold** `<b>` <img src=https://x.example/p> ![p](https://x.example/p) "
        "[l](https://x.example) [j]( JaVa&#115;cript:x) [s]\n\n[s]: javascript:x\n\n```js\nnot closed"
    )
    entry = replace(entry, annotations=(replace(entry.annotations[0], note=note),))

    page = markdown_page(written(replace(brief, articles=(entry,)), "md"))

    assert_inactive(page)
    assert [code.text for code in page.iter("code")] == ["<b>", "not closed\n"]
    assert any(bold.text == "bold" for bold in page.iter("strong"))
    assert "https://x.example" in [link.get("href") for link in page.iter("a")]


def test_obsidian_hides_nothing_of_what_is_quoted() -> None:
    assert plain("%%gone%% ==m==") == r"\%\%gone\%\% \=\=m\=\="


def test_excel_shows_what_looks_like_its_own_markup() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(_titled("<r><t>x</t></r>"), "xlsx")))

    assert book["Claims"]["A2"].value == "<r><t>x</t></r>"


@pytest.mark.parametrize("name", ["docx", "xlsx", "html", "md", "pdf", "bib"])
def test_a_title_of_any_length_and_an_odd_language_are_written(name: str) -> None:
    brief = _titled("a long title " * 60)
    (entry,) = brief.articles
    odd = replace(entry.article.origin, language="en-\x00" + "x" * 300)

    assert written(replace(brief, articles=(replace(entry, article=replace(entry.article, origin=odd)),)), name)


def _titled(title: str) -> Brief:
    brief = hostile_brief("x")
    (entry,) = brief.articles
    origin = replace(entry.article.origin, title=title)
    return replace(brief, title=title, articles=(replace(entry, article=replace(entry.article, origin=origin)),))


def _paragraphs(document: docx.document.Document) -> Iterator[docx.text.paragraph.Paragraph]:
    for element in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        yield docx.text.paragraph.Paragraph(element, document)


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def _strings(found: object) -> Iterator[str]:
    match found:
        case str():
            yield found
        case list():
            for part in found:
                yield from _strings(part)
        case dict():
            for part in found.values():
                yield from _strings(part)


def _bibtex_fields(entry: str) -> dict[str, str]:
    """The fields of the only entry, as BibTeX reads them: by braces, which a backslash does not hide from it."""
    body = re.fullmatch(r"@\w+\{[^,\s]+,\n(.*)\n\}\n", entry, re.DOTALL)
    assert body
    fields, rest = {}, body[1]
    while rest:
        name = re.match(r"\s*(\w+) = (\w+|(?=\{))", rest)
        assert name, rest
        at, depth = name.end(), 0
        while not name[2]:
            depth += {"{": 1, "}": -1}.get(rest[at], 0)
            at += 1
            if depth == 0:
                break
        fields[name[1]] = name[2] or rest[name.end() + 1 : at - 1]
        assert rest[at : at + 1] in (",", "")
        rest = rest[at + 1 :]
    return fields


def _unescaped(latex: str) -> str:
    signs = {
        "textbackslash": "\\",
        "textasciicircum": "^",
        "textasciitilde": "~",
        "textbraceleft": "{",
        "textbraceright": "}",
    }
    return re.sub(r"\\(?:([a-z]+)\{\}|(.))", lambda found: signs[found[1]] if found[1] else found[2], latex)


NO_WEB = [
    r"\\\\host\share",
    "//host/share",
    r"/\host",
    "file:///etc/passwd",
    r"http:\\\\host",
    "http:///host",
    "share/file",
    "data:,x",
]


@pytest.mark.parametrize("address", NO_WEB)
def test_a_link_in_a_note_leads_to_the_web_or_nowhere(address: str) -> None:
    assert "href" not in as_html(f'[here]({address}) and <a href="{address}">there</a>')


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "mailto:ada@example.org", "#n1"])
def test_a_link_in_a_note_to_the_web_and_to_mail_stays(address: str) -> None:
    assert f'href="{address}"' in as_html(f"[here]({address})")


@pytest.mark.parametrize(
    "address",
    ["\\\\host\\share", "//host/share", "/\\host/x", "\\/host/x", "\t//host/x", "file://host/x", "%5C%5Chost%5Cshare",
     "%2f%2fhost/x", "file%3A//host/x", "&#37;5C%5Chost", "%09//host/x"],
)  # fmt: skip
def test_no_link_leads_to_another_machine_or_to_a_file(address: str) -> None:
    for written in (f"[open]({address})", f"[open](<{address}>)", f"[open][1]\n\n[1]: {address}"):
        assert "href" not in as_html(written)
        for others in (markdown_parser().convert, MarkdownIt().render):
            leads = [unescape(found).strip() for found in re.findall('href="([^"]*)"', others(harmless(written)))]
            read = [form.strip() for lead in leads for form in (lead, unquote(lead))]
            assert not [lead for lead in read if lead.replace("\\", "/").startswith(("//", "file:"))]
