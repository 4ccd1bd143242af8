-- Who disputes a claim in the reader's word: names, each with an anchor of the claim by which they do or null, as JSON.

ALTER TABLE judgement ADD COLUMN disputed_by TEXT;
