-- Nothing is written twice: the words of a claim stand in the article, and bands are found again from the sketch.

ALTER TABLE claim DROP COLUMN content;

DROP INDEX annotation_by_colour;

CREATE TABLE new_likeness (
    band INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;

INSERT INTO new_likeness (band, article_id) SELECT band, article_id FROM likeness;
DROP TABLE likeness;
ALTER TABLE new_likeness RENAME TO likeness;

-- Blocks are [kind, start, end, level].
UPDATE body SET blocks = (
    SELECT coalesce(json_group_array(json_array(value ->> 'kind', value ->> 'start', value ->> 'end',
        coalesce(value ->> 'level', 0))), '[]')
    FROM json_each(body.blocks)
) WHERE blocks LIKE '[{%';
