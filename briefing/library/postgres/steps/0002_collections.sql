CREATE TABLE collection (
    id text COLLATE "C" PRIMARY KEY,
    parent text COLLATE "C" REFERENCES collection (id) ON DELETE SET NULL,
    name text COLLATE "C" NOT NULL,
    removed text COLLATE "C"
);
CREATE INDEX collection_by_parent ON collection (parent);
CREATE INDEX collection_removed ON collection (removed) WHERE removed IS NOT NULL;

CREATE TABLE filed (
    collection_id text COLLATE "C" NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    article_id bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (collection_id, article_id)
);
CREATE INDEX filed_by_article ON filed (article_id);

CREATE TABLE saved_search (
    id text COLLATE "C" PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    typed text NOT NULL,
    removed text COLLATE "C"
);
CREATE INDEX saved_search_removed ON saved_search (removed) WHERE removed IS NOT NULL;
