"""For whom a source speaks: the government behind a minister, the authorities of a place."""

import re
from collections.abc import Mapping
from functools import cache

from briefing.analysis.syntax.lexicon import any_of, lexicon_table
from briefing.model import Span
from briefing.model.story import AUTHORITIES
from briefing.records import dataclass

_BEFORE = 60
_BEHIND = 80
_SENTENCE = re.compile(r"[.;:!?\"“”\n](?=\s|$)")
_APPOSITION = re.compile(r"^,\s+([^,.;\n]{3,70})[,.;]")
_ARTICLE = r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)"
_END = r"(?=$|[,.;:()\"“”\n]|\s+(?:said|told|who|which|that|in|and|says|added)\b)"
_BODY = rf"(?:the\s+|an?\s+)?(?P<body>[^,.;:()\"“”\n]{{2,50}}?){_END}"
_OWNER = r"(?P<body>[A-Z][\w&.-]*(?:\s+(?:of\s+|and\s+|for\s+)?[A-Z][\w&.-]*){0,4}(?:['’]s?)?)\s+"
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")


@dataclass(frozen=True)
class Mouths:
    """Words that tell for whom somebody speaks, all in lower case.

    Attributes:
        state: offices and bodies that speak for the country named beside them.
        known: bodies by name, and their country.
        local: offices of a place.
        responsibility: words that lay an event to somebody's charge.
        voices: words for those who speak for the body or person named beside them.
        heads: words for those who lead a body, and speak for it.
        countries: names, adjectives and seats of government, and the country each stands for.
    """

    state: re.Pattern[str]
    known: Mapping[str, str]
    local: re.Pattern[str]
    responsibility: frozenset[str]
    voices: str
    heads: str
    countries: Mapping[str, str]
    country: re.Pattern[str]

    @classmethod
    @cache
    def load(cls) -> "Mouths":
        """Read the words that the program ships."""
        table = lexicon_table("mouths")
        places = lexicon_table("countries")["country"]
        countries: dict[str, str] = {}
        for place in places:
            forms = [place["name"], *place.get("also", ()), *place.get("adjective", ()), *place.get("seat", ())]
            for form in (*forms, *place.get("people", ())):
                countries.setdefault(form.lower(), place["name"])
        return cls(
            any_of(table["state"]),
            table["known"],
            any_of(table["local"]["words"]),
            frozenset(table["responsibility"]["words"]),
            "|".join(map(re.escape, table["voices"]["words"])),
            "|".join(map(re.escape, table["heads"]["words"])),
            countries,
            any_of(countries),
        )

    def country_in(self, words: str) -> str:
        """The one country that the words name, or the last of several; empty for none."""
        found = [self.countries[match.group().lower()] for match in self.country.finditer(words)]
        return found[-1] if found else ""

    def body_of(self, words: str) -> str:
        """For whom the source speaks that is called so: a country's government, the authorities of a place, or ""."""
        lower = words.lower()
        for name, country in self.known.items():
            if re.search(rf"\b{re.escape(name)}\b", lower):
                return country
        country = self.country_in(words)
        if country and (self.state.search(words) or country.lower() == lower.removeprefix("the ").strip()):
            return country
        if country and self.countries.get(lower.removeprefix("the ").strip(" .")) == country:
            return country
        return AUTHORITIES if self.local.search(words) and not country else ""

    def body_beside(self, text: str, mention: Span) -> str:
        """The government for which somebody speaks by the office before or behind his name."""
        before = text[max(0, mention.start - _BEFORE) : mention.start]
        before = _SENTENCE.split(before)[-1]
        # An office before a name is the last thing before it: what stands further off is somebody else.
        words = _WORD.findall(before)[-6:]
        behind = _APPOSITION.match(text[mention.end : mention.end + _BEHIND])
        for near in (" ".join(words), behind.group(1) if behind else ""):
            country = self.country_in(near)
            if country and self._ends_in_office(near, behind is not None):
                return country
        return ""

    def spoken_for(self, text: str, mention: Span) -> str:
        """The body or person for whom somebody speaks by the words right behind or before his name; "" for nobody."""
        behind = text[mention.end : mention.end + _BEHIND]
        for pattern in (
            rf"^,\s+(?:{_ARTICLE}\s+)?(?:[\w-]+\s+){{0,2}}?(?:{self.voices}|{self.heads})\s+(?:for|of|at)\s+{_BODY}",
            rf"^,\s+(?:{_ARTICLE}\s+)?{_OWNER}(?:[\w-]+\s+)?(?:{self.voices}|{self.heads})\b",
        ):
            found = re.match(pattern, behind)
            if found:
                return self._body(found)
        before = _SENTENCE.split(text[max(0, mention.start - _BEFORE) : mention.start])[-1]
        found = re.search(rf"{_OWNER}(?:[a-z]+\s+)?(?:{self.voices}),?\s+$", before)
        found = found or re.search(rf"\b(?:{self.voices}|{self.heads})\s+(?:for|of)\s+{_BODY},\s+$", before)
        return self._body(found) if found else ""

    def spoken_for_in(self, words: str) -> str:
        """The same by the words of a source without a name: "a spokesman for the line", "Holt's lawyer"."""
        found = re.match(rf"^(?:{_ARTICLE}\s+)?(?:{self.voices})\s+(?:for|of)\s+{_BODY}$", words)
        found = found or re.match(rf"^(?:{_ARTICLE}\s+)?{_OWNER}(?:[a-z]+\s+)?(?:{self.voices})$", words)
        return self._body(found) if found else ""

    def _body(self, found: re.Match[str]) -> str:
        if self.local.search(found.group()):
            return ""
        words = found["body"].strip(" ,")
        return words.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")

    def _ends_in_office(self, near: str, behind: bool) -> bool:
        found = list(self.state.finditer(near))
        return bool(found) and (behind or found[-1].end() >= len(near) - 1)
