"""Who cites another passes on what that other said; names of sources are kept whole."""

import pytest

from briefing.analysis.attribution.quotations import quotations
from briefing.model import Span


@pytest.mark.parametrize(
    ("text", "sources", "content", "status"),
    [
        (
            "The Harbour Gazette, citing the dock workers' union, said the crane had failed twice.",
            ["The Harbour Gazette", "the dock workers' union"],
            "the crane had failed twice",
            "relayed",
        ),
        (
            "The mayor, citing a police report, said the fire had been set on purpose.",
            ["The mayor", "a police report"],
            "the fire had been set on purpose",
            "relayed",
        ),
        (
            "The Herald reported, citing the fire service, that three sprinklers were broken.",
            ["The Herald", "the fire service"],
            "that three sprinklers were broken",
            "relayed",
        ),
        (
            "Citing a report by the coast guard, Lena Olsen said the pier was unsafe.",
            ["Lena Olsen", "a report by the coast guard"],
            "the pier was unsafe",
            "relayed",
        ),
        (
            "Kestrel News, quoting two officials, reported that the minister would resign.",
            ["Kestrel News", "two officials"],
            "that the minister would resign",
            "unnamed",
        ),
        (
            "“The pier is safe,” Tom Berg said, citing the harbour board.",
            ["Tom Berg", "the harbour board"],
            "“The pier is safe,”",
            "relayed",
        ),
    ],
)
def test_who_cites_passes_on(told, text, sources, content, status):
    (claim,) = told(text)
    assert ([source for source, _, _ in claim.hops], claim.content, claim.status) == (sources, content, status)


def test_a_denial_stays_with_who_denies(told):
    claims = told("Tom Berg, citing a study by the coast guard, denied that the pier was unsafe.")
    assert [source for source, _, _ in claims[-1].hops] == ["Tom Berg"]


@pytest.mark.parametrize("reason", ["rising costs", "obligations in Tennessee", "the peaceful transfer of power"])
def test_reasons_are_no_sources(told, reason):
    claims = told(f"The board, citing {reason}, said the clinic would close.")
    assert {source for claim in claims for source, _, _ in claim.hops} == {"The board"}


def test_whom_a_clause_beside_the_agency_cites_is_the_source(told):
    (claim,) = told("AFP, which cited two diplomats, reported that the deal was dead.")
    assert ([source for source, _, _ in claim.hops], claim.status) == (["AFP", "two diplomats"], "unnamed")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The nurses' union met the doctors' chamber and the patients' league.", []),
        ("'We will not sign,' the delegate said.", ["'We will not sign,'"]),
        ("The nurses' union called it a 'bad deal' on Monday.", ["'bad deal'"]),
    ],
)
def test_apostrophes_of_owners_quote_nothing(text, found):
    assert [quotation.span.of(text) for quotation in quotations(text, Span(0, len(text)))] == found


@pytest.mark.parametrize(
    "source", ["Patients' advocate Ruth Keller", "The patients' advocate, Ruth Keller,", "Farmers' leader Ines Prado"]
)
def test_names_behind_an_owner_are_kept_whole(told, source):
    text = f"{source} said the clinic would close. The doctors' chamber and the nurses' union were angry."
    assert told(text)[0].hops[0][0].strip(",") == source.strip(",")


def test_a_trade_in_the_name_of_a_source_is_no_cue(told):
    claims = told("According to patients' advocate Ruth Keller, the nurses' union was told nothing.")
    assert [[source for source, _, _ in claim.hops] for claim in claims] == [["patients' advocate Ruth Keller"]]


def test_a_denial_answers_what_was_just_reported_from_another(told):
    claims = told(
        "Ida Krogh said the doors would not open. The Velm Courier, citing the fire service, reported that the brakes "
        "were faulty. Norrail Inc. rejected the report."
    )
    assert claims[-1].links == (("denies", "that the brakes were faulty"),)
