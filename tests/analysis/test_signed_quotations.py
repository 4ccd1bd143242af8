"""A quotation with a dash and a name behind it is signed: all of it is said by whoever is named."""

import pytest

from briefing.analysis.attribution.signed_quotations import signed_quotations


def _signed(*paragraphs: str) -> list[tuple[str, str, str]]:
    text = "\n".join(paragraphs)
    places, start = [], 0
    for paragraph in paragraphs:
        places.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    found = signed_quotations(text, places)
    return [(entry.words.of(text), entry.dash.of(text), entry.name.of(text)) for entry in found]


@pytest.mark.parametrize("dash", ["—", "–", "―", "--", "-"])
def test_the_name_behind_the_dash_signs_the_whole_quotation(dash: str) -> None:
    said = "“The harbour is silting up. Nobody dredges it.”"
    assert _signed(f"{said} {dash} Ruth Keller") == [(said, dash, "Ruth Keller")]


def test_a_signature_may_stand_in_a_line_of_its_own() -> None:
    said = "“The harbour is silting up. Nobody dredges it.”"
    assert _signed(said, "— Ruth Keller, pilot") == [(said, "—", "Ruth Keller, pilot")]
    assert _signed(said, "-Ruth Keller") == [(said, "-", "Ruth Keller")]


def test_marks_within_or_turned_the_wrong_way_do_not_end_it() -> None:
    said = "”They call it a “nuisance” now. It was our living.”"
    assert _signed(f"{said} ― R. Keller.") == [(said, "―", "R. Keller")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We will dredge it,” she said. “We promised to.” — Ruth Keller",
        "“The harbour is silting up. Nobody dredges it.” — and nobody ever has done so",
        "“The harbour is silting up. Nobody dredges it.” — The crowd roared and left",
        "“The Silent Harbour of the North” — Ruth Keller",
        "“Not so.” — Ruth Keller",
        "Keller wrote “The harbour is silting up and nobody dredges it” — Ruth Keller",
        "The harbour is silting up. Nobody dredges it. — Ruth Keller",
        "“The harbour is silting up. Nobody dredges it.” Ruth Keller",
    ],
)
def test_what_is_interrupted_goes_on_or_is_a_title_is_not_signed(paragraph: str) -> None:
    assert _signed(paragraph) == []


def test_three_words_are_enough_for_a_signed_quotation() -> None:
    text = "“Nobody asked us.”\nRui Costa, farmer"
    (found,) = signed_quotations(text, [(0, 18), (19, len(text))])
    assert found.name.of(text) == "Rui Costa"
