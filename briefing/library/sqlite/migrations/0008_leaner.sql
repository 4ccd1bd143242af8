-- Findings, sketches and blocks are written more closely; all of them are derived anew by the program.

DELETE FROM likeness;
UPDATE body SET sketch = NULL;

DROP TABLE claim;

-- `speakers` are the ids of the actors behind the innermost hop, each between blanks; `source` is who is behind it
-- where these are none. `certainty` is its place on the scale: 0 certain, 1 probable, 2 possible, 3 unknown.
CREATE TABLE claim (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    certainty INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    source TEXT NOT NULL,
    speakers TEXT NOT NULL,
    PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO due (work) SELECT 'findings' WHERE EXISTS (SELECT 1 FROM analysis);
INSERT OR IGNORE INTO due (work) SELECT 'sketches' WHERE EXISTS (SELECT 1 FROM article);

-- Blocks are [kind, distance from the end of the one before, length, level].
UPDATE body SET blocks = packed((
    SELECT json_group_array(json_array(kind, start - before, stop - start, level)) FROM (
        SELECT value ->> 0 AS kind, value ->> 1 AS start, value ->> 2 AS stop, value ->> 3 AS level,
            coalesce(lag(value ->> 2) OVER (ORDER BY key), 0) AS before
        FROM json_each(unpacked(body.blocks)) ORDER BY key
    )
));
