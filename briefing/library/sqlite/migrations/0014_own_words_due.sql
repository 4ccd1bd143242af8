-- The index of what the reader wrote is brought up to date once for each article at the end of a transaction
-- (own_words.py), not with each of ten thousand notes.

DROP TRIGGER reader_words_added;
DROP TRIGGER reader_words_changed;
DROP TRIGGER reader_words_removed;
DROP TRIGGER reader_words_tagged;
DROP TRIGGER reader_words_untagged;

CREATE TABLE reader_words_due (article_id INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER reader_words_added AFTER INSERT ON annotation BEGIN
    INSERT INTO reader_words_due (article_id) VALUES (new.article_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER reader_words_changed AFTER UPDATE ON annotation BEGIN
    INSERT INTO reader_words_due (article_id) VALUES (old.article_id), (new.article_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER reader_words_removed AFTER DELETE ON annotation BEGIN
    INSERT INTO reader_words_due (article_id) VALUES (old.article_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER reader_words_tagged AFTER INSERT ON article_tag BEGIN
    INSERT INTO reader_words_due (article_id) VALUES (new.article_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER reader_words_untagged AFTER DELETE ON article_tag BEGIN
    INSERT INTO reader_words_due (article_id) VALUES (old.article_id) ON CONFLICT DO NOTHING;
END;
