-- What a story tells, worked out once; derived, and worked out anew where its articles or the reader's word changed.

CREATE TABLE story_told (story_id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
