-- Titles are sorted without regard to case, accents and the quotation marks they begin with.

ALTER TABLE article ADD COLUMN sorting TEXT NOT NULL DEFAULT '';

UPDATE article SET sorting = sorted_as(title);

DROP INDEX article_by_title;
CREATE INDEX article_by_title ON article (sorting, id) WHERE shown;
