"""A PDF page keeps its paragraphs apart, and what stands around them out of them."""

from pathlib import Path

import pytest
import typst

from briefing.intake import read_bytes
from briefing.model import Article, BlockKind

FIRST = (
    "The council voted on Tuesday to close the bridge for a year, the engineer Ada Reed said in a letter to the mayor. "
    "Two of its piles had broken in the November storm, and divers found a third that would not hold."
)
SECOND = (
    "The mayor said that the ferry would sail twice as often until then. Its owner, who had not been asked before the "
    "vote, said he had neither the boats nor the crew for that, and that nobody had called him back since."
)
HEAD = """
#set page(paper: "a4", header: [#set text(8pt); The Harbour Post #h(1fr) 4 May 2026],
  footer: [#set text(8pt); Printed for members #h(1fr) Page 1 of 1])
= The bridge is closed
By Mia Stone

"""


def opened(source: str, folder: Path) -> Article:
    path = folder / "a.typ"
    path.write_text(source, encoding="utf-8")
    return read_bytes(typst.compile(str(path)), "bridge.pdf").article


def words_of(article: Article, *kinds: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind in kinds]


def test_head_and_foot_of_a_single_page_are_greyed_and_its_title_and_byline_found(tmp_path: Path) -> None:
    article = opened(f"{HEAD}{FIRST}\n\n{SECOND}", tmp_path)
    around = words_of(article, BlockKind.BOILERPLATE)
    assert around[0] == "The Harbour Post 4 May 2026"
    assert around[-1] == "Printed for members Page 1 of 1"
    assert words_of(article, BlockKind.HEADING) == ["The bridge is closed"]
    assert (article.origin.title, article.origin.byline) == ("The bridge is closed", "Mia Stone")


def test_paragraphs_are_told_by_the_room_between_them(tmp_path: Path) -> None:
    article = opened(f"{HEAD}{FIRST}\n\n{SECOND}\n\n{FIRST}", tmp_path)
    assert words_of(article, BlockKind.PARAGRAPH) == [FIRST, SECOND, FIRST]


def test_evenly_spaced_lines_stay_one_paragraph(tmp_path: Path) -> None:
    article = opened(f"#set par(leading: 1.6em)\n{FIRST} {SECOND}", tmp_path)
    assert words_of(article, BlockKind.PARAGRAPH) == [f"{FIRST} {SECOND}"]


@pytest.mark.parametrize("number", ["1", "– 1 –", "Page 1 of 3", "| 1"])
def test_the_number_of_a_single_page_is_left_out(number: str, tmp_path: Path) -> None:
    article = opened(f"#set page(footer: align(center)[{number}])\n{FIRST}\n\n{SECOND}", tmp_path)
    assert words_of(article, *BlockKind) == [FIRST, SECOND]


def test_columns_are_read_one_after_the_other_and_their_notes_at_the_end(tmp_path: Path) -> None:
    body = f"{FIRST}#footnote[Letter of 2 May, which the council printed.]\n\n{SECOND}\n\n" * 4
    article = opened(f"{HEAD}#columns(2)[{body}]", tmp_path)
    paragraphs = words_of(article, BlockKind.PARAGRAPH)
    text = [words for words in paragraphs if words.startswith("The ")]
    assert text == [f"{FIRST}{'¹²³⁴'[number // 2]}" if number % 2 == 0 else SECOND for number in range(8)]
    notes = [words for words in paragraphs if words not in text]
    assert notes == [f"{mark} Letter of 2 May, which the council printed." for mark in "¹²³⁴"]


@pytest.mark.parametrize("font", ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"])
def test_marks_of_notes_and_powers_are_no_figures_of_a_number(font: str, tmp_path: Path) -> None:
    body = "In 2019#footnote[Audit.] it cost 12 million, 30%#super[2] more than 10#super[6], for 5 m#super[2]."
    article = opened(f'#set text(font: "{font}")\n{body}', tmp_path)
    assert article.text.startswith("In 2019¹ it cost 12 million, 30%² more than 10⁶, for 5 m².")


@pytest.mark.parametrize("font", ["Libertinus Serif", "New Computer Modern"])
def test_letters_that_mark_notes_do_not_become_part_of_words(font: str, tmp_path: Path) -> None:
    body = "The board met again#footnote[Letter of May.] on the 4#super[th], in the XX#super[e] year.#footnote[Audit.]"
    article = opened(f'#set footnote(numbering: "a")\n#set text(font: "{font}")\n{body}', tmp_path)
    assert words_of(article, BlockKind.PARAGRAPH) == [
        "The board met again[a] on the 4th, in the XXe year.[b]",
        "[a] Letter of May.",
        "[b] Audit.",
    ]


@pytest.mark.parametrize("font", ["Libertinus Serif", "New Computer Modern"])
def test_notes_that_say_the_same_on_each_page_are_no_running_feet(font: str, tmp_path: Path) -> None:
    pages = "\n#pagebreak()\n".join(f"{FIRST}#footnote[Ibid.]\n\n{SECOND}" for _ in range(3))
    article = opened(f'#set text(font: "{font}")\n{pages}', tmp_path)
    assert words_of(article, BlockKind.PARAGRAPH)[-3:] == ["¹ Ibid.", "² Ibid.", "³ Ibid."]


def test_a_list_at_the_end_of_a_page_does_not_go_on_with_the_next_one(tmp_path: Path) -> None:
    article = opened(f"{FIRST}\n- It rained.\n- Nobody came.\n#pagebreak()\n{FIRST} {SECOND}", tmp_path)
    assert words_of(article, BlockKind.ITEM)[-1].endswith("Nobody came.")


def test_a_note_that_ends_at_the_foot_of_the_page_is_a_note(tmp_path: Path) -> None:
    article = opened(f"{FIRST}#footnote[See the report of the divers, page seven]\n\n{SECOND}", tmp_path)
    assert words_of(article, BlockKind.PARAGRAPH)[-1] == "¹ See the report of the divers, page seven"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "أعلنت البلدية يوم الأحد 12 مايو 2026 إغلاق الجسر (شارع النهر) ابتداءً من الأسبوع المقبل."),
        ("ar", "قال المتحدث باسم شركة Harbour Works Ltd إن الأشغال ستكلّف 3.5 مليون يورو، أي 12% من الميزانية."),
        ("ar", "«لم يُبلَّغ أحدٌ بذلك»، كما صرّحت رئيسة المجلس ليلى حداد لوكالة رويترز (Reuters) في 2025-01-03."),
        ("he", "ראש העיר אמר ביום שני כי הגשר ייסגר לשנה (עד 2027), לדברי דובר חברת Harbour Works."),
        ("fa", "شهردار گفت که پل از روز دوشنبه ۱۲ مه بسته می‌شود و هزینه ۳٫۵ میلیون یورو خواهد بود."),
    ],
    ids=["numbers and brackets", "Latin words", "marks and dates", "Hebrew", "Persian"],
)
def test_words_that_run_from_right_to_left_are_read_in_their_order(language: str, words: str, tmp_path: Path) -> None:
    setting = f'#set page(width: 16cm)\n#set text(lang: "{language}", font: "DejaVu Sans")\n'
    assert opened(f"{setting}{words}\n\n{words}", tmp_path).text == f"{words}\n\n{words}"


def test_the_room_between_paragraphs_is_told_in_a_short_letter() -> None:
    said = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier."
    listed = "- the survey\n- the receipt"
    source = f"Dear Mr Dahl,\n\n{said}\n\n{listed}\n\nThe court decides.\n\nYours sincerely,\n\nAnn Keller"
    article = read_bytes(typst.compile(source.encode()), "letter.pdf").article
    assert [block.span.of(article.text) for block in article.blocks] == [
        "Dear Mr Dahl,",
        said,
        "• the survey",
        "• the receipt",
        "The court decides.",
        "Yours sincerely,",
        "Ann Keller",
    ]


def test_a_table_of_contents_is_grey() -> None:
    source = "#outline()\n#pagebreak()\n= Piles\nThe board met on Monday.\n= Beams\nThe company denied it."
    article = read_bytes(typst.compile(source.encode()), "report.pdf").article
    assert [block.span.of(article.text) for block in article.blocks if block.analysed] == [
        "Piles",
        "The board met on Monday.",
        "Beams",
        "The company denied it.",
    ]
