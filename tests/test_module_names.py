"""Modules are found by their names: nouns of the field, each standing once, and none that could hold anything."""

import re
from collections import Counter
from pathlib import Path

import briefing

VAGUE = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "base", "core", "stuff", "tools"}

# These end in -ing and are nouns of the trade all the same.
NOUNS = {"anchoring", "content_encoding", "focus_ring", "kept_reading", "ranking", "standing", "word_numbering"}


def _stems() -> list[str]:
    (package,) = briefing.__path__
    return [path.stem for path in Path(package).rglob("*.py") if not path.stem.startswith("__")]


def test_no_name_stands_twice() -> None:
    assert [name for name, times in Counter(_stems()).items() if times > 1] == []


def test_modules_are_nouns() -> None:
    assert [name for name in _stems() if re.search(r"ing$", name) and name not in NOUNS] == []


def test_no_name_could_hold_anything() -> None:
    assert [name for name in _stems() if VAGUE & set(name.split("_"))] == []
