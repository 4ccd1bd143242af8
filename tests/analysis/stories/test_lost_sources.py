"""A claim loses its source where an article tells as fact what another one knows only from somebody."""

from collections.abc import Callable

import pytest

from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.story_finder import story_of

Read = Callable[..., StoryArticle]


@pytest.mark.parametrize(
    ("attributed", "narrated"),
    [
        (
            "Officials at the health ministry said the outbreak had killed 14 people in the Lower Tarn "
            "valley.\nSchools in the Lower Tarn valley are closed.",
            "The Lower Tarn valley, where an outbreak has killed 14 people, is cut off.\nSchools in the Lower "
            "Tarn valley are closed.",
        ),
        (
            "The drone was launched from a fishing boat, the navy of Estoria said on Tuesday. The port of Kell "
            "was shut.",
            "A drone launched from a fishing boat hit the port of Kell, which was shut on Tuesday.",
        ),
        (
            "Company spokesman Leo Varn said the leak at the Orda plant was caused by a broken valve. The plant "
            "stands on the Orda river.",
            "The leak at the Orda plant, which was caused by a broken valve, has poisoned the Orda river.",
        ),
        (
            "Rebels had captured the town of Sarn, according to two diplomats. Thousands fled from Sarn.",
            "Rebels captured the town of Sarn last week. Thousands fled from Sarn.",
        ),
        (
            "Prosecutor Dina Holt said the minister had taken bribes worth 2 million euros from the Marlow "
            "company. The minister resigned.",
            "The minister took bribes worth 2 million euros from the Marlow company. The minister resigned.",
        ),
        (
            "The earthquake destroyed 400 houses in Peshka, the Red Cross said. Tents were sent to Peshka.",
            "Tents were sent to Peshka after the earthquake, which destroyed 400 houses in Peshka.",
        ),
        (
            "Witnesses said the gunman had fired from the roof of the Hotel Adler. Police sealed off the square.",
            "The gunman fired from the roof of the Hotel Adler. Police sealed off the square.",
        ),
        (
            "A study by the University of Lund found that the pesticide kills wild bees. Farmers use the "
            "pesticide in spring.",
            "The pesticide, which kills wild bees, is used by farmers in spring.",
        ),
        (
            "Relatives believe the pilot was drunk. The plane crashed near Vardo on Sunday.",
            "The pilot was drunk when the plane crashed near Vardo on Sunday.",
        ),
        (
            "Unnamed sources told the Herald that the bank Corvin would cut 3,000 jobs. Shares of Corvin fell.",
            "Shares of Corvin fell as the bank will cut 3,000 jobs.",
        ),
        (
            "Hospital director Emma Saar said 30 patients had been moved to Narva because of the flood. The "
            "flood cut the road to Narva.",
            "Thirty patients were moved to Narva after the flood cut the road to Narva.",
        ),
        (
            "The ferry carried twice as many passengers as allowed, according to the coastguard of Molvania. "
            "The ferry sank off Drin.",
            "The ferry, which carried twice as many passengers as allowed, sank off Drin.",
        ),
        (
            "Two former employees told the Courier that the bakery Holm had used spoiled flour. Holm closed in June.",
            "The bakery Holm used spoiled flour for years. Holm closed in June.",
        ),
        (
            "Analysts expect the airline Norlux to go bankrupt; its pilots were not paid, a union official "
            "said.\nNorlux flies to 40 cities.",
            "Norlux flies to 40 cities. The pilots of the airline Norlux were not paid.",
        ),
        (
            "A leaked memo says the carmaker Valdo knew of the faulty brakes in 2019. Valdo has recalled 60,000 cars.",
            "Valdo, which knew of the faulty brakes in 2019, has recalled 60,000 cars.",
        ),
        (
            "Two engineers told Radio Nord that the concrete of the Hollen dam had never been tested. The dam burst "
            "on Monday night.",
            "The Hollen dam burst on Monday night. Its concrete had never been tested.",
        ),
        (
            "Police believe the thieves entered the Rhône museum through a tunnel. The museum was closed on Sunday.",
            "The thieves entered the Rhône museum through a tunnel on Sunday, when the museum was closed.",
        ),
    ],
)
def test_what_one_article_has_from_somebody_and_another_tells_as_fact_lost_its_source(
    read: Read, attributed: str, narrated: str
) -> None:
    assert _lost(read, attributed, narrated) == {"two"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Mayor Ines Prado said she had signed the contract with the Vardo company. The bridge will be built.",
            "Mayor Ines Prado signed the contract with the Vardo company. The bridge will be built.",
        ),
        (
            "The bridge collapsed on Monday, police said. The bridge collapsed at noon on Monday, and nobody was hurt.",
            "The bridge collapsed on Monday, and nobody was hurt.",
        ),
        (
            "Officials said the outbreak had killed 14 people in the Tarn valley. Schools are closed.",
            "The outbreak in the Tarn valley has killed 21 people. Schools are closed.",
        ),
        (
            "Prosecutor Dina Holt said the minister may have taken bribes from the Marlow company. The minister "
            "resigned.",
            "Prosecutor Dina Holt is looking into the Marlow company. The minister met the company in May. The "
            "minister resigned.",
        ),
        (
            "Company spokesman Leo Varn said the leak at the Orda plant was caused by a broken valve. The plant "
            "is closed.",
            "The leak at the Orda plant was found on Monday. The plant is closed. The valve was replaced in May.",
        ),
        (
            "Rebels had captured the town of Sarn, according to two diplomats. Thousands fled.",
            "Rebels captured the town of Sarn, the army admitted. Thousands fled.",
        ),
        (
            "The union called for a strike at the Kell docks on Friday. The docks employ 900 people.",
            "Workers at the Kell docks went on strike on Friday. The docks employ 900 people.",
        ),
        (
            "President Vera Amari said her government would build 10 schools in Sarn. Sarn has no school.",
            "The government of Vera Amari will build 10 schools in Sarn. Sarn has no school.",
        ),
        (
            "The minister hopes that the talks in Vardo end the war. The talks in Vardo began on Monday.",
            "The talks in Vardo ended the war, historians wrote later. The talks in Vardo began on a Monday.",
        ),
        (
            "The club Arvika FC said it had sold striker Jon Dahl to Turku. Dahl scored 20 goals.",
            "Arvika FC sold striker Jon Dahl to Turku. Dahl scored 20 goals.",
        ),
        (
            "The storm killed six people in Drin, officials said. The storm reached Drin at noon.",
            "The storm reached Drin at noon. It killed six people in Drin, officials said.",
        ),
        (
            "Critics say the new stadium in Turku is too expensive. The stadium opened in May.",
            "The new stadium in Turku opened in May. Critics came to the opening.",
        ),
        (
            "Doctor Ina Moe said the vaccine may cause headaches. The vaccine was approved in May.",
            "The vaccine was approved in May. Headaches are common in winter.",
        ),
        (
            "Union leader Per Lund said the factory in Vik would close. The factory in Vik makes tyres.",
            "The factory in Vik will not close. The factory in Vik makes tyres.",
        ),
        (
            "The storm had winds of 75 miles per hour (120 kilometers per hour), according to data collected by an "
            "aircraft. It moved towards Bermuda.",
            "The storm had winds of 120 miles per hour (195 kilometers per hour) on Wednesday. It moved towards "
            "Bermuda.",
        ),
        (
            "Party officials think Senator Wasko is at risk of losing her primary to Lane. It is on August 30.",
            "Senator Wasko survives spirited primary. She beat Lane by 12 points on Tuesday.",
        ),
        (
            "The senator criticised London's newly elected mayor Karim Shah for making rude statements. They have "
            "never met.",
            "Shah was elected mayor of London last week. He has promised cheaper housing.",
        ),
        (
            "State counts show that the country has the highest number of deaths linked to the virus, the institute "
            "said, at 55,000. Italy is next.",
            "The country has the highest number of confirmed infections, with 1.6 million cases. Italy is next.",
        ),
        (
            "We have asked 30 experts who is the strongest candidate in the field, the paper said. Lane leads.",
            "Experts were asked who is the strongest candidate in the field. Lane leads the field.",
        ),
        (
            "Company officials said the plant would reopen in June. It makes tyres.",
            "The plant reopened in June. It makes tyres for trucks.",
        ),
        (
            "Police said the suspect had been arrested at a hotel in Turku. Three people were wounded in the attack.",
            "The suspect appeared before a judge in Turku, prosecutors said. He had been arrested at a hotel in "
            "Turku. Three people were wounded.",
        ),
        (
            "The pistol is a piece of national history, collector Hugh Ames said. The auction ends on Friday.",
            "Hugh Ames wrote a long letter to the auction house.\nThe pistol is a piece of national history. The "
            "auction ends on Friday.",
        ),
        (
            "The general said 12 tanks were destroyed near Sarn. Fighting near Sarn began on Monday.",
            "Fighting near Sarn began on Monday. Four trucks were destroyed near Sarn.",
        ),
    ],
)
def test_own_acts_other_things_and_what_is_attributed_in_both_lose_nothing(read: Read, first: str, second: str) -> None:
    assert _lost(read, first, second) == set()


def test_reports_of_which_the_narrator_speaks_are_a_source(read: Read) -> None:
    article = read("The oil port of Kell burned. The initial reports were of drone attacks.", "one")
    (report,) = [statement for statement in article.statements if statement.chain]
    assert (report.said, report.sources) == ("drone attacks", ("The initial reports",))


def _lost(read: Read, first: str, second: str) -> set[str]:
    story = story_of([read(first, "one"), read(second, "two")], "t")
    return {key for proposition in story.propositions for key in proposition.loses_source_in}


def test_what_is_told_months_later_lost_no_source(read: Read) -> None:
    attributed = "Rebels had captured the town of Sarn, according to two diplomats. Thousands fled from Sarn."
    narrated = "Rebels captured the town of Sarn last week. Thousands fled from Sarn."
    articles = [read(attributed, "one", "2030-05-07"), read(narrated, "two", "2030-09-07")]
    assert not any(proposition.loses_source_in for proposition in story_of(articles, "s").propositions)
