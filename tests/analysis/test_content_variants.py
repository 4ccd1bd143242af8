"""Other extents of a content are read where somebody might end it, and never within a word."""

import pytest
import spacy

from briefing.analysis.analyser import MODEL
from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.claims.content_variants import variants
from briefing.model import Span

TEXT = "Trump Says Xi Agrees to Restart Exports as US-China Talks Begin"


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("read", "offered"),
    [
        ("Xi Agrees to Restart Exports", True),
        ("Xi Agrees to Restart Exports as US", False),
        ("China Talks Begin", False),
    ],
)
def test_an_extent_that_ends_or_begins_within_a_hyphened_word_is_none(read: str, offered: bool) -> None:
    doc = spacy.blank("en")(TEXT)
    content = (span("Xi Agrees to Restart Exports as US-China Talks Begin"),)
    readings = (("encoder", (span(read),)),)
    hop = Attributed(source=(span("Trump"),), cue=(span("Says"),), content=content, rule="cue", readings=readings)
    assert [words for name, words in variants(doc, hop) if name == "encoder"] == [(span(read),)] * offered


def offered(text: str, source: str, cue: str, content: str, rule: str = "verb.clause") -> dict[str, list[str]]:
    """The words of each extent that is offered beside the content as read, by where it comes from."""
    doc = spacy.load(MODEL)(text)

    def at(words: str) -> tuple[Span, ...]:
        pieces = [piece for piece in words.split(" … ") if piece]
        return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)

    hop = Attributed(source=at(source), cue=at(cue), content=at(content), rule=rule)
    found: dict[str, list[str]] = {}
    for name, spans in variants(doc, hop):
        found.setdefault(name, []).append(" … ".join(piece.of(text) for piece in spans))
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        (
            "The council passed the Harbour Act, which the court later ruled to be void.",
            "the court",
            "later ruled",
            "which … to be void",
            "the Harbour Act, which … to be void",
        ),
        (
            "Drones hit the refinery, which state radio said was under control.",
            "state radio",
            "said",
            "which … was under control",
            "the refinery, which … was under control",
        ),
    ],
)
def test_a_relative_clause_is_offered_with_what_it_tells_of(text, source, cue, content, whole):
    assert whole in offered(text, source, cue, content)["antecedent"]


def test_what_stands_behind_a_semicolon_is_offered_alone():
    text = "One lorry hit the barrier; around 40 litres of acid, officers said, ran into the river."
    content = "One lorry hit the barrier; around 40 litres of acid … ran into the river"
    assert offered(text, "officers", "said", content)["later"] == ["around 40 litres of acid … ran into the river"]


@pytest.mark.parametrize(
    "tail", ["despite a newspaper claiming that a pipe had burst", "without saying when it would end"]
)
def test_a_clause_that_hangs_on_a_preposition_may_be_left_out(tail):
    text = f"The commission says it has found no trace of gas {tail}."
    shorter = offered(text, "The commission", "says", f"it has found no trace of gas {tail}")["shorter"]
    assert "it has found no trace of gas" in shorter


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The blasts hit two depots, which state media said were under control.",
            "two depots, which / were under control",
        ),
        ("The act, which the court later ruled to be void, was repealed.", "The act / to be void"),
    ],
)
def test_a_short_relative_clause_is_told_of_its_noun(told, text, content):
    assert content in [claim.content for claim in told(text)]


def test_a_month_is_nothing_that_a_clause_tells_of(told):
    (claim,) = told("He had not appeared since May, which his wife said was due to illness.")
    assert "May" not in claim.content
