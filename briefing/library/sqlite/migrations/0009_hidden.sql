-- The few articles that are not shown (older versions, the bin): a search leaves them out without looking at each hit.

CREATE INDEX article_hidden ON article (id) WHERE NOT shown;
