"""Make .venv in the checkout and keep it in step with the pinned requirements."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
REQUIREMENTS = CHECKOUT / "packaging" / "requirements.txt"
STAMP = "briefing-setup"  # the file in .venv that says for which pins it was finished

AT_ONCE = 4
"""Downloads that run side by side."""


class Trouble(Exception):
    """Something that the user has to see to; the message says what."""


def say(line: str) -> None:
    """Tell the user in one line what is being done."""
    print(line, flush=True)


def ensure(venv: Path = VENV, requirements: Path = REQUIREMENTS) -> Path:
    """Give the environment's Python, after making or mending the environment where that is needed."""
    python = _python(venv)
    wanted = _fingerprint(requirements)
    if python.exists() and _stamp(venv) == wanted:
        return python
    # Its commands name the folder and the Python that they were made for, so they cannot follow a move.
    settled = _stamp(venv) is None or _place(_stamp(venv)) == _place(wanted)
    (venv / STAMP).unlink(missing_ok=True)
    if not (settled and _usable(python)):
        _make(venv)
    _install(python, requirements)
    _link_checkout(python, venv)
    _compile(python)
    # Last, so that an environment whose making was cut short is never taken for a finished one.
    (venv / STAMP).write_text(wanted, encoding="utf-8")
    return python


def script(name: str, venv: Path = VENV) -> Path:
    """Give the path of a command that is installed in the environment."""
    suffix = {"briefing": ".cmd"}.get(name, ".exe") if os.name == "nt" else ""
    return _bin(venv) / (name + suffix)


def install_with_apt(packages: list[str]) -> bool:
    """Install system packages on Debian and its kin, as root; tell whether that worked."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if any(Path("/var/lib/apt/lists").glob("*Packages*")) and _quietly(install, quiet) is None:
        return True
    # A fresh system has no lists of packages yet, and old lists name versions that are gone.
    complaint = _quietly(["apt-get", "update"], quiet) or _quietly(install, quiet)
    if complaint:
        print(complaint, file=sys.stderr)
    return complaint is None


def can_use_apt() -> bool:
    """Tell whether this process may install system packages with apt-get."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _make(venv: Path) -> None:
    _ensure_venv_module()
    # The base interpreter: the one that runs now may live in the very folder that is cleared.
    base = getattr(sys, "_base_executable", None) or sys.executable
    with step(f"Making {venv.name} for Python {sys.version_info.major}.{sys.version_info.minor}"):
        complaint = _quietly([base, "-m", "venv", "--clear", str(venv)])
    if complaint is not None:
        raise Trouble(f"{complaint}\nThe environment {venv} could not be made; the reason stands above.")


def _ensure_venv_module() -> None:
    """See to it that Python can make environments: Debian keeps that part in a package of its own."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if can_use_apt():
        say(f"Installing {package}, which makes Python environments.")
        if install_with_apt([package]):
            return
    raise Trouble(f"Python cannot make environments here yet. Run: sudo apt-get install {package}")


def _install(python: Path, requirements: Path) -> None:
    """Install the pins: with uv if it is there, else with pip from wheels that are downloaded side by side."""
    uv = shutil.which("uv")
    if uv is not None:
        with step("Installing the pinned packages with uv"):
            options = ["--python", str(python), "--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
            if _quietly([uv, "pip", "install", *options]) is None:
                return
        say("uv could not do it; pip is asked.")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    safely = ["--require-hashes", "--only-binary", ":all:"]
    with tempfile.TemporaryDirectory() as folder:
        with step("Downloading the pinned packages, several at once; the first time that takes a minute or two"):
            whole = _download([*pip, "download", "--no-deps", *safely], requirements, Path(folder))
        # What could not be downloaded beforehand is looked for once more, and if it fails again, pip says why.
        found = ["--no-index", "--find-links", folder] if whole else ["--find-links", folder]
        with step("Installing them"):
            complaint = _quietly(
                [*pip, "install", "--no-deps", "--no-compile", *safely, *found, "-r", str(requirements)]
            )
    if complaint is not None:
        raise Trouble(
            f"{complaint}\nThe packages could not be installed; the reason stands above. Nothing else changed."
        )


def _download(command: list[str], requirements: Path, folder: Path) -> bool:
    """Download the wheels of all pins into a folder, several at once; tell whether all came."""
    parts = [part for part in shared_out(requirements.read_text(encoding="utf-8"), AT_ONCE) if part]
    running = []
    for number, part in enumerate(parts):
        file = folder / f"part-{number}.txt"
        file.write_text(part, encoding="utf-8")
        options = ["-d", str(folder), "-r", str(file)]
        running.append(subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    ended = [process.wait() for process in running]
    return not any(ended)


def shared_out(pins: str, parts: int) -> list[str]:
    """The pins of a file of requirements in so many parts, each pin with its hashes."""
    found: list[str] = []
    for line in pins.splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            found.append(f"{line}\n")
        elif found and line.strip().startswith("--hash"):
            found[-1] += f"{line}\n"
    # The last hash of a pin may promise another that a comment has parted from it.
    pinned = [pin.rstrip().removesuffix("\\").rstrip() for pin in found]
    return ["\n".join(pinned[number::parts]) for number in range(parts)]


@contextmanager
def step(words: str) -> Iterator[None]:
    """Tell what is being done, and afterwards how long it took."""
    began = time.monotonic()
    say(f"{words} …")
    yield
    say(f"  {time.monotonic() - began:.0f} s")


def _link_checkout(python: Path, venv: Path) -> None:
    """Let the environment find the program in the checkout, and give it the command `briefing`."""
    (_purelib(python) / "briefing_checkout.pth").write_text(f"{CHECKOUT}\n", encoding="utf-8")
    command = script("briefing", venv)
    if os.name == "nt":
        command.write_text('@"%~dp0python.exe" -m briefing %*\r\n', encoding="utf-8")
    else:
        command.write_text(f'#!/bin/sh\nexec "{python}" -m briefing "$@"\n', encoding="utf-8")
        command.chmod(0o755)


def _compile(python: Path) -> None:
    """Compile program and packages once, on all cores: where Python writes no bytecode, each start would do it anew."""
    with step("Compiling the program and its packages"):
        packages = _purelib(python)
        _quietly([str(python), "-m", "compileall", "-q", "-j", "0", str(CHECKOUT / "briefing"), str(packages)])


def _purelib(python: Path) -> Path:
    """Where the environment keeps its packages."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([str(python), "-c", ask], check=True, capture_output=True, text=True)
    return Path(answer.stdout.strip())


def _quietly(command: list[str], env: dict[str, str] | None = None) -> str | None:
    """Run a command unheard: nothing when it worked, what it printed when it failed."""
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return None if done.returncode == 0 else done.stdout or f"{command[0]} ended with code {done.returncode}."


def _usable(python: Path) -> bool:
    """Tell whether an earlier environment has a working pip and the Python that is wanted."""
    if not python.exists():
        return False
    ask = "import sys, pip; print(*sys.version_info[:2])"
    answer = subprocess.run([str(python), "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def _fingerprint(requirements: Path) -> str:
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return f"{digest} Python {sys.version_info.major}.{sys.version_info.minor} in {CHECKOUT}\n"


def _place(stamp: str | None) -> str:
    return (stamp or "").partition(" ")[2]


def _stamp(venv: Path) -> str | None:
    try:
        return (venv / STAMP).read_text(encoding="utf-8")
    except OSError:
        return None


def _bin(venv: Path) -> Path:
    return venv / ("Scripts" if os.name == "nt" else "bin")


def _python(venv: Path) -> Path:
    return _bin(venv) / ("python.exe" if os.name == "nt" else "python")
