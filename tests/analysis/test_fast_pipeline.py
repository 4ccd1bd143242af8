"""The quicker way through the language model gives the very documents that the model itself gives."""

import random
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from briefing.analysis.analyser import MODEL
from briefing.analysis.syntax import fast_attribute_ruler, fast_ner
from briefing.analysis.syntax.fast_attribute_ruler import AttributeRules
from briefing.analysis.syntax.fast_ner import EntityReader
from briefing.analysis.syntax.fast_pipeline import AT_ONCE, LanguageModel
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
    """What the parts of a pipeline set of a document's words."""
    return {
        "words": [(word.text, word.whitespace_) for word in doc],
        "forms": [(word.tag_, word.pos_, word.lemma_, str(word.morph)) for word in doc],
        "tree": [(word.dep_, word.head.i, word.is_sent_start) for word in doc],
        "entities": [(entity.start, entity.end, entity.label_, entity.kb_id_) for entity in doc.ents],
        "marks": [(word.ent_iob_, word.ent_type_) for word in doc],
    }


def mixtures() -> Iterator[str]:
    """Words thrown together, so that names stand where nobody would write them."""
    chance = random.Random(7)
    for _ in range(150):
        yield " ".join(chance.choices(WORDS, k=chance.randrange(1, 60)))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [*SENTENCES, *sample_article().read_text(encoding="utf-8").split("\n"), *mixtures()]


@pytest.fixture(scope="module")
def told_by_the_model(nlp: Language, texts: list[str]) -> list[dict[str, list[object]]]:
    return [told(doc) for doc in nlp.pipe(texts)]


def test_documents_are_those_of_the_model(
    nlp: Language, texts: list[str], told_by_the_model: list[dict[str, list[object]]]
) -> None:
    assert len(texts) > 2 * AT_ONCE
    for text, quick, slow in zip(texts, LanguageModel(nlp).read(texts), told_by_the_model, strict=True):
        assert told(quick) == slow, text


def test_names_are_those_of_the_recogniser(
    nlp: Language, texts: list[str], told_by_the_model: list[dict[str, list[object]]]
) -> None:
    docs = list(nlp.pipe(texts, disable=["ner"]))
    recogniser = nlp.get_pipe("ner")
    EntityReader(recogniser).read(docs)  # type: ignore[arg-type]
    assert sum(len(doc.ents) for doc in docs) > 300
    for doc, slow in zip(docs, told_by_the_model, strict=True):
        assert told(doc) == slow


def test_attributes_are_those_of_the_ruler(nlp: Language, texts: list[str]) -> None:
    rules = AttributeRules(nlp.get_pipe("attribute_ruler"), nlp.vocab)  # type: ignore[arg-type]
    for _ in range(2):
        quick = list(nlp.pipe(texts, disable=["attribute_ruler", "lemmatizer", "ner"]))
        for doc, slow in zip(quick, nlp.pipe(texts, disable=["lemmatizer", "ner"]), strict=True):
            rules.apply(doc)
            assert told(doc) == told(slow)


def test_both_quick_parts_suit_the_shipped_model(nlp: Language) -> None:
    assert [name for name, part in nlp.pipeline if fast_ner.suits(part)] == ["ner"]
    assert [name for name, part in nlp.pipeline if fast_attribute_ruler.suits(part)] == ["attribute_ruler"]


def test_of_steps_as_good_as_another_the_recogniser_s_is_taken() -> None:
    own = spacy.blank("en")
    recogniser = own.add_pipe("ner")
    recogniser.add_label("PERSON")  # type: ignore[attr-defined]
    doc = own.make_doc("Ada Voss met Per Lund in Norvik")
    own.initialize(lambda: [Example.from_dict(doc, {"entities": [(0, 8, "PERSON")]})])
    text = "All of these words are one long name"
    (quick,) = LanguageModel(own).read([text])
    assert len(quick.ents) == 1
    assert told(quick) == told(own(text))


def test_names_that_another_part_has_set_stay() -> None:
    own = spacy.load(MODEL)
    ruler = own.add_pipe("entity_ruler", before="ner")
    ruler.add_patterns([{"label": "PRODUCT", "pattern": "Norvik Herald"}])  # type: ignore[attr-defined]
    text = "Marta Klein of the Norvik Herald told Reuters that the Herald would close."
    _, quick = LanguageModel(own).read(["", text])
    assert told(quick) == told(own(text))
    assert ("Norvik Herald", "PRODUCT") in [(entity.text, entity.label_) for entity in quick.ents]


def test_kinds_of_names_that_a_rule_has_set_stay() -> None:
    own = spacy.load(MODEL)
    own.get_pipe("attribute_ruler").add([[{"LOWER": "herald"}]], {"ENT_TYPE": "PRODUCT"})  # type: ignore[attr-defined]
    text = "Marta Klein reads a herald."
    (quick,) = LanguageModel(own).read([text])
    assert told(quick) == told(own(text))
    assert quick[4].ent_type_ == "PRODUCT"


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ([{"ORTH": "Port"}], 0),
        ([{"LOWER": "port"}], 1),
        ([{"LOWER": "the"}, {"LOWER": "port"}], 2),
        ([{"LOWER": "the", "OP": "*"}, {"LOWER": "port"}], 1),
    ],
)
def test_rules_that_look_at_more_run_as_they_are(pattern: list[dict[str, str]], place: int) -> None:
    own = spacy.load(MODEL)
    ruler = own.get_pipe("attribute_ruler")
    ruler.add([pattern], {"LEMMA": "THE-PORT"}, index=place)  # type: ignore[attr-defined]
    assert not fast_attribute_ruler.suits(ruler)
    with pytest.raises(ValueError, match="look at more"):
        AttributeRules(ruler, own.vocab)  # type: ignore[arg-type]


def test_what_changes_in_the_pipeline_counts_from_then_on() -> None:
    own = spacy.load(MODEL)
    model = LanguageModel(own)
    text = "Ada Voss met the mayor."
    (before,) = model.read([text])
    assert (before[2].lemma_, len(before.ents)) == ("meet", 1)
    own.get_pipe("attribute_ruler").add([[{"LOWER": "met"}]], {"LEMMA": "MEET"})  # type: ignore[attr-defined]
    with own.select_pipes(disable=["ner"]):
        (after,) = model.read([text])
    assert (after[2].lemma_, len(after.ents)) == ("MEET", 0)
    (again,) = model.read([text])
    assert len(again.ents) == 1


def test_a_recogniser_with_a_beam_runs_as_it_is() -> None:
    own = spacy.load(MODEL)
    recogniser = own.get_pipe("ner")
    recogniser.cfg["beam_width"] = 4  # type: ignore[attr-defined]
    assert not fast_ner.suits(recogniser)
    with pytest.raises(ValueError, match="greedy"):
        EntityReader(recogniser)  # type: ignore[arg-type]


def test_other_pipelines_are_read_too() -> None:
    own = spacy.blank("en")
    own.add_pipe("sentencizer")
    own.add_pipe("attribute_ruler").add([[{"LOWER": "two"}]], {"LEMMA": "2"})  # type: ignore[attr-defined]
    (doc,) = LanguageModel(own).read(["One. Two."])
    assert [sentence.text for sentence in doc.sents] == ["One.", "Two."]
    assert doc[2].lemma_ == "2"
