"""Our functions that SQL may call: texts packed and unpacked, and folded for comparison."""

from collections.abc import Callable
from typing import Any

import apsw

from briefing.library.collation import plain, plain_name, sorted_as
from briefing.library.compression import pack, unpack


def offer(connection: apsw.Connection) -> None:
    """Let SQL on this connection, its views and triggers call these functions."""
    for function in (plain, plain_name, sorted_as):
        connection.create_scalar_function(function.__name__, _called(function), 1, deterministic=True)

    def packed(*values: Any) -> bytes:
        return pack(str(values[0]))

    def unpacked(*values: Any) -> str:
        try:
            return unpack(values[0])
        except ValueError:  # damaged: what is asked for all articles must not end at this one
            return ""

    for packing in (packed, unpacked):
        connection.create_scalar_function(packing.__name__, packing, 1, deterministic=True, flags=apsw.SQLITE_INNOCUOUS)


def _called(function: Callable[[str], str]) -> Callable[..., str]:
    def called(*values: Any) -> str:
        return function(str(values[0]))

    return called
