"""Findings come early on a long article, all at once on a short one, and reading can be given up."""

import time

import pytest

from briefing.model import Article, Block, BlockKind, Span

SENTENCE = "Harbour chief Lena Olsen said the port had lost forty containers in the storm. "


def article_of(paragraphs: int) -> Article:
    text = "\n".join([SENTENCE * 5] * paragraphs)
    size = len(SENTENCE * 5)
    starts = range(0, paragraphs * (size + 1), size + 1)
    return Article(text, tuple(Block(BlockKind.PARAGRAPH, Span(start, start + size)) for start in starts))


def test_a_long_article_shows_its_first_findings_early(analyser):
    analyses = list(analyser.analyse(article_of(60)))
    assert [found.complete for found in analyses] == [False] * (len(analyses) - 1) + [True]
    assert len(analyses) >= 2
    assert 0 < len(analyses[0].claims) < len(analyses[-1].claims)


def test_early_findings_stay_true(analyser):
    first, *_, last = analyser.analyse(article_of(60))
    contents = {claim.content for claim in last.claims}
    assert {claim.content for claim in first.claims} <= contents


def test_an_article_without_blocks_has_a_complete_analysis(analyser):
    (only,) = analyser.analyse(Article("", ()))
    assert only.complete
    assert only.claims == ()


def test_a_reading_that_is_given_up_ends_soon(analyser):
    begun = time.perf_counter()
    whole = list(analyser.analyse(article_of(300)))
    needed = time.perf_counter() - begun
    assert whole[-1].complete
    reading = analyser.analyse(article_of(300))
    begun = time.perf_counter()
    next(reading)
    reading.close()
    assert time.perf_counter() - begun < max(0.5 * needed, 1.0)
    with pytest.raises(StopIteration):
        next(reading)
