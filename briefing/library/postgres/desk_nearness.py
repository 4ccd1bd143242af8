"""Articles by the nearness of what they are about, found by an index where the server has pgvector.

The packed vector of an article is unpacked by the server itself, as a column that follows from it. Its numbers are
turned, as those of what is looked for have to be: what is near stays so.
"""

from collections.abc import Sequence

from psycopg import errors

from briefing.library.kept_statements import VECTOR_SIZE
from briefing.library.postgres.desk_connection import WRITING, Connection
from briefing.library.postgres.desk_stories import PLACED

_WIDTH = 2 * VECTOR_SIZE
_LEVELS = (0.1284, 0.3881, 0.6568, 0.9424, 1.256, 1.618, 2.069, 2.733)
"""What half a byte of a packed vector stands for, on either side of 0."""

_MOST = 1000
"""Articles that the index gives at most where it cannot be asked for more."""

_HALVED = "SELECT to_regtype('halfvec') IS NOT NULL"
"""Whether vectors may be kept in half the room: since version 0.7."""

_GOES_ON = "SELECT string_to_array(extversion, '.')::int[] >= ARRAY[0, 8] FROM pg_extension WHERE extname = 'vector'"
"""Whether the index looks on where what it gave is not shown: since version 0.8."""

_IS_OWNER = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'article_sketch'::regclass"

_HAS_INDEX = """
SELECT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'article_sketch'::regclass AND attname = 'direction'
    AND NOT attisdropped)
"""


def prepare(connection: Connection) -> None:
    """Make the index where there is none, the server has pgvector, and this role may; takes a while in a large one."""
    if _is(connection, _HAS_INDEX) or not _is(connection, _IS_OWNER) or not _has_vectors(connection):
        return
    kind = "halfvec" if _is(connection, _HALVED) else "vector"
    with connection.transaction():
        # Nobody writes while it is made, and two who open it at once make it once.
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITING,))
        if not _is(connection, _HAS_INDEX):
            for statement in _made(kind):
                connection.execute(statement)


def nearest(connection: Connection, direction: Sequence[float], most: int) -> list[tuple[int, float]] | None:
    """The placed articles that are about the most alike, with their cosines, nearly; None where there is no index."""
    if not _is(connection, _HAS_INDEX):
        return None
    wanted = f"[{','.join(f'{one:.6g}' for one in direction)}]"
    with connection.transaction():
        connection.execute("SELECT set_config('hnsw.ef_search', %s, true)", (str(min(most, _MOST)),))
        if _is(connection, _GOES_ON):
            connection.execute("SELECT set_config('hnsw.iterative_scan', 'strict_order', true)")
        rows = connection.execute(
            f"SELECT said.article_id, 1 - (said.direction <=> %(wanted)s) {PLACED} AND said.direction IS NOT NULL "
            "ORDER BY said.direction <=> %(wanted)s LIMIT %(most)s",
            {"wanted": wanted, "most": most},
        ).fetchall()
    return [(int(number), float(alike)) for number, alike in rows]


def _made(kind: str) -> tuple[str, ...]:
    levels = ",".join(str(one) for one in (*(-level for level in reversed(_LEVELS)), *_LEVELS))
    # Where it lies is said: a backup is taken back without the usual places in which names are looked for.
    function = f"""
        CREATE OR REPLACE FUNCTION direction_of(gist bytea) RETURNS {kind} LANGUAGE sql IMMUTABLE PARALLEL SAFE
        SET search_path FROM CURRENT AS $$
            SELECT CASE WHEN length(gist) = {VECTOR_SIZE} AND gist <> decode(repeat('ff', {VECTOR_SIZE}), 'hex') THEN (
                SELECT array_agg(('{{{levels}}}'::real[])[1 + ((get_byte(gist, n / 2) >> (4 - n % 2 * 4)) & 15)]
                    ORDER BY n) FROM generate_series(0, {_WIDTH - 1}) AS n
            )::{kind} END
        $$"""
    return (
        function,
        f"ALTER TABLE article_sketch ADD COLUMN direction {kind}({_WIDTH}) "
        "GENERATED ALWAYS AS (direction_of(gist)) STORED",
        f"CREATE INDEX article_by_direction ON article_sketch USING hnsw (direction {kind}_cosine_ops)",
    )


def _has_vectors(connection: Connection) -> bool:
    """Whether there is pgvector in this database, be it by now."""
    if not _is(connection, "SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector')"):
        return False
    try:
        with connection.transaction():
            connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except errors.InsufficientPrivilege:
        return False  # its superuser may, or has to allow it
    return True


def _is(connection: Connection, question: str) -> bool:
    row = connection.execute(question).fetchone()
    return bool(row and row[0])
