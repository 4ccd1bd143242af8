"""In interviews, hearings and transcripts each paragraph is a turn, and its label tells who speaks."""

import pytest

INTERVIEW = """The ferry town has lost its ferry. We asked Ida Krogh, who ran it, what comes next. Krogh retired in May.
Q: Was the ferry ever safe to take cars across?
A: The ramp was repaired twice last winter. Nobody was ever hurt on it.
The board knew of every repair that we made.
Q: Did the mayor Lena Olsen visit you?
A: Olsen told me that the town would pay for a new ramp. It never did."""

HEARING = """CHAIRMAN WEBER: The committee is in order. We turn to the fire at the depot.
MS. HADDAD: The sprinklers had been shut off for eleven days.
CHAIRMAN WEBER: Who shut them off, and on whose order?
MS. HADDAD: I signed the order myself. The Fire Service said that three of them were broken."""


def _by_source(claims) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(claim.hops[-1][0], []).append(claim.content)
    return found


def test_an_answer_is_claimed_by_the_one_who_was_introduced(told) -> None:
    found = _by_source(told(INTERVIEW))
    assert any("The ramp was repaired twice last winter." in content for content in found["Ida Krogh"])


def test_a_paragraph_without_a_label_goes_on_with_the_turn_before_it(told) -> None:
    found = _by_source(told(INTERVIEW))
    assert any("The board knew of every repair" in content for content in found["Ida Krogh"])


def test_what_somebody_else_said_keeps_its_speaker_within_a_turn(told) -> None:
    found = _by_source(told(INTERVIEW))
    assert any("the town would pay for a new ramp" in content for content in found["Olsen"])


def test_a_question_is_no_claim_of_who_asks(told) -> None:
    assert not any(claim.content.endswith("?") for claim in told(INTERVIEW))


def test_a_speaker_in_capitals_says_the_whole_turn(told) -> None:
    found = _by_source(told(HEARING))
    assert any("The sprinklers had been shut off for eleven days." in content for content in found["MS. HADDAD"])


def test_i_is_whoever_speaks(told) -> None:
    sources = {source for claim in told(HEARING) for source, *_ in claim.hops}
    assert sources.isdisjoint({"I", "we", "We", "you"})


@pytest.mark.parametrize(
    "text",
    [
        # A list of charges: each name stands once.
        "Six people were charged on Friday.\nPeter Lane: possession of a stolen boat\nJane Holt: driving while drunk\n"
        "Karl Vost: theft of a bicycle",
        # Figures: no sentences.
        "The count went on all night.\nOlsen: 1,204\nBerg: 1,188\nOlsen: 1,310\nBerg: 1,299",
        # What stands at the edge of a page speaks for nobody.
        "The pier closed on Monday.\nPhoto: The pier in the winter of the great storm\n"
        "Photo: The pier on the day on which it was closed\nPhoto: Those who came to see it one last time",
    ],
)
def test_lists_and_captions_are_no_turns(told, text) -> None:
    assert told(text) == []


def test_initials_stand_for_the_name_before_them(told) -> None:
    text = """Ruth Keller has piloted ships for thirty years, and she talked with us about the harbour.
Courier: What has changed in the harbour since you came?
Ruth Keller: The channel has silted up by a metre in ten years.
Courier: Who should dredge it, and who should pay?
RK: The port company promised us a dredger in 2019, and we still wait for it."""
    found = _by_source(told(text))
    assert any("The port company promised us a dredger in 2019" in content for content in found["Ruth Keller"])


def test_a_statement_is_claimed_by_whom_it_is_headed_with(told) -> None:
    text = """Statement by the Velm Port Company
It was put on the company's website on Monday:
“The goal of the company has always been to keep the harbour open in the winter.
The company will dredge the channel twice in the coming year. The port company used only two surveyors.”"""
    found = _by_source(told(text))
    assert any("The company will dredge the channel" in content for content in found["the Velm Port Company"])


def test_a_label_that_nobody_knows_is_a_name_all_the_same(told) -> None:
    text = """ANCHOR: The ferry was sold this morning to a company from the north.
OYELARAN: The board sold it because the ramp was unsafe. Nobody wanted to pay for a new one.
ANCHOR: What will the islanders do in the winter?
OYELARAN: They will leave the island for good, all of them."""
    claims = told(text)
    assert {claim.status for claim in claims}.isdisjoint({"unnamed"})
    assert not any(claim.content.endswith("?") for claim in claims)


@pytest.mark.parametrize(
    "head",
    [
        "Interview by Tom Okafor\nLena Brandt led the office for nine years. She spoke to The Ledger in her garden.",
        "Interview by Tom Okafor\nLena Brandt led the office until she resigned in January. She spoke to The Ledger.",
        "By Ann Lee and Tom Okafor\nLena Brandt led the office for nine years.",
        "Lena Brandt led the office for nine years. She was interviewed by Tom Okafor.",
    ],
)
def test_who_wrote_an_interview_down_is_not_the_one_who_answers(told, head: str) -> None:
    turns = (
        "Q: Why did you resign?\nA: I was asked to hold back the figures until after the election.\n"
        "Q: Who else heard the call?\nA: My deputy was in the room when the office called me."
    )
    found = _by_source(told(f"{head}\n{turns}"))
    assert any("hold back the figures" in content for content in found["Lena Brandt"])
