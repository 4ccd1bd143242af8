"""Who denies what: a denial meets a charge against the one who denies, and no demand, offer or other matter."""

import pytest


def statuses(told, text):
    return {claim.content.replace(" / ", " "): claim.status for claim in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Singer Ana Holt accused Redwood Records of blocking her tour. Reporters filled the hall at noon. "
        "The tour was to begin in Oslo, promoter Finn Berg said. Berg added that the halls were sold out. "
        "He said refunds would be paid. Holt said she had wept. Her lawyer Ida Moe said a suit was ready. "
        "Moe said the papers were signed. Redwood Records denied doing anything wrong.",
        "The union accused Nordvik Shipping of hiding the leak. Captain Lars Eide said the weather was bad. "
        "Eide said the crew was tired. Nordvik Shipping denied the accusation.",
    ],
)
def test_the_accused_answers_a_charge_that_stands_further_back(told, text):
    claims = told(text)
    charge = next(claim for claim in claims if "blocking" in claim.content or "hiding" in claim.content)
    assert charge.status == "disputed"
    assert sum(claim.status == "disputed" for claim in claims) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ruth Adler proposed that they debate in April. Governor Tom Vance rejected that.",
        "Minister Olga Brandt demanded an explanation from Vostok Oil. Vostok Oil dismissed the claim as groundless.",
        "Coach Ben Osei said the team was ready. Striker Max Lund dismissed captain Otto Weiss as a poor leader.",
        "Premier Ada Kroll argued that the levy would pay. Norland must rebut Kroll's claims, Otto Weiss wrote.",
        "Clerk Ida Holt said she was punished for hiding reports. The chief engineer says she was punished for "
        "refusing to hide reports.\nThe board punished her after she refused to lie, Holt said.",
        "Critics said the campaign was unsafe. Kroll dismissed Norland governor Otto Weiss as a weak leader.",
        "Reports show that a group changed its plans after his poor debate on Saturday. He dismissed critique of his "
        "performance at Saturday's debate, Bo Rubin said.",
        "The embassy said it was committed to the treaty. The city's police deny accusations of brutality.",
    ],
)
def test_a_denial_of_something_else_disputes_nothing(told, text):
    first = told(text)[0]
    assert first.status != "disputed"
    assert all(kind != "denies" for claim in told(text) for kind, _ in claim.links)


def test_two_claims_that_are_somewhat_alike_and_of_which_one_says_not_are_no_dispute(told):
    text = (
        "Polls suggest that she should not try to leave the party. Historian Allan Reed said the vice president "
        "tried to leave the party's centre and made a strategic mistake."
    )
    assert "disputed" not in {claim.status for claim in told(text)}


def test_a_denial_that_says_what_it_denies_is_a_claim_beside_what_is_said_then(told):
    contents = [
        claim.content for claim in told("The police deny accusations of brutality and say they show restraint.")
    ]
    assert contents == ["accusations of brutality", "they show restraint"]


@pytest.mark.parametrize(
    "text",
    [
        "Police accused Jon Smith of stealing a car. Prosecutor Ana Reyes accused Smith of lying to the court about "
        "the tax papers. Smith denied stealing the car.",
        "Opposition leader Otto Brandl accused Mayor Ines Prado of stealing funds. The union accused Prado of breaking "
        "her promise on wages. Prado denied stealing funds.",
    ],
)
def test_who_says_which_charge_he_denies_answers_no_other(told, text):
    found = {("stealing" in claim.content, claim.status) for claim in told(text)}
    assert found == {(True, "disputed"), (False, "claimed")}


@pytest.mark.parametrize(
    "text",
    [
        "“Dr Keane did not fill in a single one of these forms,” his barrister, Jonathan Pryce, said. "
        "Prosecutor Amelia Thorne said the money bought a villa in Portugal. Keane denies that he owns any property.",
        "Ida Holm never saw the letter, her lawyer, Per Lund, said. Holm denied that she had a second account.",
    ],
)
def test_who_says_that_somebody_did_not_do_it_is_not_denied_by_him(told, text):
    assert [
        (claim.content, to)
        for claim in told(text)
        for kind, to in claim.links
        if kind == "denies" and ("forms" in to or "letter" in to)
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "Detectives said Carl Rusk killed his wife. Rusk maintains he is innocent.",
        "The audit office accused Governor Ana Lund of favouring her brother. Lund said she had done nothing wrong.",
        "Teacher Ann Dole was accused of selling exam papers. Her solicitor, Rob Fane, said she was innocent.",
        "Prosecutors say Liam Fitch set fire to the barn. His lawyer, Gail Moss, denied the charge.",
        "Doctors alleged that Premier Max Ohm had ignored them. Ohm, who has denied the allegation, left on Sunday.",
        "The clerk allegedly stole stamps worth 4,000 pounds. She denies it.",
        "Senator Bo Kane said the vaccine harmed children. Health minister Rita Oduya called the claim nonsense.",
        "The rebels said they had shot down two jets. There is no truth to the claim, air force chief Ravi Nath said.",
        "The opposition claims that ballots were burned. The board says there is no evidence to support that.",
        "Leader Uma Dale said the vote was rigged. Observers did not find that the vote was rigged.",
        "The White House disputed the account. Adviser John Kell had said that the president shouted at generals.",
        "A spokesman for Fenmore Bank dismissed the allegations as baseless after Ines Moll said it laundered money.",
        "Nurses said that the ward ran out of oxygen.\nIt opened in 1974.\nA hospital spokesman denied the claim.",
    ],
)
def test_every_form_of_denial_meets_what_was_said(told, text):
    assert list(statuses(told, text).values()) == ["disputed", "disputed"]


def test_all_that_one_source_said_is_met_by_a_denial_of_the_claims(told):
    text = (
        "Reporter Eva Lind claimed that Premier Max Ohm owned the mine, and that Ohm had sold it to his son. "
        "Ohm denied the claims."
    )
    assert set(statuses(told, text).values()) == {"disputed"}


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ida Holt said the bridge was safe. Sam Voss did not deny the report, but he declined to comment.",
        "The union said the plant would close. The company neither confirmed nor denied the report.",
        "Ms Bell said the story was true. Ms Bell later said the claim was false.",
        "Striker Max Lund said there was nothing wrong with his knee. The coach said Lund would play.",
        "Lawyer Gail Moss said everybody was innocent until proven guilty. Police said Fitch had been seen.",
        "Critics said the campaign was unsafe. Kroll dismissed the suggestion that she should quit.",
        "Critics said the sale was rushed. Senator Amy Kling withdrew her name from consideration.",
        "Editors accused Clara Benn of bias. Just a third of voters said Benn did nothing wrong.",
        "Bernie Stamm said the fee was fair. The Stamm campaign had said that the fee was unfair. Stamm rejected that.",
    ],
)
def test_what_is_no_denial_of_what_another_one_said_disputes_nothing(told, text):
    assert "disputed" not in statuses(told, text).values()


def test_a_plea_that_is_only_announced_is_the_word_of_who_announces_it(told):
    text = "Kai Lund was charged with manslaughter. His attorney, Rita Bow, said Lund would plead not guilty."
    assert list(statuses(told, text).items())[1:] == [("Lund would plead not guilty", "disputed")]


def test_a_plea_tells_to_what_it_is_one_and_no_more(told):
    text = "Cal Moody was charged with assault. He pleaded not guilty to charges that he hit a guard on Tuesday."
    plea = told(text)[-1]
    assert plea.content.startswith("not guilty to charges that he hit a guard")
    assert plea.polarity == "-"
    (plea,) = (c for c in told("Cal Moody was charged with assault. He pleaded not guilty and will stand trial.")[1:])
    assert (plea.content, plea.status) == ("not guilty", "disputed")


@pytest.mark.parametrize(
    "text",
    [
        "Ray Todd, 23, pleaded not guilty on Tuesday to seven counts of homicide in Norland.\n"
        "According to police and county officials, Todd was driving a truck across the line and struck seven riders.",
        "Investigators believe the captain was drunk. His widow, Iris Hall, rejects that.",
        "Police said the driver had been drinking, though his family disputes this.",
        "The senator said crime had doubled. “Not true,” police chief Ida Moe said.",
        "The aide said Reed had lied. Reed took issue with the claim.",
    ],
)
def test_short_and_early_denials_meet_what_was_said(told, text):
    assert list(statuses(told, text).values()) == ["disputed", "disputed"]


def test_the_first_words_of_a_longer_answer_deny_what_was_said(told):
    text = "Tara Rees said Senator Boden touched her. Boden told the host, “No, it is not true. I was at home.”"
    assert set(statuses(told, text).values()) == {"disputed"}


def test_who_maintains_his_innocence_and_blames_others_says_both(told):
    contents = [claim.content for claim in told("He maintains his innocence and blames federal regulators for it.")]
    assert "his innocence" in contents
    assert "federal regulators for it" in contents


@pytest.mark.parametrize("denial", ["Officials denied the claim.", "A spokesman denied it."])
def test_a_denial_by_nobody_known_passes_over_what_the_article_tells_itself(told, denial):
    claims = told(f"Engineer Jo Lake said the dam in Arda was cracked. The dam in Arda was cracked. {denial}")
    assert [claim.status for claim in claims if claim.hops][:1] == ["disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Bo Kane said the vaccine harmed children. Dr Rita Oduya said Kane was wrong.",
        "Pat Orr said the minister lied to her. Minister Ada Wells said Orr is “absolutely wrong” for saying that.",
        "The AP reported that half of her talks were with donors. Spokesman Bill Finn said the AP report is misleading "
        "because it only looks at one small part of her day and leaves out hundreds of other meetings.",
    ],
)
def test_who_says_that_somebody_or_his_report_is_wrong_denies_what_he_said(told, text):
    assert list(statuses(told, text).values()) == ["disputed", "disputed"]


def test_all_of_somebodys_claims_are_denied_at_once(told):
    text = (
        "Sal Podik claims his boss fired him over his service. The suit seeks damages. Podik said that he was the only "
        "one punished. The firm told reporters that all of Podik's claims are false."
    )
    assert list(statuses(told, text).values()) == ["disputed"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The union said Bell was fair. Cole said it was wrong to strike.",
        "Ann Bell said the tax would help. Max Cole said Bell is wrong for Norland.",
        "Ann Bell said prices fell. Max Cole said that will be wrong by May.",
        "Envoy Al Roy said Sudria would decide. The flank is called occupied, although Sudria disputes this.",
    ],
)
def test_a_verdict_or_a_denial_meets_nothing_beside_what_it_is_of(told, text):
    assert "disputed" not in statuses(told, text).values()


def test_a_plea_answers_the_charges_of_the_last_accuser(told):
    text = "Kim Ray accused Nick Avan of extortion. Ida Moe accused Avan of theft. Avan pleaded not guilty."
    assert list(statuses(told, text).values()) == ["claimed", "disputed", "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "Reporter Eva Lind accused manager Carl Rusk of grabbing her arm. The campaign has denied it happened.",
        "The Wire reported that Ray Todd had lied. Todd called that report on Friday a “bold, shameless lie.”",
        "The suit claims that the firm hid leaks. The firm told us that all of the claims in the suit are false.",
    ],
)
def test_what_names_the_report_or_the_suit_or_nothing_at_all_denies_it(told, text):
    assert list(statuses(told, text).values()) == ["disputed", "disputed"]
