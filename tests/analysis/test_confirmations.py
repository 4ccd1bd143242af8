"""Who confirms what: who affirms it in words; no echo, no question, no half of it, and no heading."""

import pytest

from briefing.model import Article, Block, BlockKind, Span


@pytest.mark.parametrize(
    "text",
    [
        "Nora Hale said, “You will have to ask a bear.” Ida Moe said, “Yes, ask a bear.”",
        "Q: The tools were made of bone, Finn Berg said. So you confirm that the tools were made of bone?",
        "Memos revealed that Premier Ada Kroll played down the fever to avoid a panic. "
        "Kroll said that it was not wise to stir up a panic about the fever.",
        "The union said the ferry was late. Captain Lars Eide said the ferry was late because of ice.",
    ],
)
def test_an_echo_a_question_and_half_of_it_confirm_nothing(told, text):
    assert "confirmed" not in {claim.status for claim in told(text)}


def test_a_heading_is_not_confirmed(analyser):
    heading, body = "Clerk: the council punished a witness", "Mara Dent admitted that the council punished a witness."
    blocks = (
        Block(BlockKind.HEADING, Span(0, len(heading))),
        Block(BlockKind.PARAGRAPH, Span(len(heading) + 1, len(heading) + 1 + len(body))),
    )
    *_, analysis = analyser.analyse(Article(f"{heading}\n{body}", blocks))
    assert analysis.claims
    assert "confirmed" not in {claim.status.value for claim in analysis.claims}


@pytest.mark.parametrize(
    "text",
    [
        "The paper reported that the bank had lost 40 million. The bank confirmed the loss of 40 million.",
        "Pilot Ana Ruiz said the left engine had failed. Inspector Per Lund confirmed that the left engine had failed.",
    ],
)
def test_who_affirms_it_in_words_confirms_it(told, text):
    assert told(text)[0].status == "confirmed"


def test_the_same_words_quoted_twice_are_of_one_mouth(told):
    text = (
        "“He should stay in until he gets everything he is fighting for,” Clara Munt said. Her aide Bo Sand added: “He "
        "should stay in until he gets everything he is fighting for, or as much as he can.”"
    )
    assert "confirmed" not in {claim.status for claim in told(text)}


def test_who_concedes_what_another_denies_confirms_nothing(told):
    text = (
        "Manager Cole Lewand said he had never touched the reporter. Candidate Don Tramp conceded that Lewand had "
        "touched the reporter."
    )
    assert "confirmed" not in {claim.status for claim in told(text)}
