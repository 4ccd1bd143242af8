-- The acts that are kept, by the identity that each was given: one whose answer was lost is not done again.
CREATE TABLE act_done (id text COLLATE "C" PRIMARY KEY, done timestamptz NOT NULL DEFAULT now());
CREATE INDEX act_done_by_moment ON act_done (done);
