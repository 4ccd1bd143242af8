"""The sample article, held against hand-made answers where they are at hand."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from briefing.analysis import ENGINE, Analyser
from briefing.intake import read_file
from briefing.model import Analysis, Article, LinkKind, Status, Voice, words_of
from briefing.model.analysis_json import analysis_object
from briefing.model.catalogue import in_english
from briefing.resources import sample_article

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"
MOST_FURTHER_CLAIMS = 8


@pytest.fixture(scope="module")
def article() -> Article:
    return read_file(sample_article()).article


@pytest.fixture(scope="module")
def analyses(article: Article) -> list[Analysis]:
    return list(Analyser.open().analyse(article))


@pytest.fixture(scope="module")
def analysis(analyses: list[Analysis]) -> Analysis:
    return analyses[-1]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("seed_score", EVALUATION / "seed_score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_engine_signs_its_work(analysis):
    assert analysis.engine == ENGINE
    assert analysis.language == "en"


def test_every_claim_has_words_to_point_at(article, analysis):
    for claim in analysis.claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert in_english(evidence.message).endswith(".")
            assert evidence.spans
            assert all(0 <= span.start < span.end <= len(article.text) for span in evidence.spans)


def test_boilerplate_is_never_analysed(article, analysis):
    left_out = [block.span for block in article.blocks if not block.analysed]
    spans = [span for claim in analysis.claims for span in claim.content]
    assert left_out
    assert not any(span.overlaps(block) for span in spans for block in left_out)


def test_links_lead_to_claims_of_the_same_analysis(analysis):
    ids = {claim.id for claim in analysis.claims}
    assert all(link.to in ids and link.to != claim.id for claim in analysis.claims for link in claim.links)


def test_a_nested_claim_keeps_both_of_its_hops(article, analysis):
    chains = [
        [words_of(hop.source, article.text) for hop in claim.attributions]
        for claim in analysis.claims
        if len(claim.attributions) == 2
    ]
    assert ["China’s Foreign Ministry", "Trump"] in chains


def test_the_claimant_confirms_nothing_by_repeating_himself(article, analysis):
    repeated = [claim for claim in analysis.claims if any(link.kind is LinkKind.REPEATS for link in claim.links)]
    assert repeated
    assert not any(claim.status is Status.CONFIRMED for claim in repeated)


def test_the_narrator_drops_an_attribution(article, analysis):
    dropped = [
        claim for claim in analysis.claims if any(link.kind is LinkKind.DROPS_ATTRIBUTION_OF for link in claim.links)
    ]
    assert [claim.voice for claim in dropped] == [Voice.NARRATED]
    assert dropped[0].status is Status.UNATTRIBUTED


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the hand-made answers are not here")
def test_the_figures_against_the_answers(article, analysis):
    gold = json.loads((EVALUATION / "seed-gold.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = scorer().score(gold, analysis_object(article, analysis))
    print({key: value for key, value in found.items() if not key.endswith("rows")})
    assert found["claims_found"] == found["claims"]
    assert found["status_right"] == found["claims"]
    assert found["links_found"] == found["links"]
    assert found["further_claims"] <= MOST_FURTHER_CLAIMS
    assert found["without_evidence"] == 0
    assert found["boilerplate_left_out"] == found["boilerplate"]
