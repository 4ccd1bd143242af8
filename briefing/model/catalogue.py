"""The words of the program in each language: a file in `resources/messages` a language, entries by their codes.

An entry is a sentence with places (`{name}`), or a table of its forms. Of these `other` is the usual one and `one`
that for a single thing, told by the argument `n`; any further form is asked for by the place that a message stands in:
`{source:dative}`. `{source!c}` begins with a capital letter. `{n:,}` groups the digits of a number;
`{names:commas}` and `{told:semicolons}` say how a list is told.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter

from briefing.model.message import TOGETHER, VERBATIM, Argument, Message
from briefing.records import dataclass
from briefing.resources import resource

WRITTEN = "en"
"""The language whose words stand in for those that another one lacks, and in what is promised to other programs."""

SEPARATORS = {"commas": ", ", "semicolons": "; "}
"""How a list is told in a place that asks for it; else the last two are joined by a word."""

USUAL = "other"
SINGLE = "one"

_QUOTED, _OPENING = "words", ("“", "„", "«")
"""The place that words of an article fill, and what stands before it where they are in quotation marks."""

_OUTER = {"“": False, "”": True, "«": False, "»": True}
_OUTER_GERMAN = {"„": False, "“": True, "”": True}
"""Quotation marks, and whether they close."""

Entry = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Puts messages into the words of one language.

    Attributes:
        language: its code ("de").
        entries: by their codes.
    """

    language: str
    entries: Mapping[str, Entry]

    def words(self, message: Message, form: str = USUAL) -> str:
        """What a message says; one that no catalogue knows says its code."""
        arguments = dict(message.arguments)
        if message.code == VERBATIM:
            return str(arguments.get("words", ""))
        if message.code == TOGETHER:
            parts = arguments.get("parts")
            return " ".join(self._said(one, USUAL) for one in parts) if isinstance(parts, tuple) else ""
        entry = self.entries.get(message.code)
        if entry is None and self.language != WRITTEN:
            return catalogue(WRITTEN).words(message)
        return "".join(self._filled(_form(entry, form, arguments), arguments)) if entry is not None else message.code

    def _filled(self, template: str, arguments: Mapping[str, Argument]) -> Iterator[str]:
        for literal, name, spec, conversion in Formatter().parse(template):
            yield literal
            if name:
                said = self._said(arguments.get(name, ""), spec or USUAL)
                if name == _QUOTED and literal.endswith(_OPENING):
                    said = self._within(said)
                yield said[:1].upper() + said[1:] if conversion == "c" else said

    def _said(self, value: Argument, form: str) -> str:
        match value:
            case Message():
                return self.words(value, form)
            case tuple():
                told = [self._said(one, USUAL) for one in value]
                return SEPARATORS[form].join(told) if form in SEPARATORS else self._listed(told)
            case int():
                return f"{value:,}".replace(",", self._plain("number.thousands")) if form == "," else str(value)
        return value

    def _within(self, said: str) -> str:
        """Words that stand in quotation marks, with those in them as the language has them there."""
        marks = self._plain("marks.within")
        # What „stands so“ is closed by the sign that opens elsewhere.
        signs = _OUTER_GERMAN if "„" in said else _OUTER
        return said.translate({ord(sign): marks[closes] for sign, closes in signs.items()})

    def _listed(self, told: list[str]) -> str:
        if len(told) < 2:
            return "".join(told)
        return self.words(Message.of("list.last", others=", ".join(told[:-1]), last=told[-1]))

    def _plain(self, code: str) -> str:
        return self.words(Message(code))


def _form(entry: Entry, form: str, arguments: Mapping[str, Argument]) -> str:
    if isinstance(entry, str):
        return entry
    if form != USUAL and form in entry:
        return entry[form]
    return entry[SINGLE if arguments.get("n") == 1 and SINGLE in entry else USUAL]


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; of one that has none, that in which the program is written."""
    import tomllib

    code = language if language in languages() else WRITTEN
    with resource("messages", f"{code}.toml").open("rb") as file:
        areas = tomllib.load(file)
    return Catalogue(code, {f"{area}.{name}": entry for area, found in areas.items() for name, entry in found.items()})


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that there are catalogues of."""
    return tuple(sorted(path.stem for path in resource("messages").glob("*.toml")))


def in_english(message: Message) -> str:
    """What a message says in English: for logs, and for what is promised to other programs."""
    return catalogue(WRITTEN).words(message)


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    entry = catalogue(WRITTEN).entries.get(code)
    if not isinstance(entry, str):
        return None
    parts = []
    for literal, name, _, _ in Formatter().parse(entry):
        parts += [re.escape(literal), f"(?P<{name}>.+)" if name else ""]
    return re.compile("".join(parts), re.DOTALL)


def arguments_in(code: str, sentence: str) -> dict[str, str] | None:
    """The arguments of an English sentence that was made of an entry's words, or None if it was not."""
    pattern = _pattern(code)
    found = pattern.fullmatch(sentence) if pattern else None
    return None if found is None else found.groupdict()
