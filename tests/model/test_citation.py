"""A claim is cited with its words, its source and its place."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Locator,
    LocatorKind,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.citation import Cited, citation, known_parts, quotation
from briefing.model.quotation_marks import in_marks

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
    assert list(known_parts(ARTICLE)) == [*Cited][:5]
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


PIECES = [
    (BlockKind.HEADING, "Bridge opens"),
    (BlockKind.BOILERPLATE, "Share this"),
    (BlockKind.PARAGRAPH, "It rained all day."),
    (BlockKind.HEADING, "What it cost"),
    (BlockKind.PARAGRAPH, "Nobody knows the price."),
    (BlockKind.CAPTION, "The bridge at night"),
    (BlockKind.QUOTATION, "I paid for it."),
    (BlockKind.ITEM, "Steel"),
    (BlockKind.ITEM, "Paint"),
]
LONG_TEXT = "\n".join(words for _, words in PIECES)


def place(words: str) -> Span:
    return Span(LONG_TEXT.index(words), LONG_TEXT.index(words) + len(words))


def located(*locators: Locator) -> Article:
    blocks = tuple(Block(kind, place(words)) for kind, words in PIECES)
    return Article(LONG_TEXT, blocks, Origin("Bridge opens", outlet="Coast Daily"), locators)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("rained all", "paragraph 1"),
        ("Nobody knows", "section “What it cost”, paragraph 2"),
        ("I paid for it.\nSteel", "section “What it cost”, paragraphs 3–4"),
        ("Paint", "section “What it cost”, paragraph 5"),
        ("What it cost", ""),
        ("at night", "section “What it cost”"),
    ],
)
def test_the_section_and_the_paragraph_of_the_words_are_told(words, told):
    place_of = ", ".join(filter(None, ["“Bridge opens”", "Coast Daily", told]))
    assert quotation(located(), place(words)).endswith(f"” {place_of}.")


def test_the_page_or_time_of_the_words_is_told_where_the_article_knows_it():
    pages = located(Locator(0, 1, "iv"), Locator(place("Nobody").start, 2, "v"))
    assert "Coast Daily, page iv, paragraph 1." in quotation(pages, place("It rained"))
    assert ", pages iv–v, paragraphs 1–2." in quotation(pages, Span(place("It rained").start, place("price").end))
    times = located(Locator(0, 1, "00:12:03", LocatorKind.TIME))
    assert ", at 00:12:03, paragraph 1." in quotation(times, place("It rained"))
    assert Cited.TIME in known_parts(times, (place("It rained"),))


def test_a_claim_in_pieces_is_told_with_the_paragraphs_of_each():
    claim = replace(CLAIM, content=(place("It rained"), place("Steel")))
    assert ", paragraphs 1, 4." in citation(located(), ANALYSIS, claim)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("the bridge may close", "“the bridge may close”"),
        ("“It will open,”", "“It will open,”"),
        ("The meeting should go very well,”", "“The meeting should go very well,”"),
        ("he called it “a farce”", "“he called it ‘a farce’”"),
    ],
)
def test_no_mark_of_quotation_stands_twice(words: str, quoted: str) -> None:
    assert in_marks(words) == quoted
