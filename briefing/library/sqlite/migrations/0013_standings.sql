-- The list counts claims by the reader's word on them: those of articles on which he gave it are counted anew.

INSERT INTO due (work) SELECT 'standings' WHERE EXISTS (SELECT 1 FROM judgement);
