"""Hand-written passages with the status, links and evidence that a careful reader expects."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.analysis import Analyser
from briefing.model import Analysis, Article, Block, BlockKind, Claim, Span, words_of
from briefing.model.catalogue import in_english

_TABLE = Path(__file__).with_name("passages.toml")
PASSAGES: list[dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["passage"]
LEAST_SHARE = 0.8
"""Of the expectations of each status that must hold."""


def as_article(text: str, headings: int = 0) -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            kind = BlockKind.HEADING if len(blocks) < headings else BlockKind.PARAGRAPH
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(text, tuple(blocks))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def best_claim(analysis: Analysis, text: str, expected: dict[str, Any]) -> Claim | None:
    def overlap(claim: Claim) -> float:
        found, wanted = words(words_of(claim.content, text)), words(expected["claim"])
        return len(found & wanted) / len(found | wanted)

    source = expected.get("source", "")
    fitting = [
        claim
        for claim in analysis.claims
        if (not source and not (claim.innermost and claim.innermost.source))
        or (source and claim.innermost and source in words_of(claim.innermost.source, text))
    ]
    best = max(fitting, key=overlap, default=None)
    return best if best is not None and overlap(best) >= 0.5 else None


def failures(analysis: Analysis, text: str, expected: dict[str, Any]) -> list[str]:
    claim = best_claim(analysis, text, expected)
    if claim is None:
        return ["not found"]
    faults = []
    if claim.status.value != expected["status"]:
        faults.append(f"status {claim.status.value}, not {expected['status']}")
    pointed = " ".join(words_of(evidence.spans, text) for evidence in claim.evidence)
    if expected.get("evidence", "") not in pointed:
        faults.append(f"evidence “{pointed}” lacks “{expected['evidence']}”")
    if claim.polarity.value != expected.get("polarity", claim.polarity.value):
        faults.append(f"polarity {claim.polarity.value}")
    for wanted in expected.get("links", []):
        kind, _, other = wanted.partition(": ")
        ends = [(link.kind.value, analysis.claim(link.to)) for link in claim.links]
        if not any(k == kind and c and words(other) <= words(words_of(c.content, text)) for k, c in ends):
            faults.append(f"no link {wanted}")
    return faults


@pytest.fixture(scope="module")
def analyses(analyser: Analyser) -> list[Analysis]:
    """The analysis of each passage."""
    articles = (as_article(passage["text"], passage.get("headings", 0)) for passage in PASSAGES)
    return [list(analyser.analyse(article))[-1] for article in articles]


@pytest.fixture(scope="module")
def verdicts(analyses: list[Analysis]) -> list[tuple[str, str, list[str]]]:
    """(status, trap, faults) of each expectation."""
    found = []
    for passage, analysis in zip(PASSAGES, analyses, strict=True):
        for expected in passage["expect"]:
            found.append((expected["status"], passage["trap"], failures(analysis, passage["text"], expected)))
        if not passage["expect"]:
            said = [words_of(claim.content, passage["text"]) for claim in analysis.claims]
            found.append(("nothing", passage["trap"], [f"found {said}"] if said else []))
    return found


def test_the_table_is_long_enough():
    assert len(PASSAGES) >= 60


def test_each_status_is_found_for_the_reasons_a_reader_would_give(verdicts):
    totals = Counter(status for status, _, _ in verdicts)
    right = Counter(status for status, _, faults in verdicts if not faults)
    for status, total in totals.items():
        print(f"{status:13} {right[status]:2} of {total:2}")
    for status, trap, faults in verdicts:
        if faults:
            print(f"  {status}, {trap}: {'; '.join(faults)}")
    short = {status for status, total in totals.items() if right[status] < LEAST_SHARE * total}
    assert not short


def test_no_claim_goes_without_evidence(analyses):
    for analysis in analyses:
        for claim in analysis.claims:
            assert claim.evidence
            assert all(len(span) for evidence in claim.evidence for span in evidence.spans)
            assert all(in_english(evidence.message).endswith(".") and evidence.spans for evidence in claim.evidence)
