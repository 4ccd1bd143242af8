-- The words of an article by where they stand: title, text, who, claims, notes, tags. A long text is several pieces.

CREATE TABLE words (
    article_id bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    place text NOT NULL,
    piece integer NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (article_id, place, piece)
);
CREATE INDEX words_of_texts ON words USING gin (words) WHERE place IN ('title', 'text');
CREATE INDEX words_of_findings ON words USING gin (words) WHERE place IN ('who', 'claims');
CREATE INDEX words_of_readers ON words USING gin (words) WHERE place IN ('notes', 'tags');

-- Articles whose words are to be written anew at the end of the transaction, and which.
CREATE TABLE words_due (article_id bigint PRIMARY KEY, whole boolean NOT NULL);

CREATE FUNCTION own_words_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO words_due (article_id, whole)
        SELECT DISTINCT article_id, false FROM unnest(ARRAY[
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.article_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.article_id END
        ]) AS article_id WHERE article_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER own_words_due AFTER INSERT OR UPDATE OR DELETE ON annotation
    FOR EACH ROW EXECUTE FUNCTION own_words_due();
CREATE TRIGGER own_words_due AFTER INSERT OR UPDATE OR DELETE ON article_tag
    FOR EACH ROW EXECUTE FUNCTION own_words_due();

CREATE FUNCTION title_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO words_due (article_id, whole) VALUES (NEW.id, TG_OP = 'INSERT') ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER title_due AFTER INSERT OR UPDATE OF origin ON article FOR EACH ROW EXECUTE FUNCTION title_due();

-- What was kept before there were words to look for.
INSERT INTO words_due (article_id, whole) SELECT id, true FROM article;
