"""A library in PostgreSQL, which a desk shares; needs `psycopg`, which comes with the extra "desk"."""
