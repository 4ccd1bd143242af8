"""What a person sees on the page of a PDF is what is read, in the order in which a person reads it."""

import math
from collections.abc import Sequence

import pytest
from article_parts import remarks_of
from pdf_files import HEIGHT, WIDTH, Put, document, lines, text

from briefing.intake import NotAnArticle, read_bytes
from briefing.intake.pdf_words import _READABLE
from briefing.model import Article, BlockKind, LocatorKind, located_by_kind

ONE = """The harbour board said on Monday that it had never been
told of the rotten piles below the east pier, which was
closed in the spring after two divers had been hurt."""
TWO = """Nobody told us, said its chairwoman, Ada Brandt, in front
of the town hall. We read of it in the newspaper like
everybody else, and we asked for the survey that day."""
THREE = """Tom Veil, whose company owns the pier, denied this and
said that the board had been given the survey in January,
and that a receipt had been signed by its own engineer."""


def running(*paragraphs: str) -> list[str]:
    return [" ".join(paragraph.split("\n")) for paragraph in paragraphs]


def opened(*pages: Sequence[Put], **settings: str) -> Article:
    return read_bytes(document(pages, **settings), "pier.pdf").article


def words_of(article: Article, *kinds: BlockKind) -> list[str]:
    chosen = kinds or (BlockKind.PARAGRAPH,)
    return [block.span.of(article.text) for block in article.blocks if block.kind in chosen]


def grey(article: Article) -> list[str]:
    return words_of(article, BlockKind.BOILERPLATE)


def numbered(first: int = 1, step: int = 1, left: float = 45, down: float = 100, leading: float = 20) -> list[Put]:
    """Numbers beside nine lines, every `step`th of them."""
    return [Put(str(first + at), left, down + at * leading, 9) for at in range(9) if (first + at) % step == 0]


def spread(left: float = 80) -> list[Put]:
    return lines(f"{ONE}\n{TWO}\n{THREE}", left, leading=20)


@pytest.mark.parametrize(
    "puts",
    [
        [*numbered(), *spread()],
        [*spread(), *numbered()],
        [put for pair in zip(numbered(7), spread(), strict=True) for put in pair],
        [*numbered(98, left=40), *spread()],
        [*numbered(left=500), *spread()],
    ],
    ids=["before", "behind", "each", "three figures", "at the right"],
)
def test_numbers_of_lines_are_left_out(puts: list[Put]) -> None:
    assert " ".join(words_of(opened(puts))) == " ".join(running(ONE, TWO, THREE))


def test_numbers_of_every_fifth_line_are_left_out() -> None:
    puts = [*lines("\n".join([ONE, TWO, THREE] * 3), 80, leading=20)]
    puts += [Put(str(at + 1), 45, 100 + at * 20, 9) for at in range(27) if (at + 1) % 5 == 0]
    assert " ".join(words_of(opened(puts))) == " ".join(running(*[ONE, TWO, THREE] * 3))


def test_the_last_lines_of_a_transcript_are_numbered_too() -> None:
    last = [*lines("Nothing further was said that day.\nThe hearing closed.", 80, leading=20), *numbered()[:2]]
    article = opened([*numbered(), *spread()], [*numbered(), *spread()], last)
    assert article.text.endswith("Nothing further was said that day.\n\nThe hearing closed.")


def test_a_table_keeps_its_ranks() -> None:
    places = ["Averill", "Kellen", "Tolland", "Brandt", "Harrow", "Quill"]
    cells = [(Put(str(at + 1), 60, 300 + at * 14), Put(one, 90, 300 + at * 14)) for at, one in enumerate(places)]
    puts = [put for pair in cells for put in pair]
    found = opened([*lines(ONE), *puts]).text
    assert all(f"{at} {place}" in found for at, place in enumerate(places, 1))


LEFT = """The harbour board said on
Monday that it had never
been told of the rotten
piles below the east pier,
which was closed in the"""
RIGHT = """spring after two divers
had been hurt by wood that
fell. Nobody told us, said
its chairwoman, who read
of it in the newspaper."""
WHOLE = " ".join(f"{LEFT}\n{RIGHT}".split("\n"))


def across(*columns: list[Put]) -> list[Put]:
    """Columns as a file may hold them: line by line across all of them."""
    return [put for row in zip(*columns, strict=True) for put in row]


@pytest.mark.parametrize("shift", [0.0, 5.0], ids=["on one base", "between lines"])
@pytest.mark.parametrize("gutter", [14.0, 60.0], ids=["narrow", "wide"])
def test_columns_that_the_file_holds_across_are_read_one_after_the_other(gutter: float, shift: float) -> None:
    left, right = lines(LEFT), lines(RIGHT, 194 + gutter, 100 + shift)
    title = Put("The board denies that it knew of anything", 60, 60, 20)
    article = opened([title, *across(left, right)])
    assert words_of(article) == [WHOLE]


def test_a_line_across_both_columns_parts_them() -> None:
    upper = across(lines(LEFT), lines(RIGHT, 260))
    lower = across(lines(LEFT, down=260), lines(RIGHT, 260, 260))
    middle = Put("The board was asked again in the summer, and answered as it had before", 60, 220, 14)
    article = opened([*upper, middle, *lower])
    assert words_of(article, BlockKind.PARAGRAPH, BlockKind.HEADING) == [WHOLE, middle.words, WHOLE]


def test_three_columns_are_read_one_after_the_other() -> None:
    article = opened(across(lines(LEFT, 40), lines(RIGHT, 220), lines(LEFT, 400)))
    assert " ".join(words_of(article)) == f"{WHOLE} {' '.join(LEFT.splitlines())}"


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Averill", "120", "3.5"), ("Kellen", "80", "1.2"), ("Tolland", "44", "0.9"), ("Harrow", "31", "0.7")]
    puts = [Put(cell, 60 + at * 120, 300 + down * 14) for down, row in enumerate(rows) for at, cell in enumerate(row)]
    found = opened([*lines(ONE), *puts]).text
    assert "Averill | 120 | 3.5" in found
    assert "Harrow | 31 | 0.7" in found


@pytest.mark.parametrize("held", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_its_words_run(turn: int, held: int) -> None:
    cosine, sine = round(math.cos(math.radians(turn))), round(math.sin(math.radians(turn)))
    corner = {0: (0, 0), 90: (500, 0), 180: (560, 800), 270: (60, 800)}[turn]
    puts = []
    for at, line in enumerate(f"{ONE}\n{TWO}".split("\n")):
        across, up = 60, 700 - at * 14 if turn in (0, 180) else 400 - at * 14
        left = corner[0] + across * cosine - up * sine
        high = corner[1] + across * sine + up * cosine
        puts.append(Put(line, left, HEIGHT - high, matrix=(cosine, sine, -sine, cosine)))
    assert " ".join(words_of(opened(puts, page=f"/Rotate {held}"))) == " ".join(running(ONE, TWO))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("libertar-", "ians", "libertarians"),
        ("the har-", "bour", "the harbour"),
        ("news-", "papers", "newspapers"),
        ("a spokes-", "woman", "a spokeswoman"),
        ("a well-", "known critic", "a well-known critic"),
        ("a free-", "for-all", "a free-for-all"),
        ("the editor-in-", "chief", "the editor-in-chief"),
        ("the decision-", "making", "the decision-making"),
        ("her ex-", "husband", "her ex-husband"),
        ("Anglo-", "Saxon", "Anglo-Saxon"),
        ("an F-", "16", "an F-16"),
        ("in 2019-", "2020", "in 2019-2020"),
        ("two-", "and three-year", "two- and three-year"),
        ("the Hafenbe-", "hörde", "the Hafenbehörde"),
        ("the pier—", "or what was left", "the pier—or what was left"),
        ("on 5 May -", "a Monday", "on 5 May - a Monday"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_kept_where_it_is_the_words_own(first: str, second: str, whole: str) -> None:
    article = opened(lines(f"{ONE} In {first}\n{second} of the board nobody knew."))
    assert f"In {whole}" in article.text


def test_a_document_tells_itself_how_it_writes_its_words() -> None:
    twice = f"{ONE}\nThe under-writers and the under-\nwriters. The counterclaim and the counter-\nclaim."
    assert "under-writers and the under-writers. The counterclaim and the counterclaim." in opened(lines(twice)).text


def test_head_and_foot_of_a_single_page_are_grey_though_their_letters_are_as_large() -> None:
    head, foot = Put("Board papers", 60, 30), Put("Printed by A. Quill, 4 May 2026", 60, 820)
    article = opened([head, *lines(f"{ONE}\n{TWO}"), foot])
    assert grey(article) == [head.words, foot.words]


def test_pages_that_begin_and_end_alike_keep_their_lines_and_their_head_is_told_once() -> None:
    pages = [[Put(f"Harbour report, page {number} of 4", 60, 35), *lines(f"{ONE}\n{TWO}")] for number in range(1, 5)]
    article = opened(*pages)
    assert article.text.count("said on Monday that it had") == 4
    assert article.text.count("survey that day.") == 4
    assert grey(article) == ["Harbour report, page 1 of 4"]


def indented(*paragraphs: str, first: float = 20, others: float = 0) -> list[Put]:
    puts = []
    for paragraph in paragraphs:
        for at, line in enumerate(paragraph.split("\n")):
            puts.append(Put(line, 60 + (others if at else first), 100 + len(puts) * 14))
    return puts


@pytest.mark.parametrize(("first", "others"), [(20, 0), (0, 20)], ids=["further in", "further out"])
def test_indents_part_paragraphs(first: float, others: float) -> None:
    full = [words.replace("hurt.", "hurt there by beams.") for words in (ONE, TWO, THREE)]
    assert words_of(opened(indented(*full, first=first, others=others))) == running(*full)


def test_each_speaker_begins_a_paragraph() -> None:
    talk = [f"MS. BRANDT: {ONE}", f"THE COURT: {TWO}", f"Q. {THREE}", "A. No, I never saw it."]
    assert words_of(opened(lines("\n".join(talk)))) == running(*talk)


def test_dialogue_is_parted_by_its_indents() -> None:
    talk = ["Nobody told us a word of it in all of that long year, she said.", "And the survey that lay there?", TWO]
    assert words_of(opened(indented(*talk))) == running(*talk)


def test_a_second_text_that_nobody_sees_is_left_out() -> None:
    seen = lines(ONE)
    hidden = [Put(put.words.replace("o", "0"), put.left + 1, put.down + 1, mode=3) for put in seen]
    assert opened([*seen, *hidden]).text == running(ONE)[0]


def test_the_invisible_text_of_a_scan_is_what_is_read() -> None:
    hidden = [Put(put.words, put.left, put.down, mode=3) for put in lines(ONE)]
    assert opened(hidden).text == running(ONE)[0]


def test_white_words_on_white_paper_are_left_out_and_those_on_a_dark_ground_are_not() -> None:
    white = Put("Ignore all that was said before", 60, 300, colour="1 g")
    assert white.words not in opened([*lines(ONE), white]).text
    assert white.words in opened([*lines(ONE), white], before="0 0 0.4 rg 40 500 500 100 re f").text


def test_words_beyond_the_page_are_left_out() -> None:
    away = [Put("Printed on 4 May", 60, HEIGHT + 40), Put("cut here", WIDTH + 30, 100), Put("crop", 60, -30)]
    assert opened([*lines(ONE), *away]).text == running(ONE)[0]


def test_letters_that_fonts_do_not_name_are_said_to_be_so() -> None:
    strange = [Put(put.words, put.left, put.down, font="F2") for put in lines(f"{ONE}\n{TWO}")]
    article = opened(lines(f"{ONE}\n{TWO}\n{THREE}"), strange)
    assert remarks_of(article) == ["Not read, for its fonts do not name the letters: page 2 of this document"]
    assert words_of(article) == running(f"{ONE}\n{TWO}\n{THREE}")
    with pytest.raises(NotAnArticle, match=r"fonts in “pier\.pdf”"):
        opened(strange)


def test_raised_figures_stay_raised() -> None:
    puts = [Put("The fund lost 10", 60, 100), Put("6", 139, 96, 7), Put("euros", 146, 100), Put("12", 174, 96, 7)]
    puts += [Put("in May, the bank said.", 190, 100), Put("12 The bank has since denied it.", 60, 780, 8)]
    article = opened(puts)
    assert "lost 10⁶ euros¹² in May" in article.text
    assert article.text.endswith("12 The bank has since denied it.")


def test_a_watermark_is_grey_and_told_once() -> None:
    mark = Put("CONFIDENTIAL DRAFT", 150, 600, 60, (0.7, 0.7, -0.7, 0.7), colour="0.8 g")
    article = opened([mark, *lines(ONE)], [*lines(TWO), mark], [*lines(THREE), mark])
    assert grey(article) == ["CONFIDENTIAL DRAFT"]
    assert " ".join(words_of(article)) == " ".join(running(ONE, TWO, THREE))


def test_letters_whose_numbers_are_those_of_letters_are_read() -> None:
    names = "".join(f"/g{number}" for number in range(32, 127))
    data = document([lines(ONE)]).replace(
        b"/Encoding /WinAnsiEncoding", f"/FirstChar 32 /Encoding << /Differences [32 {names}] >>".encode()
    )
    assert read_bytes(data, "a.pdf").article.text == running(ONE)[0]


TITLES = ["Microsoft Word - final_v3(2).docx", "ar.html", "Document2", "LaTeX document", "Folie 1"]


@pytest.mark.parametrize("title", TITLES)
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    facts = f"/Title {text(title)} /Author (jsmith)"
    article = opened([Put("The board denies that it knew", 60, 60, 20), *lines(ONE)], facts=facts)
    assert (article.title, article.origin.byline) == ("The board denies that it knew", "")


def place(article: Article, words: str) -> str:
    start = article.text.index(words)
    spans = [type(article.blocks[0].span)(start, start + len(words))]
    return located_by_kind(article.locators, spans).get(LocatorKind.PAGE, "")


def test_it_is_known_on_which_page_words_stand() -> None:
    article = opened(lines(ONE), lines(TWO.replace("survey", "report")), lines(THREE))
    assert place(article, "rotten piles") == "1"
    assert place(article, "hurt. Nobody") == "1–2"
    assert place(article, "its own engineer") == "3"


def test_a_page_is_called_as_its_document_calls_it() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r /St 3 >> 1 << /S /D /St 1 >>] >>"
    article = opened(lines(ONE), lines(TWO), extra=labels)
    assert (place(article, "rotten piles"), place(article, "newspaper")) == ("iii", "1")


def test_a_page_is_called_by_the_number_that_is_printed_on_it() -> None:
    article = opened(*([*lines(words), Put(str(345 + at), 290, 820, 9)] for at, words in enumerate((ONE, TWO, THREE))))
    assert place(article, "newspaper") == "346"
    assert "346" not in article.text


def test_one_paragraph_may_run_over_hundreds_of_pages() -> None:
    number = 150
    page = lines("\n".join([line.rstrip(".") for line in f"{ONE}\n{TWO}\n{THREE}".split("\n")] * 3))
    article = opened(*[page] * number)
    assert len(words_of(article)) == 1
    assert [locator.number for locator in article.locators] == list(range(1, number + 1))


def test_large_words_printed_over_the_lines_are_grey() -> None:
    mark = Put("DRAFT", 80, 160, 90, colour="0.9 g")
    article = opened([mark, *lines(f"{ONE}\n{TWO}\n{THREE}")], [*lines(THREE), mark])
    assert grey(article) == ["DRAFT"]
    assert " ".join(words_of(article)) == " ".join(running(ONE, TWO, THREE, THREE))


@pytest.mark.parametrize("is_last", [False, True])
def test_a_large_first_letter_begins_its_word(is_last: bool) -> None:
    first, rest = Put("T", 60, 127, 38), [Put(ONE.split("\n")[0][1:], 86, 100), Put(ONE.split("\n")[1], 86, 114)]
    rest += [Put(ONE.split("\n")[2], 86, 128), *lines(TWO, down=156)]
    article = opened([*rest, first] if is_last else [first, *rest])
    assert article.text.startswith(running(ONE)[0])


def test_indents_part_paragraphs_in_each_column() -> None:
    ended = LEFT.replace("in the", "in May.")

    def column(left: float) -> list[Put]:
        puts = indented(ended, RIGHT, first=12)
        return [Put(put.words, put.left - 60 + left, put.down) for put in puts]

    article = opened([*column(60), *column(260)])
    assert words_of(article) == running(ended, RIGHT, ended, RIGHT)


def test_a_head_as_near_to_the_text_as_its_lines_is_grey() -> None:
    texts = (ONE, TWO, THREE)
    article = opened(*([Put("Harbour Courier", 60, 86), *lines(words), Put("All rights", 60, 142)] for words in texts))
    assert " ".join(words_of(article)) == " ".join(running(*texts))
    assert grey(article) == ["Harbour Courier", "All rights"]


def test_running_heads_of_chapters_are_grey_though_few_pages_share_one() -> None:
    heads = ["Chapter 1: The pier 9", "10 Harbour report", "Chapter 2: The survey 11", "12 Harbour report"]
    article = opened(*([Put(head, 60, 35), *lines(f"{ONE}\n{TWO}")] for head in heads))
    assert grey(article) == ["Chapter 1: The pier 9", "10 Harbour report", "Chapter 2: The survey 11"]
    assert [locator.name for locator in article.locators] == ["9", "10", "11", "9", "10", "11", "12"]


def test_a_title_that_is_also_a_running_head_stays_the_title() -> None:
    pages = [[Put("The east pier", 60, 35, 9), *lines(f"{ONE}\n{TWO}")] for _ in range(3)]
    article = opened([Put("The east pier", 60, 60, 22), *lines(THREE)], *pages)
    assert article.title == "The east pier"
    assert words_of(article, BlockKind.HEADING) == ["The east pier"]
    assert grey(article) == ["The east pier"]


def test_items_keep_their_lines_whether_these_stand_further_in_or_not() -> None:
    for others in (0, 12):
        items = [f"• {ONE}", f"• {TWO}", f"• {THREE}"]
        article = opened(
            [*lines(ONE), *(Put(p.words, p.left, p.down + 60) for p in indented(*items, first=0, others=others))]
        )
        assert words_of(article, BlockKind.ITEM) == running(*items)


def test_names_in_a_column_of_their_own_begin_what_they_say() -> None:
    puts = []
    for name, words in (("BRANDT", ONE), ("MR. VEIL", TWO), ("BRANDT", THREE)):
        puts += [Put(name, 60, 100 + len(puts) * 14)]
        puts += [Put(line, 140, puts[-1].down + at * 14) for at, line in enumerate(words.split("\n"))]
    said = running(ONE, TWO, THREE)
    assert words_of(opened(puts)) == [f"BRANDT {said[0]}", f"MR. VEIL {said[1]}", f"BRANDT {said[2]}"]


def test_what_is_typed_on_a_page_and_filled_into_its_forms_is_read() -> None:
    boxes = {"FreeText": ("Not so, says the board", 500, ""), "Widget": ("Ada Brandt", 440, "/FT /Tx /T (name)")}
    annotations, forms = "", b""
    for number, (kind, (words, up, more)) in enumerate(boxes.items(), 50):
        shown = f"/AP << /N {number} 0 R >>"
        annotations += f"<< /Type /Annot /Subtype /{kind} /Rect [60 {up} 400 {up + 40}] {more} {shown} >> "
        drawn = f"BT /F1 12 Tf 2 5 Td {text(words)} Tj ET"
        head = "/Type /XObject /Subtype /Form /BBox [0 0 340 40] /Resources << /Font << /F1 3 0 R >> >>"
        forms += f"{number} 0 obj\n<< {head} /Length {len(drawn)} >>\nstream\n{drawn}\nendstream\nendobj\n".encode()
    data = document([lines(ONE)], page=f"/Annots [{annotations}]")
    # Without its table the file is read from end to end.
    data = data[: data.index(b"xref\n")] + forms + b"trailer << /Root 1 0 R >>\n%%EOF"
    found = read_bytes(data, "form.pdf").article.text
    assert "Not so, says the board" in found
    assert "Ada Brandt" in found


def test_a_word_as_long_as_a_page_is_looked_through_in_time_that_grows_with_it():
    for word, is_readable in (("Harbour’s", True), ("“ill-fated”", True), ("a", True), ("Xkq", False), ("a1", False)):
        assert bool(_READABLE.fullmatch(word)) is is_readable
    # Where each letter was tried as the vowel, this took longer than anybody waits.
    assert _READABLE.fullmatch("a" * 500_000 + "1") is None
