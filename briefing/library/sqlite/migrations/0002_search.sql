-- Full text: of the articles, of what was found in them, and of what the reader wrote; rowid is the article's number.

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_words_added AFTER INSERT ON article BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER article_words_changed AFTER UPDATE OF title, text ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER article_words_removed AFTER DELETE ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

INSERT INTO article_words (article_words) VALUES ('rebuild');

CREATE VIRTUAL TABLE finding_words USING fts5 (
    who, claims, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO finding_words (rowid, who, claims)
SELECT article_id,
    coalesce((SELECT group_concat(name, ' | ') FROM actor WHERE actor.article_id = analysis.article_id), '')
    || ' | ' || coalesce((SELECT group_concat(source, ' | ') FROM claim WHERE claim.article_id = analysis.article_id), ''),
    coalesce((SELECT group_concat(content, ' | ') FROM claim WHERE claim.article_id = analysis.article_id), '')
FROM analysis;

CREATE VIRTUAL TABLE reader_words USING fts5 (
    notes, tags, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- All annotations of an article are one row here, so that numbers of annotations, which may change, do not matter.
CREATE VIEW reader_text (article_id, notes, tags) AS
SELECT article_id, group_concat(note, ' | '), group_concat(tags, ' | ') FROM annotation GROUP BY article_id;

CREATE TRIGGER reader_words_added AFTER INSERT ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = new.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = new.article_id;
END;

CREATE TRIGGER reader_words_changed AFTER UPDATE ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = new.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = new.article_id;
END;

CREATE TRIGGER reader_words_removed AFTER DELETE ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = old.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = old.article_id;
END;

INSERT INTO reader_words (rowid, notes, tags) SELECT article_id, notes, tags FROM reader_text;
