"""The runtime of the encoder, imported here and nowhere else: its reports to its maker are off before it loads.

The official builds of onnxruntime send a device id, the path of the interpreter, processor and system to their maker
at the mere import, and queue what could not be sent on disk. Only an environment variable that is set before the
import stops that; the call for it comes too late.
"""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

# Where somebody imported it before us, this leaves out at least what it would say of our session.
onnxruntime.disable_telemetry_events()

_QUEUE = "onnxruntime.db"
_IDENTITY = "deviceid"


def session_of(model: bytes, threads: int) -> Any:
    """What runs a model with so many processor threads a call."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # The arena keeps the memory of the longest input for good.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def delete_reports(caches: Path | None = None) -> None:
    """Delete what an earlier version of Briefing let onnxruntime queue: its device id and its reports, nothing else.

    Args:
        caches: the folder of the reader's caches; the system's own by default.
    """
    # Without a home there is nothing to find.
    with suppress(OSError, RuntimeError):
        shared = (caches or _caches()) / "Microsoft" / "DeveloperTools"
        folder = shared / ".onnxruntime"
        # A link may lead anywhere.
        if not stat.S_ISDIR(folder.lstat().st_mode):
            return
        for entry in list(folder.iterdir()):
            if entry.name.startswith((_QUEUE, _IDENTITY)) and stat.S_ISREG(entry.lstat().st_mode):
                entry.unlink()
        # Each falls only if nothing of anybody else lies in it.
        for emptied in (folder, shared, shared.parent):
            emptied.rmdir()


def _caches() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
