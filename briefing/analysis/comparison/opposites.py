"""The words by which two claims say the opposite of the same thing, from the lexicon."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.analysis.syntax.lexicon import lexicon_table
from briefing.records import dataclass


@dataclass(frozen=True)
class Opposites:
    """Words by which two claims say the opposite of the same thing, by lemma or as they are written.

    Attributes:
        axes: the axes on which a word stands, each with its side, of which only one can be so.
        middle: names of the axes with a middle: what is not safe need not be dangerous.
        caused: names of the axes whose verbs do something to their object, which then is so ("killed", "dead").
        aimed: names of the axes whose verbs say nothing without their object.
        changing: names of the axes on which a thing may move from one side to the other.
        taking, having: verbs by which one side took what the other still has.
        winning, beating, prizes: verbs for what only one can do, alone or to another, and what there is to win.
        acts, force: nouns for what two consent to, and words for doing it by force.
        happening, found: verbs that say of an event, or of the traces of it, that there was one.
        lending: verbs that only lend themselves to the noun beside them: "no warning was given".
        copulas: verbs that say no more than "is".
        standing: adverbs behind "is" that are all that is said ("the war is over").
        prefixes, seeming: beginnings that turn a word into its opposite, and words that only look like it.
        whole: nouns that tell nothing by themselves ("a country that is in decline").
        thinking: verbs between who speaks and what he claims all the same ("I do not think that …").
        certain: what a clause is said to be, or not to be ("it is not true that …").
        doubt, evidence: what there is none of ("no doubt that", "no evidence that …").
        failing: verbs that deny the one below them ("failed to deliver").
        partial: words with which a denial denies only a part ("not only").
        updates, before: words and prepositions that tell of a change meanwhile.
        quantities: determiners with which two claims may speak of different ones.
        moods: auxiliaries and what they make of a clause.
        turned_by: prepositions, and those behind which the same is said the other way round.
        times: words that tell when.
        turned: words before "year" or "week" that tell which one.
    """

    axes: Mapping[str, frozenset[tuple[str, int]]]
    middle: frozenset[str]
    caused: frozenset[str]
    aimed: frozenset[str]
    changing: frozenset[str]
    taking: frozenset[str]
    having: frozenset[str]
    winning: frozenset[str]
    beating: frozenset[str]
    prizes: frozenset[str]
    acts: frozenset[str]
    force: frozenset[str]
    happening: frozenset[str]
    found: frozenset[str]
    lending: frozenset[str]
    copulas: frozenset[str]
    standing: frozenset[str]
    prefixes: frozenset[str]
    seeming: frozenset[str]
    whole: frozenset[str]
    thinking: frozenset[str]
    certain: frozenset[str]
    doubt: frozenset[str]
    evidence: frozenset[str]
    failing: frozenset[str]
    partial: frozenset[str]
    updates: frozenset[str]
    before: frozenset[str]
    quantities: frozenset[str]
    moods: Mapping[str, str]
    turned_by: Mapping[str, str]
    times: frozenset[str]
    turned: frozenset[str]


@cache
def opposites() -> Opposites:
    """The words that the program ships."""
    table: dict[str, Any] = lexicon_table("opposites")
    axes: dict[str, set[tuple[str, int]]] = {}
    for name, sides in table["axes"].items():
        for side, words in enumerate(sides):
            for word in words:
                axes.setdefault(word, set()).add((name, side))
    words = {name: frozenset(entries) for name, entries in table["words"].items()}
    return Opposites(
        axes={word: frozenset(places) for word, places in axes.items()},
        moods={word: mood for mood, auxiliaries in table["moods"].items() for word in auxiliaries},
        turned_by=table["turned_by"],
        **words,
    )
