"""What the program says, as data: a code of the catalogue with arguments, put into words where somebody reads it."""

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.records import dataclass

VERBATIM = "verbatim"
"""The code of a message whose words are kept as they are: those of an earlier version, or of another program."""

TOGETHER = "together"
"""The code of a message of several sentences."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said to the reader.

    Attributes:
        code: of an entry in the catalogues ("evidence.claimed.alone").
        arguments: what its places are filled with, by name: words, numbers, other messages, or a list of them.
    """

    code: str
    arguments: "tuple[tuple[str, str | int | Message | tuple[str | int | Message, ...]], ...]" = ()

    @classmethod
    def of(cls, code: str, /, **arguments: "Argument") -> "Message":
        """The message of a code with its arguments by name."""
        return cls(code, tuple(arguments.items()))


Argument = str | int | Message | tuple[str | int | Message, ...]
"""What fills a place of a message."""

Arguments = tuple[tuple[str, Argument], ...]
"""Arguments with their names, in the order in which they were given."""


def together(messages: Iterable[Message]) -> Message:
    """Several sentences, one after the other."""
    return Message.of(TOGETHER, parts=tuple(messages))


def verbatim(words: str) -> Message:
    """A message that says these words in any language."""
    return Message.of(VERBATIM, words=words)


def arguments_object(arguments: Arguments) -> dict[str, Any]:
    """Arguments as JSON: a message is an object with `code` and `arguments`."""
    return {name: _object(value) for name, value in arguments}


def arguments_from_object(found: Mapping[str, Any]) -> Arguments:
    """The arguments of an object that `arguments_object` made.

    Raises:
        KeyError, ValueError: if the object has another shape.
    """
    return tuple((name, _value(value)) for name, value in found.items())


def _object(value: Any) -> Any:
    if isinstance(value, Message):
        return {"code": value.code, "arguments": arguments_object(value.arguments)}
    return list(map(_object, value)) if isinstance(value, tuple) else value


def _value(found: Any) -> Any:
    if isinstance(found, dict):
        return Message(str(found["code"]), arguments_from_object(found["arguments"]))
    if isinstance(found, list):
        return tuple(map(_value, found))
    if not isinstance(found, str | int):
        raise ValueError(f"a message holds no {type(found).__name__}")
    return found
