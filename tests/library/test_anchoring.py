"""An annotation stands on its own words, or is an orphan; it never stands on others."""

import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from briefing.library.anchoring import locate, place
from briefing.library.fuzzy_match import LEAST_LIKE, SHORTEST
from briefing.model import Annotation, Placing, Span, anchor, overlap_length

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
        words = found.anchor.span.of(edited)
        assert Levenshtein.normalized_similarity(words, annotation.anchor.exact) >= LEAST_LIKE
        assert words == annotation.anchor.exact or len(annotation.anchor.exact) >= SHORTEST


WORDS = [
    "river",
    "bridge",
    "mayor",
    "council",
    "night",
    "water",
    "valley",
    "flood",
    "report",
    "letter",
    "judge",
    "market",
    "harbour",
    "winter",
    "office",
]


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Span, str, Span]:
    """A text of words, a quotation in it, the text edited in one place, and where what is left of the quotation is."""
    words = [
        f"{word}{'s' * (count % 2)}{'' if count < len(WORDS) else count}"
        for count, word in enumerate(draw(st.lists(st.sampled_from(WORDS), min_size=20, max_size=80)))
    ]
    text = " ".join(words)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 120)))
    at = draw(st.integers(0, len(text)))
    cut = draw(st.integers(at, min(len(text), at + 60)))
    put = draw(st.text("abc é😀", max_size=40))
    shift = len(put) - (cut - at)
    left = start if start < at else max(start, cut) + shift
    right = end + shift if end > cut else min(end, at)
    return text, Span(start, end), text[:at] + put + text[cut:], Span(left, max(left, right))


@given(passages())
def test_an_edit_in_a_text_never_lets_it_stand_beside_what_is_left_of_its_words(
    passage: tuple[str, Span, str, Span],
) -> None:
    text, span, edited, left = passage
    found = place(Annotation("id", anchor(text, span), NOW, NOW), edited)
    if found.placing is not Placing.ORPHAN and len(span) >= 8:
        assert overlap_length((found.anchor.span,), (left,)) >= len(span) // 2


@pytest.mark.parametrize("length", [1, 20, 60, 300, 3000])
def test_a_text_of_a_million_letters_is_searched_in_a_moment(length: int) -> None:
    chosen = random.Random(length)
    text = " ".join(chosen.choices([word + ending for word in WORDS for ending in ("", "s", "ed")], k=150_000))
    kept = anchor(text, Span(500_000, 500_000 + length))
    started = time.thread_time()
    for edited in ("In front. " + text, text[:499_900] + text[505_000:], text[: 500_000 + length // 2] + "XY" + text):
        locate(kept, edited)
    assert time.thread_time() - started < 3  # seconds, on a busy machine; usually a tenth of it


def test_a_letter_changed_in_its_words_moves_it_with_a_score() -> None:
    text = "The council met at night. The harbour will be closed in the winter, said the mayor. Nobody spoke."
    kept = anchor(text, Span(text.index("harbour"), text.index(", said")))
    edited = "Corrected. " + text.replace("closed in", "closed for")
    found = locate(kept, edited)
    assert found.placing is Placing.MOVED
    assert found.anchor.exact == "harbour will be closed for the winter"
    assert 0.75 < found.score < 1


def test_words_that_only_sound_alike_are_not_its_own() -> None:
    text = "The harbour will be closed in the winter, said the mayor."
    kept = anchor(text, Span(4, text.index(", said")))
    other = "Months went by. Then came news from far off: the harvest will be chosen in the winner, they wrote."
    assert locate(kept, other).placing is Placing.ORPHAN


def test_of_two_places_that_are_as_like_none_is_taken() -> None:
    words = "the harbour will be closed in the winter"
    kept = anchor(f"So {words} now.", Span(3, 3 + len(words)))
    twice = f"So {words.replace('in', 'for')} now. " * 2
    assert locate(kept, twice).placing is Placing.ORPHAN


def test_telling_words_that_stand_once_are_found_wherever_they_went() -> None:
    words = "the harbour will be closed in the winter"
    kept = anchor(f"First of all, {words}, said the mayor.", Span(14, 14 + len(words)))
    found = locate(kept, f"Nobody knew that {words}.")
    assert (found.placing, found.anchor.exact) == (Placing.MOVED, words)


def test_a_word_that_took_the_place_of_the_same_word_elsewhere_is_not_its_own() -> None:
    text = "Ann spoke: no, never. Ben stayed away from the hearing and sent a letter."
    start = text.index("no")
    annotation = Annotation("id", anchor(text, Span(start, start + 2)), NOW, NOW)
    edited = "Cal wrote: no doubt this will go on. " + text
    assert edited[start : start + 2] == "no"
    assert place(annotation, edited).anchor.span.start == edited.rindex("no, never")


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called in a piece of work, of Python's own, too."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_the_occurrence_with_the_most_context_is_found_behind_thousands_of_others() -> None:
    kept = anchor("Ann of Arden said it is safe today.", Span(18, 28))
    text = "Bob in Arden said it is safe now.\n" * 3000 + "Ann of Arden said it is safe now.\n"
    found = locate(kept, text)
    assert found.placing is Placing.MOVED
    assert found.anchor.span.start == text.index("Ann") + 18


@pytest.mark.parametrize("changed", ["said it", "told us it"])
def test_in_a_text_that_repeats_itself_the_work_does_not_grow_with_the_repetitions(changed: str) -> None:
    line = "The mayor of Arden said it is safe, and that the ferry will run on Monday as it has for years.\n"
    kept = anchor(line * 3, Span(len(line) + 30, len(line) + 46))
    few, many = (("x" + line.replace("said it", changed)) * times for times in (500, 5000))
    assert calls_of(lambda: locate(kept, many)) <= 1.5 * calls_of(lambda: locate(kept, few))


def test_where_equally_much_of_the_context_stands_twice_nothing_is_guessed() -> None:
    kept = anchor("Ann of Arden said it is safe today.", Span(18, 28))
    text = "Ann of Arden said it is safe now. Ann of Arden said it is safe now."
    assert locate(kept, text).placing is Placing.ORPHAN
