"""Lets argparse speak the reader's language: what it says itself stands in the catalogues beside the rest."""

import argparse
from functools import cache

from briefing.model.catalogue import WRITTEN, catalogue
from briefing.model.message import Message
from briefing.terminal import said

_AREA = "arguments."
"""How the codes of argparse's words begin in the catalogues; in the English one they stand as argparse has them."""


def translate_argparse() -> None:
    """Let argparse ask the catalogues for its words, in the language of the terminal at that moment.

    It asks gettext by these two names, whose own catalogues are files of another format, one a language.
    """
    vars(argparse).update(_=_words, ngettext=_counted)


def _words(english: str) -> str:
    name = _names().get(english)
    return said(Message(f"arguments.{name}")) if name else english


def _counted(one: str, several: str, number: int) -> str:
    return _words(one if number == 1 else several)


@cache
def _names() -> dict[str, str]:
    """The names of argparse's sentences in the catalogues, by what they are in English."""
    entries = catalogue(WRITTEN).entries.items()
    return {
        words: code.removeprefix(_AREA) for code, words in entries if isinstance(words, str) and code.startswith(_AREA)
    }
