"""The words by which rival accounts of one matter are known, read from the lexicon."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from briefing.analysis.syntax.lexicon import any_of, lexicon_table
from briefing.records import dataclass


@dataclass(frozen=True)
class Terms:
    """Words and phrases in groups.

    Attributes:
        groups: of each word or phrase.
        finds: finds any of them, the longest first.
        firsts: their first words, by which most texts are told to hold none.
    """

    groups: Mapping[str, frozenset[str]]
    finds: re.Pattern[str]
    firsts: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> "Terms":
        """The terms of a table from group to words."""
        groups: dict[str, set[str]] = {}
        for group, words in table.items():
            for word in words:
                groups.setdefault(word, set()).add(group)
        firsts = frozenset(word.replace("-", " ").split()[0] for word in groups)
        return cls({word: frozenset(of) for word, of in groups.items()}, any_of(groups), firsts)

    def matches(self, words: str, bag: Collection[str]) -> list[re.Match[str]]:
        """Where a text in lower case has any of them; `bag` holds its words."""
        return [] if self.firsts.isdisjoint(bag) else list(self.finds.finditer(words))

    def groups_in(self, words: str, bag: Collection[str]) -> frozenset[str]:
        """The groups of all that a text has of them."""
        return frozenset(group for match in self.matches(words, bag) for group in self.groups[match[0]])


@dataclass(frozen=True)
class UndoneWords:
    """Words above a verb by which what it says did not happen.

    Attributes:
        verbs: by lemma: "refused to shoot".
        nouns: by lemma: "his refusal to shoot".
        through: verbs, by lemma, between it and the deed that only bring that about: "refused to let them shoot".
        prepositions: behind which the deed stands if it is what did not happen: "kept from shooting".
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    through: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True)
class DeedWords:
    """Words that say who did something.

    Attributes:
        deeds: nouns for what was done, by kind.
        claiming: verbs by which one takes it on oneself, by lemma; `credit` finds what is taken.
        doing, beginning: whose subject did it, or began it.
        by: after which who did it stands; `answering`: after which who began it does.
        striking: verbs of violence, by lemma.
        doers: nouns, by lemma, of who can do such things, beside names.
        generic: nouns, by lemma, that do not tell one body from another.
        undone: by which it did not happen.
        involving: nouns for a part in it; `alleging` are the cues, by lemma, by which one lays it to somebody.
    """

    deeds: Terms
    claiming: frozenset[str]
    credit: Terms
    doing: Terms
    beginning: Terms
    by: Terms
    answering: Terms
    striking: frozenset[str]
    doers: frozenset[str]
    generic: frozenset[str]
    undone: UndoneWords
    involving: frozenset[str]
    alleging: frozenset[str]


@dataclass(frozen=True)
class CauseWords:
    """Words that say what something came from.

    Attributes:
        causes: by kind; `opposed` holds the pairs of kinds that cannot both be so.
        events: what has a cause, by kind.
        framing: by which a cause is told to be one; `cues` are those among the cues, by lemma.
        whole: kinds of causes that say so by themselves; `verbs` are words that do.
        additive, unproven, open: what adds one cause to another, denies it, or leaves it open.
    """

    causes: Terms
    opposed: frozenset[tuple[str, str]]
    events: Terms
    framing: Terms
    cues: frozenset[str]
    whole: frozenset[str]
    verbs: frozenset[str]
    additive: Terms
    unproven: re.Pattern[str]
    open: Terms


@dataclass(frozen=True)
class DefenceWords:
    """Words of a charge and of what the accused says of it.

    Attributes:
        wrongs: verbs of what one can be accused of, by lemma, and their kinds.
        wrong_things: nouns, by lemma, of what one does or takes wrongly.
        defences: phrases by which the accused answers, by the kind of wrong.
        mouths: nouns, by lemma, of who speaks for the accused.
        forces: nouns, by lemma, of who acts for somebody ("his men").
        leaving: ways to leave an office, "forced" and "free".
        undone: by which a wrong did not happen.
        contact: what the accused denies to have had ("denied any contact with her"), by the kind of wrong.
    """

    wrongs: Mapping[str, frozenset[str]]
    wrong_things: Mapping[str, frozenset[str]]
    defences: Terms
    mouths: frozenset[str]
    forces: frozenset[str]
    leaving: Terms
    contact: Terms
    undone: UndoneWords


@dataclass(frozen=True)
class RivalWords:
    """All of them.

    Attributes:
        winning, contests: "claimed victory", and what is won.
        holding: "said the airport was in its hands".
        legality: "lawful" and "unlawful".
        places: nouns, by lemma, by which a place is called that was named just now.
    """

    deeds: DeedWords
    causes: CauseWords
    defences: DefenceWords
    winning: Terms
    contests: Terms
    holding: Terms
    legality: Terms
    places: frozenset[str]

    @classmethod
    def load(cls) -> "RivalWords":
        """Read those that the program ships.

        Raises:
            FileNotFoundError: if the file is missing.
            ValueError: if it is no TOML.
        """
        table = lexicon_table("rivals")
        return cls(
            _deeds(table),
            _causes(table),
            DefenceWords(
                wrongs=Terms.of(table["wrongs"]).groups,
                wrong_things=Terms.of(table["wrong_things"]).groups,
                defences=Terms.of(table["defences"]),
                mouths=frozenset(table["mouths"]["nouns"]),
                forces=frozenset(table["mouths"]["forces"]),
                contact=Terms.of(table["contact"]),
                undone=_undone(table["undone"]),
                leaving=Terms.of({way: entry["phrases"] for way, entry in table["leaving"].items()}),
            ),
            winning=_listed(table["winning"]["phrases"]),
            contests=Terms.of(table["contests"]),
            holding=_listed(table["holding"]["phrases"]),
            legality=_legality(table["legality"]),
            places=frozenset(table["holding"]["places"]),
        )


def _listed(words: Iterable[str]) -> Terms:
    return Terms.of({"": words})


def _undone(table: Mapping[str, Sequence[str]]) -> UndoneWords:
    return UndoneWords(*(frozenset(table[name]) for name in ("verbs", "nouns", "through", "prepositions")))


def _legality(table: Mapping[str, Sequence[str]]) -> Terms:
    broken = [f"{verb} {rule}" for verb in table["breaching"] for rule in table["rules"]]
    kept = [f"{words} {rule}" for words in table["keeping"] for rule in table["rules"]]
    return Terms.of({"lawful": [*table["lawful"], *kept], "unlawful": [*table["unlawful"], *broken]})


def _deeds(table: Mapping[str, Any]) -> DeedWords:
    return DeedWords(
        deeds=Terms.of(table["deeds"]),
        claiming=frozenset(table["claiming"]["cues"]),
        credit=_listed(table["claiming"]["phrases"]),
        doing=_listed(table["doing"]["phrases"]),
        beginning=_listed(table["beginning"]["phrases"]),
        by=_listed(table["doing"]["by"]),
        answering=_listed(table["beginning"]["answering"]),
        striking=frozenset(table["striking"]["verbs"]),
        doers=frozenset(table["doers"]["nouns"]),
        generic=frozenset(table["generic"]["nouns"]),
        undone=_undone(table["undone"]),
        involving=frozenset(table["involving"]["nouns"]),
        alleging=frozenset(table["involving"]["cues"]),
    )


def _causes(table: Mapping[str, Any]) -> CauseWords:
    causes, framing = table["causes"], table["framing"]
    opposed = {(kind, other) for kind, entry in causes.items() for other in entry["opposes"]}
    return CauseWords(
        causes=Terms.of({kind: entry["words"] for kind, entry in causes.items()}),
        opposed=frozenset(opposed | {(other, kind) for kind, other in opposed}),
        events=Terms.of(table["events"]),
        framing=_listed(framing["phrases"]),
        cues=frozenset(framing["cues"]),
        whole=frozenset(framing["whole"]),
        verbs=frozenset(framing["verbs"]),
        additive=_listed(table["additive"]["words"]),
        unproven=re.compile(r"(?:(?<!\w)|(?=n['’]t))(?:" + "|".join(table["unproven"]["phrases"]) + r")(?!\w)"),
        open=_listed(table["open"]["words"]),
    )
