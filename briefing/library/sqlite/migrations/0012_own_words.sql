-- What is really claimed, where the reader corrected the words that the analysis found: an anchor as JSON.

ALTER TABLE judgement ADD COLUMN words TEXT;
