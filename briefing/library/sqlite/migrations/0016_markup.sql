-- What an article shows beside its words (links, tables, pictures …); NULL if nothing, or if it was kept before.

ALTER TABLE body ADD COLUMN markup BLOB;
