"""Hold what the import contracts in pyproject.toml cannot see: what an import brings in at run time."""

import subprocess
import sys

import pytest

# Each takes too long to load for the path on which the window starts.
SLOW = ("spacy", "trafilatura", "pydantic", "onnxruntime", "pypdfium2", "typst", "httpx", "msgspec")


def loaded_after(statement: str) -> set[str]:
    """Give all modules that a fresh Python has loaded after the statement."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def modules_after(statement: str) -> set[str]:
    """Give the top-level modules among them."""
    return {name.split(".")[0] for name in loaded_after(statement)}


def test_the_model_needs_nothing_but_python() -> None:
    bare = modules_after("import dataclasses, enum, json, pathlib, re, datetime, typing, hashlib, unicodedata")
    beyond = modules_after("import briefing.model, briefing.resources") - bare
    assert beyond - set(sys.stdlib_module_names) == {"briefing"}


@pytest.mark.parametrize("module", ["briefing.service", "briefing.library", "briefing.desktop"])
def test_start_up_loads_nothing_slow(module: str) -> None:
    assert modules_after(f"import {module}").isdisjoint(SLOW)


def test_the_window_loads_nothing_that_reads_files_analyses_or_makes_identifiers() -> None:
    assert loaded_after("import briefing.desktop.window, briefing.desktop.actions").isdisjoint(
        {"briefing.analysis", "briefing.intake", "hashlib", "uuid"}
    )
