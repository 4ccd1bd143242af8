"""The house style that the reader keeps: a folder beside the templates of his own, so that a desk can share both."""

import json
from pathlib import Path

from briefing.export.atomic_write import write_whole
from briefing.export.export_errors import ExportFailure
from briefing.export.user_templates import LOGO_FILE, own_folder
from briefing.model.house_style import HouseStyle
from briefing.model.message import Message

FOLDER = "house-style"
SHIPPED_FACES = ("Literata", "Inter", "Atkinson Hyperlegible")
"""Families of the fonts that come with the program."""

_WORDS, _LOGO = "style.json", "logo.png"
_FIELDS = ("name", "accent", "heading", "face")


def kept_style(folder: Path | None = None) -> HouseStyle:
    """The house style that is kept; what cannot be read of it is as the program ships it."""
    place = (folder or own_folder()) / FOLDER
    try:
        told = json.loads((place / _WORDS).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        told = {}
    words = {name: told[name] for name in _FIELDS if isinstance(told, dict) and isinstance(told.get(name), str)}
    try:
        logo = (place / _LOGO).read_bytes()
    except OSError:
        logo = b""
    return HouseStyle(**words, logo=logo).safe


def keep_style(style: HouseStyle, folder: Path | None = None) -> None:
    """Keep a house style for the briefs to come.

    Raises:
        ExportFailure: if the folder cannot be written to.
    """
    place = (folder or own_folder()) / FOLDER
    safe = style.safe
    words = {name: getattr(safe, name) for name in _FIELDS if getattr(safe, name)}
    try:
        place.mkdir(parents=True, exist_ok=True)
        if safe.logo:
            write_whole(place / _LOGO, safe.logo)
        else:
            (place / _LOGO).unlink(missing_ok=True)
        write_whole(place / _WORDS, (json.dumps(words, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as fault:
        raise ExportFailure(place, Message.of("style.not_kept", place=str(place), fault=str(fault.strerror))) from fault


def printed_style(style: HouseStyle) -> dict[str, str]:
    """What templates are told of a house style: only what is not as the program ships it."""
    told = {name: getattr(style, name) for name in _FIELDS if getattr(style, name)}
    return {**told, "logo": LOGO_FILE} if style.logo else told
