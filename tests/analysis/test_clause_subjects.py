"""Each clause of a content tells of who speaks, of his side, of another actor, of a person, or of a thing."""

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.analyser import MODEL
from briefing.analysis.claims.clause_subjects import Subject, clause_subjects
from briefing.model import Span, Voice


@pytest.fixture(scope="module")
def language() -> Language:
    return spacy.load(MODEL)


ACTORS = {
    "Mara Dent": "dent",
    "She": "dent",
    "she": "dent",
    "her": "dent",
    "the harbour board": "board",
    "Cole": "cole",
}


def subjects(language: Language, content: str, voice: Voice = Voice.INDIRECT) -> list[tuple[str, Subject]]:
    """The verbs and subjects of a content that Mara Dent says for the harbour board."""
    doc = language(content)

    def actors_at(span: Span) -> tuple[str, ...]:
        return tuple(
            actor
            for words, actor in ACTORS.items()
            for start in (content.find(words),)
            if start >= 0 and start <= span.start and span.end <= start + len(words)
        )

    found = clause_subjects(doc, range(len(doc)), voice, frozenset({"dent"}), frozenset({"dent", "board"}), actors_at)
    return [(verb.text, subject) for verb, subject in found]


@pytest.mark.parametrize(
    ("content", "voice", "expected"),
    [
        ("she sold the boat", Voice.INDIRECT, [("sold", Subject.SPEAKER)]),
        ("I sold the boat", Voice.DIRECT, [("sold", Subject.SPEAKER)]),
        ("We will rebuild the pier", Voice.DIRECT, [("rebuild", Subject.SPEAKER)]),
        ("I sold the boat", Voice.INDIRECT, [("sold", Subject.THING)]),
        ("the harbour board closed the pier", Voice.INDIRECT, [("closed", Subject.SIDE)]),
        ("her office opened a letter", Voice.INDIRECT, [("opened", Subject.SIDE)]),
        ("Our lawyers advised against it", Voice.DIRECT, [("advised", Subject.SIDE)]),
        ("Cole sank the ferry", Voice.INDIRECT, [("sank", Subject.ANOTHER)]),
        ("they sank the ferry", Voice.INDIRECT, [("sank", Subject.PERSON)]),
        ("the ferry sank", Voice.INDIRECT, [("sank", Subject.THING)]),
        (
            "she sold the boat because the engine failed",
            Voice.INDIRECT,
            [("sold", Subject.SPEAKER), ("failed", Subject.THING)],
        ),
        ("a deadline extension", Voice.INDIRECT, []),
    ],
)
def test_a_clause_tells_of_its_subject(
    language: Language, content: str, voice: Voice, expected: list[tuple[str, Subject]]
) -> None:
    assert subjects(language, content, voice) == expected


def test_only_the_first_clauses_of_a_long_speech_are_looked_at(language: Language) -> None:
    assert len(subjects(language, "I came and I saw. " * 12, Voice.DIRECT)) == 8
