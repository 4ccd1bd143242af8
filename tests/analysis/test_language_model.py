"""The quicker way through the language model gives the very documents that the model itself gives."""

import random
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis import attribute_rules, entity_reading
from briefing.analysis.analyser import MODEL
from briefing.analysis.attribute_rules import AttributeRules
from briefing.analysis.entity_reading import EntityReader
from briefing.analysis.language_model import AT_ONCE, LanguageModel
from briefing.resources import sample_article

SENTENCES = [
    "",
    " ",
    "Ada Voss, the minister of ports, said on Tuesday that Norvik would borrow $40 million.",
    "NORVIK — The European Court of Human Rights will rule in Voss v. Norvik by 3 May 2027.",
    "I ain't gonna say it again, y'all; let's go, c'm on, we gotta move 'em.",
    "There's a limit.  \n\n It was the first one,\tshe said: “that which the Lisbon Treaty set.”",
    "But what had they done? They do, they have, they didn't, and that they'd not deny.",
    "Who's to say that's Marta Klein of the Norvik Herald",
    "a b c Ö ß 中文 🙂 … -- http://norvik.example/port 12:30 50% Lena",
]
WORDS = [
    *" ".join(SENTENCES).split(),
    "Jonas",
    "Per",
    "Lund",
    "Reuters",
    "the",
    "of",
    "three",
    "hundred",
    ",",
    ".",
    "\n",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def told(doc: Doc) -> dict[str, list[object]]:
    """All that a pipeline sets of a document."""
    return {
        "words": [(word.text, word.whitespace_) for word in doc],
        "forms": [(word.tag_, word.pos_, word.lemma_, str(word.morph)) for word in doc],
        "tree": [(word.dep_, word.head.i, word.is_sent_start) for word in doc],
        "entities": [(entity.start, entity.end, entity.label_) for entity in doc.ents],
        "marks": [(word.ent_iob_, word.ent_type_) for word in doc],
    }


def mixtures() -> Iterator[str]:
    """Words thrown together, so that names stand where nobody would write them."""
    chance = random.Random(7)
    for _ in range(150):
        yield " ".join(chance.choices(WORDS, k=chance.randrange(1, 60)))


def test_documents_are_those_of_the_model(nlp: Language) -> None:
    texts = [*SENTENCES, *sample_article().read_text(encoding="utf-8").split("\n"), *mixtures()]
    assert len(texts) > 2 * AT_ONCE
    found = [told(doc) for doc in LanguageModel(nlp).read(texts)]
    assert sum(len(entry["entities"]) for entry in found) > 300
    for text, quick, slow in zip(texts, found, nlp.pipe(texts), strict=True):
        assert quick == told(slow), text


def test_both_quick_parts_suit_the_shipped_model(nlp: Language) -> None:
    assert [name for name, part in nlp.pipeline if entity_reading.suits(part)] == ["ner"]
    assert [name for name, part in nlp.pipeline if attribute_rules.suits(part)] == ["attribute_ruler"]


def test_names_that_another_part_has_set_stay(nlp: Language) -> None:
    own = spacy.load(MODEL)
    ruler = own.add_pipe("entity_ruler", before="ner")
    ruler.add_patterns([{"label": "PRODUCT", "pattern": "Norvik Herald"}])  # type: ignore[attr-defined]
    text = "Marta Klein of the Norvik Herald told Reuters that the Herald would close."
    (quick,) = LanguageModel(own).read([text])
    assert told(quick) == told(own(text))
    assert ("Norvik Herald", "PRODUCT") in [(entity.text, entity.label_) for entity in quick.ents]


def test_rules_that_look_at_more_run_as_they_are(nlp: Language) -> None:
    own = spacy.load(MODEL)
    ruler = own.get_pipe("attribute_ruler")
    ruler.add([[{"ORTH": "Port"}]], {"POS": "PROPN", "LEMMA": "THE-PORT"})  # type: ignore[attr-defined]
    assert not attribute_rules.suits(ruler)
    (quick,) = LanguageModel(own).read(["The Port of Norvik has a port."])
    assert [word.lemma_ for word in quick][:2] == ["the", "THE-PORT"]
    with pytest.raises(ValueError, match="look at more"):
        AttributeRules(ruler, own.vocab)  # type: ignore[arg-type]


def test_a_recogniser_with_a_beam_runs_as_it_is(nlp: Language) -> None:
    own = spacy.load(MODEL)
    recogniser = own.get_pipe("ner")
    recogniser.cfg["beam_width"] = 4  # type: ignore[attr-defined]
    assert not entity_reading.suits(recogniser)
    with pytest.raises(ValueError, match="greedy"):
        EntityReader(recogniser)  # type: ignore[arg-type]


def test_own_components_are_called() -> None:
    own = spacy.blank("en")
    own.add_pipe("sentencizer")
    (doc,) = LanguageModel(own).read(["One. Two."])
    assert [sentence.text for sentence in doc.sents] == ["One.", "Two."]
