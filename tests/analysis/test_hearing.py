"""Who hears of something has said nothing; what is heard belongs to who tells it, or to nobody."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Residents learned of the plan from a leaflet.",
        "Parents heard about the cuts on Monday.",
        "Tenants were informed by letter about the rise in rents.",
        "The union was notified of the layoffs by email.",
        "Shareholders found out about the losses in March.",
    ],
)
def test_hearing_of_a_thing_is_no_claim(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "status"),
    [
        ("The staff were informed by letter that the clinic would close.", "", "unnamed"),
        ("Nurses were told that the clinic would close.", "", "unnamed"),
        ("Lena Olsen learned that the clinic would close.", "", "unnamed"),
        ("Lena Olsen learned from the hospital that the clinic would close.", "the hospital", "claimed"),
        ("The Norvik Herald has learned that the clinic would close.", "The Norvik Herald", "relayed"),
        ("Nurses were told by the hospital that the clinic would close.", "the hospital", "claimed"),
    ],
)
def test_what_is_heard_belongs_to_who_tells_it(told, text, source, status):
    (claim,) = told(text)
    assert (claim.hops[-1][0], claim.content, claim.status) == (source, "that the clinic would close", status)


def test_what_nobody_was_told_is_told_by_nobody(told):
    (claim,) = told("Nobody was told that the ward would close, Ruth Keller said.")
    assert [source for source, _, _ in claim.hops] == ["Ruth Keller"]


def test_who_repeats_what_was_heard_relays_it(told):
    claims = told("Ruth Keller said she had heard that the mine would close.")
    chains = {claim.content: [source for source, _, _ in claim.hops] for claim in claims}
    assert chains["that the mine would close"] == ["Ruth Keller", ""]
