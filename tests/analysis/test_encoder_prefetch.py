"""What the encoder reads ahead does not depend on the groups that it is shown in."""

import pytest

from briefing.analysis.encoder.encoder_prefetch import ReadingAhead
from briefing.analysis.encoder.role_encoder import RoleEncoder, shipped_encoder
from briefing.analysis.syntax.article_parser import blocks_of
from briefing.model import Article
from tests.analysis.paragraphs import paragraphs

TEXT = "\n".join(
    [
        "The harbour of Marden will close for a year, the council said on Monday.",
        "“We have no choice,” Mayor Irene Marsh told reporters. “The wall is cracked.”",
        "Fishermen said they had not been asked.",
        "She added:",
        "“Every berth will be paid for until the spring.”",
        "The union called the plan “a bad joke”, according to the Marden Gazette.",
        "“The quay belongs to those who work on it.”",
        "— Karl Vost, chairman of the fishermen's union",
        "Two engineers, who asked not to be named, said the wall could hold for ten years.",
    ]
)


@pytest.fixture(scope="module")
def encoder() -> RoleEncoder:
    encoder = shipped_encoder()
    assert encoder is not None
    return encoder


@pytest.mark.parametrize("sizes", [[9], [1, 8], [3, 3, 3], [4, 5], [7, 2], [1] * 9])
def test_groups_change_nothing_of_what_is_found_in_the_end(encoder, sizes):
    blocks = list(blocks_of(Article(TEXT, paragraphs(TEXT))))
    groups = [blocks[sum(sizes[:at]) : sum(sizes[: at + 1])] for at in range(len(sizes))]
    with ReadingAhead(encoder, TEXT, groups) as ahead:
        *_, last = [ahead.following() for _ in groups]
    whole = encoder.read(TEXT, [(block.span.start, block.span.end) for block in blocks])
    assert last.attributions == whole.attributions
    assert len(last.attributions) > 4


def test_a_group_comes_with_all_that_stands_before_it(encoder):
    blocks = list(blocks_of(Article(TEXT, paragraphs(TEXT))))
    with ReadingAhead(encoder, TEXT, [blocks[:2], blocks[2:]]) as ahead:
        first, second = ahead.following(), ahead.following()
    assert [TEXT[start:end] for found in first.attributions[:1] for start, end in found.source] == ["the council"]
    assert len(second.attributions) > len(first.attributions) > 1


def test_blocks_without_a_word_are_read_too(encoder):
    text = "***\n\nThe mayor said the bridge was safe.\n***"
    blocks = list(blocks_of(Article(text, paragraphs(text))))
    with ReadingAhead(encoder, text, [blocks[:1], blocks[1:]]) as ahead:
        assert ahead.following().attributions == ()
        assert len(ahead.following().attributions) == 1
