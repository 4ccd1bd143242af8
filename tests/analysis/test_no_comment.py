"""Where somebody who was asked gave no answer, nothing was said: there is no claim."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board declined to comment on the dredging contract.",
        "A lawyer for Berg refused to discuss the case.",
        "Mayor Lena Olsen did not immediately respond to requests for comment on the sale of the pier.",
        "The company could not be reached for comment.",
        "The ministry has yet to respond to a request for comment.",
        "The bank said it would not comment on the merger.",
        "Neither the club nor its owner replied to questions about the stadium.",
        "The airline did not answer calls seeking comment about the crash.",
        "Olsen declined to say whether the pier would be sold.",
        "Officials did not say whether the port would close.",
        "The ministry didn't disclose how the money was spent.",
        "The ministry would neither confirm nor deny the report.",
        "Lena Olsen did not say that the pier was safe.",
        "“No comment,” the mayor, Lena Olsen, said.",
        "Asked about the pier, Olsen said: “We have no comment.”",
    ],
)
def test_no_answer_is_no_claim(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union declined to take part in the talks.", "to take part in the talks"),
        ("The company did not return the money, Lena Olsen said.", "The company did not return the money"),
        ("“I will not comment on rumours,” Lena Olsen said.", "“I will not comment on rumours,”"),
        ("“No comment, the pier is safe,” Lena Olsen said.", "“No comment, the pier is safe,”"),
        (
            "Lena Olsen declined to confirm or deny the report, saying the talks were private.",
            "the talks were private",
        ),
    ],
)
def test_a_refusal_of_something_else_and_words_about_it_stay(told, text, content):
    assert [claim.content for claim in told(text)] == [content]


def test_who_said_it_is_no_content_of_a_verb_before_it(told):
    (claim,) = told("The tenants did not respond to the threat with a strike, Omar Haddad said.")
    assert claim.hops == (("Omar Haddad", "said", "Omar Haddad"),)


@pytest.mark.parametrize(
    "text",
    [
        "He said he would not comment.",
        "The port authority said it will not comment on the strike.",
        "Police said they would not comment on the arrest.",
        "Lena Olsen said she would not answer questions from reporters.",
        "The bank said it declined to comment on the merger.",
    ],
)
def test_who_says_that_he_gives_a_reporter_no_answer_says_nothing(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said he refused to answer questions.", "he refused to answer questions"),
        ("Police said he would not comment on the fire.", "he would not comment on the fire"),
        ("Nurses said they did not respond.", "they did not respond"),
        (
            "Neighbours said he did not answer when the landlord rang.",
            "he did not answer when the landlord rang",
        ),
        (
            "Olsen said she did not answer because the line was dead.",
            "she did not answer because the line was dead",
        ),
        (
            "The bank said it refused to disclose the debt because the law forbids it.",
            "it refused to disclose the debt because the law forbids it",
        ),
        (
            "Berg said he did not reply because he never got the letter.",
            "he did not reply because he never got the letter",
        ),
        (
            "The ministry said it would not comment because a trial was pending.",
            "it would not comment because a trial was pending",
        ),
    ],
)
def test_a_silence_of_others_or_with_its_reason_is_a_claim(told, text, content):
    assert content in [claim.content for claim in told(text)]
