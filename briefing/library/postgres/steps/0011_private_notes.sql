-- A private note is for its writer alone, whatever a colleague asks the server. Whoever owns the tables is a colleague, too.

-- Where notes lie: they follow their article to its newer version by a foreign key, which moves those, too, that whoever
-- keeps the version cannot see.
CREATE TABLE noted (article_id bigint PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE);
INSERT INTO noted SELECT DISTINCT article_id FROM annotation;
ALTER TABLE annotation DROP CONSTRAINT annotation_article_id_fkey;
ALTER TABLE annotation ADD FOREIGN KEY (article_id) REFERENCES noted (article_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE annotation ENABLE ROW LEVEL SECURITY;
ALTER TABLE annotation FORCE ROW LEVEL SECURITY;
CREATE POLICY private_notes ON annotation USING (NOT private OR writer = current_user);

-- What a line of a brief showed of a note stood here in its words; from now on it is the digest of them.
DELETE FROM brief_seen WHERE state LIKE '{"quote":%';
