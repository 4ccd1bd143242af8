"""Which page of the manual is about a part of the program."""

from PySide6.QtWidgets import QWidget

_PARTS = {
    "briefs": "briefs",
    "cheat_sheet": "keys",
    "keys_dialog": "keys",
    "ledger": "claims",
    "library.annotations_dialog": "annotating",
    "library.backups_dialog": "backups",
    "library.desk_dialog": "desk",
    "library": "library",
    "intake_dialogs": "opening",
    "command_palette": "keys",
    "reader.notes": "annotating",
    "reader": "reading",
}
"""Pages by the modules whose controls they are about; the first that fits holds."""


def page_about(focus: QWidget | None) -> str:
    """The page about the part of the program in which the keyboard is; nothing if there is none about it."""
    while focus is not None:
        module = type(focus).__module__.removeprefix("briefing.desktop.")
        page = next((page for part, page in _PARTS.items() if f"{module}.".startswith(f"{part}.")), "")
        if page:
            return page
        focus = focus.parentWidget()
    return ""
