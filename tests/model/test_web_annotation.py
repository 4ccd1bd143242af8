"""Annotations go out and in as W3C Web Annotations, and what Hypothesis exports comes in too."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Anchor, Annotation, Dispute, Judgement, SourceRating, Span, Status
from briefing.model.web_annotation import (
    NotAnAnnotation,
    annotation_from,
    annotation_object,
    is_judgement,
    judgement_from,
    judgement_object,
    objects_in,
    page,
    source_of,
)

WHEN = datetime(2026, 5, 1, 12, 30, tzinfo=UTC)
SOURCE = "https://example.org/bridge"
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
moments = st.datetimes(timezones=st.just(UTC))


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    exact = draw(words.filter(bool))
    start = draw(st.integers(0, 10**6))
    return Anchor(Span(start, start + len(exact)), exact, draw(words), draw(words))


annotations = st.builds(
    Annotation,
    st.uuids().map(str),
    anchors(),
    moments,
    moments,
    st.integers(1, 8),
    words,
    st.lists(words.filter(bool), unique=True, max_size=4).map(tuple),
)
judgements = st.builds(
    Judgement,
    anchors(),
    moments,
    moments,
    st.none() | st.sampled_from(Status),
    st.none() | st.sampled_from(SourceRating),
    st.none() | st.integers(1, 6),
    st.booleans(),
    st.none() | words,
    words,
    st.booleans(),
    st.none() | anchors(),
    st.lists(st.builds(Dispute, words.filter(bool), st.none() | anchors()), unique=True, max_size=3).map(tuple),
)


@given(annotations)
def test_an_annotation_goes_out_and_in_again(annotation):
    assert annotation_from(annotation_object(annotation, SOURCE)) == annotation


def test_who_wrote_it_at_a_desk_is_told_and_believed_of_no_file():
    where = Anchor(Span(4, 10), "bridge", "The ", " is")
    found = annotation_object(Annotation("11", where, WHEN, WHEN, 3, "Ask.", writer="ada"), SOURCE)
    assert found["creator"] == {"type": "Person", "name": "ada"}
    assert annotation_from({**found, "id": "urn:uuid:0b8b6f2e-5a3c-4f0e-9d4e-000000000001"}).writer == ""


@given(judgements)
def test_a_judgement_goes_out_and_in_again(judgement):
    found = judgement_object(judgement, SOURCE)
    assert is_judgement(found)
    assert judgement_from(found) == judgement


def test_it_is_a_web_annotation():
    where = Anchor(Span(4, 10), "bridge", "The ", " is")
    found = annotation_object(Annotation("11", where, WHEN, WHEN, 3, "Ask.", ("toll",)), SOURCE)
    assert found["type"] == "Annotation"
    assert found["motivation"] == "commenting"
    assert found["target"] == {
        "source": SOURCE,
        "selector": [
            {"type": "TextPositionSelector", "start": 4, "end": 10},
            {"type": "TextQuoteSelector", "exact": "bridge", "prefix": "The ", "suffix": " is"},
        ],
    }
    assert [body["purpose"] for body in found["body"]] == ["commenting", "tagging"]
    assert page([found])["@context"][0] == "http://www.w3.org/ns/anno.jsonld"


def test_what_hypothesis_exports_comes_in():
    exported = {
        "export_date": "2026-05-01",
        "annotations": [
            {
                "id": "abc-DEF_1",
                "created": "2026-05-01T12:30:00.000000+00:00",
                "updated": "2026-05-02T12:30:00.000000+00:00",
                "uri": SOURCE,
                "text": "Ask *again*.",
                "tags": ["toll", "toll"],
                "target": [
                    {
                        "source": SOURCE,
                        "selector": [
                            {"type": "RangeSelector", "startContainer": "/p[1]"},
                            {"type": "TextPositionSelector", "start": 4, "end": 10},
                            {"type": "TextQuoteSelector", "exact": "bridge", "prefix": "The ", "suffix": " is"},
                        ],
                    }
                ],
            }
        ],
    }
    (found,) = objects_in(exported)
    annotation = annotation_from(found)
    assert source_of(found) == SOURCE
    assert (annotation.note, annotation.tags) == ("Ask *again*.", ("toll",))
    assert annotation.anchor == Anchor(Span(4, 10), "bridge", "The ", " is")
    assert annotation.modified == datetime(2026, 5, 2, 12, 30, tzinfo=UTC)
    assert UUID(annotation.id)
    assert annotation_from(found).id == annotation.id


@pytest.mark.parametrize("found", [{}, {"target": "https://example.org"}, {"target": {"selector": {"type": "X"}}}])
def test_what_quotes_nothing_is_refused(found):
    with pytest.raises(NotAnAnnotation, match="quote"):
        annotation_from(found)


@pytest.mark.parametrize("found", [3, "text", {"a": 1}, None])
def test_what_holds_no_annotations_is_refused(found):
    with pytest.raises(NotAnAnnotation):
        objects_in(found)


def test_a_rating_that_there_is_not_is_refused():
    where = Anchor(Span(0, 6), "bridge")
    found = judgement_object(Judgement(where, WHEN, WHEN), SOURCE)
    found["body"]["briefing:sourceRating"] = "Z"
    with pytest.raises(NotAnAnnotation):
        judgement_from(found)
