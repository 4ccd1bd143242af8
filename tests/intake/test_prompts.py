"""Paragraphs that ask the reader for something are told from those that tell him something."""

import pytest

from briefing.intake.prompts import is_asking, is_credit, is_disclaimer


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for Harbour Watch, our free weekly newsletter on everything that floats",
        "As a reader you help us to hold the powerful to account. Support local journalism from just £3 a month.",
        "Do you have information about this story? Email tips@herald.example in confidence.",
        "What do you think? Let us know in the comments below.",
        "If you liked this, clap up to 50 times and follow me for more small investigations.",
        "This story appears in the print edition of Estuary, issue 44. Buy it here.",
        "Take our quiz: how well do you know the valley?",
        "Read more: How the ramp collapsed, minute by minute",
        "This article is for subscribers only",
        "Newsletter: Die wichtigsten Nachrichten jeden Morgen in Ihrem Postfach. Jetzt kostenlos anmelden!",
        "Inscrivez-vous à notre newsletter pour recevoir chaque soir l’essentiel de l’actualité du Val.",
        "Suscríbete a nuestro boletín y recibe cada mañana lo más importante.",
        "Iscriviti alla nostra newsletter per non perdere una notizia.",
        "Schrijf je in voor onze nieuwsbrief en mis niets.",
        "Sponsored Lower your scrap costs with LadleMax.",
        "Editing by Tom Kern. Follow us on Instagram and Facebook for more news from the region.",
    ],
)
def test_prompts_are_told(line: str) -> None:
    assert is_asking(line)


@pytest.mark.parametrize(
    "line",
    [
        "The board signs up for a newsletter every year, the chairman said, and nobody reads it.",
        "“Sign up for our newsletter,” the poster said, and three hundred people did so within a day.",
        "Join the navy, he was told, and so he joined the navy and saw what the navy was like.",
        "Get a phone contract for ten pounds a month and read the terms, the consumer office advises.",
        "If you are a member of the union, you will be asked to vote in June; if not, you will hear from us in July.",
        "Contact the harbour office before 1 May if your boat is longer than ten metres.",
        "Watch the sky on Friday: the comet will stand low in the west an hour after sunset.",
        "Share prices fell by four percent. Follow-up talks are to be held in May.",
        "Support for the minister fell to a third, according to the institute, its lowest since 2019.",
        "Check your inbox for a letter from the tax office before you pay, the ministry warned.",
        "Become a member of the jury and you lose two weeks of your life, Mr Brandt said.",
        "Visit the privacy policy of the app before you install it, the regulator advised on Monday.",
        "The company’s newsletter said in March that the pier was sound. It did not say who had looked at it.",
        "Send in the divers, the mayor wrote, and tell nobody. The letter was found in his desk.",
        "Sponsored by the mayor, the bill would close the pier for a year.",
        "Want of money, not of will, kept the pier open, the engineers concluded in their report to the board.",
    ],
)
def test_what_an_article_tells_is_no_prompt(line: str) -> None:
    assert not is_asking(line)


def test_credits_and_disclaimers_are_told() -> None:
    assert is_credit("Words by Clara Weir. Photographs by Lev Abram.")
    assert is_credit("Additional reporting by Ann Lee; editing by Bo Dahl")
    assert not is_credit("Photographs by the dozen were found in his kitchen, the police said.")
    assert not is_credit("(Reporting by Ann Lee; editing by Bo Dahl)")
    assert is_disclaimer("The views expressed here are the authors’ own.")
    assert not is_disclaimer("The views from the pier are the finest on the coast.")
