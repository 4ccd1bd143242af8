"""To give somebody an office is a deed that an article tells of, and no claim of who gives it."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The board appointed Ruth Hale as secretary on Monday.",
        "The president named her head of the navy in May.",
        "The club named Jan Roe as its new coach.",
        "Members elected Tom Vance as chairman of the club.",
        "The council has chosen Mira Lund to lead the inquiry.",
        "The party nominated Per Aas as its candidate for mayor.",
        "The company promoted Jane Holt to chief financial officer.",
        "Parliament confirmed Ana Ruiz as prime minister on Friday.",
        "The judge appointed a lawyer to represent the child.",
    ],
)
def test_an_appointment_is_no_claim(told, text) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police named the dead man as Karl Vost, 44.", "the dead man as Karl Vost, 44"),
        ("Prosecutors named her as a suspect.", "her as a suspect"),
        ("The coach described him as the best keeper in the league.", "him as the best keeper in the league"),
        ("The minister confirmed that Ana Ruiz was his deputy.", "that Ana Ruiz was his deputy"),
        ("The minister said he had appointed Ruth Hale as secretary.", "he had appointed Ruth Hale as secretary"),
        ("The senator chose to stay in the race.", "to stay in the race"),
    ],
)
def test_what_is_told_of_somebody_is_one(told, text, content) -> None:
    assert [claim.content for claim in told(text)] == [content]
