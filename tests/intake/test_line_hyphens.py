"""Lines of a page are joined: a hyphen that only parts a word goes, and no line takes longer than it is long."""

from briefing.intake.line_hyphens import LineJoiner


def test_a_line_of_one_word_without_end_is_joined_in_time_that_grows_with_it():
    # Where the word was looked for from each of its letters, this took longer than anybody waits.
    lines = ["a" * 300_000 + "!-", "harbour"]
    assert LineJoiner(lines).joined(lines)[0] == "".join((lines[0], " ", lines[1]))


def test_a_word_that_stands_with_its_hyphen_elsewhere_keeps_it():
    lines = ["The co-", "op met. A co-op is owned by all, “well-known”"]
    assert LineJoiner(lines).joined(lines)[0].startswith("The co-op met")
