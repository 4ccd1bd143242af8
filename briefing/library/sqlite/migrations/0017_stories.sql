-- What stories need: what each article says clause by clause with vectors, in which story it was placed (both derived
-- from its analysis), in how many articles each term stands, and the reader's word on stories, which nothing derives.

CREATE TABLE article_statements (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    made TEXT NOT NULL,
    reading BLOB NOT NULL,
    vectors BLOB NOT NULL,
    gist BLOB NOT NULL
) STRICT;

CREATE TABLE story_member (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    story_id INTEGER NOT NULL
) STRICT;

CREATE INDEX story_member_by_story ON story_member (story_id);

CREATE TABLE story_term (term TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE story_word (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
