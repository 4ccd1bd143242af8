-- What the lines of a brief referred to when each reader last saw it.
CREATE TABLE brief_seen (
    brief_id text COLLATE "C" NOT NULL REFERENCES brief (id) ON DELETE CASCADE,
    line_id text COLLATE "C" NOT NULL,
    reader text COLLATE "C" NOT NULL DEFAULT current_user,
    state text NOT NULL,
    PRIMARY KEY (brief_id, reader, line_id)
);
