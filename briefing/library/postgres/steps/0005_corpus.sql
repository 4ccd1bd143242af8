-- What is read in bulk: each file, page and feed once, with its bytes until they lie in the library as an original.

CREATE TABLE corpus_source (
    id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    key text COLLATE "C" NOT NULL UNIQUE,
    place bytea NOT NULL,
    address text COLLATE "C" NOT NULL,
    typed boolean NOT NULL,
    follows boolean NOT NULL,
    content bytea,
    state text NOT NULL DEFAULT 'waiting',
    articles integer NOT NULL DEFAULT 0,
    told text NOT NULL DEFAULT '',
    settled timestamptz
);
ALTER TABLE corpus_source ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX corpus_source_by_state ON corpus_source (state, id);
CREATE INDEX corpus_source_settled ON corpus_source (settled) WHERE settled IS NOT NULL;

-- How often all who work were told to stop: whoever sees it change, ends.
CREATE TABLE corpus_stop (times bigint NOT NULL);
INSERT INTO corpus_stop VALUES (0);

-- Up to which of its own steps the tables of the queue of jobs are.
CREATE TABLE corpus_queue_step (name text NOT NULL);
