"""Messages: every part that a mail program shows is read in its order, nothing of a message that is attached."""

import pytest
from article_parts import lines_of

from briefing.intake import IntakeFailure, read_bytes
from briefing.model import Article

DENIAL = "The harbour board denies that it knew of the rotten piles."
ANSWER = "Tom Veil, whose company owns the pier, says that the board was given the survey in January."
LUNCH = "Shall we have lunch on Friday?"
HEAD = "From: Ann Keller <ann@example.org>\nTo: desk@example.org\nSubject: Pier\nDate: Tue, 4 Jun 2024 10:00:00 +0000\n"


def part(words: str, kind: str = "text/plain", more: str = "") -> str:
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{words}\n"


def multipart(kind: str, *parts: str, mark: str = "b") -> str:
    inner = "".join(f"--{mark}\n{each}" for each in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n{inner}--{mark}--\n'


def read(body: str, name: str = "a.eml", head: str = HEAD) -> Article:
    return read_bytes(f"{head}MIME-Version: 1.0\n{body}".encode(), name).article


def test_parts_that_a_picture_stands_between_are_all_read() -> None:
    picture = "Content-Type: image/png\nContent-Disposition: inline\n\nAAAA\n"
    assert read(multipart("mixed", part(DENIAL), picture, part(ANSWER))).text == f"{DENIAL}\n\n{ANSWER}"


def test_a_page_and_the_text_below_it_are_both_read() -> None:
    alternative = multipart("alternative", part(DENIAL), part(f"<p>{DENIAL}</p>", "text/html"), mark="c")
    assert read(multipart("mixed", alternative, part(ANSWER))).text == f"{DENIAL}\n\n{ANSWER}"


def test_of_alternatives_one_is_read_and_an_entry_for_the_calendar_is_none() -> None:
    page = multipart("related", part(f"<p>{DENIAL}</p>", "text/html"), "Content-Type: image/png\n\nAAAA\n", mark="c")
    assert read(multipart("alternative", part(DENIAL), page)).text == DENIAL
    assert read(multipart("alternative", part(DENIAL), part("BEGIN:VCALENDAR", "text/calendar"))).text == DENIAL
    assert read(multipart("alternative", part(DENIAL), part("<p> </p>", "text/html"))).text == DENIAL


@pytest.mark.parametrize("more", ["", "Content-Disposition: attachment\n", "Content-Disposition: inline\n"])
@pytest.mark.parametrize("first", [True, False])
def test_what_stands_in_an_attached_message_is_not_read_but_named(more: str, first: bool) -> None:
    inner = multipart("alternative", part(LUNCH), part(f"<p>{LUNCH}</p>", "text/html"), mark="c")
    attached = f"Content-Type: message/rfc822\n{more}\nSubject: Old: lunch\nFrom: t@example.net\n{inner}"
    parts = (attached, part(DENIAL)) if first else (part(DENIAL), attached)
    assert lines_of(read(multipart("mixed", *parts))) == [
        ("paragraph", DENIAL),
        ("remark", "Attached and not read: “Old: lunch”"),
    ]


def test_files_that_are_attached_are_named_and_pictures_are_not() -> None:
    survey = part("a;b", "text/csv", 'Content-Disposition: attachment; filename="survey.csv"\n')
    logo = 'Content-Type: image/png\nContent-Disposition: attachment; filename="logo.png"\n\nAAAA\n'
    assert lines_of(read(multipart("mixed", part(DENIAL), survey, logo)))[1:] == [
        ("remark", "Attached and not read: “survey.csv”")
    ]


def test_a_message_without_text_of_its_own_is_read_from_the_text_that_is_attached() -> None:
    rich = part(rf"{{\rtf1\ansi {DENIAL}\par}}", "application/rtf", "Content-Disposition: attachment\n")
    assert read(rich).text == DENIAL
    plain = part(DENIAL, more='Content-Disposition: attachment; filename="a.txt"\n')
    assert read(multipart("mixed", part(" "), plain)).text == DENIAL
    inner = f"Content-Type: message/rfc822\n\nSubject: Old\n\n{LUNCH}\n"
    with pytest.raises(IntakeFailure, match=r"a\.eml"):
        read(multipart("mixed", inner))


def test_flowed_lines_are_joined_and_what_is_quoted_stands_apart() -> None:
    body = part(
        "The board denies that it knew of the \nrotten piles.\n\nOn 3 Jun, Tom Veil wrote:\n\n"
        "> Did the board know of the \n> piles?\n>\n>> Nobody knows.\n\nIt did not.",
        "text/plain; format=flowed",
    )
    assert lines_of(read(body)) == [
        ("paragraph", "The board denies that it knew of the rotten piles."),
        ("paragraph", "On 3 Jun, Tom Veil wrote:"),
        ("quotation", "Did the board know of the piles?"),
        ("quotation", "Nobody knows."),
        ("paragraph", "It did not."),
    ]
    chinese = part("董事会否认 \n知情。", "text/plain; format=flowed; delsp=yes")
    assert read(chinese).text == "董事会否认知情。"


@pytest.mark.parametrize(
    "mark",
    [
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "From: Tom Veil\nSent: Monday\nSubject: Pier",
        "Von: Tom Veil\nGesendet: Montag\nBetreff: Pier",
    ],
)
def test_a_message_that_is_quoted_whole_stands_apart(mark: str) -> None:
    plain = lines_of(read(part(f"{DENIAL}\n\n{mark}\n\n{ANSWER}")))
    page = lines_of(read(part(f"<p>{DENIAL}</p><p>{mark.replace(chr(10), '<br>')}</p><p>{ANSWER}</p>", "text/html")))
    for found in (plain, page):
        assert found[0] == ("paragraph", DENIAL)
        assert found[-1] == ("quotation", ANSWER)


def test_greetings_and_signatures_are_no_headings_and_lines_above_prose_are() -> None:
    body = f"Dear Tom\n\nBoard denies all\n\n{ANSWER}\n\nBest regards\n\nAnn Keller\nHarbour Board\n+44 20 7946 0000"
    headings = [words for kind, words in lines_of(read(part(body))) if kind == "heading"]
    assert headings == ["Board denies all"]


def test_a_signature_is_grey_and_what_is_quoted_below_it_is_not() -> None:
    kinds = [kind for kind, _ in lines_of(read(part(f"{DENIAL}\n\n-- \nAnn Keller\n\n> {ANSWER}\n\nSo I said.")))]
    assert kinds == ["paragraph", "boilerplate", "boilerplate", "quotation", "paragraph"]


@pytest.mark.parametrize(
    "before", ["From ann@example.org Tue Jun  4 10:00:00 2024\n", "Microsoft Mail Internet Headers Version 2.0\n", "\n"]
)
def test_what_programs_put_before_the_headers_does_no_harm(before: str) -> None:
    article = read(multipart("alternative", part(DENIAL), part(f"<p>{DENIAL}</p>", "text/html")), head=before + HEAD)
    assert (article.text, article.title, article.origin.byline) == (DENIAL, "Pier", "Ann Keller")


def test_a_message_with_few_headers_is_known_by_its_name() -> None:
    assert read(f"\n{DENIAL}", head="Status: RO\nTo: desk@example.org\n").text == DENIAL


def test_what_a_mailing_list_writes_below_a_message_is_grey() -> None:
    foot = "_______________________________________________\nport-list mailing list\nport-list@lists.example\n"
    data = f"From: Ann <a@b.example>\nSubject: Pier\n\nThe board denies that it knew of the piles.\n{foot}".encode()
    article = read_bytes(data, "a.eml").article
    assert [block.span.of(article.text) for block in article.blocks if block.analysed] == [
        "The board denies that it knew of the piles."
    ]
