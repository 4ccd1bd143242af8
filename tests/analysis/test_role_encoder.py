"""The trained encoder finds who said what in sentences it has never seen."""

import time

import pytest

from briefing.analysis.encoder.role_encoder import FoundAttribution, RoleEncoder
from briefing.resources import resource


@pytest.fixture(scope="module")
def encoder() -> RoleEncoder:
    return RoleEncoder(resource("models", "roles"))


def found_in(encoder: RoleEncoder, text: str) -> list[dict[str, str]]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [in_words(found, text) for found in encoder.attributions(text, paragraphs)]


def in_words(found: FoundAttribution, text: str) -> dict[str, str]:
    pieces = {"source": found.source, "cue": found.cue, "content": found.content}
    return {role: " … ".join(text[start:end] for start, end in spans) for role, spans in pieces.items()}


def test_a_plain_report(encoder: RoleEncoder) -> None:
    (found,) = found_in(encoder, "The harbour master said that the ferry would sail again on Friday.")
    assert found["source"] == "The harbour master"
    assert found["cue"] == "said"
    assert "the ferry would sail again on Friday" in found["content"]


def test_a_quotation_split_by_its_speaker(encoder: RoleEncoder) -> None:
    (found,) = found_in(encoder, "“We were lucky,” Irene Marsh told the council, “but luck runs out.”")
    assert found["source"] == "Irene Marsh"
    assert "We were lucky" in found["content"]
    assert "luck runs out" in found["content"]


def test_two_speakers_in_one_paragraph(encoder: RoleEncoder) -> None:
    text = "Ms. Okafor said the plant was safe. Mr. Lind said that it should never have been built."
    assert [(found["source"], found["cue"]) for found in found_in(encoder, text)] == [
        ("Ms. Okafor", "said"),
        ("Mr. Lind", "said"),
    ]


def test_according_to_comes_after_what_is_said(encoder: RoleEncoder) -> None:
    (found,) = found_in(encoder, "Four bridges will be closed this summer, according to the transport ministry.")
    assert found["source"] == "the transport ministry"
    assert found["cue"].lower() == "according to"
    assert found["content"].startswith("Four bridges")


def test_a_text_without_speakers_has_no_attribution(encoder: RoleEncoder) -> None:
    assert found_in(encoder, "The train leaves at nine. Tickets cost four euros.") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x01\x02", "😀" * 50, "”“\"'«»" * 100])
def test_a_text_without_words_is_read_without_complaint(encoder: RoleEncoder, text: str) -> None:
    assert isinstance(encoder.attributions(text, [(0, len(text))]), list)


def test_one_word_of_ten_megabytes_is_read_in_seconds(encoder: RoleEncoder) -> None:
    text = "x" * 10_000_000
    started = time.process_time()
    assert encoder.attributions(text, [(0, len(text))]) == []
    assert time.process_time() - started < 30


def test_a_negated_event_is_less_certain_than_a_stated_one(encoder: RoleEncoder) -> None:
    (stated,) = encoder.certainty(["The", "committee", "approved", "the", "budget", "."], [2])
    (negated,) = encoder.certainty(["The", "committee", "did", "not", "approve", "the", "budget", "."], [4])
    assert stated > 1.5
    assert negated < 0


def test_certainty_is_read_in_the_same_pass(encoder: RoleEncoder) -> None:
    text = "The committee approved the budget, the chairman said."
    reading = encoder.read(text, [(0, len(text))], events=[text.index("approved")])
    assert reading.certainties[text.index("approved")] > 0
    assert reading.attributions


def test_a_signed_quotation_is_said_by_the_name_behind_it(encoder: RoleEncoder) -> None:
    said = "“They call it progress. The council says the quay is safe. It is not, and the mayor knows that.”"
    (found,) = found_in(encoder, f"{said} — Ruth Keller")
    assert found == {"source": "Ruth Keller", "cue": "—", "content": said}


@pytest.mark.parametrize("heading", ["– Lessons From the Flood", "— Prices in Oslo"])
def test_a_heading_behind_a_dash_says_nothing(encoder: RoleEncoder, heading: str) -> None:
    found = found_in(encoder, f"“Never again will we build on the flood plain” {heading}")
    assert all(entry["source"] not in heading or not entry["source"] for entry in found)


def test_what_stands_beside_a_signed_quotation_stays(encoder: RoleEncoder) -> None:
    before = "The harbour master said that the ferry would sail again on Friday."
    found = found_in(encoder, f"{before}\n“Nobody believes a word of that here.”\n— Ruth Keller")
    assert [entry["source"] for entry in found] == ["The harbour master", "Ruth Keller"]
