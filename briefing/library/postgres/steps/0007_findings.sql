-- Findings as rows that are asked across articles, what articles say for the stories they tell, and annotations in the
-- order in which they were changed. All but the last is derived, and made again where it is lost.

CREATE TABLE actor (
    article_id bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (article_id, id)
);

CREATE TABLE actor_name (
    name text COLLATE "C" NOT NULL,
    article_id bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    actor_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (name, article_id, actor_id)
);
CREATE INDEX actor_name_by_article ON actor_name (article_id);

-- Names by a word in their middle; a server without trigrams looks through all of them.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX actor_name_inside ON actor_name USING gin (name gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
    NULL;
END
$$;

-- `speakers` are the ids of the actors behind the innermost hop, each between blanks.
CREATE TABLE claim (
    article_id bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    status text NOT NULL,
    certainty smallint NOT NULL,
    start integer NOT NULL,
    finish integer NOT NULL,
    source text NOT NULL,
    speakers text NOT NULL,
    PRIMARY KEY (article_id, id)
);

-- Of the reader's word on a claim, what is asked across articles; `source` without case and accents.
ALTER TABLE judgement ADD COLUMN source text COLLATE "C";
ALTER TABLE judgement ADD COLUMN dismissed boolean NOT NULL DEFAULT false;
ALTER TABLE judgement ADD COLUMN note boolean NOT NULL DEFAULT false;
ALTER TABLE judgement ADD COLUMN modified text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE annotation ADD COLUMN modified text COLLATE "C" NOT NULL DEFAULT '';
-- PostgreSQL reads no JSON in which a zero stands.
UPDATE judgement SET dismissed = (content::json ->> 8) = '1', note = (content::json ->> 10) <> '', modified = content::json ->> -1
    WHERE content NOT LIKE '%\\u0000%';
UPDATE annotation SET modified = content::json ->> -1 WHERE content NOT LIKE '%\\u0000%';
CREATE INDEX judgement_by_source ON judgement (source) WHERE source IS NOT NULL;
CREATE INDEX annotation_by_change ON annotation (modified DESC, ordinal DESC) WHERE removed IS NULL;
CREATE INDEX judgement_by_change ON judgement (modified DESC) WHERE note;

CREATE TABLE article_sketch (
    article_id bigint PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    made text NOT NULL,
    gist bytea NOT NULL,
    terms bytea NOT NULL,
    passages bytea NOT NULL
);
CREATE TABLE article_statements (
    article_id bigint PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    reading bytea NOT NULL,
    vectors bytea NOT NULL
);
CREATE TABLE story_member (
    article_id bigint PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    story_id bigint NOT NULL
);
CREATE INDEX story_member_by_story ON story_member (story_id);
CREATE TABLE story_term (term bigint PRIMARY KEY, articles integer NOT NULL);
CREATE TABLE story_told (story_id bigint PRIMARY KEY, content bytea NOT NULL);

-- What was analysed before there were these rows.
INSERT INTO words_due (article_id, whole)
    SELECT article_id, true FROM analysis UNION SELECT article_id, true FROM judgement
    ON CONFLICT (article_id) DO UPDATE SET whole = true;
