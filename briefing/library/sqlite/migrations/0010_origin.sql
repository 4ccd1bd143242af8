-- When an article says it was last changed, and where each fact on its origin was found.

ALTER TABLE article ADD COLUMN modified TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN sources TEXT NOT NULL DEFAULT '';
