"""The promised JSON object keeps everything that the analysis holds."""

import json
from dataclasses import replace
from typing import Any

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
from briefing.model.analysis_json import (
    analysis_from_object,
    analysis_object,
    article_from_object,
    article_object,
    claim_objects,
)
from briefing.model.message import Arguments, Message, verbatim

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


REASON: Arguments = (("source", ("Ada Reed", "Piet Rask")), ("words", "said"))
AGAIN: Arguments = (("source", Message("source.nobody")), ("other", "Ada Reed"))


def _with(reason: Evidence, link: Link) -> Analysis:
    actors = (*ANALYSIS.actors, replace(ANALYSIS.actors[0], id="a2", name="Piet Rask"))
    return replace(ANALYSIS, actors=actors, claims=(replace(ANALYSIS.claims[0], evidence=(reason,), links=(link,)),))


RULED = _with(
    Evidence((Span(15, 19),), "claimed.alone", arguments=REASON), Link(LinkKind.REPEATS, "c0", arguments=AGAIN)
)


def _as_before(found: dict[str, Any]) -> dict[str, Any]:
    """The object as earlier versions wrote it: sentences, and no arguments."""
    for claim in found["claims"]:
        for told in (*claim["evidence"], *claim["links"]):
            del told["arguments"]
    return found


def test_a_reason_is_kept_as_its_rule_and_what_its_sentence_names() -> None:
    (kept,) = json.loads(json.dumps(list(claim_objects(RULED, sentences=False))))
    assert kept["evidence"] == [
        {
            "spans": [[15, 19]],
            "rule": "claimed.alone",
            "arguments": {"source": ["Ada Reed", "Piet Rask"], "words": "said"},
        }
    ]
    assert "sentence" not in kept["links"][0]
    found = analysis_object(ARTICLE, RULED)
    assert analysis_from_object(found | {"claims": [kept]}) == RULED


def test_other_programs_are_promised_the_english_sentence() -> None:
    (claim,) = analysis_object(ARTICLE, RULED)["claims"]
    assert claim["evidence"][0]["sentence"] == "So far this is the word of Ada Reed and Piet Rask alone: “said”."
    sentence = "An unnamed source said again what Ada Reed said; that adds no second source."
    assert claim["links"][0]["sentence"] == sentence


def test_findings_of_an_earlier_version_are_told_anew_where_their_sentence_gives_its_arguments() -> None:
    assert analysis_from_object(_as_before(analysis_object(ARTICLE, RULED))) == RULED


def test_a_sentence_of_an_earlier_version_that_no_rule_makes_today_stays_as_it_was() -> None:
    kept = _with(Evidence((Span(15, 19),), "claimed.long_gone", "As it was."), Link(LinkKind.DENIES, "c0", "So."))
    assert analysis_from_object(json.loads(json.dumps(analysis_object(ARTICLE, kept)))) == kept


def test_what_is_to_know_of_an_analysis_is_kept_as_a_code_and_told_in_english_to_other_programs() -> None:
    noted = replace(ANALYSIS, note=Message("note.not_english"))
    found = analysis_object(ARTICLE, noted)
    assert found["note"].startswith("This article is not in English")
    assert analysis_from_object(found) == noted
    del found["note_code"]
    assert analysis_from_object(found) == noted
    assert analysis_from_object(found | {"note": "As it was."}).note == verbatim("As it was.")
