"""What an OpenDocument text shows beside its words: emphasis, links, numbers of lists, tables, pictures."""

import io
import zipfile

from article_parts import inlines_of
from PIL import Image

from briefing.intake import read_bytes
from briefing.model import Article, BlockKind

SENTENCE = "The harbour board said on Monday that it had never been told of the rotten piles below the pier."
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "chart": "chart",
    }.items()
)
STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/>
</style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="HP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="HC" style:family="paragraph" style:parent-style-name="HP"/>
<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."
 text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
 text:display-levels="2"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>
"""


def read(body: str, parts: dict[str, bytes] | None = None) -> Article:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>"
            f'<text:h text:outline-level="1">Harbour board denies that it knew</text:h><text:p>{SENTENCE}</text:p>'
            f"{body}<text:p>{SENTENCE.replace('Monday', 'Friday')}</text:p></office:text></office:body>"
            "</office:document-content>",
        )
        for name, data in (parts or {}).items():
            packed.writestr(name, data)
    return read_bytes(target.getvalue(), "memo.odt").article


def test_words_are_set_as_in_the_document() -> None:
    found = read(
        '<text:p>The company <text:span text:style-name="S">lost</text:span> made <text:span text:style-name="B">4 '
        '<text:span text:style-name="I">million</text:span></text:span> on the 4<text:span text:style-name="U">th'
        '</text:span>, 10<text:span text:style-name="U">6</text:span>, as <text:a xlink:href="https://bank.example/">'
        'a bank</text:a> <text:a xlink:href="file:///x">said</text:a>.</text:p>'
    )
    assert "made 4 million on the 4th, 10⁶, as a bank said." in found.text
    assert inlines_of(found) == [
        ("struck", "lost", ""),
        ("strong", "4 million", ""),
        ("emphasis", "million", ""),
        ("superscript", "th", ""),
        ("link", "a bank", "https://bank.example/"),
    ]


def test_items_have_the_numbers_that_are_shown() -> None:
    def item(words: str, inner: str = "") -> str:
        return f"<text:list-item><text:p>{words}</text:p>{inner}</text:list-item>"

    deepest = f"<text:list>{item('Ever.')}</text:list>"
    inner = f"<text:list>{item('Not once.')}{item('Or twice.', deepest)}</text:list>"
    found = read(f'<text:list text:style-name="L">{item("It never knew.", inner)}{item("It asked.")}</text:list>')
    items = [block for block in found.blocks if block.kind is BlockKind.ITEM]
    assert [found.markup.marker_at(block.span.start).text for block in items] == [  # type: ignore[union-attr]
        "3.", "3.a)", "3.b)", "", "4.",
    ]  # fmt: skip
    assert [block.level for block in items] == [1, 2, 2, 3, 1]


def test_a_table_has_its_cells() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    found = read(
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("Member")
        + cell("Votes", 'table:number-columns-spanned="2"')
        + covered
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("Brandt", 'table:number-rows-spanned="2"')
        + cell("Yes")
        + cell("No")
        + "</table:table-row><table:table-row>"
        + covered
        + cell("")
        + cell("abstained")
        + "</table:table-row></table:table>"
    )
    (table,) = found.markup.tables
    cells = [(one.span.of(found.text), one.row, one.column, one.rows, one.columns, one.header) for one in table.cells]
    assert cells == [
        ("Member", 0, 0, 1, 1, True),
        ("Votes", 0, 1, 1, 2, True),
        ("Brandt", 1, 0, 2, 1, False),
        ("Yes", 1, 1, 1, 1, False),
        ("No", 1, 2, 1, 1, False),
        ("abstained", 2, 2, 1, 1, False),
    ]


def test_a_picture_stands_above_its_caption() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (120, 80), "navy").save(picture, "PNG")
    found = read(
        '<text:p><draw:frame><draw:image xlink:href="Pictures/pier.png"/><svg:desc>The pier</svg:desc></draw:frame>'
        '</text:p><text:p text:style-name="Caption">The pier in May.</text:p>'
        '<text:p><draw:frame><draw:image xlink:href="../../etc/passwd"/></draw:frame></text:p>',
        {"Pictures/pier.png": picture.getvalue()},
    )
    (figure,) = found.markup.figures
    assert figure.caption is not None
    assert (figure.caption.of(found.text), figure.description) == ("The pier in May.", "The pier")


def test_an_equation_is_read_in_one_line() -> None:
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    equation = b'<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>'
    found = read(f"<text:p>It lost {frame} of it.</text:p>", {"Object 1/content.xml": equation})
    assert "It lost 1/2 of it." in found.text


def test_notes_bear_the_mark_that_stands_in_the_text() -> None:
    def note(mark: str, words: str) -> str:
        citation = f"<text:note-citation>{mark}</text:note-citation>"
        return f"<text:note>{citation}<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"

    body = f"It lost 4 million{note('1', 'In May.')} euros{note('iv', 'So it said.')} or more{note('a', 'Ever.')}."
    found = read(f"<text:p>{body}</text:p>").text
    assert "It lost 4 million¹ eurosⁱᵛ or more[a]." in found
    assert found.endswith("¹ In May.\n\nⁱᵛ So it said.\n\n[a] Ever.")


def words_between(body: str, parts: dict[str, bytes] | None = None) -> list[str]:
    """The passages between the two sentences that every document has."""
    return read(body, parts).text.split("\n\n")[2:-1]


def test_words_in_a_box_are_read_once_below_the_paragraph_that_holds_it() -> None:
    box = "<draw:frame><draw:text-box><text:p>The company denies it.</text:p></draw:text-box></draw:frame>"
    shape = "<draw:custom-shape><text:p>Ever.</text:p></draw:custom-shape>"
    assert words_between(f"<text:p>The board {box}knew{shape}.</text:p>") == [
        "The board knew.",
        "The company denies it.",
        "Ever.",
    ]


def test_a_table_in_a_cell_is_read_once() -> None:
    def row(*cells: str) -> str:
        held = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{held}</table:table-row>"

    inner = f"<table:table>{row('<text:p>Yes</text:p>', '<text:p>No</text:p>')}</table:table>"
    table = f"<table:table>{row('<text:p>Brandt</text:p>', f'<text:p>said</text:p>{inner}')}</table:table>"
    assert words_between(table) == ["Brandt | said | Yes | No"]


def test_hidden_words_are_not_read() -> None:
    span = '<text:span text:style-name="H">secretly </text:span>'
    hidden = '<text:hidden-text text:is-hidden="true">ever </text:hidden-text>'
    secret = "".join(f'<text:p text:style-name="{name}">Secret.</text:p>' for name in ("HP", "HC"))
    assert words_between(f"<text:p>It {span}{hidden}denies it.</text:p>{secret}") == ["It denies it."]


def test_a_deleted_note_is_gone() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Gone.</text:p></text:note-body>"
    )
    changes = f"<text:tracked-changes><text:deletion><text:p>{note}</text:note></text:p></text:deletion>"
    assert "Gone" not in read(f"{changes}</text:tracked-changes>").text


def test_what_is_chosen_in_a_form_is_read() -> None:
    space = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
    told = [("Dropdown_ListEntry", "Yes"), ("Dropdown_ListEntry", "No"), ("Dropdown_Selected", "1")]
    parameters = "".join(f'<field:param field:name="{name}" field:value="{value}"/>' for name, value in told)
    mark = f'<field:fieldmark xmlns:field="{space}">{parameters}</field:fieldmark>'
    assert words_between(f"<text:p>Paid: {mark}</text:p>") == ["Paid: No"]


def test_the_words_of_a_chart_are_read() -> None:
    def row(*words: str) -> str:
        cells = (f"<table:table-cell><text:p>{word}</text:p></table:table-cell>" for word in words)
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    table = f"<table:table>{row('', 'Losses')}{row('May', '4')}{row('June', '5')}</table:table>"
    chart = (
        f"<office:document-content {SPACES}><chart:chart><chart:title><text:p>The fund</text:p></chart:title>{table}"
    )
    data = f"{chart}</chart:chart></office:document-content>".encode()
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    found = words_between(f"<text:p>{frame}</text:p>", {"Object 1/content.xml": data})
    assert found == ["The fund", "Losses", "May | June"]


def test_what_stands_above_and_below_the_pages_is_grey() -> None:
    def page(name: str, words: str) -> str:
        margins = (
            f"<style:header><text:p>{words}</text:p></style:header><style:footer><text:p>3</text:p></style:footer>"
        )
        return f'<style:master-page style:name="{name}">{margins}</style:master-page>'

    pages = page("Standard", "Harbour Board") + page("Never_20_used", "Another")
    sheet = f"<office:document-styles {SPACES}>{pages}</office:document-styles>".encode()
    found = read("", {"styles.xml": sheet})
    assert [block.span.of(found.text) for block in found.blocks if not block.analysed] == ["Harbour Board"]


def test_links_in_notes_lead_where_the_document_says() -> None:
    link = '<text:a xlink:href="https://bank.example/a">a report</text:a>'
    body = f"<text:note-body><text:p>See {link}</text:p><text:p>and more.</text:p></text:note-body>"
    found = read(f"<text:p>So.<text:note><text:note-citation>1</text:note-citation>{body}</text:note></text:p>")
    assert found.text.endswith("¹ See a report and more.")
    assert inlines_of(found) == [("link", "a report", "https://bank.example/a")]
