"""Tell in which language a text is written, so that only English is analysed."""

import re

ENGLISH = "en"
UNDECIDED = "und"

_READ_AT_MOST = 20_000
_ENOUGH_LETTERS = 40
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "it",
        "with",
        "as",
        "on",
        "be",
        "at",
        "by",
        "he",
        "she",
        "this",
        "had",
        "not",
        "are",
        "but",
        "from",
        "or",
        "have",
        "an",
        "they",
        "which",
        "you",
        "were",
        "his",
        "her",
        "their",
        "there",
        "been",
        "has",
        "when",
        "who",
        "will",
        "more",
        "no",
        "if",
        "out",
        "so",
        "said",
        "what",
        "up",
        "its",
        "about",
        "into",
        "than",
        "can",
        "only",
        "would",
        "could",
        "should",
    ]
)


def language_of(text: str) -> str:
    """The language of `text` as a BCP 47 code ("en", "de"), or "und" if there are too few words to tell.

    Short texts count as English when they are written in Latin letters and hold two of its commonest words, because
    a recogniser guesses wildly on a line or two.
    """
    sample = _sample(text)
    letters = len(_LETTER.findall(sample))
    if letters == 0:
        return UNDECIDED
    words = re.findall(r"[^\W\d_]+", sample.lower())
    common = sum(word in _ENGLISH_WORDS for word in words)
    kinds = len(_ENGLISH_WORDS.intersection(words))
    if kinds >= 4 and common / len(words) >= 0.25:
        return ENGLISH
    if len(set(words)) < 3 and letters >= _ENOUGH_LETTERS:
        return UNDECIDED
    if letters < _ENOUGH_LETTERS:
        latin = len(_LATIN.findall(sample)) >= letters * 0.9
        return ENGLISH if latin and kinds >= 2 else UNDECIDED if latin else _classified(sample)
    return _classified(sample)


def _sample(text: str) -> str:
    """The beginning and the middle of a long text, so that 10 MB are not read for one code."""
    if len(text) <= _READ_AT_MOST:
        return text
    half, middle = _READ_AT_MOST // 2, len(text) // 2
    return text[:half] + "\n" + text[middle : middle + half]


def _classified(sample: str) -> str:
    # Imported here: the model takes a moment, and most articles are told by their commonest words.
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
