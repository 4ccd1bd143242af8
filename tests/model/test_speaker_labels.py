"""A speaker whom the reader names once has that name wherever the transcript's label stands for him."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing.model import (
    Actor,
    ActorJudgement,
    ActorKind,
    ActorVerdict,
    Analysis,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    with_actor_judgements,
)
from briefing.model.markup import NO_MARKUP, Markup, Turn
from briefing.model.speaker_labels import labels_of, speaker_at, speakers_of

TALK = (
    "Q: Did the wall leak?\nA: It did, since May.\nQ: Who knew?\n"
    "a (after a pause): The board did. Tom Veil said it was safe.\nA note: nobody asked."
)


def word(name: str, *names: str, number: int = 1) -> ActorJudgement:
    return ActorJudgement(f"w{number}", ActorVerdict.SAME, name, names, datetime(2026, 5, number, tzinfo=UTC))


def said(number: int, words: str, *hops: Attribution) -> Claim:
    start = TALK.index(words)
    reason = Evidence(hops[0].source, "unnamed.source", arguments=(("words", "A"),))
    certain = Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE
    return Claim(f"c{number}", (Span(start, start + len(words)),), hops, *certain, Status.UNNAMED, (reason,))


def analysis() -> Analysis:
    """Two turns of A's, all of which have his first label for their source, and what he says that Veil said."""
    label, veil = TALK.index("\nA:") + 1, TALK.index("Tom Veil")
    marks = label + 1, TALK.index("pause)") + 6
    by = [Attribution((Span(label, label + 1),), (Span(mark, mark + 1),)) for mark in marks]
    tom = Actor("a1", "Tom Veil", ActorKind.PERSON, ("Tom Veil",), (Span(veil, veil + 8),))
    passed_on = Attribution(tom.mentions, (Span(veil + 9, veil + 13),), ("a1",), SourceKind.PERSON)
    claims = said(1, "It did", by[0]), said(2, "The board did", by[1]), said(3, "it was safe", by[1], passed_on)
    return Analysis("test", "en", (tom,), claims)


def named(*words: ActorJudgement) -> Analysis:
    return with_actor_judgements(analysis(), words, TALK)


def test_labels_stand_at_the_heads_of_lines_with_what_ends_them() -> None:
    assert [(label.name, TALK[label.mark]) for label in labels_of(TALK, ["A"])] == [("A", ":"), ("a", ":")]
    other = "SPEAKER 2: No.\n>> Mayor (Ana): Yes.\n((Ada)) No. Speaker 2 said: yes.\nQ. Why?\nSpeaker 20: No."
    assert [label.name for label in labels_of(other, ["speaker 2", "Mayor (Ana)", "Ada", "Q"])] == [
        "SPEAKER 2",
        "Mayor (Ana)",
        "Ada",
        "Q",
    ]


def test_all_that_stands_under_a_label_is_said_by_whom_the_reader_named() -> None:
    found = named(word("Mayor Ana Ruiz", "A"))
    assert [found.source_names(claim) for claim in found.claims] == [("Mayor Ana Ruiz",)] * 2 + [("Tom Veil",)]
    (mayor,) = (actor for actor in found.actors if actor.name == "Mayor Ana Ruiz")
    assert found.actors[0] is mayor
    assert mayor.kind is ActorKind.PERSON
    assert mayor.aliases == ("A", "a")
    assert [span.of(TALK) for span in mayor.mentions] == ["A", "a"]


def test_who_has_a_name_now_is_no_unnamed_source_and_the_reasons_tell_the_label() -> None:
    first, second, third = named(word("Mayor Ana Ruiz", "A")).claims
    assert (first.status, third.status) == (Status.CLAIMED, Status.RELAYED)
    assert [reason.rule for reason in first.evidence] == ["claimed.alone", "reader.speaker"]
    assert dict(first.evidence[-1].arguments) == {"label": "A", "source": "Mayor Ana Ruiz"}
    assert dict(first.evidence[0].arguments) == {"source": "Mayor Ana Ruiz", "words": "A"}
    assert [reason.spans[0].start for reason in (first.evidence[-1], second.evidence[-1])] == [
        TALK.index("A:"),
        TALK.index("a (after"),
    ]
    assert dict(third.evidence[0].arguments) == {"source": "Tom Veil", "outer": "Mayor Ana Ruiz"}


def test_a_status_that_another_row_of_the_ladder_gave_stays() -> None:
    claims = tuple(replace(claim, status=Status.DISPUTED) for claim in analysis().claims)
    found = with_actor_judgements(replace(analysis(), claims=claims), (word("Ana Ruiz", "A"),), TALK)
    assert {claim.status for claim in found.claims} == {Status.DISPUTED}


def test_a_speaker_may_be_somebody_of_whom_the_article_tells() -> None:
    found = named(word("Tom Veil", "A"))
    assert [actor.name for actor in found.actors] == ["Tom Veil"]
    assert found.actors[0].aliases == ("Tom Veil", "A", "a")
    assert {found.source_names(claim) for claim in found.claims} == {("Tom Veil",)}


def test_the_last_name_holds_and_the_label_itself_takes_it_back() -> None:
    found = named(word("Tom Veil", "A"), word("Ana Ruiz", "a", number=2))
    assert [actor.name for actor in found.actors] == ["Ana Ruiz", "Tom Veil"]
    assert named(word("Tom Veil", "A"), word("A", "A", number=2)) == analysis()


def test_one_whom_the_reader_named_is_joined_with_another_like_any_actor() -> None:
    found = named(word("Ana Ruiz", "A"), word("Tom Veil", "Ana Ruiz", "Tom Veil", number=2))
    assert [actor.name for actor in found.actors] == ["Tom Veil"]
    assert {found.source_names(claim) for claim in found.claims} == {("Tom Veil",)}


def test_who_was_introduced_before_is_another_where_the_article_tells_of_him() -> None:
    text = "Tom Veil said no.\nA: The wall leaks.\nA: It does."
    source, marks = Span(0, 8), [text.index(":"), text.rindex(":")]
    tom = Actor("a1", "Tom Veil", ActorKind.PERSON, ("Tom Veil",), (source,))
    cues = Span(9, 13), *(Span(mark, mark + 1) for mark in marks)
    hops = [Attribution((source,), (cue,), ("a1",), SourceKind.PERSON) for cue in cues]
    claims = tuple(replace(analysis().claims[0], id=f"c{at}", attributions=(hop,)) for at, hop in enumerate(hops))
    found = with_actor_judgements(Analysis("test", "en", (tom,), claims), (word("Ana Ruiz", "A"),), text)
    assert [found.source_names(claim) for claim in found.claims] == [("Tom Veil",), ("Ana Ruiz",), ("Ana Ruiz",)]


def test_speakers_are_those_of_the_page_and_those_that_the_analysis_found() -> None:
    markup = Markup(turns=(Turn(0, "Q", Span(0, 2)),))
    assert speakers_of(TALK, markup, None) == ("Q",)
    assert speakers_of(TALK, markup, analysis()) == ("Q", "A")
    assert speakers_of(TALK, NO_MARKUP, None) == ()


def test_a_place_of_the_text_lies_in_the_turn_that_began_last() -> None:
    names = ("Q", "A")
    assert speaker_at(TALK, 0, names) == "Q"
    assert speaker_at(TALK, TALK.index("since May"), names) == "A"
    assert speaker_at("Hearing\n" + TALK, 3, names) == ""
