"""Sets a template of the reader's own in a process of its own: little time and memory, no network, one folder.

The process is told what to do in one JSON object on its standard input, writes the PDF beside the template's copy, and
answers with one JSON object. A template is a program that somebody else may have written.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import Any

from briefing.export.export_errors import TemplateFault
from briefing.model.message import Message
from briefing.records import dataclass

TIME = 40.0
"""Seconds in which a template is set, all attempts together; less than the window waits for what reads and writes."""

MEMORY = 2_000_000_000
"""Bytes of address space that setting a template may take, on systems that can hold a process to that."""

LARGEST = 500_000_000
"""Bytes of the PDF."""

MOST_PROCESSORS = 4
"""Processors whose time it may take, each for as long as it is waited for."""

ARGUMENT = "--set-template"
"""With which a frozen program starts itself to set a template."""

_NOWHERE = "http://127.0.0.1:9"
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_END_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

_WITHOUT_WINDOW = 0x08000000


@dataclass(frozen=True, slots=True)
class Confined:
    """What is set, and with what.

    Attributes:
        main: the copy of the template, in a folder with nothing but copies of what belongs to it; alone this is seen.
        packages: folder of the packages that it may import.
        fonts: folders of fonts.
        system_fonts: whether the fonts of this computer are used, too.
        inputs: texts that the template is given, by name.
        standards: what the PDF keeps to.
        made: seconds since 1970 that stand in the PDF.
    """

    main: Path
    packages: Path
    fonts: tuple[Path, ...]
    system_fonts: bool
    inputs: dict[str, str]
    standards: tuple[str, ...]
    made: int


class Unset(Exception):
    """Typst did not set it; `message` and `diagnostic` are Typst's own words."""

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message)
        self.message = message
        self.diagnostic = diagnostic


def set_confined(wanted: Confined, until: float) -> bytes:
    """The PDF that a template gives.

    Args:
        wanted: what is set.
        until: the moment, by `time.monotonic`, at which it is given up.

    Raises:
        Unset: if Typst finds a fault.
        TemplateFault: if it took too long or too much memory, or gave no PDF.
    """
    name, out = wanted.main.name, wanted.main.parent.parent / "set.pdf"
    request = {
        "main": str(wanted.main),
        "root": str(wanted.main.parent),
        "packages": str(wanted.packages),
        "fonts": [str(folder) for folder in wanted.fonts],
        "system_fonts": wanted.system_fonts,
        "inputs": wanted.inputs,
        "standards": list(wanted.standards),
        "made": wanted.made,
        "out": str(out),
        "parent": os.getpid(),
        "seconds": max(1, ceil(until - time.monotonic())),
    }
    answer = _asked(name, json.dumps(request), until)
    if "message" in answer:
        raise Unset(str(answer["message"]), str(answer["diagnostic"]))
    if not answer.get("whole") or not out.is_file() or out.stat().st_size > LARGEST:
        raise TemplateFault(Message.of("template.no_pdf", name=name))
    return out.read_bytes()


def _asked(name: str, request: str, until: float) -> dict[str, Any]:
    try:
        ended = subprocess.run(
            _command(),
            input=request.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=max(0.1, until - time.monotonic()),
            env=_environment(),
            creationflags=_WITHOUT_WINDOW if sys.platform == "win32" else 0,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise TemplateFault(Message.of("template.slow", name=name, seconds=f"{TIME:.0f}")) from fault
    except OSError as fault:
        raise TemplateFault(Message.of("template.not_set", name=name, strerror=str(fault.strerror))) from fault
    try:
        answer = json.loads(ended.stdout)
    except ValueError as fault:
        raise TemplateFault(Message.of("template.memory", name=name)) from fault
    return answer if isinstance(answer, dict) else {}


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    # Never a module that lies where the reader happens to work.
    return [sys.executable, "-P", "-m", "briefing.export.typst_sandbox"]


def _environment() -> dict[str, str]:
    """What the process is told of the system: whatever would be fetched goes to a door behind which nobody is."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in (*_PROXIES, "NO_PROXY")}
    there = [place for place in sys.path if place]
    nowhere = {form: _NOWHERE for proxy in _PROXIES for form in (proxy, proxy.lower())}
    return {**kept, **nowhere, "PYTHONPATH": os.pathsep.join(there)}


def main() -> None:
    """Set what standard input asks for; the process ends with it."""
    request = json.loads(sys.stdin.buffer.read())
    _end_with(request["parent"])
    _limit(request["seconds"])
    sys.stdout.write(json.dumps(_set(request)))


def _end_with(parent: int) -> None:
    """Let the system end this process with the one that started it, for nobody waits for the PDF then.

    Linux alone offers it; elsewhere the limits on time end it. A thread could not: Typst lets no other run.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    of_processors = seconds * min(MOST_PROCESSORS, os.cpu_count() or 1)
    for kind, most in (
        (resource.RLIMIT_CPU, of_processors),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


def _set(request: dict[str, Any]) -> dict[str, object]:
    import typst

    try:
        compiler = typst.Compiler(
            request["main"],
            root=request["root"],
            font_paths=request["fonts"],
            ignore_system_fonts=not request["system_fonts"],
            sys_inputs=request["inputs"],
            package_path=request["packages"],
            package_cache_path=request["packages"],
        )
        pdf = compiler.compile(format="pdf", pdf_standards=request["standards"], timestamp=request["made"])
    except typst.TypstError as fault:
        return {"message": fault.message, "diagnostic": fault.diagnostic}
    if not isinstance(pdf, bytes):
        return {"whole": False}
    Path(request["out"]).write_bytes(pdf)
    return {"whole": True}


if __name__ == "__main__":
    main()
