"""Text as it is compared: without case and accents."""

import unicodedata
from typing import Any

import apsw


def plain(text: str) -> str:
    """The text without case, accents and double spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def plain_name(name: str) -> str:
    """A name as it is looked up: plain, and without a leading article."""
    return plain(name).removeprefix("the ")


def offer(connection: apsw.Connection) -> None:
    """Let SQL on this connection call `plain` and `plain_name`."""

    def called(*values: Any) -> str:
        return plain(str(values[0]))

    def called_for_name(*values: Any) -> str:
        return plain_name(str(values[0]))

    connection.create_scalar_function("plain", called, 1, deterministic=True)
    connection.create_scalar_function("plain_name", called_for_name, 1, deterministic=True)
