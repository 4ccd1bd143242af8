"""Tells the language of a text: by its commonest words where they leave no doubt, else by a statistical model."""

import re
import tomllib
from collections import Counter
from functools import cache

from briefing.resources import resource

ENGLISH = "en"
UNDECIDED = "und"

_READ_AT_MOST = 20_000
_ENOUGH_LETTERS = 40
_ENOUGH_KINDS, _ENGLISH_SHARE = 4, 0.25
"""Different common words of English, and their share of all words, that leave no doubt."""
_FEWEST = 12
"""Words from which on the commonest ones are a fair sample."""
_SHARE = 0.22
"""Share of a text's words that must be among the commonest of a language."""
_LEAD = 1.6
"""How many times more of them than of any other language's."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")


def language_of(text: str) -> str:
    """The language of `text` as a BCP 47 code ("en", "de"), or "und" if there are too few words to tell.

    Short texts count as English when they are written in Latin letters and hold two of its commonest words, because
    a recogniser guesses wildly on a line or two. The model takes most of a second to load, and an article in one of the
    larger languages does not need it.
    """
    sample = _sample(text)
    letters = len(_LETTER.findall(sample))
    if letters == 0:
        return UNDECIDED
    words = Counter(_WORD.findall(sample.lower()))
    english = _common_words()[ENGLISH]
    kinds = len(english & words.keys())
    if kinds >= _ENOUGH_KINDS and _share(words, english) >= _ENGLISH_SHARE:
        return ENGLISH
    if len(words) < 3 and letters >= _ENOUGH_LETTERS:
        return UNDECIDED
    if letters < _ENOUGH_LETTERS:
        latin = len(_LATIN.findall(sample)) >= letters * 0.9
        return ENGLISH if latin and kinds >= 2 else UNDECIDED if latin else _by_model(sample)
    return _by_common_words(words) or _by_model(sample)


def _sample(text: str) -> str:
    """The beginning and the middle of a long text, so that 10 MB are not read for one code."""
    if len(text) <= _READ_AT_MOST:
        return text
    half, middle = _READ_AT_MOST // 2, len(text) // 2
    return text[:half] + "\n" + text[middle : middle + half]


def _by_common_words(words: Counter[str]) -> str:
    """The language whose commonest words stand out, or nothing."""
    if words.total() < _FEWEST:
        return ""
    shares = sorted(((_share(words, common), code) for code, common in _common_words().items()), reverse=True)
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= _SHARE and best >= second * _LEAD else ""


def _share(words: Counter[str], common: frozenset[str]) -> float:
    return sum(words[word] for word in common) / words.total()


@cache
def _common_words() -> dict[str, frozenset[str]]:
    with resource("intake", "common_words.toml").open("rb") as file:
        return {code: frozenset(common) for code, common in tomllib.load(file).items()}


def _by_model(sample: str) -> str:
    # Imported here: the model takes a moment, and most articles are told by their commonest words.
    from py3langid.langid import classify

    code, _ = classify(sample)
    return str(code)
