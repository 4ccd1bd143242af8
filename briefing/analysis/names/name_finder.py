"""Find every name in a doc; a name that two finders claim goes to the one that knows more about it."""

from spacy.tokens import Doc

from briefing.analysis.names.mentions import NamedMention, NamesInDoc
from briefing.analysis.names.name_lexicon import Names
from briefing.analysis.names.organization_names import BodyFinder
from briefing.analysis.names.person_names import PersonFinder
from briefing.analysis.syntax.token_layout import Layout

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "LAW", "PRODUCT", "LOC", "EVENT"})


def find_names(doc: Doc, layout: Layout, names: Names) -> list[NamedMention]:
    """All names of `doc` in text order, none inside another; in headlines only those of which the lexicon is sure."""
    board = NamesInDoc(doc, layout, names)
    persons = PersonFinder(board)
    bodies = BodyFinder(board, persons)
    bodies.add_led()
    persons.add_placed()
    persons.add_titled()
    bodies.add_possessed()
    bodies.add_known()
    bodies.add_apposed()
    bodies.add_datelined()
    bodies.add_unrecognised()
    persons.add_set_off()
    for start, end, label in board.entities():
        if label in _LABELS:
            bodies.add_recognised(start, end, label)
    persons.add_given()
    return board.found
