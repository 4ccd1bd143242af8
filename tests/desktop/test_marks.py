"""The marks of a block are found without making those of the others, and tell how deep each content lies."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.marks import FoundMarks, Layer
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Attribution,
    Certainty,
    Claim,
    KeptArticle,
    Origin,
    Polarity,
    Span,
    Status,
    Voice,
)

LENGTH = 60
SPANS = st.tuples(st.integers(0, LENGTH - 2), st.integers(1, 20)).map(lambda at: Span(at[0], min(LENGTH, sum(at))))


def _claim(number: int, content: tuple[Span, ...], cue: tuple[Span, ...]) -> Claim:
    hop = Attribution((), cue)
    return Claim(
        id=f"c{number}",
        content=content,
        attributions=(hop,),
        voice=Voice.INDIRECT,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        status=Status.CLAIMED,
        evidence=(),
    )


def _marks(contents: list[tuple[Span, ...]], cues: list[Span], mentions: list[Span]) -> FoundMarks:
    claims = tuple(
        _claim(number, content, (cues[number % len(cues)],) if cues else ()) for number, content in enumerate(contents)
    )
    actor = Actor("a1", "Ruth Keller", ActorKind.PERSON, (), tuple(mentions))
    article = Article("x" * LENGTH, ())
    now = datetime(2026, 1, 1, tzinfo=UTC)
    kept = KeptArticle(1, Origin(), now)
    return FoundMarks(OpenArticle(kept, article, Analysis("trial 1", "en", (actor,), claims)))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(SPANS, min_size=1, max_size=2, unique=True).map(tuple), max_size=12),
    st.lists(SPANS, max_size=4),
    st.lists(SPANS, max_size=6),
    SPANS,
)
def test_just_the_marks_that_meet_a_span_are_found(
    contents: list[tuple[Span, ...]], cues: list[Span], mentions: list[Span], sight: Span
) -> None:
    marks = _marks(contents, cues, mentions).marks(sight)

    def found(layer: Layer) -> list[Span]:
        return sorted(mark.span for mark in marks if mark.layer is layer)

    assert found(Layer.CLAIMS) == sorted(span for content in contents for span in content if span.overlaps(sight))
    assert found(Layer.ACTORS) == sorted(span for span in mentions if span.overlaps(sight))
    used = {cues[number % len(cues)] for number in range(len(contents))} if cues else set()
    assert found(Layer.CUES) == sorted(span for span in used if span.overlaps(sight))


def test_a_content_lies_as_deep_as_others_enclose_it() -> None:
    marks = _marks([(Span(0, 40),), (Span(5, 30),), (Span(10, 20),), (Span(45, 50),)], [], [])
    assert {mark.claim: mark.depth for mark in marks.marks(Span(0, LENGTH))} == {"c0": 0, "c1": 1, "c2": 2, "c3": 0}
    # As deep where the outer ones begin out of sight.
    assert [(mark.claim, mark.depth) for mark in marks.marks(Span(15, 16))] == [("c0", 0), ("c1", 1), ("c2", 2)]


def test_pieces_of_one_claim_do_not_enclose_each_other() -> None:
    marks = _marks([(Span(0, 40), Span(5, 10))], [], [])
    assert [mark.depth for mark in marks.marks(Span(0, LENGTH))] == [0, 0]


def test_a_cue_of_two_claims_is_marked_once_for_the_first() -> None:
    marks = _marks([(Span(0, 10),), (Span(20, 30),)], [Span(12, 16)], [])
    assert [mark.claim for mark in marks.marks(Span(12, 16))] == ["c0"]
