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
    }.items()
)
STYLES = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/>
</style:style>
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
