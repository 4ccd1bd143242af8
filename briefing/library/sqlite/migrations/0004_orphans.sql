-- Whether the words of an annotation stand nowhere in the newest version of its article, so that orphans are counted
-- and listed without looking through texts.

ALTER TABLE annotation ADD COLUMN orphan INTEGER NOT NULL DEFAULT 0;

CREATE INDEX annotation_orphans ON annotation (article_id) WHERE orphan AND removed IS NULL;
CREATE INDEX annotation_by_colour ON annotation (colour, modified) WHERE removed IS NULL;
