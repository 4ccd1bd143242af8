"""Who is meant by a description: an office with its holder, a wider word for one, words of a body's name."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Princess Ubol Mahid joined a party. The princess, 67, announced that she would run.", "Ubol Mahid"),
        ("The bill was criticised by archbishop Jorge Schein. The archbishop said life was strong.", "Jorge Schein"),
        ("Queen Maud opened parliament. The monarch said that she was tired.", "Maud"),
        ("President Vladimir Petrov lashed out at Turkey. “He is bright,” the Russian leader said.", "Vladimir Petrov"),
        ("Doug Scho, a former Clinton pollster, spoke. The former pollster said she was behind.", "Doug Scho"),
    ],
)
def test_an_office_or_a_wider_word_for_it_means_its_holder(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Marco Rubin endorsed Donald Trumbo. “I stand by it,” the Florida senator told the paper.", "Marco Rubin"),
        ("Rick Perr endorsed him. “He is ready,” Perr said. The former governor noted that it was long.", "Rick Perr"),
        ("Candidate Don Trumbo took a small room. The billionaire businessman said he liked it.", "Don Trumbo"),
    ],
)
def test_who_led_the_sentence_before_is_told_of_in_new_words(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


@pytest.mark.parametrize(
    "text",
    [
        "Ana Sol sued the firm. The judge said it was late.",
        "Mayor Ann Hale met reporters. The former governor said it was late.",
        "A former governor met Ann Hale. Hale nodded. The former governor said it was late.",
        "Prime Minister Ana Sol lost. The leader of the opposition said she should go.",
    ],
)
def test_who_may_be_somebody_else_stays_open(told, text):
    assert told(text)[-1].hops[0][2] == ""


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The North Wales Fire and Rescue Service came. The fire service said it was out.",
            "North Wales Fire and Rescue Service",
        ),
        (
            "The Royal Swedish Academy of Sciences met. The academy said it was great.",
            "Royal Swedish Academy of Sciences",
        ),
        ("The Unity Party of America met. The party, which is centrist, said it would run.", "Unity Party of America"),
    ],
)
def test_words_of_a_name_mean_the_body(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor


def test_a_spokesman_who_comes_back_speaks_for_the_same_body(told):
    claims = told("An Interpol spokesperson stated that it was over. The spokesperson added that nobody was hurt.")
    assert [claim.hops[0][2] for claim in claims] == ["Interpol", "Interpol"]
