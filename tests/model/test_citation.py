"""A claim is cited with its words, its source and its place."""

from dataclasses import replace
from datetime import UTC, date, datetime

from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.citation import Cited, citation, known_parts, quotation

TEXT = "The bridge is safe, Mayor Ada Reed said on Monday."
ARTICLE = Article(
    TEXT, (), Origin("Bridge opens", "Jo Penn", "Coast Daily", "2026-05-01T10:00", "en", "https://example.org/b")
)
HOP = Attribution((Span(20, 34),), (Span(35, 39),), ("a1",), SourceKind.PERSON)
CLAIM = Claim(
    "c1",
    (Span(0, 18),),
    (HOP,),
    Voice.INDIRECT,
    Certainty.CERTAIN,
    Polarity.POSITIVE,
    Status.CLAIMED,
    (Evidence((Span(0, 18),), "rule", "Because."),),
)
ANALYSIS = Analysis("e", "en", (Actor("a1", "Ada Reed", ActorKind.PERSON, (), ()),), (CLAIM,))


def test_words_source_status_and_place():
    assert citation(ARTICLE, ANALYSIS, CLAIM, read=date(2026, 5, 2)) == (
        "“The bridge is safe” (Ada Reed; claimed). “Bridge opens”, Coast Daily, Jo Penn, 2026-05-01, "
        "https://example.org/b, read 2026-05-02."
    )


def test_only_what_is_known_of_the_article_is_told_of_it():
    bare = replace(ARTICLE, origin=Origin(outlet="Coast Daily"))
    assert known_parts(ARTICLE).keys() == set(Cited)
    assert list(known_parts(replace(bare, text="", blocks=()))) == [Cited.OUTLET]
    assert quotation(bare, Span(0, 18)).endswith("” Coast Daily.")


def test_the_readers_word_wins():
    when = datetime(2026, 5, 1, tzinfo=UTC)
    word = Judgement(anchor(TEXT, Span(0, 18)), when, when, Status.CONFIRMED, source="The city council")
    assert "(The city council; confirmed)" in citation(ARTICLE, ANALYSIS, CLAIM, word)


def test_a_chain_and_nobody():
    through = replace(CLAIM, attributions=(Attribution((), (Span(35, 39),)), HOP))
    assert "(Ada Reed, through nobody named; claimed)" in citation(ARTICLE, ANALYSIS, through)
    alone = replace(CLAIM, attributions=(), status=Status.UNATTRIBUTED)
    assert "(the article itself; unattributed)" in citation(ARTICLE, ANALYSIS, alone)
