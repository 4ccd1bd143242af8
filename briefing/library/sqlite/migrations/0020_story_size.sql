-- Of each article is kept by what it is found and placed, and all that it says only where it is compared; terms are
-- numbers. All of it is derived, and read anew.

DROP TABLE article_statements;
DROP TABLE story_term;

CREATE TABLE article_sketch (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    made TEXT NOT NULL,
    gist BLOB NOT NULL,
    terms BLOB NOT NULL,
    passages BLOB NOT NULL
) STRICT;

CREATE TABLE article_statements (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    reading BLOB NOT NULL,
    vectors BLOB NOT NULL
) STRICT;

CREATE TABLE story_term (term INTEGER PRIMARY KEY, articles INTEGER NOT NULL) STRICT;
