-- Words that stand apart from the others of their article: in its title, and in the later pieces of a long text.
CREATE INDEX words_apart ON words USING gin (words) WHERE place = 'title' OR (place = 'text' AND piece > 0);
