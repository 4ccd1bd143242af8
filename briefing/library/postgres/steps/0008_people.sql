-- Who wrote it: the name of the role. What was kept before there were names counts as of whoever brings this about.
ALTER TABLE annotation ADD COLUMN writer text COLLATE "C" NOT NULL DEFAULT current_user;
ALTER TABLE annotation ADD COLUMN private boolean NOT NULL DEFAULT false;
ALTER TABLE article_tag ADD COLUMN writer text COLLATE "C" NOT NULL DEFAULT current_user;

-- Each reader has a word of his own on a claim.
ALTER TABLE judgement ADD COLUMN writer text COLLATE "C" NOT NULL DEFAULT current_user;
ALTER TABLE judgement DROP CONSTRAINT judgement_pkey;
ALTER TABLE judgement ADD PRIMARY KEY (article_id, start, finish, writer);
