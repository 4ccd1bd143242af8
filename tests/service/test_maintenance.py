"""A library in use is backed up by itself, and checked when it was not closed."""

import time
from pathlib import Path

import pytest

from briefing.intake import read_bytes
from briefing.library import open_library, store_at
from briefing.library.backup_record import Reason
from briefing.library.paths import DATABASE
from briefing.library.sqlite.backup import backups
from briefing.model.catalogue import in_english
from briefing.model.message import Message
from briefing.service.maintenance import FIRST_LOOK, LibraryCare

PATIENCE = 120.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = open_library(tmp_path)
    opened = read_bytes(b"The bridge is closed, Mayor Ada Reed said on Monday.", name="bridge.txt")
    library.keep_article(opened.article, opened.original)
    library.close()
    return tmp_path


def wait_until(holds) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_daily_backup_is_made_once(folder):
    warnings: list[Message] = []
    for _ in range(2):
        care = LibraryCare(store_at(folder), warnings.append, warnings.append, ended_uncleanly=True, first_look=0.0)
        wait_until(lambda: backups(folder))
        care.close()
    assert [one.reason for one in backups(folder)] == [Reason.DAILY]
    assert warnings == []


def test_closing_does_not_wait_for_the_first_look(folder):
    begun = time.monotonic()
    LibraryCare(store_at(folder), print, print, ended_uncleanly=False).close()
    assert time.monotonic() - begun < FIRST_LOOK
    assert backups(folder) == []


def test_a_damaged_library_is_told_and_not_backed_up(folder):
    path = folder / DATABASE
    content = path.read_bytes()
    path.write_bytes(content[:16384] + b"\xff" * 32768 + content[49152:])
    warnings: list[Message] = []
    care = LibraryCare(store_at(folder), warnings.append, warnings.append, ended_uncleanly=True, first_look=0.0)
    wait_until(lambda: warnings)
    care.close()
    assert "restore" in in_english(warnings[0])
    assert "\n" not in in_english(warnings[0])
    assert backups(folder) == []
