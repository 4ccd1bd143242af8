"""Other extents of a content are read where somebody might end it, and never within a word."""

import pytest
import spacy

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
