"""Speech that did not happen is nobody's claim."""

import pytest


def speakers(told, text):
    return [claim.hops[-1][0] for claim in told(text) if claim.hops]


@pytest.mark.parametrize(
    "text",
    [
        "Berg has never said that the tax would fall.",
        "A spokeswoman for the port would not confirm that the ship had sunk.",
        "The ministry did not confirm that the general had fled.",
        "The report does not claim that the pilot was drunk.",
        "The company has not announced that it will close the mine.",
        "She did not tell the court that the knife was hers.",
        "He did not mention that the brakes had been repaired.",
        "The letter makes no claim that the dam is unsafe.",
    ],
)
def test_what_is_denied_to_have_been_said(told, text):
    assert speakers(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hale stopped short of saying that the vote was rigged.",
        "Berg avoided saying that the deal was dead.",
        "He was careful not to say that the election had been stolen.",
        "Berg is yet to say whether he will run.",
    ],
)
def test_what_somebody_kept_from_saying(told, text):
    assert speakers(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed that the tower was safe.",
        "Nobody at the bank said the money was gone.",
        "Neither man said that the gun was his.",
        "Few officials will say openly that the war is lost.",
    ],
)
def test_what_nobody_said(told, text):
    assert speakers(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Berg might argue that the law was unclear.",
        "Critics could say that the plan came too late.",
        "He should have said that the brakes had failed.",
        "If Berg says the tax will fall, few will believe him.",
        "Unless the police say the road is safe, it will stay closed.",
        "Had Berg said the dam was cracked, nobody would have stayed.",
        "Why did he say the ship was empty?",
        "Do you believe that the police are lying?",
    ],
)
def test_what_only_might_be_said_or_is_asked(told, text):
    assert speakers(told, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Berg not only said the tax would fall, he promised a refund.", "he"),
        ("Berg did not say that the tax would fall but said it might be frozen.", "Berg"),
        ("Berg did not deny that he had met the banker.", "Berg"),
        ("Doctors do not believe that she will walk again.", "Doctors"),
        ("“I never said the war was lost,” the general told reporters.", "the general"),
        ("Hale said she could not confirm that the ship had sunk.", "Hale"),
        ("When Berg said the tax would fall, shares rose.", "Berg"),
        ("The union would later say the figures were wrong.", "The union"),
        ("The firm says it has not announced any cuts.", "The firm"),
        ("Officials said the fire might spread.", "Officials"),
    ],
)
def test_what_was_said_stays(told, text, speaker):
    assert speaker in speakers(told, text)


@pytest.mark.parametrize(
    "text",
    ["Norway and Chile agreed to open a joint base.", "Both sides agreed on a border along the river."],
)
def test_what_is_agreed_on_is_done_and_not_said(told, text):
    assert told(text) == []


def test_who_agrees_that_a_thing_is_so_says_so(told):
    (claim,) = told("Ana Ruiz agreed that the road was unsafe.")
    assert claim.content == "that the road was unsafe"


@pytest.mark.parametrize(
    "text",
    [
        "The firm was fined for misleading its customers about the price of fuel.",
        "The mayor spoke about the budget for an hour.",
        "Ines Prado also commented on the border treaty.",
    ],
)
def test_what_is_done_to_somebody_and_of_what_he_spoke_are_no_claims(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ines Prado commented that the border was open.", "that the border was open"),
        ("The mayor was worried about the price of fuel.", "about the price of fuel"),
    ],
)
def test_what_he_said_of_it_or_felt_stays(told, text, content):
    assert [claim.content for claim in told(text)] == [content]
