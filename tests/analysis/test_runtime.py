"""The encoder's runtime says nothing to its maker, and what it once noted down for that is deleted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.analysis.encoder.runtime import delete_reports

IMPORTS = [
    "from briefing.analysis.encoder.role_encoder import shipped_encoder; shipped_encoder()",
    # As it comes into a pipeline of somebody's own: the component alone.
    "import spacy, briefing.analysis.components; spacy.blank('en').add_pipe('briefing_attributions')",
]

HINDRANCES = ("ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "CI", "TF_BUILD")
"""Each would keep onnxruntime silent by itself, and so say nothing of us."""


@pytest.fixture
def caches(tmp_path: Path) -> Path:
    """A folder of caches in which onnxruntime left its device id and its queue, and other programs their own."""
    shared = tmp_path / "caches" / "Microsoft" / "DeveloperTools"
    queue = shared / ".onnxruntime"
    queue.mkdir(parents=True)
    for name in ("deviceid", "deviceid.tmp.1", "onnxruntime.db", "onnxruntime.db-wal", "onnxruntime.db-shm"):
        (queue / name).write_text(name, encoding="utf-8")
    (shared / "deviceid").write_text("of an editor", encoding="utf-8")
    return tmp_path / "caches"


@pytest.mark.parametrize("code", IMPORTS)
def test_the_encoder_leaves_nothing_to_be_sent(code: str, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in HINDRANCES}
    homes = {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "caches")}
    subprocess.run([sys.executable, "-c", code], env={**kept, **homes}, check=True)
    assert list(tmp_path.rglob("*")) == []


def test_what_earlier_versions_let_it_queue_is_deleted_and_nothing_else(caches: Path) -> None:
    delete_reports(caches)
    assert [path.name for path in caches.rglob("*") if path.is_file()] == ["deviceid"]
    assert (caches / "Microsoft" / "DeveloperTools" / "deviceid").read_text(encoding="utf-8") == "of an editor"
    assert not (caches / "Microsoft" / "DeveloperTools" / ".onnxruntime").exists()


def test_emptied_folders_go_too(caches: Path) -> None:
    (caches / "Microsoft" / "DeveloperTools" / "deviceid").unlink()
    delete_reports(caches)
    assert list(caches.iterdir()) == []
    delete_reports(caches)


def test_no_link_is_followed_to_what_is_deleted(caches: Path, tmp_path: Path) -> None:
    shared = caches / "Microsoft" / "DeveloperTools"
    (shared / ".onnxruntime").rename(tmp_path / "elsewhere")
    (shared / ".onnxruntime").symlink_to(tmp_path / "elsewhere")
    delete_reports(caches)
    assert (tmp_path / "elsewhere" / "onnxruntime.db").exists()
