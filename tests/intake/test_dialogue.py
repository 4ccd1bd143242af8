"""Transcripts and interviews tell who speaks; articles with a colon in them do not."""

import pytest

from briefing.intake import read_bytes
from briefing.intake.dialogue import are_turns


def speakers(*paragraphs: str) -> list[str]:
    article = read_bytes("\n\n".join(paragraphs).encode(), "talk.txt").article
    return [turn.speaker for turn in article.markup.turns]


def test_questions_and_answers() -> None:
    assert speakers("Q: Did the board know?", "A: It did not.", "Q: Who did?", "A: I cannot say.") == list("QAQA")
    assert speakers("Q. Did the board know?", "A. It did not.", "Q. Who did?", "A. I cannot say.") == list("QAQA")


def test_names_in_capitals() -> None:
    assert speakers(
        "THE PRESIDENT: We never knew of it.", "MR. SMITH: You did.", "It was in the paper.", "THE PRESIDENT: No."
    ) == ["THE PRESIDENT", "MR. SMITH", "THE PRESIDENT"]


def test_names_in_small_letters_that_come_again() -> None:
    talk = ["Ada Brandt: Nobody told us.", "Tom Veil: You were.", "Ada Brandt: When?", "Tom Veil (laughing): In May."]
    assert speakers(*talk) == ["Ada Brandt", "Tom Veil", "Ada Brandt", "Tom Veil"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Note: The board met.", "Correction: It did not.", "Update: It did.", "Note: It will."],
        ["The board said this: it never knew.", "The company said that: it did.", "The board said this: no."],
        ["Location: Berlin", "Date: May", "Participants: Twelve", "Location: Bonn"],
        ["UPDATE: The board met today.", "It said nothing.", "It went home."],
        ["Q: Did the board know?", *["The board said that it had never been told of it."] * 20],
        ["Ann LeeImage: the city.", "Tom VeilImage: the port.", "Ann LeeImage: a bank.", "Tom VeilImage: a school."],
        ["10:30 The board meets.", "11:30 It goes home.", "12:30 It eats."],
    ],
)
def test_other_lines_with_a_colon_are_nobodys(paragraphs: list[str]) -> None:
    assert speakers(*paragraphs) == []


def test_lines_of_one_paragraph_need_speakers_that_come_again() -> None:
    assert are_turns(["ADA: No.", "TOM: Yes.", "ADA: No."])
    assert not are_turns(["Opening hours: nine to five", "Address: the pier"])
    assert not are_turns(["The board met.", "ADA: No.", "TOM: Yes."])
