"""What the reader corrects about articles in PostgreSQL."""

from dataclasses import replace

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.corrections import FIELDS, Fields, carried, corrected, ordered
from briefing.library.postgres import desk_articles
from briefing.library.postgres.desk_connection import Connection
from briefing.model import Metadata, Origin


def change(connection: Connection, operation: organization_operations.ChangeMetadata) -> Done:
    """Write the corrected fields."""
    number = operation.article_id
    origin, found = desk_articles.origin_of(connection, number)
    fields, now_found, before = corrected(_fields(origin), found, operation.metadata)
    desk_articles.rewrite(connection, number, replace(origin, **fields), now_found)
    return Done(organization_operations.ChangeMetadata(number, before), (number,))


def found(connection: Connection, article_id: int) -> Metadata:
    """Title, byline, outlet, dates, address and language as they were found, before the reader corrected them."""
    origin, before = desk_articles.origin_of(connection, article_id)
    return Metadata(**(_fields(origin) | before))


def carry(connection: Connection, older: int, newer: int) -> None:
    """Correct in a newer version what the reader corrected in the older, where the same was found again."""
    origin, found_before = desk_articles.origin_of(connection, older)
    newer_origin, newly = desk_articles.origin_of(connection, newer)
    fields = _fields(newer_origin)
    same = carried(_fields(origin), found_before, fields)
    if same:
        originals = ordered(newly | {field: fields[field] for field in same})
        desk_articles.rewrite(connection, newer, replace(newer_origin, **same), originals)


def _fields(origin: Origin) -> Fields:
    return {field: getattr(origin, field) for field in FIELDS}
