"""Reads what a start needs of TOML: tables of names and plain values, without the parser that takes longer to load.

Whatever is not as plain as that is read by `tomllib`.
"""

import json
from math import isfinite
from typing import Any


def loads(text: str) -> dict[str, Any]:
    """What a TOML file says.

    Raises:
        tomllib.TOMLDecodeError: if it is no TOML.
    """
    try:
        return _tables(text)
    except ValueError:
        import tomllib

        return tomllib.loads(text)


def _tables(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    table = found
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line.strip(" \t")
        if not line.isprintable():
            raise ValueError(line)
        if line.startswith("[") and line.endswith("]"):
            table = {}
            _put(found, line[1:-1], table)
        elif line and not line.startswith("#"):
            name, _, told = line.partition(" = ")
            _put(table, name, _value(told))
    return found


def _put(table: dict[str, Any], name: str, value: object) -> None:
    if name in table or not (name.isidentifier() and name.isascii()):
        raise ValueError(name)
    table[name] = value


def _value(told: str) -> object:
    if told.startswith("'"):
        if told.count("'") != 2 or not told.endswith("'"):
            raise ValueError(told)
        return told[1:-1]
    if "\\" in told:
        raise ValueError(told)
    value = json.loads(told)
    if isinstance(value, str | bool) or (isinstance(value, list) and all(map(_is_number, value))):
        return value
    raise ValueError(told)


def _is_number(value: object) -> bool:
    # To JSON as Python reads it, NaN is one, too.
    return type(value) in (int, float) and isfinite(value)  # type: ignore[arg-type]
