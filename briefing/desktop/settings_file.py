"""Looks at a file of settings before Qt reads it: Qt makes objects of what some files hold, and so runs what they say.

A value that begins with `@Variant(` or `@DateTime(` is taken apart by type, and one of Python's own types is unpickled:
Qt looks at the type that stands in the value alone. A library may come from anybody, with the settings beside it.
Briefing never writes such a value.
"""

import re
from pathlib import Path

from PySide6.QtCore import QSettings

from briefing.library.paths import QT_SETTINGS

LARGEST = 10_000_000
"""Bytes of the largest file of settings that is read."""

_CARRIED_OUT = ("@Variant", "@DateTime")

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+)|(\r\n|\n\r|[\s\S]))")


def checked(path: Path) -> Path:
    """The same path; a file there that Qt must not read is put aside first, and the settings begin anew.

    Where it cannot be put aside, as on a stick that is write-protected, the settings are kept in a new folder for this
    run alone. It must be one of our own: Qt writes a file by putting another in its place, even in that of a device.
    """
    try:
        if path.exists() and not is_harmless(path):
            path.replace(path.with_name(f"{path.name}.refused"))
    except OSError:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="briefing-"), path.name)
    return path


def keep_settings_of_qt(folder: Path) -> None:
    """Have Qt keep beside ours what its dialogs remember, as the folders that files were chosen in.

    Where the system keeps settings in no files, it stays there.
    """
    kept = checked(folder / QT_SETTINGS)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(kept.parent))


def is_harmless(path: Path) -> bool:
    """Whether a file of settings holds plain values alone.

    Raises:
        OSError: if it cannot be read.
    """
    if not path.is_file() or path.stat().st_size > LARGEST:
        return False
    text = _read(path.read_bytes().decode("utf-8", "replace"))
    return not any(form in text for form in _CARRIED_OUT)


def _read(text: str) -> str:
    """The text as Qt reads it: without quotes, escapes resolved, lines joined that were broken by a backslash."""
    # Quotes last: one may end an escape.
    return _ESCAPE.sub(_sign, text).replace('"', "")


def _sign(escape: re.Match[str]) -> str:
    digits, octal, other = escape.groups()
    if digits or octal:
        # Qt counts in 16 bits, whatever overflows.
        return chr((int(digits, 16) if digits else int(octal, 8)) & 0xFFFF)
    # What is no escape is skipped whole.
    return other if other in "\"'?\\" else ""
