"""The numbered findings of a report are what the body says whose report it is."""

REPORT = """Inquiry into the Loss of the Ferry Ostrava: Summary of Findings
Finding 1: The bow door was not closed when the vessel left the quay.
Finding 2: The boatswain was asleep. The mate, Ida Krogh, told the inquiry that he had worked for nineteen hours.
Recommendation 3: The Authority should limit shifts to twelve hours."""


def test_each_is_of_the_body_whose_report_it_is(told) -> None:
    found = {claim.content: claim.hops[0][0] for claim in told(REPORT)}
    assert found["The bow door was not closed when the vessel left the quay"] == "Inquiry"
    assert found["The Authority should limit shifts to twelve hours"] == "Inquiry"


def test_the_body_is_named_where_the_head_names_it(told) -> None:
    text = REPORT.replace(
        "Inquiry into the Loss of the Ferry Ostrava: Summary of Findings", "Report of the Audit Office"
    )
    assert {claim.hops[0][0] for claim in told(text)} == {"the Audit Office", "The mate, Ida Krogh,"}


def test_whoever_is_cited_in_one_speaks_for_himself(told) -> None:
    found = {claim.content: claim.hops[-1][0] for claim in told(REPORT)}
    assert found["The boatswain was asleep"] == "Inquiry"
    assert "Ida Krogh" in found["that he had worked for nineteen hours"]


def test_one_line_of_that_form_makes_no_report(told) -> None:
    assert told("The panel met.\nFinding 1: The bow door was not closed when the vessel left the quay.") == []


def test_a_place_may_stand_behind_the_body(told) -> None:
    head = "Report of the Prison Inspectorate: HMP Carrow"
    text = REPORT.replace("Inquiry into the Loss of the Ferry Ostrava: Summary of Findings", head)
    assert "the Prison Inspectorate" in {claim.hops[0][0] for claim in told(text)}


def test_a_finding_that_somebody_did_a_thing_is_no_word_of_his(told) -> None:
    text = (
        "Report of the Maritime Accident Board\nFinding 1: The crew had not been trained for fog.\n"
        "Finding 2: The operator ignored two warnings from the coast guard."
    )
    assert {claim.hops[0][0] for claim in told(text)} == {"the Maritime Accident Board"}
