"""An annotation stands on its own words, or is an orphan; it never stands on others."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from briefing.library.anchoring import place
from briefing.model import Annotation, Placing, Span, anchor

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def on(text: str, words: str) -> Annotation:
    start = text.index(words)
    return Annotation("id", anchor(text, Span(start, start + len(words))), NOW, NOW)


def test_in_the_same_text_it_is_placed() -> None:
    text = "Rain fell all night on the valley."
    assert place(on(text, "all night"), text).placing is Placing.PLACED


def test_text_put_in_front_moves_it() -> None:
    text = "Rain fell all night on the valley."
    found = place(on(text, "all night"), "Updated. " + text)
    assert found.placing is Placing.MOVED
    assert found.anchor.span == Span(19, 28)


def test_of_two_occurrences_the_one_with_the_kept_context_is_taken() -> None:
    text = "The mayor said no. The judge said no, too."
    annotation = on(text, "said no,")
    moved = place(annotation, "Correction: the mayor said yes. The mayor said no, never. " + text)
    assert moved.anchor.span.of("Correction: the mayor said yes. The mayor said no, never. " + text) == "said no,"
    assert moved.anchor.span.start > 60


def test_of_two_equal_occurrences_none_is_taken() -> None:
    annotation = Annotation("id", anchor("no", Span(0, 2)), NOW, NOW)
    assert place(annotation, "Say no, no").placing is Placing.ORPHAN


def test_words_that_are_gone_make_an_orphan_that_keeps_its_quotation() -> None:
    annotation = on("Rain fell all night.", "all night")
    found = place(annotation, "Snow fell at noon.")
    assert found.placing is Placing.ORPHAN
    assert found.anchor == annotation.anchor


@given(st.text("abc \n😀é", max_size=60), st.data())
def test_any_edit_leaves_it_on_its_own_words_or_an_orphan(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    annotation = Annotation("id", anchor(text, Span(start, end)), NOW, NOW)
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(at, len(text)))
    edited = text[:at] + data.draw(st.text("abc 😀", max_size=10)) + text[cut:]
    found = place(annotation, edited)
    if found.placing is not Placing.ORPHAN:
        assert found.anchor.span.of(edited) == annotation.anchor.exact


def test_a_word_that_took_the_place_of_the_same_word_elsewhere_is_not_its_own() -> None:
    text = "Ann spoke: no, never. Ben stayed away from the hearing and sent a letter."
    start = text.index("no")
    annotation = Annotation("id", anchor(text, Span(start, start + 2)), NOW, NOW)
    edited = "Cal wrote: no doubt this will go on. " + text
    assert edited[start : start + 2] == "no"
    assert place(annotation, edited).anchor.span.start == edited.rindex("no, never")
