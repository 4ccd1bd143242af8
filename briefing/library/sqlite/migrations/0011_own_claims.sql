-- Judgements on passages that the reader himself made a claim.

ALTER TABLE judgement ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
