"""For whom somebody speaks, by the words beside his name."""

import pytest

from briefing.analysis.stories.mouths import Mouths
from briefing.model import Span


def _spoken_for(text: str, name: str) -> str:
    start = text.index(name)
    return Mouths.load().spoken_for(text, Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Erik Lund, a spokesman for the Blue Strait Lines, said so.", "Erik Lund", "Blue Strait Lines"),
        ("A spokesman for Blue Strait Lines, Erik Lund, denied it.", "Erik Lund", "Blue Strait Lines"),
        ("Boyle's spokesman, Rick Dane, said no.", "Rick Dane", "Boyle"),
        ("Ardent spokeswoman Lea Fox said no.", "Lea Fox", "Ardent"),
        ("Rosa Berg, Medira's chief executive, said so.", "Rosa Berg", "Medira"),
        ("Maria Cantor, the head of the nurses' federation, said so.", "Maria Cantor", "nurses' federation"),
    ],
)
def test_who_speaks_for_a_body_or_a_person_is_its_mouth(text: str, name: str, body: str) -> None:
    assert _spoken_for(text, name) == body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hanna Vik, a teacher at the school, said so.", "Hanna Vik"),
        ("Nancy Holt, the Speaker of the House, said so.", "Nancy Holt"),
        ("The Hague police spokesman John Vos said so.", "John Vos"),
        ("Erik Lund met a spokesman for the line.", "Erik Lund"),
    ],
)
def test_who_speaks_for_himself_or_for_the_authorities_is_nobodys_mouth(text: str, name: str) -> None:
    assert _spoken_for(text, name) == ""


def test_a_source_without_a_name_tells_for_whom_it_speaks() -> None:
    mouths = Mouths.load()
    assert [mouths.spoken_for_in(words) for words in ("a spokesman for the bank", "Holt's lawyer", "The company")] == [
        "bank",
        "Holt",
        "",
    ]
