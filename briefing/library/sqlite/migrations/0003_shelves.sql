-- The library arranged: articles apart from their text, versions, collections, tags, searches, briefs, the bin; all
-- that a list shows is kept on the article's row, and what a shelf holds is counted, so that listing never counts.

DROP TRIGGER article_words_added;
DROP TRIGGER article_words_changed;
DROP TRIGGER article_words_removed;
DROP TRIGGER reader_words_added;
DROP TRIGGER reader_words_changed;
DROP TRIGGER reader_words_removed;
DROP TABLE article_words;
DROP TABLE reader_words;
DROP VIEW reader_text;

-- What has to be derived anew by the program before the library is used: 'findings', 'sketches'.
CREATE TABLE due (work TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

INSERT INTO due (work) SELECT 'findings' WHERE EXISTS (SELECT 1 FROM analysis);
INSERT INTO due (work) SELECT 'sketches' WHERE EXISTS (SELECT 1 FROM article);

-- The last number given to an article; a number is never given twice.
CREATE TABLE numbering (last_article INTEGER NOT NULL) STRICT;

INSERT INTO numbering (last_article) SELECT coalesce(max(id), 0) FROM article;

-- `sketch` comes first: it is read without the text, which fills pages of its own.
CREATE TABLE body (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    sketch BLOB,
    blocks TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

INSERT INTO body (article_id, blocks, text) SELECT id, blocks, text FROM article;

ALTER TABLE article ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
UPDATE article SET length = length(text);
ALTER TABLE article DROP COLUMN text;
ALTER TABLE article DROP COLUMN blocks;
ALTER TABLE article ADD COLUMN state TEXT NOT NULL DEFAULT 'unread';
ALTER TABLE article ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN work INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN newest INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN wording INTEGER;
ALTER TABLE article ADD COLUMN duplicate_of INTEGER REFERENCES article (id) ON DELETE SET NULL;
ALTER TABLE article ADD COLUMN found TEXT NOT NULL DEFAULT '{}';
ALTER TABLE article ADD COLUMN claims INTEGER;
ALTER TABLE article ADD COLUMN statuses TEXT NOT NULL DEFAULT '{}';
ALTER TABLE article ADD COLUMN annotations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN filings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN shown INTEGER NOT NULL GENERATED ALWAYS AS (removed IS NULL AND newest) VIRTUAL;
ALTER TABLE article ADD COLUMN inbox INTEGER NOT NULL
    GENERATED ALWAYS AS (removed IS NULL AND newest AND filings = 0 AND state <> 'read') VIRTUAL;
ALTER TABLE article ADD COLUMN unread INTEGER NOT NULL
    GENERATED ALWAYS AS (removed IS NULL AND newest AND state = 'unread') VIRTUAL;
ALTER TABLE article ADD COLUMN binned INTEGER NOT NULL
    GENERATED ALWAYS AS (removed IS NOT NULL AND newest) VIRTUAL;

UPDATE article SET
    work = id,
    state = iif(opened IS NULL, 'unread', 'opened'),
    claims = (SELECT count(*) FROM claim WHERE claim.article_id = article.id),
    statuses = (SELECT json_group_object(status, number) FROM
        (SELECT status, count(*) AS number FROM claim WHERE claim.article_id = article.id GROUP BY status)),
    annotations = (SELECT count(*) FROM annotation WHERE annotation.article_id = article.id);

UPDATE article SET claims = NULL WHERE id NOT IN (SELECT article_id FROM analysis);

CREATE INDEX article_inbox ON article (id) WHERE inbox;
CREATE INDEX article_unread ON article (id) WHERE unread;
CREATE INDEX article_binned ON article (removed) WHERE removed IS NOT NULL;
CREATE INDEX article_by_title ON article (title COLLATE NOCASE, id) WHERE shown;
CREATE INDEX article_by_outlet ON article (outlet COLLATE NOCASE, id) WHERE shown;
CREATE INDEX article_by_published ON article (published, id) WHERE shown;
CREATE INDEX article_by_opened ON article (opened, id) WHERE shown;
CREATE INDEX article_by_words ON article (words, id) WHERE shown;
CREATE INDEX article_by_work ON article (work, version);
CREATE INDEX article_by_wording ON article (wording);
CREATE INDEX article_by_address ON article (address) WHERE address <> '';
CREATE INDEX article_by_file ON article (file) WHERE file <> '';
CREATE INDEX article_by_original ON article (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- Articles that share a band of their sketches may be near duplicates.
CREATE TABLE likeness (
    band INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX likeness_by_article ON likeness (article_id);

CREATE TABLE new_analysis (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    made TEXT NOT NULL,
    findings BLOB NOT NULL
) STRICT;

INSERT INTO new_analysis (article_id, engine, made, findings)
SELECT article_id, engine, made, CAST(findings AS BLOB) FROM analysis;

DROP TABLE analysis;
ALTER TABLE new_analysis RENAME TO analysis;

-- Rows of findings are derived: they are made anew from `analysis`.
DROP TABLE claim;
DROP INDEX actor_by_name;
DELETE FROM actor;

-- Every form in which an actor is named, folded, to find him across articles.
CREATE TABLE actor_name (
    name TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    PRIMARY KEY (name, article_id, actor_id),
    FOREIGN KEY (article_id, actor_id) REFERENCES actor (article_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_name_by_actor ON actor_name (article_id, actor_id);

-- `speakers` are the ids of the actors behind the innermost hop, each between blanks.
CREATE TABLE claim (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    certainty TEXT NOT NULL,
    voice TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    speakers TEXT NOT NULL,
    PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

-- The reader's word on who is who: kept with the names, so that it outlives every analysis.
CREATE TABLE actor_judgement (
    id TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    content TEXT NOT NULL
) STRICT;

CREATE INDEX actor_judgement_by_article ON actor_judgement (article_id);

ALTER TABLE annotation ADD COLUMN removed TEXT;

CREATE INDEX annotation_by_modified ON annotation (modified) WHERE removed IS NULL;
CREATE INDEX annotation_binned ON annotation (removed) WHERE removed IS NOT NULL;

CREATE TABLE collection (
    id TEXT PRIMARY KEY,
    parent TEXT REFERENCES collection (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    removed TEXT
) STRICT;

CREATE INDEX collection_by_parent ON collection (parent);

CREATE TABLE filed (
    collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (collection_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX filed_by_article ON filed (article_id);

CREATE TABLE article_tag (
    tag TEXT NOT NULL COLLATE NOCASE,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tag_by_article ON article_tag (article_id);

CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    typed TEXT NOT NULL,
    removed TEXT
) STRICT;

CREATE TABLE brief (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    modified TEXT NOT NULL,
    content TEXT NOT NULL,
    removed TEXT
) STRICT;

-- What the lines of a brief referred to when the reader last saw it.
CREATE TABLE brief_seen (
    brief_id TEXT NOT NULL REFERENCES brief (id) ON DELETE CASCADE,
    line_id TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (brief_id, line_id)
) STRICT, WITHOUT ROWID;

-- How many articles lie on a shelf ('all', 'inbox', 'unread', 'bin'; 'collection' and 'tag' with a name), and how many
-- annotations carry a tag ('note tag').
CREATE TABLE tally (
    shelf TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    number INTEGER NOT NULL,
    PRIMARY KEY (shelf, name)
) STRICT, WITHOUT ROWID;

INSERT INTO tally (shelf, name, number)
SELECT 'all', '', coalesce(sum(shown), 0) FROM article UNION ALL
SELECT 'inbox', '', coalesce(sum(inbox), 0) FROM article UNION ALL
SELECT 'unread', '', coalesce(sum(unread), 0) FROM article UNION ALL
SELECT 'bin', '', coalesce(sum(binned), 0) FROM article;

INSERT INTO tally (shelf, name, number)
SELECT 'note tag', value, count(*) FROM annotation, json_each(tags) GROUP BY value COLLATE NOCASE;

CREATE TRIGGER article_counted_added AFTER INSERT ON article BEGIN
    UPDATE tally SET number = number + new.shown WHERE shelf = 'all';
    UPDATE tally SET number = number + new.inbox WHERE shelf = 'inbox';
    UPDATE tally SET number = number + new.unread WHERE shelf = 'unread';
    UPDATE tally SET number = number + new.binned WHERE shelf = 'bin';
END;

CREATE TRIGGER article_counted_changed AFTER UPDATE OF removed, newest, filings, state ON article
WHEN new.shown <> old.shown OR new.inbox <> old.inbox OR new.unread <> old.unread OR new.binned <> old.binned BEGIN
    UPDATE tally SET number = number + new.shown - old.shown WHERE shelf = 'all';
    UPDATE tally SET number = number + new.inbox - old.inbox WHERE shelf = 'inbox';
    UPDATE tally SET number = number + new.unread - old.unread WHERE shelf = 'unread';
    UPDATE tally SET number = number + new.binned - old.binned WHERE shelf = 'bin';
    UPDATE tally SET number = number + new.shown - old.shown
    WHERE shelf = 'collection' AND name IN (SELECT collection_id FROM filed WHERE article_id = new.id);
    UPDATE tally SET number = number + new.shown - old.shown
    WHERE shelf = 'tag' AND name IN (SELECT tag FROM article_tag WHERE article_id = new.id);
END;

CREATE TRIGGER article_uncounted AFTER DELETE ON article BEGIN
    UPDATE tally SET number = number - old.shown WHERE shelf = 'all';
    UPDATE tally SET number = number - old.inbox WHERE shelf = 'inbox';
    UPDATE tally SET number = number - old.unread WHERE shelf = 'unread';
    UPDATE tally SET number = number - old.binned WHERE shelf = 'bin';
END;

CREATE TRIGGER collection_counted AFTER INSERT ON collection BEGIN
    INSERT INTO tally (shelf, name, number) VALUES ('collection', new.id, 0);
END;

CREATE TRIGGER collection_binned AFTER UPDATE OF removed ON collection
WHEN (new.removed IS NULL) <> (old.removed IS NULL) BEGIN
    UPDATE article SET filings = filings + iif(new.removed IS NULL, 1, -1)
    WHERE id IN (SELECT article_id FROM filed WHERE collection_id = new.id);
END;

CREATE TRIGGER collection_emptied BEFORE DELETE ON collection BEGIN
    DELETE FROM filed WHERE collection_id = old.id;
END;

CREATE TRIGGER collection_uncounted AFTER DELETE ON collection BEGIN
    DELETE FROM tally WHERE shelf = 'collection' AND name = old.id;
END;

CREATE TRIGGER filed_counted AFTER INSERT ON filed BEGIN
    UPDATE tally SET number = number + (SELECT shown FROM article WHERE id = new.article_id)
    WHERE shelf = 'collection' AND name = new.collection_id;
    UPDATE article SET filings = filings + 1
    WHERE id = new.article_id AND (SELECT removed IS NULL FROM collection WHERE id = new.collection_id);
END;

CREATE TRIGGER filed_uncounted AFTER DELETE ON filed BEGIN
    UPDATE tally SET number = number - coalesce((SELECT shown FROM article WHERE id = old.article_id), 0)
    WHERE shelf = 'collection' AND name = old.collection_id;
    UPDATE article SET filings = filings - 1
    WHERE id = old.article_id AND (SELECT removed IS NULL FROM collection WHERE id = old.collection_id);
END;

CREATE TRIGGER tag_counted AFTER INSERT ON article_tag BEGIN
    INSERT INTO tally (shelf, name, number)
    SELECT 'tag', new.tag, shown FROM article WHERE id = new.article_id
    ON CONFLICT (shelf, name) DO UPDATE SET number = number + excluded.number;
END;

CREATE TRIGGER tag_uncounted AFTER DELETE ON article_tag BEGIN
    UPDATE tally SET number = number - coalesce((SELECT shown FROM article WHERE id = old.article_id), 0)
    WHERE shelf = 'tag' AND name = old.tag;
    DELETE FROM tally WHERE shelf = 'tag' AND name = old.tag
    AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag = old.tag);
END;

CREATE TRIGGER annotation_counted AFTER INSERT ON annotation WHEN new.removed IS NULL BEGIN
    UPDATE article SET annotations = annotations + 1 WHERE id = new.article_id;
    INSERT INTO tally (shelf, name, number) SELECT 'note tag', value, 1 FROM json_each(new.tags) WHERE true
    ON CONFLICT (shelf, name) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER annotation_recounted AFTER UPDATE OF article_id, tags, removed ON annotation BEGIN
    UPDATE article SET annotations = annotations - (old.removed IS NULL) WHERE id = old.article_id;
    UPDATE article SET annotations = annotations + (new.removed IS NULL) WHERE id = new.article_id;
    UPDATE tally SET number = number - 1
    WHERE shelf = 'note tag' AND old.removed IS NULL AND name IN (SELECT value FROM json_each(old.tags));
    INSERT INTO tally (shelf, name, number) SELECT 'note tag', value, 1 FROM json_each(new.tags)
    WHERE new.removed IS NULL
    ON CONFLICT (shelf, name) DO UPDATE SET number = number + 1;
    DELETE FROM tally WHERE shelf = 'note tag' AND number <= 0;
END;

CREATE TRIGGER annotation_uncounted AFTER DELETE ON annotation WHEN old.removed IS NULL BEGIN
    UPDATE article SET annotations = annotations - 1 WHERE id = old.article_id;
    UPDATE tally SET number = number - 1
    WHERE shelf = 'note tag' AND name IN (SELECT value FROM json_each(old.tags));
    DELETE FROM tally WHERE shelf = 'note tag' AND number <= 0;
END;

-- Full text, as before: title and text now lie in two tables.
CREATE VIEW article_text (id, title, text) AS
SELECT article.id, article.title, body.text FROM article JOIN body ON body.article_id = article.id;

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_words_added AFTER INSERT ON body BEGIN
    INSERT INTO article_words (rowid, title, text)
    SELECT id, title, text FROM article_text WHERE id = new.article_id;
END;

CREATE TRIGGER article_words_changed AFTER UPDATE OF title ON article WHEN new.title <> old.title BEGIN
    INSERT INTO article_words (article_words, rowid, title, text)
    SELECT 'delete', old.id, old.title, text FROM body WHERE article_id = old.id;
    INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM article_text WHERE id = new.id;
END;

CREATE TRIGGER article_words_removed BEFORE DELETE ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text)
    SELECT 'delete', old.id, old.title, text FROM body WHERE article_id = old.id;
    DELETE FROM finding_words WHERE rowid = old.id;
    DELETE FROM reader_words WHERE rowid = old.id;
END;

INSERT INTO article_words (article_words) VALUES ('rebuild');

CREATE VIRTUAL TABLE reader_words USING fts5 (
    notes, tags, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- All that the reader wrote on an article is one row here.
CREATE VIEW reader_text (article_id, notes, tags) AS
SELECT id,
    coalesce((SELECT group_concat(note, ' | ') FROM annotation WHERE article_id = article.id AND removed IS NULL), ''),
    coalesce((SELECT group_concat(tags, ' | ') FROM annotation WHERE article_id = article.id AND removed IS NULL), '')
    || ' | ' || coalesce((SELECT group_concat(tag, ' | ') FROM article_tag WHERE article_id = article.id), '')
FROM article;

CREATE TRIGGER reader_words_added AFTER INSERT ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = new.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = new.article_id;
END;

CREATE TRIGGER reader_words_changed AFTER UPDATE ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid IN (old.article_id, new.article_id);
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id IN (old.article_id, new.article_id);
END;

CREATE TRIGGER reader_words_removed AFTER DELETE ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = old.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = old.article_id;
END;

CREATE TRIGGER reader_words_tagged AFTER INSERT ON article_tag BEGIN
    DELETE FROM reader_words WHERE rowid = new.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = new.article_id;
END;

CREATE TRIGGER reader_words_untagged AFTER DELETE ON article_tag BEGIN
    DELETE FROM reader_words WHERE rowid = old.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = old.article_id;
END;

INSERT INTO reader_words (rowid, notes, tags)
SELECT article_id, notes, tags FROM reader_text WHERE article_id IN (SELECT article_id FROM annotation);
