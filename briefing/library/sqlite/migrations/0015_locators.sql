-- On which pages (or the like) of its original an article's text stands; NULL where that is not known.

ALTER TABLE body ADD COLUMN locators BLOB;
