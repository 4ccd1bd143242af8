"""A library in SQLite: a folder with a database and the original files; the only place with SQL."""
