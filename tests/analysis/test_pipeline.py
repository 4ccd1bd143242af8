"""Findings come early on a long article, all at once on a short one, and reading can be given up."""

import time

import pytest

from briefing.analysis import Analyser, pipeline
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


def test_a_short_article_is_read_in_one_go_unless_it_is_the_first_of_all():
    analyser = Analyser.open()
    assert [found.complete for found in analyser.analyse(article_of(8))] == [False, True]
    assert [found.complete for found in analyser.analyse(article_of(8))] == [True]


def test_early_findings_stay_true(analyser):
    first, *_, last = analyser.analyse(article_of(60))
    contents = {claim.content for claim in last.claims}
    assert {claim.content for claim in first.claims} <= contents


def test_an_article_without_blocks_has_a_complete_analysis(analyser):
    (only,) = analyser.analyse(Article("", ()))
    assert only.complete
    assert only.claims == ()


def test_a_reading_that_is_given_up_ends_soon(analyser):
    begun = time.process_time()
    whole = list(analyser.analyse(article_of(30)))
    needed = time.process_time() - begun
    assert whole[-1].complete
    reading = analyser.analyse(article_of(300))
    begun = time.process_time()
    next(reading)
    reading.close()
    # It would need ten times as long for all of it.
    assert time.process_time() - begun < 3 * needed
    with pytest.raises(StopIteration):
        next(reading)


def test_a_huge_article_is_read_as_far_as_memory_allows(analyser, monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST_ARTICLE", 2_000)
    *_, last = analyser.analyse(article_of(20))
    assert last.complete
    assert last.note == pipeline.TOO_LONG
    assert last.claims
    assert max(claim.start for claim in last.claims) < 2_000


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "word " * 2_000_000,
        "x" * 1_000_000,
        "\x00\x07\x1b" * 20_000,
        "слово word 词 كلمة " * 3_000,
        "“" * 50_000,
        "a\n" * 50_000,
    ],
    ids=[
        "one word",
        "ten megabytes of one word",
        "no spaces",
        "control characters",
        "mixed scripts",
        "quotation marks",
        "short lines",
    ],
)
def test_no_input_is_too_strange_to_end(analyser, text):
    begun = time.process_time()
    *_, last = analyser.analyse(Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))
    assert last.complete
    assert time.process_time() - begun < 60
