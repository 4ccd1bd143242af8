"""The promised JSON object keeps everything that the analysis holds."""

import json

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
    Link,
    LinkKind,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Stance,
    Status,
    Voice,
)
from briefing.model.analysis_json import analysis_from_object, analysis_object, article_from_object, article_object

TEXT = "Mayor Ada Reed said taxes will fall."
ORIGIN = Origin(title="Taxes", outlet="The Post", digest="ab")
ARTICLE = Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),), ORIGIN)
ANALYSIS = Analysis(
    engine="test 1",
    language="en",
    actors=(Actor("a1", "Ada Reed", ActorKind.PERSON, ("Mayor Ada Reed",), (Span(0, 14),)),),
    claims=(
        Claim(
            id="c1",
            content=(Span(20, 35),),
            attributions=(Attribution((Span(0, 14),), (Span(15, 19),), ("a1",), SourceKind.PERSON, Stance.SAYS),),
            voice=Voice.INDIRECT,
            certainty=Certainty.CERTAIN,
            polarity=Polarity.POSITIVE,
            status=Status.CLAIMED,
            evidence=(Evidence((Span(15, 19),), "claimed.alone", "Only Ada Reed says so."),),
            links=(Link(LinkKind.REPEATS, "c0", "Again."),),
        ),
    ),
)


def test_an_analysis_comes_back_from_its_json_unchanged() -> None:
    stored = json.loads(json.dumps(analysis_object(ARTICLE, ANALYSIS)))
    assert analysis_from_object(stored) == ANALYSIS


def test_an_article_comes_back_from_its_json_unchanged() -> None:
    stored = json.loads(json.dumps(article_object(ARTICLE)))
    assert article_from_object(stored, ORIGIN) == ARTICLE


def test_the_object_names_the_actor_behind_a_source() -> None:
    found = analysis_object(ARTICLE, ANALYSIS)
    assert found["version"] == 1
    assert found["claims"][0]["attributions"][0]["actor"] == "Ada Reed"


def test_a_clean_article_holds_no_findings() -> None:
    assert {"version", "text", "article", "blocks"} == set(article_object(ARTICLE))
