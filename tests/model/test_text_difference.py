"""Where two texts differ, told by their sentences."""

from briefing.model.text_difference import text_differences


def _told(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in text_differences(before, after)]


def test_the_same_text_differs_nowhere() -> None:
    assert _told("One. Two costs 3.5 million.", "One. Two costs 3.5 million.") == []


def test_a_changed_sentence_stands_beside_what_it_was() -> None:
    assert _told("One. Two men left. Three.", "One. Two women left. Three.") == [("Two men left.", "Two women left.")]


def test_what_is_new_and_what_is_gone_stand_alone() -> None:
    assert _told("One.\nTwo.", "One.\nTwo.\nThree is new.") == [("", "Three is new.")]
    assert _told("One.\nTwo is gone.\nThree.", "One.\nThree.") == [("Two is gone.", "")]


def test_each_difference_tells_where_it_stands() -> None:
    (one,) = text_differences("One. Two.", "One. Zwei.")
    assert one.older is not None
    assert one.newer is not None
    assert (one.older.of("One. Two."), one.newer.of("One. Zwei.")) == ("Two.", "Zwei.")


def test_an_empty_text_differs_by_all_of_the_other() -> None:
    assert _told("", "One.") == [("", "One.")]
