"""Writes the table of claims as a Parquet file, a part at a time, so that a corpus of any size fits into memory."""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.export.atomic_write import whole_file
from briefing.export.claim_table import COLUMNS, LINKS, NUMBER, PIECES, TEXT, TEXTS, TRUTH, VERSION, columns
from briefing.export.export_errors import ExportFailure
from briefing.model.message import Message

AT_A_TIME = 20_000
"""Rows of a row group: enough to be packed well."""


def schema() -> Any:
    """The columns as pyarrow knows them, with the version of the table.

    Raises:
        ImportError: if pyarrow is not installed.
    """
    import pyarrow as pa

    piece = pa.struct([pa.field("start", pa.int32(), False), pa.field("end", pa.int32(), False)])
    link = pa.struct([pa.field("kind", pa.string(), False), pa.field("to", pa.string(), False)])
    kinds = {
        TEXT: pa.string(),
        NUMBER: pa.int64(),
        TRUTH: pa.bool_(),
        TEXTS: pa.list_(pa.string()),
        PIECES: pa.list_(piece),
        LINKS: pa.list_(link),
    }
    told = {"briefing.claims.version": str(VERSION)}
    return pa.schema([pa.field(name, kinds[kind]) for name, kind in COLUMNS.items()], metadata=told)


def table(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows of `claim_table` as a table of pyarrow.

    Raises:
        ImportError: if pyarrow is not installed.
    """
    import pyarrow as pa

    return pa.Table.from_pydict(columns(rows), schema=schema())


def write(rows: Iterable[Mapping[str, Any]], path: Path) -> int:
    """Write rows of `claim_table` to a file, all or nothing; gives how many.

    Raises:
        ExportFailure: if pyarrow is not installed, or the file cannot be written.
    """
    try:
        from pyarrow.parquet import ParquetWriter
    except ImportError as fault:
        raise ExportFailure(path, Message.of("corpus.not_installed", fault=str(fault))) from fault
    number = 0
    waiting = iter(rows)
    with whole_file(path) as part, ParquetWriter(part, schema(), compression="zstd") as writer:
        while some := list(islice(waiting, AT_A_TIME)):
            writer.write_table(table(some))
            number += len(some)
    return number
