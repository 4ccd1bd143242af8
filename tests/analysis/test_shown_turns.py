"""Who speaks in a transcript is the same in every format, and the analysis takes it from the page."""

import io
from dataclasses import replace

import pytest
from docx import Document

from briefing.analysis import Analyser
from briefing.intake import read_bytes
from briefing.model import Analysis, Article, words_of
from briefing.model.markup import Turn
from briefing.model.spans import Span

SPEAKERS = ("Speaker 1", "Speaker 2")
TALK = (
    (0, "Did the board know of the leak in the harbour wall?"),
    (1, "The board was told of the leak in May. The contractor hid the report from the council."),
    (0, "Who paid for the repairs of the wall?"),
    (1, "The city paid four million euros. The minister told me that the state would pay the rest."),
)


def lines(speakers: tuple[str, str]) -> list[str]:
    return [f"{speakers[number]}: {words}" for number, words in TALK]


def vtt(speakers: tuple[str, str]) -> bytes:
    times = (f"00:0{at}.000 --> 00:0{at + 1}.000" for at in range(len(TALK)))
    cues = (f"{time}\n<v {speakers[number]}>{words}" for time, (number, words) in zip(times, TALK, strict=True))
    return "\n\n".join(("WEBVTT", *cues)).encode()


def srt(speakers: tuple[str, str]) -> bytes:
    times = (f"{at}\n00:00:0{at},000 --> 00:00:0{at + 1},000" for at in range(1, len(TALK) + 1))
    return "\n\n".join(f"{time}\n{line}" for time, line in zip(times, lines(speakers), strict=True)).encode()


def docx(speakers: tuple[str, str]) -> bytes:
    made, data = Document(), io.BytesIO()
    for line in lines(speakers):
        made.add_paragraph(line)
    made.save(data)
    return data.getvalue()


def html(speakers: tuple[str, str]) -> bytes:
    told = "".join(f"<p><b>{line.partition(':')[0]}:</b>{line.partition(':')[2]}</p>" for line in lines(speakers))
    return f"<html><body><article><h1>The harbour wall</h1>{told}</article></body></html>".encode()


def txt(speakers: tuple[str, str]) -> bytes:
    return "\n\n".join(lines(speakers)).encode()


FORMATS = {"talk.vtt": vtt, "talk.srt": srt, "talk.docx": docx, "talk.html": html, "talk.txt": txt}


def read(name: str, speakers: tuple[str, str] = SPEAKERS) -> Article:
    return read_bytes(FORMATS[name](speakers), name).article


def sources(article: Article, analyser: Analyser) -> list[tuple[str, ...]]:
    """Who said each claim, as the text calls them, outermost first."""
    analysis: Analysis
    *_, analysis = analyser.analyse(article)
    return [tuple(words_of(hop.source, article.text) for hop in claim.attributions) for claim in analysis.claims]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("speakers", [SPEAKERS, ("SPEAKER 1", "SPEAKER 12"), ("Q", "A"), ("SPEAKER_00", "SPEAKER_01")])
def test_a_transcript_has_the_same_speakers_in_every_format(name: str, speakers: tuple[str, str]) -> None:
    article = read(name, speakers)
    assert [turn.speaker for turn in article.markup.turns] == [speakers[number] for number, _ in TALK]
    assert {turn.label.of(article.text) for turn in article.markup.turns} == {f"{speaker}:" for speaker in speakers}


@pytest.mark.parametrize("name", FORMATS)
def test_the_analysis_has_the_same_sources_in_every_format(name: str, analyser: Analyser) -> None:
    assert sources(read(name), analyser) == [
        ("Speaker 2",),
        ("Speaker 2",),
        ("Speaker 2", "The minister"),
    ]


def test_a_label_that_the_page_shows_speaks_however_often_it_comes(analyser: Analyser) -> None:
    text = "the harbourmaster: The ramp was repaired twice last winter by the company from the north."
    article = read_bytes(text.encode(), "ramp.txt").article
    assert article.markup.turns == ()
    shown = Turn(0, "the harbourmaster", Span(0, len("the harbourmaster:")))
    told = replace(article, markup=replace(article.markup, turns=(shown,)))
    assert ("the harbourmaster",) in sources(told, analyser)


def test_a_turn_whose_label_does_not_stand_in_the_text_is_passed_over(analyser: Analyser) -> None:
    article = read("talk.txt")
    odd = (Turn(0, "Speaker 1"), Turn(0, "", Span(0, 1)), Turn(0, "Nobody", Span(0, 9)), Turn(0, "S", Span(0, 1)))
    for turn in odd:
        told = replace(article, markup=replace(article.markup, turns=(turn,)))
        assert sources(told, analyser) == sources(article, analyser)


@pytest.mark.parametrize(
    "lines",
    [
        ["Step 1: Open the lid.", "Step 2: Close the lid.", "Step 3: Go home.", "Step 4: Come back."],
        ["FIGURE 1: The pier.", "FIGURE 2: The wall.", "FIGURE 3: The ramp."],
    ],
)
def test_numbered_lines_are_nobodys(lines: list[str]) -> None:
    assert read_bytes("\n\n".join(lines).encode(), "list.txt").article.markup.turns == ()
