"""A pronoun for somebody without a name is given the words that brought him in, so that a reader sees who spoke."""

import pytest


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Researchers from the University of Oslo found that eels live long. They said quotas were too high.",
            "Researchers from the University of Oslo",
        ),
        ("Protesters gathered in the square on Monday. They said the mayor had lied.", "Protesters"),
        ("Anna Ruiz met two nurses. They said the ward was full.", "two nurses"),
        ("Police said the man had a knife. They said he had run at the door.", "Police"),
        ("The couple said they had never seen the dog before. They said it had come in at night.", "The couple"),
        ("An eyewitness said the bus had been on fire. He said the driver had jumped out.", "An eyewitness"),
        (
            "The clinic raised the alarm at noon. The clinic said nine were ill. It said they were children.",
            "The clinic",
        ),
        ("The ministry said that two people were missing. It said divers were searching.", "The ministry"),
    ],
)
def test_a_pronoun_stands_for_who_came_in_without_a_name(told, text, source):
    assert told(text)[-1].hops[-1][0] == source


@pytest.mark.parametrize(
    ("text", "source", "actor"),
    [
        ("Officials said the dam was safe. Ann Kerr doubted it. She said that the wall leaked.", "She", "Ann Kerr"),
        ("Anna Ruiz and Tom Sato met the nurses. Anna Ruiz said that she was glad.", "Anna Ruiz", "Anna Ruiz"),
        ("The firm raised its prices on Monday. They said that oil was dear.", "They", ""),
    ],
)
def test_a_pronoun_that_means_somebody_else_stays_as_it_is(told, text, source, actor):
    assert told(text)[-1].hops[-1][::2] == (source, actor)


def test_a_word_before_the_noun_that_speaks_is_no_pronoun_for_the_speaker(told):
    text = "A mayor went missing on Thursday. His daughter said that he had left a note."
    assert told(text)[-1].hops[-1][0] == "His daughter"
