"""Statements: clauses of an article, with who is behind each."""

from collections.abc import Callable

from briefing.analysis.stories.story_article import StoryArticle
from briefing.model.statement import Mood, Statement

Read = Callable[..., StoryArticle]


def _with(article: StoryArticle, words: str) -> Statement:
    return next(s for s in article.statements if words in s.said)


def test_the_narrators_own_clauses_are_statements(read: Read) -> None:
    article = read("The bridge collapsed on Monday, and three workers were hurt.")
    assert [s.said for s in article.statements if not s.chain] == [
        "The bridge collapsed on Monday",
        "three workers were hurt",
    ]


def test_no_commas_are_left_of_a_clause_that_is_cut_out(read: Read) -> None:
    article = read("The depot in Port Almond, which held a third of the harvest, was destroyed by a fire.")
    assert _with(article, "destroyed").said == "The depot in Port Almond was destroyed by a fire"


def test_a_pronoun_is_said_by_its_name(read: Read) -> None:
    article = read("Mayor Ines Prado opened the bridge in May. She closed the bridge in June.")
    assert _with(article, "June").said == "Ines Prado closed the bridge in June"


def test_a_minister_speaks_for_the_government(read: Read) -> None:
    article = read("French Foreign Minister Paul Renard said that the convoy had crossed the border.")
    assert [speaker.body for speaker in _with(article, "convoy").chain] == ["France"]


def test_what_may_be_is_open_and_what_was_is_actual(read: Read) -> None:
    article = read("The council may close the bridge. The council closed the tunnel.")
    assert [_with(article, word).mood for word in ("bridge", "tunnel")] == [Mood.OPEN, Mood.ACTUAL]


def test_no_evidence_that_something_is_so_does_not_say_that_it_is(read: Read) -> None:
    article = read("Mayor Ines Prado said there was no evidence that the bridge was unsafe.")
    assert not any(s.said == "the bridge was unsafe" for s in article.statements)


def test_figures_come_with_what_they_count(read: Read) -> None:
    article = read("Some 1.2 million people marched, and twenty-three shops were closed.")
    assert [(f.value, f.unit) for s in article.statements for f in s.figures] == [(1.2e6, "people"), (23, "shop")]


def test_a_claimed_attack_is_laid_to_who_claims_it(read: Read) -> None:
    article = read(
        "The Marsh Brigade claimed responsibility for the attack. Officials blamed Ruritania for the attack."
    )
    assert "brigade" in _with(article, "responsibility").blames


def test_an_article_that_is_not_english_has_none(read: Read) -> None:
    assert read("Die Brücke ist am Montag eingestürzt, und drei Arbeiter wurden verletzt. " * 4).statements == ()


def test_a_long_clause_is_told_without_where_and_when_too(read: Read) -> None:
    text = (
        "Karl Odd was driving a yellow pickup truck on the coast road near the village of Almond Bay "
        "in the province of Tarn on the night of June 21."
    )
    assert "Karl Odd was driving a yellow pickup truck" in [one.said for one in read(text).statements]
