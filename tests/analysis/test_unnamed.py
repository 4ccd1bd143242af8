"""Sources without a name are told apart: nobody at all, somebody kept back on purpose, somebody just not named."""

import pytest

from briefing.analysis.claims.status_ladder import Dimensions, row_for
from briefing.model import Article, Block, BlockKind, Certainty, SourceKind, Span, Status, words_of


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The treasurer allegedly moved the funds abroad.", "unnamed.hearsay", "allegedly"),
        ("The pilot is believed to have survived the crash.", "unnamed.hearsay", "is believed"),
        (
            "A diplomat who asked not to be named said the embassy would close.",
            "unnamed.shielded",
            "diplomat",
        ),
        ("Sources close to the talks said the union would accept the offer.", "unnamed.shielded", "close to the talks"),
        (
            "People familiar with the matter said the bank would be sold.",
            "unnamed.shielded",
            "familiar with the matter",
        ),
        ("Officials said the road would be closed on Monday.", "unnamed.source", "Officials"),
        ("Observers said the vote was fair.", "unnamed.source", "Observers"),
    ],
)
def test_each_kind_of_namelessness_has_its_own_evidence(analyser, text, rule, words):
    *_, analysis = analyser.analyse(Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))
    claim = next(claim for claim in analysis.claims if claim.status is Status.UNNAMED)
    (evidence,) = claim.evidence
    assert evidence.rule == rule
    assert words in words_of(evidence.spans, text)


@pytest.mark.parametrize("likeliest", [Status.CLAIMED, Status.ON_RECORD, Status.RELAYED])
@pytest.mark.parametrize("certainty", [Certainty.CERTAIN, Certainty.POSSIBLE])
def test_whose_name_the_text_keeps_back_is_never_signed_as_one_who_has_a_name(likeliest, certainty):
    kept_back = Dimensions(
        kinds=(SourceKind.UNNAMED,), hops=1, certainty=certainty, anonymous=True, shielded=True, withheld=True
    )
    judged = {likeliest: 0.8, Status.UNNAMED: 0.15, Status.UNCLEAR: 0.05}
    assert row_for(kept_back, judged).status is Status.UNNAMED


def test_what_is_hedged_stays_unclear_though_a_name_is_kept_back():
    kept_back = Dimensions(
        kinds=(SourceKind.UNNAMED,), hops=1, certainty=Certainty.POSSIBLE, anonymous=True, shielded=True, withheld=True
    )
    judged = {Status.CLAIMED: 0.5, Status.UNNAMED: 0.1, Status.UNCLEAR: 0.4}
    assert row_for(kept_back, judged).status is Status.UNCLEAR
