"""Reads texts with a spaCy pipeline: what it would give, with the two parts that take half of its time done faster."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from briefing.analysis.syntax import fast_attribute_ruler, fast_ner
from briefing.analysis.syntax.fast_attribute_ruler import AttributeRules
from briefing.analysis.syntax.fast_ner import EntityReader

AT_ONCE = 16
"""Texts that go through the pipeline together."""

_OF_ENTITIES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID")

_Step = Callable[[list[Doc]], list[Doc]]
_Component = Callable[[Doc], Doc]
_Part = tuple[_Component, int]
"""A component and how many rules it holds."""


class LanguageModel:
    """A spaCy pipeline and a quicker way through it.

    Parts that are built in another way than those of spaCy's small English pipeline run as they are. An error in a part
    is raised; the error handlers of spaCy are not called.

    Args:
        nlp: any pipeline; what is added to it later, or switched off for a while, counts from the next batch on.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._made: tuple[list[_Part], list[_Step]] = ([], [])

    @property
    def vocab(self) -> Vocab:
        """The vocabulary that its documents share."""
        return self.nlp.vocab

    def read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The document of each text, in order."""
        waiting = iter(texts)
        while batch := list(itertools.islice(waiting, AT_ONCE)):
            docs = [self.nlp.make_doc(text) for text in batch]
            for step in self._steps():
                docs = step(docs)
            yield from docs

    def _steps(self) -> list[_Step]:
        """The steps for the parts that the pipeline has now; made anew when they change."""
        parts = [(component, _rules_of(component)) for _, component in self.nlp.pipeline]
        if parts != self._made[0]:
            self._made = (parts, [self._step(component) for component, _ in parts])
        return self._made[1]

    def _step(self, component: _Component) -> _Step:
        if fast_ner.suits(component):
            reader = EntityReader(cast(EntityRecognizer, component))
            return partial(_with_entities, reader, component)
        if fast_attribute_ruler.suits(component):
            return partial(_with_attributes, AttributeRules(cast(AttributeRuler, component), self.vocab))
        return partial(_through, component)


def _rules_of(component: object) -> int:
    """How many rules a component holds, for those that can be given more later."""
    return len(component.attrs) if isinstance(component, AttributeRuler) else 0


def _with_entities(reader: EntityReader, recogniser: Any, docs: list[Doc]) -> list[Doc]:
    # Another part may have set some before; the recogniser itself knows how to go around them.
    if any(len(doc) and any(map(doc.has_annotation, _OF_ENTITIES)) for doc in docs):
        return _through(recogniser, docs)
    reader.read(docs)
    return docs


def _with_attributes(rules: AttributeRules, docs: list[Doc]) -> list[Doc]:
    for doc in docs:
        rules.apply(doc)
    return docs


def _through(component: Any, docs: list[Doc]) -> list[Doc]:
    if hasattr(component, "pipe"):
        # The parser cuts what it is given into quarters of a batch.
        return list(component.pipe(docs, batch_size=4 * len(docs)))
    return [component(doc) for doc in docs]
