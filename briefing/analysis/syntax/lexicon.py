"""The words that the analysis knows, read from the TOML files of the lexicon."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.analysis.syntax.answer_words import Answers, answers_in
from briefing.analysis.syntax.framing_words import Framing
from briefing.analysis.syntax.unsaid_words import UnsaidWords
from briefing.model import Stance
from briefing.records import dataclass
from briefing.resources import resource

FRAMES = ("clause", "infinitive", "object", "complement")


@dataclass(frozen=True)
class Cues:
    """Words that attribute, by lemma.

    Attributes:
        verbs: what each verb takes ("clause", "infinitive", "object", "complement") and the stance it then has.
        named: verbs that name somebody and a charge, with the prepositions that lead to it, and their stance.
        governed: verb and preposition that lead to a content ("call", "for"), and their stance.
        nouns: cue nouns and their stance.
        adjectives: cue adjectives and their stance.
        light: verbs that carry a cue noun ("voiced concerns").
        hearing: verbs whose subject hears what another says, with their particle ("find out").
        told: verbs of saying whose passive does the same ("was told that").
        doubting: cues that say that the content is probably not so.
        ruling: verbs of laws and rules, in which "may" is a permission and no doubt.
        raising: verbs whose denial speaks of the content ("does not believe that").
        adding: verbs whose participle goes on with what the speaker of the verb before says (", adding that …").
        admitting: verbs of what somebody grants ("has admitted that").
        appointing: verbs that only give an office ("appointed her").
        installing: verbs that do so where an office follows ("named her minister").
    """

    verbs: Mapping[str, Mapping[str, Stance]]
    named: Mapping[str, tuple[frozenset[str], Stance]]
    governed: Mapping[tuple[str, str], Stance]
    nouns: Mapping[str, Stance]
    adjectives: Mapping[str, Stance]
    light: frozenset[str]
    hearing: frozenset[str]
    told: frozenset[str]
    doubting: frozenset[str]
    ruling: frozenset[str]
    raising: frozenset[str]
    adding: frozenset[str]
    admitting: frozenset[str]
    appointing: frozenset[str]
    installing: frozenset[str]

    def stance(self, lemma: str) -> Stance | None:
        """The stance of a cue word by its lemma, whatever it takes; None if it is no cue."""
        frames = self.verbs.get(lemma)
        if frames:
            return next(iter(frames.values()))
        if lemma in self.named:
            return self.named[lemma][1]
        return self.nouns.get(lemma) or self.adjectives.get(lemma)


@dataclass(frozen=True)
class Hedges:
    """Words that change how sure a sentence is; values on FactBank's scale, −3 to +3.

    Attributes:
        modals, adverbs, verbs, adjectives, nouns: word or lemma and the certainty of what it governs.
        hearsay: adverbs that say "somebody said so" and name nobody.
        hearsay_passives: verbs whose passive does the same ("is believed to").
        seeming: verbs that do the same with "to" or "that".
        unknown: adjectives that say that a thing is not known.
        known: adjectives that say so when they are denied ("not clear").
        unknown_phrases: whole phrases that say so, in lower case.
        conditional: words that open a condition.
        given: words that open a clause whose truth the clause above does not touch.
        negators: words that deny.
    """

    modals: Mapping[str, float]
    adverbs: Mapping[str, float]
    verbs: Mapping[str, float]
    adjectives: Mapping[str, float]
    nouns: Mapping[str, float]
    hearsay: frozenset[str]
    hearsay_passives: frozenset[str]
    seeming: frozenset[str]
    unknown: frozenset[str]
    known: frozenset[str]
    unknown_phrases: tuple[str, ...]
    conditional: frozenset[str]
    given: frozenset[str]
    negators: frozenset[str]


@dataclass(frozen=True)
class Sources:
    """Words that tell kinds of sources apart, by lemma.

    Attributes:
        unnamed: nouns for people without a name.
        offices: nouns for offices that tell who is meant: "the minister".
        media: nouns for outlets: "the newspaper".
        grouped: nouns for bodies that a reader can tell without a name.
        state: those of them that belong to a state or a town.
        folk: nouns for several people who belong together: "the family".
        masses: nouns for people whom nobody asks for a name: "residents".
        reports: words beside "reports" that name nobody: "initial".
        shields: phrases that hide a name on purpose.
        documents: things that say.
        outlets: names of media, in lower case.
        relays: words that lead to a source and the words that follow them ("according", "to").
        channels: nouns of the way a claim took ("in a statement").
        citing: verbs by which a speaker names whom he has it from ("citing", "was quoted").
        quoted_as: verbs of saying behind the passive of these ("was quoted as saying").
    """

    unnamed: frozenset[str]
    offices: frozenset[str]
    media: frozenset[str]
    grouped: frozenset[str]
    state: frozenset[str]
    folk: frozenset[str]
    masses: frozenset[str]
    reports: frozenset[str]
    shields: tuple[str, ...]
    documents: frozenset[str]
    outlets: frozenset[str]
    relays: Mapping[str, tuple[str, ...]]
    channels: frozenset[str]
    citing: frozenset[str]
    quoted_as: frozenset[str]


@dataclass(frozen=True)
class Anonymity:
    """Words that say that a source has no name, and why.

    Attributes:
        phrase: finds a phrase that says so by itself ("anonymity").
        naming, refusing: "asked | not | to be | named".
        names, keeping: "did | not | want her | name | published".
        barred, speaking: "not | authorised | to | speak".
        shielding: words that lead into it ("speaking on condition of …").
        reasons: words that lead into why.
    """

    phrase: re.Pattern[str]
    naming: frozenset[str]
    refusing: frozenset[str]
    names: frozenset[str]
    keeping: frozenset[str]
    barred: frozenset[str]
    speaking: frozenset[str]
    shielding: frozenset[str]
    reasons: frozenset[str]


@dataclass(frozen=True)
class Knowledge:
    """Words that say how a source knows.

    Attributes:
        adjectives, participles: behind a noun, with a word of `leading` behind them ("familiar | with the matter").
        nouns: behind "with" ("with direct knowledge of").
        scenes: phrases behind a noun, in lower case ("in the room").
        verbs: of relative clauses ("who witnessed"); `unnamed_verbs` of those about somebody without a name.
        working: verbs that say so with a word of `beside`, or with one of `among` and of `places` ("was at the scene").
        posts: what is no place behind these ("was in office").
    """

    adjectives: frozenset[str]
    participles: frozenset[str]
    leading: frozenset[str]
    nouns: frozenset[str]
    scenes: tuple[str, ...]
    places: frozenset[str]
    verbs: frozenset[str]
    unnamed_verbs: frozenset[str]
    working: frozenset[str]
    beside: frozenset[str]
    among: frozenset[str]
    posts: frozenset[str]


@dataclass(frozen=True)
class Counts:
    """Words of counts that somebody gives.

    Attributes:
        verbs, nouns: by which one puts a count at a number, by lemma ("put the death toll at 40").
        measures: nouns for what is measured or reckoned, by lemma ("placed the value between 4 and 5 million").
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    measures: frozenset[str]


@dataclass(frozen=True)
class Turns:
    """Words of the labels in a text that is spoken in turns, in lower case.

    Attributes:
        asking: of labels of who asks ("Q", "Reporter").
        answering: labels that stand for who answers ("A").
        no_speakers: of labels that are no speaker's ("Photo", "Subject").
    """

    asking: frozenset[str]
    answering: frozenset[str]
    no_speakers: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """All that the analysis knows of words.

    Attributes:
        families: word to the number of its family of words that say the same.
        light: words that say nothing of what a sentence is about.
    """

    cues: Cues
    hedges: Hedges
    sources: Sources
    anonymity: Anonymity
    knowledge: Knowledge
    answers: Answers
    turns: Turns
    counts: Counts
    framing: Framing
    unsaid: UnsaidWords
    families: Mapping[str, int]
    light: frozenset[str]

    @classmethod
    def load(cls) -> "Lexicon":
        """Read the lexicon that the program ships.

        Raises:
            FileNotFoundError: if a file is missing.
            ValueError: if a file is no TOML, or names a stance that there is not.
        """
        return cls(
            _cues(lexicon_table("cues")),
            _hedges(lexicon_table("hedges")),
            _sources(),
            _anonymity(lexicon_table("unnamed")["anonymity"]),
            _knowledge(lexicon_table("unnamed")["knowledge"]),
            answers_in(lexicon_table("answers")),
            Turns(**{name: frozenset(words) for name, words in lexicon_table("turns").items()}),
            _counts(lexicon_table("counts")),
            Framing(**{name: frozenset(words) for name, words in lexicon_table("framing").items()}),
            UnsaidWords(**{name: frozenset(words) for name, words in lexicon_table("unsaid").items()}),
            _families(lexicon_table("families")),
            frozenset(lexicon_table("families")["light"]),
        )


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some words or phrases, the longest first, in capitals or not."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


def lexicon_table(name: str) -> dict[str, Any]:
    """One file of the lexicon that the program ships."""
    return tomllib.loads(resource("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


def _cues(table: dict[str, Any]) -> Cues:
    stances = {Stance(name): entry for name, entry in table.items() if isinstance(entry, dict)}
    verbs: dict[str, dict[str, Stance]] = {}
    named: dict[str, tuple[frozenset[str], Stance]] = {}
    governed: dict[tuple[str, str], Stance] = {}
    for stance, entry in stances.items():
        for frame in FRAMES:
            for verb in entry.get(frame, ()):
                verbs.setdefault(verb, {}).setdefault(frame, stance)
        for verb, prepositions in entry.get("named", {}).items():
            named[verb] = (frozenset(prepositions), stance)
        for verb, prepositions in entry.get("with", {}).items():
            for preposition in prepositions:
                governed.setdefault((verb, preposition), stance)
    return Cues(
        verbs,
        named,
        governed,
        _by_word(stances, "nouns"),
        _by_word(stances, "adjectives"),
        *(
            frozenset(table[name])
            for name in (
                "light",
                "hearing",
                "told",
                "doubting",
                "ruling",
                "raising",
                "adding",
                "admitting",
                "appointing",
                "installing",
            )
        ),
    )


def _by_word(stances: Mapping[Stance, dict[str, Any]], key: str) -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for stance, entry in stances.items():
        for word in entry.get(key, ()):
            found.setdefault(word, stance)
    return found


def _hedges(table: dict[str, Any]) -> Hedges:
    hearsay, unknown = table["hearsay"], table["unknown"]
    return Hedges(
        modals=table["modals"],
        adverbs=table["adverbs"],
        verbs=table["verbs"],
        adjectives=table["adjectives"],
        nouns=table["nouns"],
        hearsay=frozenset(hearsay["words"]),
        hearsay_passives=frozenset(hearsay["passives"]),
        seeming=frozenset(hearsay["seeming"]),
        unknown=frozenset(unknown["adjectives"]),
        known=frozenset(unknown["known"]),
        unknown_phrases=tuple(unknown["phrases"]),
        conditional=frozenset(table["conditional"]["words"]),
        given=frozenset(table["given"]["words"]),
        negators=frozenset(table["negators"]["words"]),
    )


def _sources() -> Sources:
    unnamed, relay = lexicon_table("unnamed"), lexicon_table("relay")
    return Sources(
        unnamed=frozenset(unnamed["people"]["nouns"]),
        offices=frozenset(unnamed["offices"]["nouns"]),
        media=frozenset(relay["media"]["nouns"]),
        grouped=frozenset(unnamed["grouped"]["nouns"]),
        state=frozenset(unnamed["state"]["nouns"]),
        folk=frozenset(unnamed["folk"]["nouns"]),
        masses=frozenset(unnamed["masses"]["nouns"]),
        reports=frozenset(unnamed["reports"]["words"]),
        shields=tuple(unnamed["shields"]["phrases"]),
        documents=frozenset(relay["documents"]["nouns"]),
        outlets=frozenset(name.lower() for name in relay["outlets"]["names"]),
        relays={word: tuple(following) for word, following in relay["phrases"].items()},
        channels=frozenset(relay["channels"]["nouns"]),
        citing=frozenset(relay["citing"]["verbs"]),
        quoted_as=frozenset(relay["citing"]["quoted_as"]),
    )


def _anonymity(table: dict[str, Any]) -> Anonymity:
    words = {name: frozenset(entries) for name, entries in table.items() if name != "phrases"}
    return Anonymity(any_of(table["phrases"]), **words)


def _knowledge(table: dict[str, Any]) -> Knowledge:
    words = {name: frozenset(entries) for name, entries in table.items() if name != "scenes"}
    return Knowledge(scenes=tuple(table["scenes"]), **words)


def _counts(table: dict[str, Any]) -> Counts:
    return Counts(
        verbs=frozenset(table["putting"]["verbs"]),
        nouns=frozenset(table["putting"]["nouns"]),
        measures=frozenset(table["putting"]["measures"]),
    )


def _families(table: dict[str, Any]) -> dict[str, int]:
    families: Iterable[Iterable[str]] = table["families"]
    return {word: number for number, family in enumerate(families) for word in family}
