"""Decodes and encodes the answers of worker processes: typed data within limits, never code.

A worker reads files that anybody may have made; whoever got hold of one could send what he likes. So nothing that it
sends names what is to be made of it: each answer is a letter for its kind and MessagePack, and whatever does not fit
that kind's types to the last field is garbage.
"""

import os
from collections.abc import Callable
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Annotated, Any

import msgspec

from briefing import garbage_collection
from briefing.intake import Feed
from briefing.intake.source_list import MOST_SKIPPED, Source
from briefing.library import PreparedFindings
from briefing.library.kept_statements import KeptStatements
from briefing.model import Actor, Analysis, Annotation, Article, Claim, PagePicture
from briefing.model.message import Message
from briefing.service.analysis_delta import Growth
from briefing.service.worker_protocol import (
    Answer,
    Failed,
    HasGrown,
    MeaningRead,
    StatementsRead,
    WasAnalysed,
    WasCancelled,
    WasCollection,
    WasExported,
    WasOffered,
    WasPictured,
    WasRead,
    WereListed,
)

LONGEST = 300_000_000
"""Bytes of the longest answer that is taken: several times what the largest file makes."""

MOST = 1_000_000
"""Entries of the longest list in an answer: claims of an article, files of an import."""

LARGE = 100_000
"""Bytes from which an answer is taken apart without collections.

The findings of a long article are half a million objects without a cycle among them. Python's collector would look
through them again and again while they arrive, up to 50 ms at a time, in which no other thread may run.
"""

_Index = Annotated[int, msgspec.Meta(ge=0)]
_Notes = Annotated[tuple[Annotation, ...], msgspec.Meta(max_length=MOST)]
_Pieces = Annotated[tuple[msgspec.Raw, ...], msgspec.Meta(max_length=MOST)]


class Garbage(Exception):
    """What a worker sent is no answer."""


def send(connection: Connection, message: Answer | HasGrown) -> None:
    """Send an answer, from the worker.

    Raises:
        BrokenPipeError, ConnectionResetError: if nobody hears it.
        ValueError: if it holds what no answer can.
        MemoryError: if it is longer than any answer may be.
    """
    data = encoded(message)
    if len(data) > LONGEST:
        raise MemoryError(f"an answer of {len(data):,} bytes")
    connection.send_bytes(data)


def receive(connection: Connection) -> Answer | HasGrown:
    """The next answer of a worker; waits for it.

    Raises:
        EOFError, OSError: if the worker has ended, or sends what is far too long.
        Garbage: if it sends what is no answer.
    """
    data = connection.recv_bytes(LONGEST)
    if len(data) < LARGE:
        return decoded(data)
    with garbage_collection.paused():
        message = decoded(data)
        # Until an idle moment: no collection looks through it.
        garbage_collection.set_aside()
        return message


def encoded(message: Answer | HasGrown) -> bytes:
    """An answer as bytes.

    Raises:
        ValueError: if it holds what no answer can.
    """
    if isinstance(message, HasGrown):
        answer, growth = message.answer, message.growth
        values: tuple[object, ...] = (
            *(answer.job, answer.article_id, growth.head, answer.share, answer.prepared),
            *(growth.actors, growth.claims),
        )
    else:
        values = tuple(getattr(message, name) for name in type(message).__dataclass_fields__)
    return _LETTERS[type(message)] + _encoder().encode(values)


def decoded(data: bytes) -> Answer | HasGrown:
    """The answer that was made to these bytes.

    Raises:
        Garbage: if they are none.
    """
    try:
        kind = _KINDS[data[:1]]
        values = _decoder(kind).decode(memoryview(data)[1:])
        return _grown(*values) if kind is HasGrown else kind(*values)
    except (KeyError, ValueError, TypeError, RecursionError, MemoryError) as fault:
        raise Garbage(str(fault)) from fault


def _grown(
    job: int,
    article_id: int,
    head: Analysis,
    share: float,
    prepared: PreparedFindings | None,
    actors: tuple[msgspec.Raw, ...],
    claims: tuple[msgspec.Raw, ...],
) -> HasGrown:
    # One by one: between two of them other threads may run, within one they may not.
    actor, claim = _piece(Actor), _piece(Claim)
    growth = Growth(head, tuple(map(actor, actors)), tuple([claim(raw) for raw in claims]))
    return HasGrown(WasAnalysed(job, article_id, head, share, prepared), growth)


# The letter of each kind and the types of its fields, in their order.
_SHAPES: dict[type, tuple[bytes, Any]] = {
    WasRead: (b"r", tuple[int, Article, bytes, _Notes]),
    WasOffered: (b"o", tuple[int, Feed]),
    WasCollection: (b"c", tuple[int, Path]),
    WereListed: (
        b"l",
        tuple[
            int,
            Annotated[tuple[Source, ...], msgspec.Meta(max_length=MOST)],
            Annotated[tuple[tuple[str, str, Message], ...], msgspec.Meta(max_length=MOST)],
            Annotated[tuple[str, ...], msgspec.Meta(max_length=MOST_SKIPPED)],
        ],
    ),
    HasGrown: (b"a", tuple[int, int, Analysis, float, PreparedFindings | None, _Pieces, _Pieces]),
    StatementsRead: (b"s", tuple[int, int, KeptStatements]),
    MeaningRead: (b"m", tuple[int, bytes]),
    WasExported: (b"e", tuple[int, Path, tuple[Message, ...]]),
    WasPictured: (b"p", tuple[int, PagePicture]),
    WasCancelled: (b"x", tuple[int]),
    Failed: (b"f", tuple[int, Message, str]),
}
_LETTERS = {kind: letter for kind, (letter, _) in _SHAPES.items()}
_KINDS: dict[bytes, Any] = {letter: kind for kind, letter in _LETTERS.items()}


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_path_as_bytes)


@cache
def _decoder(kind: type) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(_SHAPES[kind][1], dec_hook=_path_of_bytes)


@cache
def _piece(kind: type) -> Callable[[msgspec.Raw], Any]:
    """Takes apart an entry of findings that have grown: one of this kind, or the place of one that came before."""
    return msgspec.msgpack.Decoder(kind | _Index).decode


def _path_as_bytes(value: object) -> bytes:
    # A file's name need not be text on every system.
    if isinstance(value, Path):
        return os.fsencode(value)
    raise TypeError(f"no answer holds a {type(value).__name__}")


def _path_of_bytes(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, bytes):
        return Path(os.fsdecode(value))
    raise ValueError(f"no {kind.__name__} is made of a {type(value).__name__}")
