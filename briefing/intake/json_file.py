"""Files of JSON that programs export: decoded with a sentence for what is damaged, and read without trust."""

from typing import Any

import msgspec

from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.model.message import Message


def json_in(data: bytes, name: str) -> Any:
    """What a file holds.

    Raises:
        UnreadableFile: if it is not whole.
    """
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as fault:
        raise UnreadableFile(name, Message.of("intake.damaged_export", name=legible(name))) from fault


def entries(found: Any, key: str = "") -> list[dict[str, Any]]:
    """The objects in a list, or in the list that an object has under a key; nothing where there is none."""
    listed = found.get(key) if key and isinstance(found, dict) else found
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def words_at(found: Any, *keys: str) -> str:
    """The words under the first of the keys of an object that has some; else nothing."""
    told = (found.get(key) for key in keys) if isinstance(found, dict) else ()
    return next((value for value in told if isinstance(value, str) and value), "")
