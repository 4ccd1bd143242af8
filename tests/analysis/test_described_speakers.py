"""Who speaks by a description alone is whoever was called so by name, and nobody where that is open."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Former Texas Gov. Rick Perry arrived. The former three-term governor said the law was bad.", "Rick Perry"),
        ("Senator Bernie Holt won. The independent Vermont senator said the press had mocked him.", "Bernie Holt"),
        ("Billionaire investor Mark Cuban spoke in Dallas. The investor said that the law was bad.", "Mark Cuban"),
        ("Air Force veteran Rick Perry spoke on Monday. The veteran said that the test was fair.", "Rick Perry"),
        ("Governor Ann Kerr signed the law. The former governor said it was bad.", ""),
        ("Democratic senator Ann Kerr voted no. The Republican senator said that was wrong.", ""),
        ("Aviation Minister Hardeep Puri came. The local health minister said ten had died.", ""),
    ],
)
def test_a_description_stands_for_who_was_called_so(told, text, actor):
    assert told(text)[-1].hops[-1][2] == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rick Harrow said they meant it. The Air Force veteran said that was rare.", "Rick Harrow"),
        ("“They mean it,” Rick Harrow said. “The voters want that,” the Texan said.", "Rick Harrow"),
        ("Senator Ada Lund told reporters the bill was dead. The 64-year-old said she would not run.", "Ada Lund"),
        ("Author Eva Lind said the book took years. The mother of three said she wrote at night.", "Eva Lind"),
        ("Rolf Tanger said the fund was empty. The retired economist said the state was to blame.", "Rolf Tanger"),
        ("Pollster Doug Senn told host Ann Hale the race was over. The former pollster said so twice.", "Doug Senn"),
        ("Judge Mirela Popa said the files were gone. The Romanian said clerks had burned them.", "Mirela Popa"),
        ("Lawyer Ann Bell said her client was ill. The retired economist said the state was to blame.", ""),
        ("Rick Harrow said they meant it. His rival met Tom Ode. The veteran said that was rare.", ""),
        ("Rick Harrow said they meant it. Candidate Ann Webb waited. The candidate said it rained.", "Ann Webb"),
        ("Eva Lind said the book took years. The mother said she had never read it.", ""),
    ],
)
def test_who_has_just_spoken_is_told_of_by_what_else_he_is(told, text, actor):
    assert told(text)[-1].hops[-1][2] == actor


def test_one_of_a_people_is_no_country(told):
    text = "The match ended early. The Romanian said the pitch was poor."
    assert told(text)[-1].hops[-1][2] == ""


def test_a_whole_people_acts_for_its_country(told):
    assert told("The Chinese warned that the strait was closed.")[-1].hops[-1][2] == "China"


@pytest.mark.parametrize("whose", ["This ministry", "Our ministry"])
def test_this_body_in_a_quotation_is_none_that_was_named_outside(told, whose):
    text = (
        "The Energy Ministry set the price. “We looked at it,” minister Paul Dorn of Sudland said. "
        f"“{whose} thinks that the price is wrong.”"
    )
    assert "Energy Ministry" not in {actor for claim in told(text)[1:] for *_, actor in claim.hops}
