"""The words by which one passage answers another, and by which somebody gives no answer."""

import re
from typing import Any

from briefing.records import dataclass


@dataclass(frozen=True)
class Silence:
    """Words that say that somebody who was asked gave no answer.

    Attributes:
        refusing: verbs that refuse what an `answering` or `telling` verb below them names ("declined to comment").
        answering: verbs that say so when they are denied ("did not respond").
        telling: verbs that say so only below a refusing one ("refused to say").
        asked: nouns for what goes unanswered ("a request", "questions").
        commenting: those of `answering` that are done to a reporter.
        reporters: words by which another verb is known to be done to one ("questions from reporters").
        details: nouns for what is not told: "without giving details".
        further: verbs of telling more: "without elaborating".
        phrases: whole phrases that say so, in lower case.
        words: words of one's own that say so, in lower case and without signs ("no comment").
    """

    refusing: frozenset[str]
    answering: frozenset[str]
    telling: frozenset[str]
    asked: frozenset[str]
    commenting: frozenset[str]
    reporters: frozenset[str]
    details: frozenset[str]
    further: frozenset[str]
    phrases: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True)
class Answers:
    """Words by which one passage answers another.

    Attributes:
        false, true: predicates that deny or affirm what they are said of.
        scorn: predicates that deny only what they are said of where that is somebody's word ("a pathetic accusation").
        mistaken: predicates that deny the word of whom they are said of.
        pointers, pronouns: nouns and pronouns that point back at what was said.
        mass: those of the nouns that point without an article.
        things: those of the nouns that may as well mean a thing of which nobody spoke.
        pleading: verbs by which the accused answers.
        pleas: what he says who denies it.
        denying: verbs that deny what somebody said ("the claims were rejected").
        clearing: verbs that deny what is laid to somebody ("cleared him of theft").
        disputing: nouns by which one objects to what was said ("took issue with the report").
        retracting: verbs by which somebody takes back what is his own.
        outright: verbs with which whatever follows was said by somebody ("denied that", "refuted").
        asserted: nouns that stand for what somebody says is so ("an allegation"), not for what he weighs or wishes.
        spoken: nouns that stand for what was said, before who denies it ("a charge that he denies").
        denials: finds the text in which one of these may stand.
        naming: verbs that deny with a verdict behind them ("calls it baseless").
        rebuffs: finds a phrase that denies what somebody says, up to that ("hit back at claims that").
        innocence: phrases that say that somebody did nothing wrong.
        uninvolved: phrases that say so of who is named by a name or a pronoun ("he had nothing to do with it").
        guilt: nouns for all that one could be accused of ("denied wrongdoing").
        parts: nouns for a part in it, where it is told in what ("any role in the raid").
        anything: phrases for the same ("denied doing anything wrong").
        groundless: phrases that say that there is nothing in what somebody said ("no truth to").
        grounds: nouns and adjectives of these phrases.
        finding: verbs that deny what they say was not found ("did not find that …").
        representatives: nouns for those who speak for somebody ("his lawyer").
        offers: nouns for what is turned down or withheld without denying a word ("denied funding").
        reciprocal: phrases for "each other".
        corrections: phrases by which a text takes back what it said.
        silence: words that say that somebody gave no answer.
        taken: nouns of what one claims for oneself ("claimed victory").
        contrary: phrases, word by word, before what a sentence contradicts ("contrary to what she said").
    """

    false: frozenset[str]
    true: frozenset[str]
    scorn: frozenset[str]
    mistaken: frozenset[str]
    pointers: frozenset[str]
    pronouns: frozenset[str]
    mass: frozenset[str]
    things: frozenset[str]
    pleading: frozenset[str]
    pleas: tuple[str, ...]
    denying: frozenset[str]
    clearing: frozenset[str]
    disputing: frozenset[str]
    retracting: frozenset[str]
    outright: frozenset[str]
    asserted: frozenset[str]
    spoken: frozenset[str]
    denials: re.Pattern[str]
    naming: frozenset[str]
    rebuffs: re.Pattern[str]
    innocence: tuple[str, ...]
    uninvolved: tuple[str, ...]
    guilt: frozenset[str]
    parts: frozenset[str]
    anything: tuple[str, ...]
    groundless: tuple[str, ...]
    grounds: frozenset[str]
    finding: frozenset[str]
    representatives: frozenset[str]
    offers: frozenset[str]
    reciprocal: tuple[str, ...]
    corrections: tuple[str, ...]
    silence: Silence
    taken: frozenset[str]
    contrary: tuple[tuple[str, ...], ...]


def answers_in(table: dict[str, Any]) -> Answers:
    """The words of the table "answers.toml"."""
    return Answers(
        false=frozenset(table["false"]["words"]),
        mistaken=frozenset(table["false"]["mistaken"]),
        true=frozenset(table["true"]["words"]),
        scorn=frozenset(table["false"]["scorn"]),
        pointers=frozenset(table["pointers"]["nouns"]),
        pronouns=frozenset(table["pointers"]["pronouns"]),
        mass=frozenset(table["pointers"]["mass"]),
        things=frozenset(table["pointers"]["things"]),
        pleading=frozenset(table["pleas"]["verbs"]),
        pleas=tuple(table["pleas"]["phrases"]),
        denying=frozenset(table["denying"]["verbs"]),
        clearing=frozenset(table["denying"]["clearing"]),
        disputing=frozenset(table["denying"]["disputing"]),
        retracting=frozenset(table["denying"]["retracting"]),
        outright=frozenset(table["denying"]["outright"]),
        asserted=frozenset(table["denying"]["asserted"]),
        spoken=frozenset(table["denying"]["spoken"]),
        denials=_denials(table),
        naming=frozenset(table["denying"]["naming"]),
        rebuffs=_rebuffs(table["rebuffs"]),
        innocence=tuple(f" {phrase} " for phrase in table["innocence"]["phrases"]),
        uninvolved=tuple(f" {phrase} " for phrase in table["innocence"]["uninvolved"]),
        guilt=frozenset(table["innocence"]["guilt"]),
        parts=frozenset(table["innocence"]["parts"]),
        anything=tuple(f" {phrase} " for phrase in table["innocence"]["anything"]),
        groundless=tuple(f" {phrase} " for phrase in table["groundless"]["phrases"]),
        grounds=frozenset(table["groundless"]["nouns"]),
        finding=frozenset(table["groundless"]["finding"]),
        representatives=frozenset(table["representatives"]["nouns"]),
        offers=frozenset(table["offers"]["nouns"]),
        reciprocal=tuple(table["reciprocal"]["phrases"]),
        corrections=tuple(table["corrections"]["phrases"]),
        silence=_silence(table["silence"]),
        taken=frozenset(table["taken"]["nouns"]),
        contrary=tuple(tuple(phrase.split()) for phrase in table["contrary"]["phrases"]),
    )


def _denials(table: dict[str, Any]) -> re.Pattern[str]:
    """Finds a verb of denial, cut where its forms part ("den" of "denies"), a plea or a verdict."""
    verbs = [*table["denying"]["verbs"], *table["denying"]["clearing"], *table["pleas"]["verbs"]]
    words = [*(verb.rstrip("ey") for verb in verbs), *table["false"]["words"]]
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


def _rebuffs(table: dict[str, Any]) -> re.Pattern[str]:
    """Finds a verb of answering back that is no wish and no duty, and behind it a word for what somebody says."""
    verbs = "|".join(r"\s+".join(f"(?:{part})" for part in verb.split()) for verb in table["verbs"])
    alone = "|".join(noun for noun in table["nouns"] if noun not in table["not_of"])
    clause = "|".join(table["not_of"])
    return re.compile(
        rf"(?<!\bto )(?<!\bnot )(?<!n[’']t )(?<!\bnever )\b(?:{verbs})(?:\s+(?!that\b|who\b|and\b)[\w’'-]+){{0,3}}?"
        rf"\s+(?:(?:{alone})s?\b|(?:{clause})(?=\s+that\b))",
        re.IGNORECASE,
    )


def _silence(table: dict[str, Any]) -> Silence:
    return Silence(
        refusing=frozenset(table["refusing"]),
        answering=frozenset(table["answering"]),
        telling=frozenset(table["telling"]),
        asked=frozenset(table["asked"]),
        commenting=frozenset(table["commenting"]),
        reporters=frozenset(table["reporters"]),
        details=frozenset(table["details"]),
        further=frozenset(table["further"]),
        phrases=tuple(table["phrases"]),
        words=frozenset(table["words"]),
    )
