"""A cold start: what is loaded for it and in which order, and what is on the screen when it is timed."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from briefing.cli import plain_options, window_parser
from briefing.intake import read_bytes
from briefing.library import open_library

ARTICLES = 3

STARTS = """
import json, sys
from briefing import garbage_collection
from briefing.cli import main

def look_before(ready):
    from PySide6.QtWidgets import QApplication
    from briefing.desktop.window import Window
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    seen.update(visible=window.isVisible(), rows=window.library.model.rowCount(), title=window.windowTitle())
    seen.update(look=QApplication.instance().style().metaObject().className())
    ready()

def begin(set_aside=garbage_collection.set_aside):
    # The first that a start does once Qt is loaded.
    from briefing.desktop.windows import Windows
    open_first = Windows.open_first
    Windows.open_first = lambda windows, ready: open_first(windows, lambda: look_before(ready))
    garbage_collection.set_aside = set_aside
    set_aside()

seen = {}
garbage_collection.set_aside = begin
code = main(["--library", sys.argv[1], "--exit-after-start"])
print(json.dumps({"code": code, "modules": list(sys.modules), **seen}))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a start on a small library leaves behind: its exit code, its modules in their order, its window."""
    folder = tmp_path_factory.mktemp("library")
    library = open_library(folder)
    for number in range(ARTICLES):
        found = read_bytes(f"Ferry {number}\n\nThe mayor said the ferry would open.\n".encode(), f"{number}.txt")
        library.keep_article(found.article, found.original)
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", STARTS, str(folder)],
        check=True,
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_is_timed_is_a_window_on_the_screen_with_its_list_filled(started: dict[str, Any]) -> None:
    assert started["code"] == 0
    assert started["visible"]
    assert started["rows"] == ARTICLES
    assert started["title"] == "Briefing"
    assert started["look"] == "QStyleSheetStyle"


def test_what_needs_no_screen_is_loaded_before_qt_whose_import_slows_every_later_one(started: dict[str, Any]) -> None:
    modules: list[str] = started["modules"]
    behind = [name for name in modules if name.startswith(("briefing.library", "briefing.service"))]
    assert {"briefing.service.service", "briefing.library.sqlite.folder_store"} <= set(behind)
    assert [name for name in behind if modules.index(name) > modules.index("PySide6")] == []


def test_a_start_reads_its_theme_without_the_parser_of_toml(started: dict[str, Any]) -> None:
    assert "tomllib" not in started["modules"]


def test_a_usual_start_makes_no_parser_for_its_arguments(started: dict[str, Any]) -> None:
    assert "locale" not in started["modules"]


def test_no_event_of_a_start_is_filtered_in_python(started: dict[str, Any]) -> None:
    # The first one that is would make Python's classes of all kinds of events.
    assert [name for name in started["modules"] if name.endswith(("key_filter", "typing_guard", "hit_keys"))] == []


@pytest.mark.parametrize(
    "given",
    [
        "",
        "a.txt b.txt",
        "--library /some/where --exit-after-start",
        "--library postgresql://host/desk a.txt",
        "a.txt --library /some/where",
    ],
)
def test_the_arguments_of_a_usual_start_are_what_the_parser_would_make_of_them(given: str) -> None:
    assert plain_options(given.split()) == window_parser(explained=False).parse_args(given.split())


@pytest.mark.parametrize(
    "given", ["--help", "--libary x", "--library", "--library --help", "--library=x", "-- -a", "-x"]
)
def test_what_is_not_plain_is_left_to_the_parser(given: str) -> None:
    assert plain_options(given.split()) is None
