"""In which language a text is written."""

import pytest

from briefing.language_id import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Tuesday that nobody had promised anything to the farmers.", "en"),
        ("Mayor to close the old bridge for a year", "en"),
        ("Der Minister sagte am Dienstag, dass die Verhandlungen in Wien fortgesetzt werden.", "de"),
        ("Le ministre a déclaré mardi que personne n’avait rien promis aux agriculteurs.", "fr"),
        ("El ministro dijo el martes que nadie había prometido nada a los agricultores.", "es"),
        ("Министр заявил во вторник, что никто ничего не обещал.", "ru"),
    ],
)
def test_the_language_of_a_sentence_is_told(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "   \n", "12:30 – 14:00", "😀😀😀", "a" * 1_000_000])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert language_of(text) == "und"


def test_an_english_article_stays_english_with_a_quotation_in_another_language() -> None:
    text = (
        "The mayor spoke for an hour and said that the town would not pay. “Nous ne paierons pas,” she told the crowd "
        "in French, before she left the hall with her aides."
    )
    assert language_of(text) == "en"
