"""Captions: who speaks, in whole paragraphs, each caption with its time."""

import pytest

from briefing.intake import NotAnArticle, UnreadableFile, read_bytes
from briefing.model import Article, LocatorKind

VTT = """WEBVTT - The pier, a talk
Kind: captions
Language: en

NOTE made by hand

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v.loud Ann Keller>We did not know of the <i>rotten</i>

00:04.000 --> 00:07.500
<v Ann Keller>piles &amp; beams.</v>

01:00:08.000 --> 01:00:10.000
<v Tom Veil>That is <b>not</b> true.
<v Ann Keller>It is.
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
ANN KELLER: We did not know of the rotten

2
00:00:04,000 --> 00:00:07,500
piles.
"""


def lines_of(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


def read(text: str, name: str) -> Article:
    return read_bytes(text.encode(), name).article


def test_the_words_of_a_speaker_stand_together_below_the_name() -> None:
    article = read(VTT, "talk.vtt")
    assert lines_of(article) == [
        "Ann Keller: We did not know of the rotten piles & beams.",
        "Tom Veil: That is not true.",
        "Ann Keller: It is.",
    ]
    assert article.title == "The pier, a talk"
    assert [(turn.speaker, turn.label.of(article.text)) for turn in article.markup.turns] == [
        ("Ann Keller", "Ann Keller:"),
        ("Tom Veil", "Tom Veil:"),
        ("Ann Keller", "Ann Keller:"),
    ]


def test_each_caption_has_its_time() -> None:
    article = read(VTT, "talk.vtt")
    assert [(place.label, place.kind) for place in article.locators] == [
        ("00:00:01", LocatorKind.TIME),
        ("00:00:04", LocatorKind.TIME),
        ("01:00:08", LocatorKind.TIME),
    ]
    assert article.text[article.locators[1].start :].startswith("piles & beams")


def test_a_speaker_named_in_the_words_begins_a_paragraph() -> None:
    article = read(
        f"{SRT}\n3\n00:00:08,000 --> 00:00:09,000\nTOM VEIL: {{\\an8}}That is <i>not</i> true.\n", "talk.srt"
    )
    assert lines_of(article) == [
        "ANN KELLER: We did not know of the rotten piles.",
        "TOM VEIL: That is not true.",
    ]
    assert [turn.speaker for turn in article.markup.turns] == ["ANN KELLER", "TOM VEIL"]


@pytest.mark.parametrize(
    "text",
    [
        SRT.replace("\n", "\r\n"),
        f"\ufeff{SRT}",
        SRT.replace(",000", ".000").replace(",500", ".500"),
        SRT.replace("1\n00:", "00:", 1).replace("2\n00:", "00:"),
        SRT.replace("00:00:0", "00:0"),
    ],
    ids=["Windows", "byte order mark", "points", "without numbers", "without hours"],
)
def test_subrip_is_read_as_programs_write_it(text: str) -> None:
    assert lines_of(read(text, "talk.srt")) == ["ANN KELLER: We did not know of the rotten piles."]


def test_subrip_is_known_by_what_is_in_it() -> None:
    assert lines_of(read(SRT, "talk.txt")) == ["ANN KELLER: We did not know of the rotten piles."]


def test_lines_that_roll_on_are_said_once() -> None:
    text = (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n \nthe<00:00:00.500><c> board</c>\n\n"
        "00:00:02.000 --> 00:00:02.010\nthe board\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nthe board\ndenies<00:00:03.000><c> it</c>\n"
    )
    assert lines_of(read(text, "auto.vtt")) == ["the board denies it"]


def test_what_is_less_than_something_stays() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:02.000\nif 3 &lt; 4 then <c.yellow>yes</c>\n"
    assert lines_of(read(text, "a.vtt")) == ["if 3 < 4 then yes"]


def test_a_pause_after_a_sentence_ends_the_paragraph() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nOne.\n\n00:02.000 --> 00:03.000\nTwo.\n\n00:30.000 --> 00:31.000\nThree.\n"
    )
    assert lines_of(read(text, "a.vtt")) == ["One. Two.", "Three."]


def test_captions_without_words_are_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"a\.vtt"):
        read("WEBVTT\n", "a.vtt")


def test_damaged_captions_are_told_of_in_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"“a\.srt” is no sound file of captions"):
        read("00:00:01,000 --> 00:00:99\nHello there\n", "a.srt")


def test_what_a_machine_heard_without_sentences_is_no_single_paragraph() -> None:
    cue = "00:{0:02}:{1:02}.000 --> 00:{0:02}:{1:02}.900\nand so they went on with it without a stop\n"
    article = read("WEBVTT\n\n" + "\n".join(cue.format(n // 60, n % 60) for n in range(300)), "talk.vtt")
    lengths = [len(line) for line in lines_of(article)]
    assert len(lengths) > 5
    assert max(lengths) < 1600
