"""Who writes means himself by "I": the sender of a message, a columnist, a judge, a body that reports."""

import pytest

MAIL = """From: Ida Krogh <ida@krogh.example>
To: Jon Falk
Subject: The ramp
Jon,
I believe that the ramp was never inspected. You told me that it was safe.
On 3 May, Jon Falk wrote:
> I believe the ramp is fine.
I suspect that the file was lost."""

FORWARDED = """Subject: FW: Monday
From: Ida Krogh
To: Mei Tan
I suspect that he forged it.
-----Original Message-----
From: Jon Falk
To: Ida Krogh
Subject: Monday
I believe that the board knew."""

TWO_JUDGES = """Before: Lord Justice Falk
I find that the wall was wet in January.
KROGH, J., dissenting:
I believe that the wall was dry."""


def _actors(claims) -> dict[str, str]:
    return {claim.content: claim.hops[-1][2] for claim in claims}


@pytest.mark.parametrize(
    ("text", "content", "actor"),
    [
        ("Why I left\nBy Ida Krogh\nI told them that the council lied to us.", "the council lied", "Ida Krogh"),
        ("Why I left\nOpinion | Ida Krogh\nI believe the council lied to us.", "the council lied", "Ida Krogh"),
        ("Why I left\nposted by Ida Krogh on 3 May\nI believe the council lied.", "the council lied", "Ida Krogh"),
        ("Dr. Ida Krogh (@idakrogh) · 3 May\nWe believe the council lied.", "the council lied", "Ida Krogh"),
        ("Before: Lord Justice Falk\nI find that the wall was wet.", "the wall was wet", "Falk"),
        (
            "REX v VOST: SENTENCING REMARKS OF MRS JUSTICE HALE\nI accept that the lock was broken.",
            "lock was broken",
            "HALE",
        ),
        ("Krogh, Circuit Judge:\nWe hold that the search was unlawful.", "the search was unlawful", "Krogh"),
        (
            "Press release\nThe Union of Deckhands mourns four members.\nWe believe that the pumps had failed.",
            "the pumps had failed",
            "Union of Deckhands",
        ),
    ],
)
def test_i_and_we_outside_quotations_are_who_writes(told, text, content, actor) -> None:
    found = next(who for said, who in _actors(told(text)).items() if content in said)
    assert found.lower().endswith(actor.lower())


def test_the_sender_of_a_message_is_i_and_its_receiver_you(told) -> None:
    found = _actors(told(MAIL))
    assert found["that the ramp was never inspected"] == "Ida Krogh"
    assert found["that it was safe"] == "Jon Falk"
    assert found["that the file was lost"] == "Ida Krogh"


def test_what_a_message_quotes_line_by_line_is_of_whoever_wrote_that(told) -> None:
    assert _actors(told(MAIL))["the ramp is fine"] == "Jon Falk"


def test_a_message_that_is_quoted_whole_has_a_sender_of_its_own(told) -> None:
    found = _actors(told(FORWARDED))
    assert (found["that he forged it"], found["that the board knew"]) == ("Ida Krogh", "Jon Falk")


def test_each_judge_is_i_in_his_own_opinion(told) -> None:
    found = _actors(told(TWO_JUDGES))
    assert found["that the wall was wet in January"].endswith("Falk")
    assert found["that the wall was dry"].lower() == "krogh"


def test_whom_a_judge_speaks_to_is_you(told) -> None:
    text = (
        "REX v VOST: SENTENCING REMARKS OF MRS JUSTICE HALE\n"
        "Karl Vost, you were found guilty by the jury.\nYou told the jury that the sun was in your eyes."
    )
    assert _actors(told(text))["that the sun was in your eyes"] == "Karl Vost"


@pytest.mark.parametrize(
    "text",
    [
        # In quotation marks "I" is whoever is quoted, and a reporter's "we" may be anybody.
        "Ferry stopped\nBy Ida Krogh\n“I think that the ramp is fine,” the owner said.",
        "Ferry stopped\nBy Ida Krogh\n‘I think that the ramp is fine,’ the owner said.",
        "Ferry stopped\nBy Ida Krogh\nWe know that the ramp is fine.",
        "By noon the ferry had stopped.\nI think that the ramp is fine.",
    ],
)
def test_nobody_else_is_taken_for_who_writes(told, text) -> None:
    assert "Ida Krogh" not in {actor for claim in told(text) for _, _, actor in claim.hops}


def test_who_is_known_by_name_is_not_unnamed(told) -> None:
    text = "Krogh, Circuit Judge:\nThe city of Pell appeals.\nWe hold that the entry was unlawful."
    assert {claim.status for claim in told(text) if "unlawful" in claim.content} == {"claimed"}


def test_a_sender_keeps_his_whole_name_though_he_signs_with_the_first(told) -> None:
    text = "From: Tomas Reyl\nTo: Birgit Aas\nSubject: Bill\nI believe that the bill is wrong.\nKind regards,\nTomas"
    assert _actors(told(text))["that the bill is wrong"] == "Tomas Reyl"
