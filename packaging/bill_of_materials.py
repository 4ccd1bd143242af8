"""The list of all parts of a package, as CycloneDX 1.6 has it."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from pins import Target, needed

_SPACE = uuid.UUID("7b1a4d5e-4f0e-5a8c-9a43-5d1f1b0c2e11")

QT_LICENCE = "LGPL-3.0-only"


def bill(site: Path, target: Target, version: str, python: str, when: int) -> str:
    """The parts of a package as JSON.

    Args:
        site: folder in which its Python packages are installed.
        target: the system that it is for.
        version: of the program.
        python: version of the Python in it.
        when: seconds since 1970 that it names.
    """
    digests = {pin.name: pin.hashes for pin in needed(target)}
    parts = [_part(path, digests) for path in sorted(site.glob("*.dist-info/METADATA"))]
    parts = [part for part in parts if part["name"] != "briefing"]
    qt = next((part["version"] for part in parts if part["name"] == "pyside6-essentials"), "")
    parts.append(_other("Python", python, "Python-2.0", f"pkg:generic/python@{python}"))
    parts.append(_other("Qt", qt, QT_LICENCE, f"pkg:generic/qt@{qt}"))
    program = {**_other("briefing", version, "MIT", f"pkg:pypi/briefing@{version}"), "type": "application"}
    stated = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, f'{version} {target.name} {when}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(when, UTC).isoformat().replace("+00:00", "Z"),
            "component": program,
        },
        "components": sorted(parts, key=lambda part: str(part["name"]).lower()),
        "dependencies": [{"ref": program["bom-ref"], "dependsOn": sorted(str(part["bom-ref"]) for part in parts)}],
    }
    return json.dumps(stated, indent=1, ensure_ascii=False) + "\n"


def _part(metadata: Path, digests: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    told = HeaderParser().parsestr(metadata.read_text(encoding="utf-8"))
    name = canonicalize_name(str(told["Name"]))
    part = _other(name, str(told["Version"]), licence(told), f"pkg:pypi/{name}@{told['Version']}")
    files = [digest.removeprefix("sha256:") for digest in digests.get(name, ())]
    if files:
        part["properties"] = [{"name": "pinned:sha256", "value": digest} for digest in files[:1]]
    return part


def licence(told: Any) -> str:
    """The licence that a package's metadata names, in whichever of three ways."""
    stated = str(told["License-Expression"] or "")
    if not stated:
        classified = [line.rsplit(" :: ", 1)[-1] for line in told.get_all("Classifier", []) if "License ::" in line]
        stated = " AND ".join(classified) or str(told["License"] or "").split("\n")[0][:80]
    return stated


def _other(name: str, version: str, licensed: str, purl: str) -> dict[str, Any]:
    part: dict[str, Any] = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    if licensed:
        part["licenses"] = [{"license": {"name": licensed}}]
    return part
