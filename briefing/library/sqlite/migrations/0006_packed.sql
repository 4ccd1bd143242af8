-- Texts and their blocks are kept packed: `packed` and `unpacked` are offered to SQL by the program (packing.py).

DROP TRIGGER article_words_added;
DROP TRIGGER article_words_changed;
DROP TRIGGER article_words_removed;
DROP VIEW article_text;

CREATE TABLE new_body (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    sketch BLOB,
    blocks BLOB NOT NULL,
    text BLOB NOT NULL
) STRICT;

INSERT INTO new_body (article_id, sketch, blocks, text)
SELECT article_id, sketch, packed(blocks), packed(text) FROM body;

DROP TABLE body;
ALTER TABLE new_body RENAME TO body;

CREATE VIEW article_text (id, title, text) AS
SELECT article.id, article.title, unpacked(body.text) FROM article JOIN body ON body.article_id = article.id;

CREATE TRIGGER article_words_added AFTER INSERT ON body BEGIN
    INSERT INTO article_words (rowid, title, text)
    SELECT id, title, text FROM article_text WHERE id = new.article_id;
END;

CREATE TRIGGER article_words_changed AFTER UPDATE OF title ON article WHEN new.title <> old.title BEGIN
    INSERT INTO article_words (article_words, rowid, title, text)
    SELECT 'delete', old.id, old.title, text FROM article_text WHERE id = old.id;
    INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM article_text WHERE id = new.id;
END;

CREATE TRIGGER article_words_removed BEFORE DELETE ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text)
    SELECT 'delete', old.id, old.title, text FROM article_text WHERE id = old.id;
    DELETE FROM finding_words WHERE rowid = old.id;
    DELETE FROM reader_words WHERE rowid = old.id;
END;

ALTER TABLE claim DROP COLUMN voice;
