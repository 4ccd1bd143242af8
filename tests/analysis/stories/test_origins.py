"""Independent origins: mouths of one body, one statement in two outlets and a report that is cited are one."""

from collections.abc import Callable, Sequence

from briefing.analysis.stories.lost_sources import loses_source_in
from briefing.analysis.stories.origin_names import is_one
from briefing.analysis.stories.origins import origins_of
from briefing.analysis.stories.propositions import grouped
from briefing.analysis.stories.story_article import StoryArticle, Told

Read = Callable[..., StoryArticle]


def _alike(articles: Sequence[StoryArticle], words: str) -> Sequence[Told]:
    groups = grouped(articles).groups
    return next(g.members for g in groups if len(g.members) > 1 and words in g.members[0].statement.said)


def test_two_who_say_the_same_are_two(read: Read) -> None:
    first = read("Mayor Ines Prado said the bridge was unsafe for trucks.", "one")
    second = read("Engineer Karl Odd said the bridge was unsafe for trucks.", "two")
    assert origins_of(_alike([first, second], "unsafe")) == ("Ines Prado", "Karl Odd")


def test_the_same_speaker_in_two_articles_is_one(read: Read) -> None:
    first = read("Mayor Ines Prado said the bridge was unsafe for trucks.", "one")
    second = read("The bridge was unsafe for trucks, Prado said. Ines Prado is the mayor.", "two")
    assert len(origins_of(_alike([first, second], "unsafe"))) == 1


def test_two_mouths_of_one_government_are_one(read: Read) -> None:
    first = read("French Foreign Minister Paul Renard said the convoy had crossed the border.", "one")
    second = read("The French government said the convoy had crossed the border.", "two")
    assert origins_of(_alike([first, second], "convoy")) == ("France",)


def test_one_whose_office_is_told_in_one_article_alone_is_one(read: Read) -> None:
    first = read("Paul Renard said the convoy had crossed the border.", "one")
    second = read("French Foreign Minister Paul Renard said the convoy had crossed the border.", "two")
    assert len(origins_of(_alike([first, second], "convoy"))) == 1


def test_one_who_speaks_for_himself_and_for_a_government_joins_it_with_himself(read: Read) -> None:
    texts = (
        "Paul Renard said the convoy had crossed the border.",
        "The French government said the convoy had crossed the border.",
        "French Foreign Minister Paul Renard said the convoy had crossed the border.",
    )
    articles = [read(text, str(number)) for number, text in enumerate(texts)]
    assert len(origins_of(_alike(articles, "convoy"))) == 1


def test_one_who_is_not_named_adds_nothing_to_one_who_is(read: Read) -> None:
    first = read("Mayor Ines Prado said the bridge was unsafe for trucks.", "one")
    second = read("A person familiar with the matter said the bridge was unsafe for trucks.", "two")
    assert origins_of(_alike([first, second], "unsafe")) == ("Ines Prado",)


def test_an_outlet_that_cites_somebody_adds_none(read: Read) -> None:
    first = read("Mayor Ines Prado told the BBC that the bridge was unsafe for trucks.", "one")
    second = read("Mayor Ines Prado said the bridge was unsafe for trucks, the BBC reported.", "two")
    assert origins_of(_alike([first, second], "unsafe")) == ("Ines Prado",)


def test_a_name_and_its_longer_form_are_one() -> None:
    assert is_one("Prado", "Ines Prado")
    assert not is_one("Ines Prado", "Karl Odd")


def test_what_one_knows_from_somebody_and_another_tells_as_fact_has_lost_its_source(read: Read) -> None:
    first = read("Mayor Ines Prado said the bridge was unsafe for trucks.", "one")
    second = read("The bridge was unsafe for trucks. Farmers took the ferry.", "two")
    assert loses_source_in(_alike([first, second], "unsafe")) == ("two",)


def test_what_somebody_does_an_article_may_tell_as_it_sees_it(read: Read) -> None:
    first = read("Mayor Ines Prado said Ines Prado had closed the bridge to trucks.", "one")
    second = read("Mayor Ines Prado had closed the bridge to trucks.", "two")
    assert loses_source_in(_alike([first, second], "closed")) == ()


def test_what_somebody_commits_himself_to_in_two_articles_is_one_saying(read: Read) -> None:
    first = read("Senator Ines Prado committed to proceeding with such a trial.", "one")
    second = read("Senator Ines Prado committed to proceeding with an impeachment trial.", "two")
    joined = [group.members for group in grouped([first, second]).groups if len(group.members) > 1]
    assert ("Ines Prado",) in [origins_of(members) for members in joined]


def test_a_body_and_its_spokesman_are_one(read: Read) -> None:
    first = read("Erik Lund, a spokesman for Blue Strait Lines, said the bridge was unsafe for trucks.", "one")
    second = read("Blue Strait Lines said the bridge was unsafe for trucks.", "two")
    assert len(origins_of(_alike([first, second], "unsafe"))) == 1


def test_what_is_told_without_where_and_when_has_lost_its_source_too(read: Read) -> None:
    first = read("The coast guard said eleven people had died in the ferry disaster near Marlo.", "one")
    second = read("Eleven people died in the ferry disaster. Divers left the strait.", "two")
    assert loses_source_in(_alike([first, second], "died")) == ("two",)


def test_an_arrest_is_what_the_police_did(read: Read) -> None:
    first = read("A nurse of the clinic was arrested on Tuesday, police said.", "one")
    second = read("The nurse, who was arrested on Tuesday, worked at the clinic.", "two")
    assert not any(loses_source_in(group.members) for group in grouped([first, second]).groups)
