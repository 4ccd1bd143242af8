"""Two versions compared statement by statement."""

from collections.abc import Callable

from briefing.analysis.stories.story_article import StoryArticle
from briefing.analysis.stories.version_comparison import version_changes
from briefing.model.version_change import ChangeKind

Read = Callable[..., StoryArticle]


def _kinds(read: Read, before: str, after: str) -> list[ChangeKind]:
    return [change.kind for change in version_changes(read(before, "old"), read(after, "new"))]


def test_the_same_words_change_nothing(read: Read) -> None:
    text = "Mayor Ines Prado closed the bridge on Monday."
    assert _kinds(read, text, text) == []


def test_a_sentence_may_come_or_go(read: Read) -> None:
    text, more = "Mayor Ines Prado closed the bridge on Monday.", " Farmers sold their wheat to Ruritania."
    assert _kinds(read, text, text + more) == [ChangeKind.ADDED]
    assert _kinds(read, text + more, text) == [ChangeKind.DROPPED]


def test_a_number_may_change(read: Read) -> None:
    before, after = "Twelve people were hurt on the bridge.", "Fifteen people were hurt on the bridge."
    assert _kinds(read, before, after) == [ChangeKind.NUMBER_CHANGED]


def test_what_was_said_may_become_fact(read: Read) -> None:
    before = "Mayor Ines Prado said the bridge was unsafe for trucks."
    assert _kinds(read, before, "The bridge was unsafe for trucks.") == [ChangeKind.SOURCE_LOST]


def test_what_somebody_said_would_be_is_told_with_no_less_certainty_when_it_will_be(read: Read) -> None:
    before = "Union leader Per Lund said that the dockers would not strike."
    assert _kinds(read, before, "The dockers will not strike.") == [ChangeKind.SOURCE_LOST]


def test_what_has_happened_may_become_what_may_happen(read: Read) -> None:
    before, after = "The port of Almond opened on Monday.", "The port of Almond may open on Monday."
    assert _kinds(read, before, after) == [ChangeKind.SOFTENED]
    assert _kinds(read, after, before) == [ChangeKind.SHARPENED]


def test_another_may_be_given_as_its_speaker(read: Read) -> None:
    before = "Mayor Ines Prado said the bridge was unsafe for trucks."
    after = "Engineer Karl Odd said the bridge was unsafe for trucks."
    assert _kinds(read, before, after) == [ChangeKind.SPEAKER_CHANGED]


def test_what_was_so_may_become_what_may_be_so(read: Read) -> None:
    before, after = "The council closed the bridge to trucks.", "The council may close the bridge to trucks."
    assert _kinds(read, before, after) == [ChangeKind.SOFTENED]
