"""Find names that neither recogniser nor lexicon knows, by tag and capital alone; a pronoun may tell whose they are."""

from collections.abc import Iterator

from spacy.tokens import Doc

from briefing.analysis.names.mentions import NamedMention
from briefing.analysis.names.name_lexicon import Names, plain, stripped
from briefing.analysis.syntax.token_layout import Layout
from briefing.model import ActorKind

_LONGEST = 4
_NO_PERSONS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"})


def unrecognised_names(doc: Doc, layout: Layout, taken: set[int], names: Names) -> Iterator[NamedMention]:
    """Runs of proper nouns outside headlines of which no token is in `taken`, as names of persons, unsure."""
    at, size = 0, len(doc)
    while at < size:
        if at in taken or layout.block[at] < 0:
            at += 1
            continue
        end = at
        while end < size and end - at < _LONGEST and _is_part(doc, end, layout, taken, names):
            if layout.block[end] != layout.block[at]:
                break
            end += 1
        if end > at:
            name = stripped(doc[at:end].text)
            key = plain(name)
            if len(key) > 1 and key not in names.never and not names.is_body(name):
                gender = names.given.get(plain(doc[at].text), "")
                yield NamedMention(at, end, ActorKind.PERSON, name, name, int(doc[at:end].root.i), gender=gender)
        at = max(end, at + 1)


def _is_part(doc: Doc, index: int, layout: Layout, taken: set[int], names: Names) -> bool:
    token = doc[index]
    if index in taken or layout.block[index] < 0 or layout.headline[index] or token.ent_type_ in _NO_PERSONS:
        return False
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or not any(letter.islower() for letter in token.text):
        return False
    text = token.text
    return (
        token.lower_ not in names.grammar["no_name"]
        and text not in names.countries
        and text not in names.adjectives
        and not names.is_title(text)
    )
