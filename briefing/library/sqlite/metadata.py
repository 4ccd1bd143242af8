"""What the reader corrects about an article; what was found stays beside it."""

import json
from collections.abc import Sequence

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.collation import sorted_as
from briefing.library.corrections import FIELDS, carried, corrected, ordered
from briefing.library.library_errors import LibraryFailure
from briefing.model import Metadata
from briefing.model.message import Message


def change(connection: apsw.Connection, operation: organization_operations.ChangeMetadata) -> Done:
    """Write the corrected fields; a field that is as found again counts as not corrected."""
    number = operation.article_id
    current, found = _read(connection, number)
    fields, now_found, before = corrected(current, found, operation.metadata)
    _write(connection, number, fields, now_found)
    return Done(organization_operations.ChangeMetadata(number, before), (number,))


def found(connection: apsw.Connection, article_id: int) -> Metadata:
    """Title, byline, outlet, dates, address and language as they were found, before the reader corrected them."""
    current, before = _read(connection, article_id)
    return Metadata(**(current | before))


def addresses(connection: apsw.Connection, digests: Sequence[str]) -> list[str]:
    """The web addresses of articles, as found and as the reader corrected them."""
    rows = connection.execute(
        "SELECT id FROM article WHERE digest IN (SELECT value FROM json_each(?))", (json.dumps(list(digests)),)
    )
    both = [(found(connection, int(row[0])), _read(connection, int(row[0]))[0]) for row in list(rows)]
    return [address for before, now in both for address in (before.address or "", now["address"])]


def carry(connection: apsw.Connection, older: int, newer: int) -> None:
    """Correct in a newer version what the reader corrected in the older, where the same was found again."""
    current, found = _read(connection, older)
    newly_found, newly = _read(connection, newer)
    same = carried(current, found, newly_found)
    if same:
        originals = ordered(newly | {field: newly_found[field] for field in same})
        _write(connection, newer, newly_found | same, originals)


def _read(connection: apsw.Connection, article_id: int) -> tuple[dict[str, str], dict[str, str]]:
    row = connection.execute(f"SELECT {', '.join(FIELDS)}, found FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure(Message("article.gone_unchanged"))
    return dict(zip(FIELDS, row[:-1], strict=True)), json.loads(row[-1])


def _write(connection: apsw.Connection, article_id: int, current: dict[str, str], found: dict[str, str]) -> None:
    connection.execute(
        f"UPDATE article SET {', '.join(f'{field} = ?' for field in FIELDS)}, found = ?, sorting = ? WHERE id = ?",
        (
            *(current[field] for field in FIELDS),
            json.dumps(found, ensure_ascii=False),
            sorted_as(current["title"]),
            article_id,
        ),
    )
