"""Rich Text documents: words in any encoding, headings, items, footnotes and facts; nothing that is not seen."""

import io

import pytest
from article_parts import TRACKED, lines_of
from PIL import Image

from briefing.intake import UnreadableFile, read_bytes
from briefing.model import Article

LONG = "The ferry sailed at six, the harbour master said in a letter to the council."


def article_of(body: str) -> Article:
    return read_bytes(rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode("ascii"), "memo.rtf").article


def test_words_are_decoded_by_code_page_and_by_number() -> None:
    assert (
        article_of(r"Caf\'e9 \u8220?open\u8221? \u1084?\u1080?\u1088? \u-10179?\u-8704?\par").text
        == "Café “open” мир 😀"
    )


def test_a_replacement_longer_than_a_sign_is_jumped_over() -> None:
    assert article_of(r"\uc3 na\u239ii\'69ve way\par").text == "naïve way"


def test_other_code_pages_are_known() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'f2 \'ee\'f2\'ea\'f0\'fb\'f2\par}"
    assert read_bytes(data, "a.rtf").article.text == "Мост открыт"


def test_what_is_not_seen_is_left_out() -> None:
    body = (
        r"{\fonttbl{\f0 Arial;}}{\*\generator Writer 1.0;}{\header Internal\par}{\v hidden }Seen"
        r"{\field{\*\fldinst HYPERLINK \\'file:///etc/passwd\\'}{\fldrslt  words}}{\pict\pngblip 89504e47} here.\par"
    )
    article = article_of(body)
    assert [block.span.of(article.text) for block in article.blocks if block.analysed] == ["Seen words here."]


def test_what_stands_above_and_below_the_pages_is_grey() -> None:
    margins = (
        r"{\headerf First\par}{\headerl Left\par}{\header Internal\par}{\footer {\pict\pngblip 89}Page 3\par 3\par}"
    )
    article = article_of(rf"{margins}Seen.\par{{\header Internal\par}} Too.\par")
    assert [(block.analysed, block.span.of(article.text)) for block in article.blocks] == [
        (False, "Internal"),
        (True, "Seen."),
        (True, "Too."),
        (False, "Page 3"),
    ]
    assert article_of(rf"\titlepg{margins}Seen.\par").text.startswith("First\n\nInternal")


def test_notes_bear_the_mark_that_stands_in_the_text() -> None:
    def note(words: str, kind: str = "", star: str = "") -> str:
        return rf"{{\super \chftn{{{star}\footnote{kind} \chftn\pard {words}\par}}}}"

    one, two, end = note("In May.", star=r"\*"), note("Or June.\\par Ever."), note("So it said.", r"\ftnalt")
    gone = rf"{{\deleted {note('Gone.')}}}"
    article = article_of(rf"It lost{one} and{gone} lent{two} euros{end}.\par")
    assert article.text.split("\n\n")[:4] == [
        "It lost¹ and lent² eurosⁱ.",
        "¹ In May.",
        "² Or June. Ever.",
        "ⁱ So it said.",
    ]


def test_a_field_without_a_result_shows_what_it_draws_or_what_was_chosen() -> None:
    def field(code: str, result: str = "") -> str:
        return rf"{{\field{{\*\fldinst {{ {code}}}}}{{\fldrslt {{{result}}}}}}}"

    ruby = r'EQ \\* jc0 \\* "Font:Cambria" \\o(\\s\\up 10(kanji),Han)'
    entries = r"FORMDROPDOWN {\*\formfield{\fftype2\ffhaslistbox1\ffres1{\*\ffl Yes}{\*\ffl No}}}"
    assert (
        article_of(rf"So {field(ruby)}, {field(entries)}, {field(entries, 'Never')}.\par").text
        == "So Han(kanji), No, Never."
    )


def test_headings_items_and_footnotes_keep_their_kind_and_notes_stand_below() -> None:
    body = (
        r"\pard\outlinelevel0 Ferry\par\pard " + LONG + r"{\super 1}{\footnote\pard A note on the ferry.}\par"
        r"{\listtext\'b7\tab}at six\par\pard Nobody else spoke.\par"
    )
    article = article_of(body)
    kinds = [block.kind.value for block in article.blocks]
    assert kinds == ["heading", "paragraph", "item", "paragraph", "paragraph"]
    assert article.text.endswith("A note on the ferry.")


def test_title_and_writer_are_taken_from_its_facts() -> None:
    origin = article_of(r"{\info{\title The ferry}{\author Ann Lee}{\operator x}}" + LONG + r"\par").origin
    assert (origin.title, origin.byline) == ("The ferry", "Ann Lee")


def test_table_cells_stand_in_one_line_a_row() -> None:
    assert article_of(r"Cod\cell 350\cell\row Plaice\cell 1200\cell\row").text == "Cod | 350\n\nPlaice | 1200"


def test_deep_nesting_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"memo\.rtf"):
        article_of("{" * 100_000 + "words" + "}" * 100_000)


@pytest.mark.parametrize("cut", [0, 9, 30, 60])
def test_a_truncated_document_gives_the_words_that_are_left(cut: int) -> None:
    data = rb"{\rtf1\ansi " + LONG.encode()
    assert read_bytes(data[: len(data) - cut], "half.rtf").article.text in LONG


def markup_of(body: str) -> list[tuple[str, str, str]]:
    article = read_bytes(("{\\rtf1\\ansi " + body + "\\par}").encode("ascii"), "memo.rtf").article
    return [(one.kind.value, one.span.of(article.text), one.address) for one in article.markup.inlines]


def test_words_are_set_as_in_the_document() -> None:
    assert markup_of(
        r"The company {\strike lost} made {\b 4 {\i million}} on the 4{\super th}, 10{\super 6} {\b\b0 x}"
    ) == [
        ("struck", "lost", ""),
        ("strong", "4 million", ""),
        ("emphasis", "million", ""),
        ("superscript", "th", ""),
    ]


def test_a_link_leads_where_its_field_says() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://bank.example/a"}}{\fldrslt{\ul a report}}}'
    assert markup_of(f"As the bank wrote in {field} of May") == [("link", "a report", "https://bank.example/a")]
    assert markup_of(field.replace("https:", "file:")) == []


def test_items_have_the_numbers_that_the_document_shows() -> None:
    body = (
        r"{\listtext 3.\tab}\ls1 It never knew.\par{\listtext 4.\tab}It asked.\par"
        r"\pard{\pntext\'B7\tab}{\*\pn\pnlvlblt}Nobody answered."
    )
    article = read_bytes(("{\\rtf1\\ansi " + body + "\\par}").encode("ascii"), "memo.rtf").article
    assert [marker.text for marker in article.markup.markers] == ["3.", "4.", ""]
    assert article.text == "It never knew.\n\nIt asked.\n\nNobody answered."


def test_rows_that_follow_one_another_are_a_table() -> None:
    body = r"Votes\par Member\cell Votes\cell\row {\b Brandt}\cell Yes\cell\row \pard All.\par"
    article = read_bytes(("{\\rtf1\\ansi " + body + "}").encode("ascii"), "memo.rtf").article
    (table,) = article.markup.tables
    assert [(cell.span.of(article.text), cell.row, cell.column) for cell in table.cells] == [
        ("Member", 0, 0),
        ("Votes", 0, 1),
        ("Brandt", 1, 0),
        ("Yes", 1, 1),
    ]
    assert [one.span.of(article.text) for one in article.markup.inlines] == ["Brandt"]


PNG = io.BytesIO()
Image.new("RGB", (120, 80), "navy").save(PNG, "PNG")
FIGURES = PNG.getvalue().hex()


@pytest.mark.parametrize(
    "picture",
    [
        rf"{{\pict\pngblip\picw120 {FIGURES[:80]}" + f"\n{FIGURES[80:]}}}",
        rf"{{\*\shppict{{\pict{{\*\picprop{{\sp{{\sn wzDescription}}{{\sv The pier}}}}}}\pngblip {FIGURES}}}}}"
        rf"{{\nonshppict{{\pict\wmetafile8 {FIGURES}}}}}",
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn wzDescription}{\sv The pier}}"
        rf"{{\sp{{\sn pib}}{{\sv {{\pict\pngblip {FIGURES}}}}}}}}}"
        rf"{{\shprslt{{\pict\pngblip {FIGURES}}}}}}}",
    ],
    ids=["plain", "with what it shows", "in a shape"],
)
def test_a_picture_stands_above_its_paragraph(picture: str) -> None:
    article = article_of(rf"Before.\par {picture}The pier in May.\par After.\par")
    assert article.text == "Before.\n\nThe pier in May.\n\nAfter."
    (figure,) = article.markup.figures
    assert (figure.at, figure.width) == (article.text.index("The pier"), 120)
    assert figure.description == ("The pier" if "wzDescription" in picture else "")


def test_bytes_of_a_picture_may_stand_as_they_are() -> None:
    held = PNG.getvalue()
    data = rb"{\rtf1 {\pict\pngblip\bin%d %b}The pier.\par}" % (len(held), held)
    assert len(read_bytes(data, "a.rtf").article.markup.figures) == 1


def test_a_picture_that_is_not_drawn_is_told() -> None:
    article = article_of(r"Before.\par {\pict\wmetafile8 0100090000035a00000000}After.\par")
    assert lines_of(article) == [
        ("paragraph", "Before."),
        ("remark", "Unshown picture: WMF"),
        ("paragraph", "After."),
    ]


def test_words_in_a_box_and_the_result_of_an_object_are_read() -> None:
    box = (
        r"{\shp{\*\shpinst{\sp{\sn fFilled}{\sv 1}}{\shptxt\pard The company denies it.\par Ever.\par}}{\shprslt The}}"
    )
    result = r"{\object\objemb{\*\objclass Word.Document}{\*\objdata 0105}{\result knew}}"
    assert article_of(rf"The board {box}{result} it.\par So be it.\par").text == (
        "The board knew it.\n\nThe company denies it.\n\nEver.\n\nSo be it."
    )


def test_tracked_changes_are_read_as_accepted_and_that_is_said() -> None:
    article = article_of(r"It did {\revised not }{\deleted quite }approve it.\par")
    assert lines_of(article) == [("paragraph", "It did not approve it."), ("remark", TRACKED)]
    assert article_of(r"It approved it.\deleted0\par").text == "It approved it."


FONTS = r"{\fonttbl{\f0 Arial;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial CYR;}{\f3\fcharset2 Wingdings;}}"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (r"{\f1 a} = 0.05", "α = 0.05"),
        (r"x {\f1\'a3} y", "x ≤ y"),
        (r"x {\f1\u61603?} y", "x ≤ y"),
        (r"{\f2\'cf\'f0\'e8\'e2\'e5\'f2} and \'e9", "Привет and é"),
        (r"{\f3\'fc} approved", "✓ approved"),
        (r"\f1 b\f0 b\plain b", "βbb"),
    ],
)
def test_signs_of_fonts_are_what_their_fonts_show(words: str, shown: str) -> None:
    data = rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}\pard\f0 {words}\par The board met.\par}}".encode("ascii")
    article = read_bytes(data, "a.rtf").article
    assert article.blocks[0].span.of(article.text) == shown
