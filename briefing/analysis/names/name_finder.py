"""Find every name in a doc; a name that two finders claim goes to the one that knows more about it."""

from dataclasses import replace

from spacy.tokens import Doc

from briefing.analysis.names.described_bodies import DescribedBodies
from briefing.analysis.names.mentions import NamedMention, NamesInDoc
from briefing.analysis.names.name_lexicon import Names
from briefing.analysis.names.organization_names import BodyFinder
from briefing.analysis.names.person_names import PersonFinder
from briefing.analysis.syntax.dependencies import text_of
from briefing.analysis.syntax.token_layout import Layout

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "LAW", "PRODUCT", "LOC", "EVENT"})

_LABELS_OF_TURNS = frozenset({"Q.", "A."})


def find_names(doc: Doc, layout: Layout, names: Names) -> list[NamedMention]:
    """All names of `doc` in text order, none inside another; in headlines only those of which the lexicon is sure."""
    board = NamesInDoc(doc, layout, names)
    persons = PersonFinder(board)
    bodies = BodyFinder(board, persons)
    described = DescribedBodies(board)
    bodies.add_led()
    persons.add_placed()
    persons.add_titled()
    described.add_abbreviated()
    bodies.add_governments()
    bodies.add_possessed()
    bodies.add_known()
    bodies.add_phrases()
    bodies.add_apposed()
    bodies.add_datelined()
    bodies.add_unrecognised()
    described.add_local()
    persons.add_set_off()
    for start, end, label in board.entities():
        if label in _LABELS:
            bodies.add_recognised(start, end, label)
    persons.add_given()
    return [_without_label(mention, doc) for mention in board.found]


def _without_label(mention: NamedMention, doc: Doc) -> NamedMention:
    """The mention without the label of who asks or answers, at the head of a line: "Q. Please", "A. Karl Vost"."""
    first = doc[mention.start]
    if first.text not in _LABELS_OF_TURNS or mention.end - mention.start < 2:
        return mention
    text = text_of(doc)
    if (first.idx and text[first.idx - 1] != "\n") or not all(f"\n{label} " in text for label in _LABELS_OF_TURNS):
        return mention
    name, alias = (words.removeprefix(first.text).lstrip() for words in (mention.name, mention.alias))
    return replace(mention, start=mention.start + 1, name=name, alias=alias)
