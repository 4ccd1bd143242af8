"""On whose word an article rests, and what an editor would ask for next."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Asking,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Polarity,
    SourceKind,
    SourcingProfile,
    Span,
    Stance,
    Status,
    Voice,
    anchor,
    sourcing_profile,
)
from tests.analysis.paragraphs import paragraphs

LINES = (
    "Mayor Cole said the bridge was safe.",
    "Cole said the tolls would fall.",
    "Officials said the ferry was late.",
    "Cole accused Marin of theft.",
    "The bridge is safe.",
)
TEXT = "\n".join(LINES)
WHEN = datetime(2026, 5, 1, tzinfo=UTC)


def span(words: str, line: int = 0) -> Span:
    start = TEXT.index(words, sum(len(one) + 1 for one in LINES[:line]))
    return Span(start, start + len(words))


ACTORS = (
    Actor("a1", "Ada Cole", ActorKind.PERSON, ("Cole",), (span("Cole"), span("Cole", 1))),
    Actor("a2", "Ivo Marin", ActorKind.PERSON, ("Marin",), (span("Marin"),)),
)


def claim(number: int, content: Span, status: Status, hop: Attribution | None, *links: Link) -> Claim:
    return Claim(
        f"c{number}",
        (content,),
        (hop,) if hop else (),
        Voice.INDIRECT,
        Certainty.CERTAIN,
        Polarity.POSITIVE,
        status,
        (Evidence((content,), "rule", "Because."),),
        links,
    )


def by_cole(line: int, stance: Stance = Stance.SAYS) -> Attribution:
    return Attribution((span("Cole", line),), (span("said"),), ("a1",), SourceKind.PERSON, stance)


CLAIMS = (
    claim(1, span("the bridge was safe"), Status.CLAIMED, by_cole(0)),
    claim(2, span("the tolls would fall"), Status.CLAIMED, by_cole(1)),
    claim(3, span("the ferry was late"), Status.UNNAMED, Attribution((span("Officials"),), (span("said", 2),))),
    claim(4, span("Marin of theft"), Status.CLAIMED, by_cole(3, Stance.ACCUSES)),
    claim(5, span("The bridge is safe"), Status.UNATTRIBUTED, None, Link(LinkKind.DROPS_ATTRIBUTION_OF, "c1")),
)


@pytest.fixture
def article() -> Article:
    return Article(TEXT, paragraphs(TEXT))


@pytest.fixture
def analysis() -> Analysis:
    return Analysis("engine", "en", ACTORS, CLAIMS)


@pytest.fixture
def profile(article: Article, analysis: Analysis) -> SourcingProfile:
    return sourcing_profile(article, analysis)


def judgement(of: Claim, **said: object) -> Judgement:
    return replace(Judgement(anchor(TEXT, of.content[0]), WHEN, WHEN), **said)


def test_shares_by_status_stand_in_the_order_of_the_ladder(profile):
    assert profile.statuses == ((Status.UNNAMED, 1), (Status.CLAIMED, 3), (Status.UNATTRIBUTED, 1))
    assert profile.shares == ((Status.UNNAMED, 1, 20), (Status.CLAIMED, 3, 60), (Status.UNATTRIBUTED, 1, 20))


def test_sources_are_named_with_their_claims_the_busiest_first(profile):
    assert [(share.name, share.claims) for share in profile.sources] == [
        ("Ada Cole", ("c1", "c2", "c4")),
        ("Officials", ("c3",)),
        ("", ("c5",)),
    ]


def test_who_relays_is_no_second_origin(article, analysis):
    through = Attribution((span("Officials"),), (span("said", 2),))
    relayed = replace(CLAIMS[1], attributions=(through, *CLAIMS[1].attributions), status=Status.RELAYED)
    found = sourcing_profile(article, replace(analysis, claims=(CLAIMS[0], relayed, CLAIMS[2])))
    assert found.origins == ("Ada Cole",)


def test_a_word_of_hearsay_is_no_origin(article, analysis):
    hearsay = replace(CLAIMS[2], attributions=(Attribution((), (span("late"),)),))
    found = sourcing_profile(article, replace(analysis, claims=(CLAIMS[0], hearsay)))
    assert found.origins == ("Ada Cole",)
    assert (Asking.NAME, "“late”") in [(question.asking, question.about) for question in found.questions]


def test_a_run_of_claims_by_one_source_is_a_single_source_passage(profile):
    first, *rest = profile.passages
    assert (first.origin, first.claims) == ("Ada Cole", ("c1", "c2"))
    assert first.span == Span(0, len(LINES[0]) + 1 + len(LINES[1]))
    assert rest == []


def test_a_confirmed_claim_rests_on_more_than_one_source(article, analysis):
    confirmed = replace(CLAIMS[1], status=Status.CONFIRMED)
    assert sourcing_profile(article, replace(analysis, claims=(CLAIMS[0], confirmed))).passages == ()


def test_an_editor_asks_for_names_answers_and_second_sources(profile):
    asked = {(question.asking, question.about): question.claims for question in profile.questions}
    assert asked == {
        (Asking.SECOND_SOURCE, "Ada Cole"): ("c1", "c2", "c4"),
        (Asking.NAME, "Officials"): ("c3",),
        (Asking.ANSWER, "Ivo Marin"): ("c4",),
        (Asking.ATTRIBUTION, ""): ("c5",),
    }
    assert profile.questions[0].asking is Asking.SECOND_SOURCE


def test_the_readers_word_wins(article, analysis):
    judged = {
        "c1": judgement(CLAIMS[0], status=Status.CONFIRMED),
        "c2": judgement(CLAIMS[1], source="Lena Olsen"),
        "c3": judgement(CLAIMS[2], dismissed=True),
    }
    found = sourcing_profile(article, analysis, judged)
    assert found.claims == 4
    assert (Status.CONFIRMED, 1) in found.statuses
    assert "Lena Olsen" in [share.name for share in found.sources]
    assert Asking.NAME not in [question.asking for question in found.questions]


def test_an_article_without_claims_has_an_empty_profile(article):
    found = sourcing_profile(article, Analysis("engine", "en", (), ()))
    assert found == SourcingProfile((), (), (), (), ())
    assert found.shares == ()
