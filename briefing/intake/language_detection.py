"""Tells the language of a text: by its commonest words where they leave no doubt, else by a statistical model."""

import re
import tomllib
from collections import Counter

from briefing.resources import resource

ENOUGH = 60
"""Characters from which on a language can be told."""
_SAMPLE = 5000
"""Characters that are looked at."""
_FEWEST = 12
"""Words from which on the commonest ones are a fair sample."""
_SHARE = 0.22
"""Share of a text's words that must be among the commonest of a language."""
_LEAD = 1.6
"""How many times more of them than of any other language's."""
_WORD = re.compile(r"[^\W\d_]+")


def language_in(text: str) -> str:
    """BCP 47 code of the language of a text; empty if there is too little to tell.

    The model takes most of a second to load, and an article in one of the larger languages does not need it.
    """
    sample = text[:_SAMPLE]
    if len(sample) < ENOUGH:
        return ""
    return _by_common_words(sample) or _by_model(sample)


def _by_common_words(sample: str) -> str:
    """The language whose commonest words stand out, or nothing."""
    words = Counter(word.lower() for word in _WORD.findall(sample))
    total = words.total()
    if total < _FEWEST:
        return ""
    with resource("intake", "common_words.toml").open("rb") as file:
        known = tomllib.load(file)
    shares = sorted(
        ((sum(words[word] for word in common) / total, code) for code, common in known.items()), reverse=True
    )
    (best, code), (second, _) = shares[0], shares[1]
    return str(code) if best >= _SHARE and best >= second * _LEAD else ""


def _by_model(sample: str) -> str:
    from py3langid.langid import classify

    code, _ = classify(sample)
    return str(code)
