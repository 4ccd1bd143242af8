"""The tables of a PDF are read as tables, ruled or not; text is never taken for one."""

from pathlib import Path

import pytest
import typst

from briefing.intake import read_bytes
from briefing.model import Article, Table

TEXT = (
    "The harbour board published its yearly figures on Monday, and the minister said that they were better than he had "
    "expected. Nobody in the yard had been told of them before, the union said, and two of its members left the room. "
)
GRID = (
    "[Port],[Trend],[Ships],[Norvik],[rising],[1,204],[Lena],[falling],[880],[Old Harbour of Saint Martin],[flat],[15]"
)
WORDS = [
    ["Port", "Trend", "Ships"],
    ["Norvik", "rising", "1,204"],
    ["Lena", "falling", "880"],
    ["Old Harbour of Saint Martin", "flat", "15"],
]


def opened(source: str, folder: Path) -> Article:
    path = folder / "a.typ"
    path.write_text(f'#set page(paper: "a4")\n#set text(size: 11pt)\n= Figures\n{source}', encoding="utf-8")
    return read_bytes(typst.compile(str(path)), "figures.pdf").article


def rows_of(article: Article, table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell.span.of(article.text))
    return rows


@pytest.mark.parametrize(
    "style",
    [
        "",
        "stroke: none,",
        "stroke: (x, y) => (bottom: 0.5pt),",
        "stroke: (x, y) => if y == 0 { (bottom: 1pt, top: 1pt) },",
    ],
    ids=["grid", "no lines", "a line below each row", "lines around the head"],
)
def test_rows_and_columns_are_those_on_the_page(style: str, tmp_path: Path) -> None:
    article = opened(f"{TEXT}\n\n#table(columns: 3, {style} {GRID})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table) == WORDS
    assert [cell.header for cell in table.cells if cell.row == 0] == [True] * 3
    assert not any(cell.header for cell in table.cells if cell.row)
    assert article.text.count(TEXT.strip()) == 2


FEW_LINES = "stroke: (x, y) => if y < 2 { (top: 1pt) },"


@pytest.mark.parametrize(
    ("place", "style"),
    [("top", ""), ("horizon", ""), ("bottom", ""), ("top", FEW_LINES), ("top", "stroke: (x, y) => (bottom: 0.5pt),")],
    ids=["grid", "grid, middle", "grid, bottom", "lines around the head", "a line below each row"],
)
def test_a_cell_of_several_lines_is_one(place: str, style: str, tmp_path: Path) -> None:
    note = "Two quays were closed for repair from May to July, and a third was not used at all."
    cells = f"[Port],[What happened there],[Ships],[Norvik],[{note}],[15],[Lena],[Nothing],[3]"
    article = opened(
        f"{TEXT}\n\n#table(columns: (3cm, 5cm, 3cm), align: left + {place}, inset: 8pt, {style} {cells})\n\n{TEXT}",
        tmp_path,
    )
    (table,) = article.markup.tables
    assert rows_of(article, table) == [
        ["Port", "What happened there", "Ships"],
        ["Norvik", note, "15"],
        ["Lena", "Nothing", "3"],
    ]


def test_a_narrow_column_stands_beside_a_wide_one(tmp_path: Path) -> None:
    article = opened(
        f"{TEXT}\n\n#table(columns: (2cm, 1fr), stroke: (x, y) => (y: 1pt), [Pier],[{TEXT * 2}],[Quay],[{TEXT}])",
        tmp_path,
    )
    (table,) = article.markup.tables
    assert rows_of(article, table) == [["Pier", (TEXT * 2).strip()], ["Quay", TEXT.strip()]]


def test_a_cell_reaches_over_the_columns_below_it(tmp_path: Path) -> None:
    cells = (
        "[], table.cell(colspan: 2, align: center)[Ships that came in], [Port],[Last year],[This year],"
        "[Norvik],[1,204],[1,310],[Lena],[880],[702]"
    )
    article = opened(f"{TEXT}\n\n#table(columns: 3, {cells})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    first = table.cells[0]
    assert first.span.of(article.text) == "Ships that came in"
    assert (first.row, first.column, first.columns) == (0, 1, 2)
    assert rows_of(article, table)[2] == ["Norvik", "1,204", "1,310"]


@pytest.mark.parametrize("style", ["", "inset: 3pt,"], ids=["usual room", "little room"])
def test_cells_that_a_line_alone_keeps_apart_are_cells(style: str, tmp_path: Path) -> None:
    cells = "[Port],[Ship],[Lena],[1204],[Alda],[2041]"
    article = opened(f"{TEXT}\n\n#table(columns: 2, {style} {cells})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table) == [["Port", "Ship"], ["Lena", "1204"], ["Alda", "2041"]]


def test_two_tables_are_two(tmp_path: Path) -> None:
    article = opened(f"#table(columns: 3, {GRID})\n\n{TEXT}\n\n#table(columns: 3, {GRID})", tmp_path)
    assert [rows_of(article, table) for table in article.markup.tables] == [WORDS, WORDS]
    before, after = article.markup.tables
    assert TEXT.strip() in article.text[before.span.end : after.span.start]


def test_a_table_close_below_another_takes_none_of_its_rows(tmp_path: Path) -> None:
    wide = "[Who],[What was said],[The mayor],[The bridge stays open.],[The union],[Jobs are lost.]"
    article = opened(f"{TEXT}\n\n#table(columns: 3, {GRID})\n#table(columns: (1fr, 2fr), {wide})\n\n{TEXT}", tmp_path)
    first, second = (rows_of(article, table) for table in article.markup.tables)
    assert first == WORDS
    assert second == [
        ["Who", "What was said"],
        ["The mayor", "The bridge stays open."],
        ["The union", "Jobs are lost."],
    ]


BOOK = "stroke: (x, y) => if y == 0 { (top: 1pt, bottom: 0.5pt) },"


@pytest.mark.parametrize("style", ["stroke: none,", BOOK], ids=["no lines", "lines around the head"])
def test_a_row_set_off_leaves_those_above_it_rows(style: str, tmp_path: Path) -> None:
    cells = "[Port],[Ships],[Crew],[Lena],[120],[14],[Alda],[204],[15],[Voss],[9],[3]"
    total = "table.cell(inset: (top: 16pt))[All],table.cell(inset: (top: 16pt))[333],table.cell(inset: (top: 16pt))[32]"
    article = opened(f"{TEXT}\n\n#table(columns: (1fr,) * 3, {style} {cells}, {total})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table)[1:] == [
        ["Lena", "120", "14"],
        ["Alda", "204", "15"],
        ["Voss", "9", "3"],
        ["All", "333", "32"],
    ]


@pytest.mark.parametrize("sides", ["", "left: 1pt, right: 1pt,"], ids=["level lines", "upright lines, too"])
def test_rows_that_no_line_parts_are_rows(sides: str, tmp_path: Path) -> None:
    lines = f"stroke: (x, y) => ({sides} top: if y in (0, 1, 4, 5) {{ 1pt }}, bottom: if y == 5 {{ 1pt }}),"
    cells = "[Port],[Ships],[Lena],[120],[Alda],[204],[Voss],[9],[All],[333],[Half],[166]"
    article = opened(f"{TEXT}\n\n#table(columns: (1fr,) * 2, {lines} {cells})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table) == [
        ["Port", "Ships"],
        ["Lena", "120"],
        ["Alda", "204"],
        ["Voss", "9"],
        ["All", "333"],
        ["Half", "166"],
    ]


def test_a_cell_of_three_lines_between_drawn_ones_is_one(tmp_path: Path) -> None:
    names = ("Law", "Art", "Sea", "Song", "Trade", "Latin")
    cells = ",".join(f"[{name} \\ Room {room} \\ Ms Reed]" for room, name in enumerate(names, 1))
    article = opened(f"{TEXT}\n\n#table(columns: 3, [Mon],[Tue],[Wed],{cells})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table)[1] == ["Law Room 1 Ms Reed", "Art Room 2 Ms Reed", "Sea Room 3 Ms Reed"]


@pytest.mark.parametrize(
    "source",
    [
        "#align(center)[*Ports of the coast*]\n#table(columns: (1fr,) * 3, STYLE CELLS)",
        "#table(columns: (1fr,) * 3, STYLE CELLS)\n#h(2cm)The mayor denied it.",
    ],
    ids=["above", "below"],
)
@pytest.mark.parametrize("style", ["", BOOK], ids=["grid", "lines around the head"])
def test_a_line_beside_a_table_is_none_of_its_rows(source: str, style: str, tmp_path: Path) -> None:
    article = opened(f"{TEXT}\n\n{source.replace('STYLE', style).replace('CELLS', GRID)}\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table) == WORDS


SPANNING = (
    "table.cell(rowspan: 2)[Port], table.cell(colspan: 2)[Ships], table.cell(colspan: 2)[Goods in tonnes], "
    "[2023],[2024],[2023],[2024],[Norvik],[1,204],[1,310],[88,000],[91,400],[Lena],[880],[790],[51,000],[49,200],"
    "[Old Harbour],[15],[16],[900],[870]"
)
RULES = {
    "grid": "",
    "no lines": "stroke: none,",
    "a line below each row": "stroke: (x, y) => (bottom: 0.5pt),",
    "lines around the head": FEW_LINES,
    "as in books": "stroke: (x, y) => if y == 0 { (top: 1pt) } else if y == 1 { (bottom: 0.5pt) },",
}


@pytest.mark.parametrize("side", ["left", "center"])
@pytest.mark.parametrize("style", RULES.values(), ids=RULES)
def test_names_over_several_columns_are_heads_of_their_own(style: str, side: str, tmp_path: Path) -> None:
    article = opened(f"{TEXT}\n\n#table(columns: 5, align: {side}, {style} {SPANNING})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table) == [
        ["Port", "Ships", "Goods in tonnes"],
        ["2023", "2024", "2023", "2024"],
        ["Norvik", "1,204", "1,310", "88,000", "91,400"],
        ["Lena", "880", "790", "51,000", "49,200"],
        ["Old Harbour", "15", "16", "900", "870"],
    ]
    assert [cell.header for cell in table.cells] == [True] * 7 + [False] * 15
    goods = next(cell for cell in table.cells if cell.span.of(article.text).startswith("Goods"))
    assert (goods.column, goods.columns) == (3, 2)


@pytest.mark.parametrize("style", RULES.values(), ids=RULES)
@pytest.mark.parametrize("gap", ["", "#v(-0.6em)"], ids=["", "close"])
def test_tables_of_one_width_with_a_caption_between_them_are_two(style: str, gap: str, tmp_path: Path) -> None:
    def table(name: str) -> str:
        return f"#table(columns: (4cm, 4cm, 4cm), {style} {GRID.replace('Port', name)})"

    between = f"{gap}Table 2. Yards of the county{gap}"
    article = opened(f"{TEXT}\n\n{table('Port')}\n{between}\n{table('Yard')}\n\n{TEXT}", tmp_path)
    assert [rows_of(article, table)[0][0] for table in article.markup.tables] == ["Port", "Yard"]
    assert "\n\nTable 2. Yards of the county\n\n" in article.text


def test_a_grid_ends_where_no_line_stands_at_its_sides(tmp_path: Path) -> None:
    table = f"#table(columns: (4cm, 4cm, 4cm), {GRID})"
    article = opened(f"{TEXT}\n\n{table}\nYards of the county\n{table}\n\n{TEXT}", tmp_path)
    assert len(article.markup.tables) == 2
    assert "\n\nYards of the county\n\n" in article.text


FORM = [
    ("Case number", "C-123/2024"),
    ("Applicant", "Harbour Board of Norvik"),
    ("Respondent", "Veil Shipping Ltd"),
    ("Date", "12 March 2024"),
]


def test_what_is_filled_into_a_form_stands_beside_its_label(tmp_path: Path) -> None:
    cells = ", ".join(f"[{words}]" for pair in FORM for words in pair)
    article = opened(f"{TEXT}\n\n#grid(columns: (4cm, 8cm), row-gutter: 0.8em, {cells})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert rows_of(article, table) == [list(pair) for pair in FORM]
    assert not any(cell.header for cell in table.cells)
    assert article.text.count(TEXT.strip()) == 2
    assert all(block.analysed for block in article.blocks)


def test_a_label_in_the_box_that_is_filled_in_stays_with_it(tmp_path: Path) -> None:
    cells = ", ".join(f"[{label} \\ {entry}]" for label, entry in FORM)
    article = opened(f"{TEXT}\n\n#grid(columns: 2, stroke: 0.5pt, inset: 4pt, {cells})\n\n{TEXT}", tmp_path)
    (table,) = article.markup.tables
    assert [words for row in rows_of(article, table) for words in row] == [" ".join(pair) for pair in FORM]


def test_a_table_tells_its_page(tmp_path: Path) -> None:
    article = opened(f"{TEXT}\n\n#pagebreak()\n\n{TEXT}\n\n#table(columns: 3, {GRID})", tmp_path)
    (table,) = article.markup.tables
    assert [locator.number for locator in article.locators if locator.start <= table.span.start][-1] == 2


def _pairs(columns: str, *pairs: tuple[str, str]) -> str:
    cells = ", ".join(f"[{words}]" for pair in pairs for words in pair)
    return f"#grid(columns: {columns}, row-gutter: 0.8em, {cells})"


@pytest.mark.parametrize(
    "source",
    [
        f"#columns(2)[{TEXT * 6}]",
        f"#set par(justify: true)\n#columns(3)[{TEXT * 6}]",
        f"#rect(width: 100%)[{TEXT * 2}]",
        f"#line(length: 100%)\nBy Mia Stone #h(1fr) 4 May 2026\n#line(length: 100%)\n{TEXT}",
        "\n\n".join(f"MS. {name}: #h(2cm) {TEXT}" for name in ("REED", "STONE", "VOSS")),
        f"#outline()\n= One\n{TEXT}\n= Two\n{TEXT}\n= Three\n{TEXT}",
        "".join(f"+ {TEXT}\n" for _ in range(4)),
        f"#grid(columns: 2, inset: 6pt, stroke: (x, y) => if x == 0 {{ (right: 1pt) }}, [{TEXT}], [{TEXT}])",
        f"#table(columns: 2, [{TEXT}], [{TEXT}])",
        _pairs("(1.2cm, 12cm)", *((f"({mark})", "The board met in May") for mark in "abcd")),
        _pairs("(1.2cm, 12cm)", *((f"{mark}.", "The board met in May") for mark in range(1, 5))),
        _pairs("(3cm, 12cm)", *((name, f"In May, {name}.") for name in ("MR KELLER", "THE CHAIR", "MS VEIL"))),
    ],
    ids=[
        "two columns",
        "three columns",
        "a box",
        "a line between lines",
        "turns",
        "contents",
        "a list",
        "a line between columns",
        "two boxes",
        "letters",
        "numbers",
        "names of speakers",
    ],
)
def test_text_is_no_table(source: str, tmp_path: Path) -> None:
    assert opened(source, tmp_path).markup.tables == ()
