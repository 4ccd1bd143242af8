CREATE TABLE brief (
    id text COLLATE "C" PRIMARY KEY,
    modified text COLLATE "C" NOT NULL,
    content text NOT NULL,
    removed text COLLATE "C"
);
CREATE INDEX brief_removed ON brief (removed) WHERE removed IS NOT NULL;

CREATE TABLE actor_judgement (
    id text COLLATE "C" PRIMARY KEY,
    article_id bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    content text NOT NULL
);
CREATE INDEX actor_judgement_by_article ON actor_judgement (article_id);

CREATE TABLE story_word (
    id text COLLATE "C" PRIMARY KEY,
    content text NOT NULL
);
