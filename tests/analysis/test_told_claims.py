"""What was refused, prevented or threatened was not done; what is only told beside that was."""

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.analyser import MODEL
from briefing.analysis.comparison.rival_words import RivalWords
from briefing.analysis.comparison.told_claims import happened


@pytest.fixture(scope="module")
def language() -> Language:
    return spacy.load(MODEL)


def was_done(language: Language, text: str, deed: str) -> bool:
    words = RivalWords.load().deeds.undone
    return happened(next(token for token in language(text) if token.text == deed), words)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("His crew declined to shoot the protesters.", "shoot"),
        ("He refused to have employees hack the accounts.", "hack"),
        ("The army was kept from shelling the town.", "shelling"),
        ("The owner had threatened to burn the mill.", "burn"),
        ("His men refrained from attacking the guards.", "attacking"),
        ("She refused to hide facts and hack the accounts.", "hack"),
        ("His refusal to shoot the guards angered them.", "shoot"),
        ("The rebels refused to take part in the attack.", "attack"),
        ("The troops refused to carry out the attack.", "attack"),
        ("The rebels threatened the town with an attack.", "attack"),
        ("The police prevented the attack.", "attack"),
        ("The police did not shoot the man.", "shoot"),
    ],
)
def test_what_was_refused_or_prevented_was_not_done(language: Language, text: str, deed: str) -> None:
    assert not was_done(language, text, deed)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Russia refused to stop shelling the city.", "shelling"),
        ("The police failed to prevent the attack.", "attack"),
        ("Rebels threatened the mayor after attacking the town.", "attacking"),
        ("Russia refused to apologise for shelling the hospital.", "shelling"),
        ("Iran refused to admit attacking the ship.", "attacking"),
        ("The country failed to explain the attack.", "attack"),
        ("The company forgot to report bribing the minister.", "bribing"),
        ("The minister refused to condemn the attack.", "attack"),
        ("The guards did not refuse to shoot the man.", "shoot"),
        ("The army stopped shelling the city at noon.", "shelling"),
    ],
)
def test_what_is_told_beside_a_refusal_was_done(language: Language, text: str, deed: str) -> None:
    assert was_done(language, text, deed)
