"""What the program says stands in catalogues, one a language, each with every entry and its places."""

from collections.abc import Mapping
from string import Formatter

import pytest

from briefing.model.catalogue import WRITTEN, Catalogue, Entry, arguments_in, catalogue, in_english, languages
from briefing.model.message import Message, verbatim

OTHERS = [language for language in languages() if language != WRITTEN]


def _forms(entry: Entry) -> list[str]:
    return list(entry.values()) if isinstance(entry, Mapping) else [entry]


def _places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def _said_of(entries: dict[str, Entry], **arguments: int | str | Message | tuple[str, ...]) -> str:
    common = {"list.last": "{others} and {last}", "number.thousands": ","}
    return Catalogue("en", {**common, **entries}).words(Message.of("it", **arguments))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_entry(language: str) -> None:
    assert set(catalogue(language).entries) ^ set(catalogue(WRITTEN).entries) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_an_entry_has_the_same_places_in_every_language(language: str) -> None:
    english = catalogue(WRITTEN).entries
    differ = []
    for code, entry in catalogue(language).entries.items():
        known = set().union(*map(_places, _forms(english[code])))
        # A form for one thing need not say the number.
        differ += [(code, form) for form in _forms(entry) if not known - {"n"} <= _places(form) <= known | {"n"}]
    assert differ == []


@pytest.mark.parametrize("language", languages())
def test_entries_with_forms_have_the_usual_one(language: str) -> None:
    forms = {code: set(entry) for code, entry in catalogue(language).entries.items() if not isinstance(entry, str)}
    assert [code for code, found in forms.items() if "other" not in found] == []


def test_a_place_is_filled_with_words_and_numbers() -> None:
    assert _said_of({"it": "{who} saw {n} of {many:,}."}, who="Ada", n=3, many=1_200_000) == "Ada saw 3 of 1,200,000."
    assert catalogue("de").words(Message.of("list.last", others="A", last="B")) == "A und B"


def test_several_are_listed_and_a_sentence_begins_with_a_capital() -> None:
    assert _said_of({"it": "{who!c} saw it."}, who=("ada", "Ben", "Cy")) == "Ada, Ben and Cy saw it."


def test_one_thing_has_a_form_of_its_own() -> None:
    entries: dict[str, Entry] = {"it": {"one": "One file.", "other": "{n} files."}}
    assert [_said_of(entries, n=number) for number in (0, 1, 2)] == ["0 files.", "One file.", "2 files."]


def test_a_message_within_another_has_the_form_that_its_place_asks_for() -> None:
    entries: dict[str, Entry] = {"it": "von {who:dative}", "he": {"other": "er", "dative": "ihm"}}
    assert _said_of(entries, who=Message("he")) == "von ihm"
    assert _said_of(entries, who="Ada") == "von Ada"


def test_words_that_are_no_entry_are_said_as_they_are() -> None:
    assert catalogue("de").words(verbatim("As {it} was.")) == "As {it} was."


def test_what_fills_a_place_is_never_read_as_one() -> None:
    assert _said_of({"it": "{who} saw it."}, who="{n} %s {") == "{n} %s { saw it."


def test_a_language_without_a_catalogue_is_that_in_which_the_program_is_written() -> None:
    assert catalogue("tlh").language == WRITTEN
    assert in_english(Message("no.such.code")) == "no.such.code"


def test_the_arguments_of_a_sentence_are_found_in_it() -> None:
    found = arguments_in("evidence.claimed.alone", "So far this is the word of Ada alone: “told”.")
    assert found == {"source": "Ada", "words": "told"}
    assert arguments_in("evidence.claimed.alone", "Ada says so.") is None
    assert arguments_in("evidence.gone", "Ada says so.") is None


def test_words_that_stand_in_quotation_marks_have_the_inner_ones_in_them() -> None:
    message = Message.of("marks.quoted", words="“That is wrong,” Lund said")
    assert catalogue("en").words(message) == "“‘That is wrong,’ Lund said”"
    assert catalogue("de").words(message) == "„‚That is wrong,‘ Lund said“"
    assert catalogue("es").words(message) == "«“That is wrong,” Lund said»"
    german = Message.of("marks.quoted", words="„Das ist falsch“, sagte Lund")
    assert catalogue("en").words(german) == "“‘Das ist falsch’, sagte Lund”"
