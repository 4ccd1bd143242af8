"""What somebody said is one claim of his, also where another one is told of behind it who passes it on."""

import pytest


def hops(told, text):
    return [([source for source, _, _ in claim.hops], claim.content) for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "“The dam will hold,” Mayor Ana Lopes said, according to the Braga Courier.",
            ["the Braga Courier", "Mayor Ana Lopes"],
            "The dam will hold",
        ),
        (
            "“I'll be voting in March,” Welch said, according to Vermont Edition. “And I've decided for the senator.”",
            ["Vermont Edition", "Welch"],
            "And I've decided for the senator",
        ),
        ("The dam would hold, Lopes said, according to the Courier.", ["the Courier", "Lopes"], "The dam would hold"),
        (
            "The minister said the road would be closed, according to Reuters.",
            ["Reuters", "The minister"],
            "the road would be closed",
        ),
        ("“It is over,” she said, the Times reported. “I am leaving.”", ["the Times", "she"], "I am leaving"),
        (
            "“Nobody is safe,” the general said on Friday, according to state television.",
            ["state television", "the general"],
            "Nobody is safe",
        ),
        (
            "“I did not do it,” Cole told the officer, according to the affidavit. “I was at home.”",
            ["the affidavit", "Cole"],
            "I was at home",
        ),
        (
            "Prosecutors said Cole had forged the logs, according to court documents obtained by the Herald.",
            ["court documents obtained by the Herald", "Prosecutors"],
            "Cole had forged the logs",
        ),
    ],
)
def test_one_claim_through_who_passes_it_on(told, text, chain, content):
    ((sources, said),) = hops(told, text)
    assert sources == chain
    assert content in said
    assert "according" not in said


def test_what_another_one_tells_behind_a_semicolon_is_his_own(told):
    text = "The army said the village was empty; residents were still there, according to the UN."
    assert hops(told, text) == [
        (["The army"], "the village was empty"),
        (["the UN"], "residents were still there"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The mayor said the bridge was safe. It was inspected in May, according to the Braga Courier.",
            "the Braga Courier",
        ),
        (
            "The mayor, who said he was ill, resigned on Monday after a long meeting, according to two aides.",
            "two aides",
        ),
    ],
)
def test_who_speaks_of_something_else_passes_nothing_on(told, text, speaker):
    assert any(sources == [speaker] for sources, _ in hops(told, text))


def test_who_is_quoted_with_a_verb_of_saying_says_it_himself(told):
    text = "“I can't speak of his reasons, but I just noted that it sounded odd to me,” Dana Cole said."
    assert [sources for sources, content in hops(told, text) if "odd" in content] == [["Dana Cole"]]


def test_what_somebody_does_by_saying_it_is_told_by_who_tells_of_it(told):
    ((sources, content), *_) = hops(told, "The cabinet is pressing the firm to open its books, two officials said.")
    assert sources == ["two officials"]
    assert content.startswith("The cabinet is pressing")


def test_a_content_ends_before_a_conjunction_that_leads_to_somebody_else_s(told):
    found = hops(told, "Hale said she would resign and, according to her deputy, has packed her desk.")
    assert (["Hale"], "she would resign") in found


@pytest.mark.parametrize(
    "document",
    ["the emergency framework", "flight data", "the plaque", "a poster", "minutes of the meeting"],
)
def test_what_is_written_or_recorded_passes_on_what_it_says(told, document):
    (claim,) = told(f"According to {document}, all clinics were closed in May.")
    assert claim.status == "relayed"
