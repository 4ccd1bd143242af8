-- The first schema: articles, their analyses, and what the reader wrote.

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT NOT NULL,
    language TEXT NOT NULL,
    address TEXT NOT NULL,
    file TEXT NOT NULL,
    media_type TEXT NOT NULL,
    words INTEGER NOT NULL,
    added TEXT NOT NULL,
    opened TEXT,
    removed TEXT
) STRICT;

CREATE TABLE analysis (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    findings TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;

CREATE TABLE actor (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_by_name ON actor (name);

CREATE TABLE claim (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    certainty TEXT NOT NULL,
    voice TEXT NOT NULL,
    start INTEGER NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_by_status ON claim (article_id, status);

CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    colour INTEGER NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL
) STRICT;

CREATE INDEX annotation_by_article ON annotation (article_id, start);

CREATE TABLE judgement (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    status TEXT,
    source_rating TEXT,
    information_rating INTEGER,
    dismissed INTEGER NOT NULL,
    source TEXT,
    note TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    PRIMARY KEY (article_id, start, "end")
) STRICT, WITHOUT ROWID;
