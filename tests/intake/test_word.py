"""Word documents: every word that is shown is read, once and in order, and none that is not."""

import io
import re
import time
import zipfile

import pytest
from article_parts import TRACKED, lines_of

from briefing.intake import NotAnArticle, UnreadableFile, read_bytes
from briefing.model import Article

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="urn:math"'
)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def word(*body: str, related: dict[str, str] | None = None, **parts: str) -> bytes:
    """A document of that body; each part belongs to it as what its name says ("styles", "footnotes")."""
    names = related or {part: part for part in parts}
    relations = "".join(
        f'<Relationship Id="{part}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>' for part, kind in names.items()
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        packed.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>")
        for part, inner in parts.items():
            packed.writestr(f"word/{part}.xml", f"<w:{names[part]} {SPACES}>{inner}</w:{names[part]}>")
    return file.getvalue()


def read(data: bytes) -> Article:
    return read_bytes(data, "memo.docx").article


def lines(*body: str, **parts: str) -> list[str]:
    return [words for _, words in lines_of(read(word(*body, **parts)))]


@pytest.mark.parametrize(
    "around",
    [
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        '<w:smartTag w:element="place">{}</w:smartTag>',
        '<w:customXml w:element="name">{}</w:customXml>',
        '<w:ins w:id="1" w:author="A">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="A">{}</w:moveTo>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        '<w:fldSimple w:instr=" REF x ">{}</w:fldSimple>',
        '<w:dir w:val="ltr">{}</w:dir>',
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<w:somethingOfTomorrow>{}</w:somethingOfTomorrow>",
    ],
)
def test_words_are_read_whatever_stands_around_them(around: str) -> None:
    inside = paragraph(run("The minister, "), around.replace("{}", run("Bo Dahl")), run(", denied it."))
    outside = around.replace("{}", paragraph(run("He had seen the survey.")))
    assert lines(inside, outside)[:2] == ["The minister, Bo Dahl, denied it.", "He had seen the survey."]


def test_tracked_changes_are_read_as_accepted_and_that_is_said() -> None:
    inserted, deleted = '<w:ins w:id="1">{}</w:ins>', "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
    changed = paragraph(
        run("It did "), inserted.format(run("not ")), deleted.format("quite "), run("approve the contract.")
    )
    assert lines(changed) == ["It did not approve the contract.", TRACKED]
    assert lines(paragraph(run("It did not approve it."))) == ["It did not approve it."]


def test_what_was_moved_stands_where_it_was_moved_to() -> None:
    sentence = paragraph(run("The company denies it."))
    moved = f"<w:moveFrom>{run('Nobody knew.')}</w:moveFrom>"
    assert lines(paragraph(moved), sentence, paragraph(f"<w:moveTo>{run('Nobody knew.')}</w:moveTo>"))[:2] == [
        "The company denies it.",
        "Nobody knew.",
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = paragraph(run("The board "), properties="<w:rPr><w:del/></w:rPr>")
    assert lines(first, paragraph(run("denies it.")))[0] == "The board denies it."
    assert lines(first)[0] == "The board"


def test_a_deleted_row_of_a_table_is_gone() -> None:
    gone = row(paragraph(run("Veil")), paragraph(run("No"))).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    table = f"<w:tbl>{row(paragraph(run('Brandt')), paragraph(run('Yes')))}{gone}</w:tbl>"
    assert lines(table) == ["Brandt | Yes", TRACKED]


def test_cells_that_are_alike_and_empty_ones_keep_their_columns() -> None:
    cells = [paragraph(run(words)) for words in ("Brandt", "Yes", "Yes", "", "No")]
    assert lines(f"<w:tbl>{row(*cells)}</w:tbl>") == ["Brandt | Yes | Yes | | No"]


def test_a_merged_cell_is_read_once() -> None:
    above = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph(run("Council"))}'
    below = f"<w:tcPr><w:vMerge/></w:tcPr>{paragraph()}"
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph(run("Yes"))}'
    table = row(above, paragraph(run("Brandt")), wide) + row(below, paragraph(run("Veil")), wide)
    assert lines(f"<w:tbl>{table}</w:tbl>") == ["Council | Brandt | Yes", "| Veil | Yes"]


def test_a_table_in_a_cell_and_rows_in_a_content_control_are_read() -> None:
    inner = f"<w:tbl>{row(paragraph(run('abstained, then Yes')))}</w:tbl>{paragraph()}"
    control = f"<w:sdt><w:sdtContent>{row(paragraph(run('Dahl')), inner)}</w:sdtContent></w:sdt>"
    assert lines(f"<w:tbl>{control}</w:tbl>") == ["Dahl | abstained, then Yes"]


def test_a_table_that_only_lays_out_the_page_is_read_as_paragraphs() -> None:
    long = "The council voted on Tuesday to close the extraordinary bridge for a year, an engineer said. " * 2
    cell = paragraph(run(long)) + paragraph(run(long))
    assert lines(f"<w:tbl>{row(cell, paragraph(run('Contact')))}</w:tbl>") == [long.strip(), long.strip(), "Contact"]
    assert lines(f"<w:tbl>{row(paragraph(), paragraph(run('One')) + paragraph(run('Two')))}</w:tbl>") == ["One", "Two"]


def test_the_words_of_a_text_box_are_read_once_below_the_paragraph_that_holds_it() -> None:
    box = f"<w:txbxContent>{paragraph(run('The company denies it.'))}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(paragraph(run("The board "), drawing, run("knew."))) == ["The board knew.", "The company denies it."]
    assert lines(paragraph(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")) == ["The company denies it."]


def test_the_result_of_a_field_is_read_and_its_code_is_not() -> None:
    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def code(words: str) -> str:
        return f"<w:r><w:instrText>{words}</w:instrText></w:r>"

    within = [turn("begin"), code("REF y"), turn("separate"), run("hidden"), turn("end")]
    field = [turn("begin"), code("IF "), *within, turn("separate"), run("Ann Keller"), turn("end")]
    assert lines(paragraph(run("According to "), *field, run(", it is lost."))) == [
        "According to Ann Keller, it is lost."
    ]
    assert lines(paragraph(turn("begin"), code("REF")), paragraph(run("It is lost."))) == ["It is lost."]


def test_hidden_words_are_not_read_and_switched_off_hiding_is_none() -> None:
    hidden = run("secretly ", "<w:vanish/>") + run("ever ", '<w:rStyle w:val="H"/>')
    shown = run("denies ", '<w:vanish w:val="0"/>')
    style = '<w:style w:styleId="H" w:type="character"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    assert lines(paragraph(run("It "), hidden, shown, run("it.")), styles=style) == ["It denies it."]


def test_raised_figures_stay_raised() -> None:
    power = run("6", '<w:vertAlign w:val="superscript"/>')
    ordinal = run("th", '<w:vertAlign w:val="superscript"/>')
    assert lines(paragraph(run("10"), power, run(" euros on the 4"), ordinal)) == ["10⁶ euros on the 4th"]


def test_notes_bear_the_mark_that_stands_in_the_text() -> None:
    body = paragraph(
        run("It lost 4 million euros"),
        '<w:r><w:footnoteReference w:id="7"/></w:r>',
        run(" in May, and 2 in June"),
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
    )
    inserted = "<w:ins>" + run("denies") + "</w:ins>"
    notes = '<w:footnote w:id="7">' + paragraph(run("The bank "), inserted, run(" it.")) + "</w:footnote>"
    ends = '<w:endnote w:id="2">' + paragraph(run("So it said.")) + "</w:endnote>"
    assert lines(body, footnotes=notes, endnotes=ends)[:3] == [
        "It lost 4 million euros¹ in May, and 2 in Juneⁱ",
        "¹ The bank denies it.",
        "ⁱ So it said.",
    ]


def test_notes_follow_one_another_as_their_marks_do_and_go_with_them() -> None:
    def mark(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(words))}</w:footnote>'
        for number, words in ((1, "Nobody knew."), (2, "The bank knew."), (3, "Ever."))
    )
    body = paragraph(run("It lost"), mark(3), run(" and lent"), f"<w:del>{mark(1)}</w:del>", mark(2))
    assert lines(body, footnotes=notes) == ["It lost¹ and lent²", "¹ Ever.", "² The bank knew.", TRACKED]


def test_words_in_notes_are_set_as_in_the_document() -> None:
    note = f'<w:footnote w:id="1">{paragraph(run("It "), run("never", "<w:b/>"))}{paragraph(run("knew."))}</w:footnote>'
    article = read(word(paragraph(run("So"), '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=note))
    assert article.text.endswith("¹ It never knew.")
    assert [(one.kind.value, one.span.of(article.text)) for one in article.markup.inlines] == [("strong", "never")]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    cap = paragraph(run("T"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert lines(cap, paragraph(run("he board denies it."))) == ["The board denies it."]


def test_what_is_chosen_in_a_form_is_read() -> None:
    def held(inner: str, *result: str) -> str:
        data = f"<w:ffData>{inner}</w:ffData>"
        begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        return begin + "".join(result) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>'
    turn = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert lines(paragraph(run("Paid: "), held(entries))) == ["Paid: No"]
    assert lines(paragraph(run("Paid: "), held(entries, turn, run("Never")))) == ["Paid: Never"]
    box = '<w:checkBox><w:default w:val="0"/>{}</w:checkBox>'
    boxes = held(box.format("<w:checked/>")), run(" Yes "), held(box.format("")), run(" No")
    assert lines(paragraph(*boxes)) == ["☒ Yes ☐ No"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r"EQ \* jc0 \* hps10 \o\ad(\s\up 9(kanji),Han)", "Han(kanji)"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \r(3,x)", "³√(x)"),
        (r"EQ \b\bc\{(\l(x,y))", ""),
        ("REF y", ""),
    ],
)
def test_a_field_that_only_its_code_draws_is_read(code: str, shown: str) -> None:
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    field = f"{ends[0]}<w:r><w:instrText>{code[:6]}</w:instrText><w:instrText>{code[6:]}</w:instrText></w:r>{ends[1]}"
    assert lines(paragraph(run("So"), field, run("."))) == [f"So{shown}."]


def test_signs_of_fonts_of_signs_are_read_as_what_they_show() -> None:
    signs = [("Symbol", "F061"), ("Wingdings", "F0FE"), ("Wingdings", "F0E0"), ("Unheard Of", "F061")]
    runs = [f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>' for font, char in signs]
    assert lines(paragraph(*runs)) == ["α☑→"]


@pytest.mark.parametrize(
    ("equation", "shown"),
    [
        ("<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>{c}", "a/b c"),
        ("<m:f><m:num>{1}</m:num><m:den>{b}{+}{c}</m:den></m:f>", "1/(b+c)"),
        ("<m:sSup><m:e>{a}</m:e><m:sup>{2}</m:sup></m:sSup>{+}{b}", "a²+b"),
        ("<m:sSubSup><m:e>{a}</m:e><m:sub>{b}</m:sub><m:sup>{c}{+}{1}</m:sup></m:sSubSup>", "a_b^(c+1)"),
        ("<m:rad><m:deg>{3}</m:deg><m:e>{a}</m:e></m:rad>", "³√(a)"),
        ("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{a}</m:sub><m:sup/><m:e>{b}</m:e></m:nary>", "∑_a b"),
        ("<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=''/></m:dPr><m:e>{a}</m:e><m:e>{b}</m:e></m:d>", "[a|b"),
        ("<m:m><m:mr><m:e>{a}</m:e><m:e>{b}</m:e></m:mr><m:mr><m:e>{1}</m:e><m:e>{2}</m:e></m:mr></m:m>", "a, b; 1, 2"),
        ("<m:func><m:fName>{sin}</m:fName><m:e>{a}</m:e></m:func>", "sin a"),
        ("<w:del><m:r><m:t>a</m:t></m:r></w:del>{b}", "b"),
    ],
)
def test_an_equation_is_read_in_one_line_in_which_no_figure_runs_into_the_next(equation: str, shown: str) -> None:
    inner = re.sub(r"\{(\w+|\+)\}", r"<m:r><m:t>\1</m:t></m:r>", equation)
    assert lines(paragraph(run("So "), f"<m:oMath>{inner}</m:oMath>", run(".")))[0] == f"So {shown}."


def test_a_document_set_into_another_that_cannot_be_read_is_told() -> None:
    file = io.BytesIO(word(paragraph(run("It is lost.")), '<w:altChunk r:id="a"/>', related={"a": "aFChunk"}))
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("word/a.xml", b"PK and no more")
    article = read(file.getvalue())
    assert lines_of(article) == [("paragraph", "It is lost."), ("remark", "Not read: a.xml")]


def test_what_stands_above_and_below_the_pages_is_grey() -> None:
    head, foot = '<w:headerReference w:type="default" r:id="a"/>', '<w:footerReference w:type="first" r:id="b"/>'
    sections = f"<w:sectPr>{head}{foot}</w:sectPr>"
    data = word(
        paragraph(run("The board denies it.")),
        sections,
        related={"a": "header", "b": "footer"},
        a=paragraph(run("Harbour Board")) + paragraph(run("3")),
        b=paragraph(run("Never shown")),
    )
    article = read(data)
    assert [(b.kind.value, b.span.of(article.text)) for b in article.blocks] == [
        ("boilerplate", "Harbour Board"),
        ("paragraph", "The board denies it."),
    ]


def test_styles_based_on_headings_are_headings_and_levels_of_items_are_kept() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Ours"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    article = read(
        word(
            paragraph(run("The pier"), properties='<w:pStyle w:val="B"/>'),
            paragraph(run("a year"), properties=item),
            paragraph(run("a day"), properties='<w:pStyle w:val="C"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            styles=styles,
        )
    )
    assert [block.kind.value for block in article.blocks] == ["heading", "item", "paragraph"]
    assert article.blocks[1].level == 2


def test_a_document_of_the_strict_kind_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(word(paragraph(run("The board denies it."))))) as packed:
        document = packed.read("word/document.xml").decode().replace(WORD, STRICT)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", document)
    assert read(file.getvalue()).text == "The board denies it."


def test_many_styles_take_no_longer_for_each_paragraph() -> None:
    styles = "".join(f'<w:style w:styleId="S{n}"><w:name w:val="Style {n}"/></w:style>' for n in range(4000))
    body = paragraph(run("The board denies it."), properties='<w:pStyle w:val="S3999"/>') * 2000
    begun = time.process_time()
    article = read(word(body, styles=styles))
    assert len(article.blocks) == 2000
    # Looked up one by one they took a minute and a half.
    assert time.process_time() - begun < 20


def test_tables_nested_without_end_and_missing_parts_are_refused_in_a_sentence() -> None:
    deep = paragraph(run("Deep."))
    for _ in range(60):
        deep = f"<w:tbl>{row(deep)}</w:tbl>"
    assert lines(deep) == ["Deep."]
    with pytest.raises(UnreadableFile, match=r"memo\.docx"):
        lines("<w:sdt>" * 300 + paragraph(run("Deeper.")) + "</w:sdt>" * 300)
    with pytest.raises(NotAnArticle):
        lines(paragraph())


BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_pages_begin_where_word_last_began_them() -> None:
    body = [
        paragraph(run("The board met on Monday.")),
        paragraph(run("It had never been told"), BREAK, run(" of the piles.")),
        paragraph(BREAK, run("Divers found a third.")),
    ]
    article = read(word(*body))
    begun = [(locator.name, article.text[locator.start :][:8]) for locator in article.locators]
    assert begun == [("1", "The boar"), ("2", "of the p"), ("3", "Divers f")]


def test_a_note_stands_on_the_page_of_its_mark() -> None:
    note = '<w:footnotes><w:footnote w:id="2">' + paragraph(run("A note.")) + "</w:footnote></w:footnotes>"
    body = [paragraph(run("One."), '<w:r><w:footnoteReference w:id="2"/></w:r>'), paragraph(BREAK, run("Two."))]
    article = read(word(*body, footnotes=note))
    assert [(one.name, article.text[one.start :].split()[0]) for one in article.locators][-2:] == [
        ("2", "Two."),
        ("1", "¹"),
    ]


def test_of_a_document_that_was_never_set_no_pages_are_told() -> None:
    assert read(word(paragraph(run("The board met on Monday.")))).locators == ()
