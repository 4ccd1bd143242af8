"""Who may do what at a desk: two roles of the database, of which readers and editors are members."""

from psycopg.sql import SQL, Identifier

from briefing.library.postgres.desk_connection import Connection

READER, EDITOR = "briefing_reader", "briefing_editor"
"""Whoever looks after the server makes them, and those who work there members of one; without them the owner works."""

_GRANTS = {
    READER: ("SELECT ON ALL TABLES", "SELECT ON ALL SEQUENCES"),
    EDITOR: ("SELECT, INSERT, UPDATE, DELETE ON ALL TABLES", "SELECT, UPDATE, USAGE ON ALL SEQUENCES"),
}

_LACKING = """
SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND EXISTS (
    SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
        AND NOT has_table_privilege(rolname, oid, CASE rolname WHEN %s THEN 'INSERT' ELSE 'SELECT' END))
"""

_IS_OWNER = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'article'::regclass"


def let_in(connection: Connection) -> None:
    """Give readers and editors what they need, if there are such roles, and this role may."""
    lacking = connection.execute(_LACKING, (list(_GRANTS), EDITOR)).fetchall()
    if not lacking or not (owner := connection.execute(_IS_OWNER).fetchone()) or not owner[0]:
        return
    with connection.transaction():
        schema = connection.execute("SELECT current_schema()").fetchone() or ("",)
        for (role,) in lacking:
            for grant in _GRANTS[role]:
                told = SQL("GRANT {} IN SCHEMA {} TO {}").format(SQL(grant), Identifier(schema[0]), Identifier(role))
                connection.execute(told)
