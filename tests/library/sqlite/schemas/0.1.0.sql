-- SQLite version 3.54.1
-- Tables like: (All)

-- The values of various per-database settings
PRAGMA page_size=4096;
-- PRAGMA encoding='UTF-8';
-- PRAGMA auto_vacuum=NONE;
-- PRAGMA max_page_count=4294967294;

-- This pragma is needed to restore virtual tables
PRAGMA writable_schema=ON;

BEGIN TRANSACTION;

-- Table  actor
DROP TABLE IF EXISTS actor;
CREATE TABLE actor (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO actor VALUES(1,'a1','Ada Quill','person');
INSERT INTO actor VALUES(1,'a2','Port Authority','organization');
-- Triggers and indices on  actor
CREATE INDEX actor_by_name ON actor (name);

-- Table  analysis
DROP TABLE IF EXISTS analysis;
CREATE TABLE analysis (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    findings TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;
INSERT INTO analysis VALUES(1,'test 1','{"engine":"test 1","language":"en","complete":true,"note":"","actors":[{"id":"a1","name":"Ada Quill","kind":"person","aliases":["Captain Ada Quill","Ada Quill"],"mentions":[[39,48]]},{"id":"a2","name":"Port Authority","kind":"organization","aliases":["The port authority"],"mentions":[[55,63]]}],"claims":[{"id":"c1","content":[[0,29]],"voice":"indirect","attributions":[{"source":[[31,48]],"cue":[[49,53]],"actor":"Ada Quill","actor_ids":["a1"],"source_kind":"person","stance":"says"}],"certainty":"certain","polarity":"+","status":"claimed","evidence":[{"spans":[[49,53]],"rule":"claimed.alone","sentence":"Only she says so."}],"links":[]}]}','2026-11-23T14:15:30.441984+00:00');

-- Table  annotation
DROP TABLE IF EXISTS annotation;
CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    colour INTEGER NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL
) STRICT;
INSERT INTO annotation VALUES('00000000-0000-4000-8000-000000000001',1,15,29,'sail on Monday','The ferry will ',', Captain Ada Quill said. The po',1,'Says who?','["ferry"]','2026-05-01T12:00:00+00:00','2026-05-01T12:00:00+00:00');
INSERT INTO annotation VALUES('00000000-0000-4000-8000-000000000002',2,86,97,'confirms it','ll said. The port authority now ','.',1,'Since when?','["ferry"]','2026-05-01T12:00:00+00:00','2026-05-01T12:00:00+00:00');
-- Triggers and indices on  annotation
CREATE INDEX annotation_by_article ON annotation (article_id, start);
CREATE TRIGGER reader_words_added AFTER INSERT ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = new.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = new.article_id;
END;
CREATE TRIGGER reader_words_changed AFTER UPDATE ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = new.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = new.article_id;
END;
CREATE TRIGGER reader_words_removed AFTER DELETE ON annotation BEGIN
    DELETE FROM reader_words WHERE rowid = old.article_id;
    INSERT INTO reader_words (rowid, notes, tags)
    SELECT article_id, notes, tags FROM reader_text WHERE article_id = old.article_id;
END;

-- Table  article
DROP TABLE IF EXISTS article;
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT NOT NULL,
    language TEXT NOT NULL,
    address TEXT NOT NULL,
    file TEXT NOT NULL,
    media_type TEXT NOT NULL,
    words INTEGER NOT NULL,
    added TEXT NOT NULL,
    opened TEXT,
    removed TEXT
) STRICT;
INSERT INTO article VALUES(1,'dadcb4fd9773b2aa3dd2a7b6e9e1eb8a472d5e8bf4d0d9da6ee0ffc7c841e086','The ferry will sail on Monday, Captain Ada Quill said. The port authority denied it.','[{"kind":"paragraph","start":0,"end":84,"level":0}]','The ferry','','The Harbour Post','2026-04-30','en','https://harbour.example/ferry','','text/plain',15,'2026-11-23T14:15:30.441253+00:00','2026-11-23T14:15:30.448920+00:00',NULL);
INSERT INTO article VALUES(2,'c5aa1c57962a3b59c723e63a03f244f9e8025e54e5323aff829dbefd24ea3c5c','Update. The ferry will sail on Monday, Captain Ada Quill said. The port authority now confirms it.','[{"kind":"paragraph","start":0,"end":98,"level":0}]','The ferry','','The Harbour Post','2026-04-30','en','','/home/ada/ferry.txt','text/plain',17,'2026-11-23T14:15:30.453074+00:00',NULL,'2999-01-01T00:00:00.000000+00:00');
-- Triggers and indices on  article
CREATE TRIGGER article_words_added AFTER INSERT ON article BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER article_words_changed AFTER UPDATE OF title, text ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER article_words_removed AFTER DELETE ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

-- Table  article_words
DELETE FROM sqlite_schema WHERE name='article_words' AND type='table';
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','article_words','article_words',0,'CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = ''article'', content_rowid = ''id'', tokenize = ''unicode61 remove_diacritics 2''
)');

-- Table  article_words_config
DROP TABLE IF EXISTS article_words_config;
CREATE TABLE 'article_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO article_words_config VALUES('version',4);

-- Table  article_words_data
DROP TABLE IF EXISTS article_words_data;
CREATE TABLE 'article_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO article_words_data VALUES(1,X'020420');
INSERT INTO article_words_data VALUES(10,X'000000000102020002010101020101');
INSERT INTO article_words_data VALUES(137438953473,X'000000A50430616461010601010902087574686F72697479010601010E01076361707461696E0106010108010664656E696564010601010F0105666572727901080301010301026974010601011001066D6F6E646179010601010701026F6E01060101060104706F7274010601010D01057175696C6C010601010A010473616964010601010B04016C01060101050103746865010A020101020C010477696C6C0106010104040A0F0E0D0D090D090B0C0B080C');
INSERT INTO article_words_data VALUES(274877906945,X'000000BD0430616461020601010A02087574686F72697479020601010F01076361707461696E020601010902076F6E6669726D7302060101110105666572727902080301010401026974020601011201066D6F6E646179020601010801036E6F77020601011001026F6E02060101070104706F7274020601010E01057175696C6C020601010B010473616964020601010C04016C02060101060103746865020A020101030C01067570646174650206010102010477696C6C0206010105040A0F0E0E0D090D0A090B0C0B080C0D');

-- Table  article_words_docsize
DROP TABLE IF EXISTS article_words_docsize;
CREATE TABLE 'article_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO article_words_docsize VALUES(1,X'020F');
INSERT INTO article_words_docsize VALUES(2,X'0211');

-- Table  article_words_idx
DROP TABLE IF EXISTS article_words_idx;
CREATE TABLE 'article_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO article_words_idx VALUES(1,X'',2);
INSERT INTO article_words_idx VALUES(2,X'',2);

-- Table  claim
DROP TABLE IF EXISTS claim;
CREATE TABLE claim (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    certainty TEXT NOT NULL,
    voice TEXT NOT NULL,
    start INTEGER NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO claim VALUES(1,'c1','claimed','certain','indirect',0,'The ferry will sail on Monday','Ada Quill');
-- Triggers and indices on  claim
CREATE INDEX claim_by_status ON claim (article_id, status);

-- Table  finding_words
DELETE FROM sqlite_schema WHERE name='finding_words' AND type='table';
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','finding_words','finding_words',0,'CREATE VIRTUAL TABLE finding_words USING fts5 (
    who, claims, content = '''', contentless_delete = 1, tokenize = ''unicode61 remove_diacritics 2''
)');

-- Table  finding_words_config
DROP TABLE IF EXISTS finding_words_config;
CREATE TABLE 'finding_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO finding_words_config VALUES('version',4);

-- Table  finding_words_data
DROP TABLE IF EXISTS finding_words_data;
CREATE TABLE 'finding_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO finding_words_data VALUES(1,X'010F06');
INSERT INTO finding_words_data VALUES(10,X'00000000FF00000101010100010101010101000001');
INSERT INTO finding_words_data VALUES(137438953473,X'00000084043061646101080205040A02087574686F7269747901040A0501076361707461696E0104040C01056665727279010601010301066D6F6E646179010601010701026F6E01060101060104706F72740104090501057175696C6C01080305040A01047361696C0106010105010374686501080B010102010477696C6C0106010104040B0E0D0C0D090A0D0B0B');

-- Table  finding_words_docsize
DROP TABLE IF EXISTS finding_words_docsize;
CREATE TABLE 'finding_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO finding_words_docsize VALUES(1,X'0F06',1);

-- Table  finding_words_idx
DROP TABLE IF EXISTS finding_words_idx;
CREATE TABLE 'finding_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO finding_words_idx VALUES(1,X'',2);

-- Table  judgement
DROP TABLE IF EXISTS judgement;
CREATE TABLE judgement (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    status TEXT,
    source_rating TEXT,
    information_rating INTEGER,
    dismissed INTEGER NOT NULL,
    source TEXT,
    note TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    PRIMARY KEY (article_id, start, "end")
) STRICT, WITHOUT ROWID;
INSERT INTO judgement VALUES(1,0,29,'The ferry will sail on Monday','',', Captain Ada Quill said. The po','confirmed','B',NULL,0,NULL,'','2026-05-01T12:00:00+00:00','2026-05-01T12:00:00+00:00');

-- Table  reader_words
DELETE FROM sqlite_schema WHERE name='reader_words' AND type='table';
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','reader_words','reader_words',0,'CREATE VIRTUAL TABLE reader_words USING fts5 (
    notes, tags, content = '''', contentless_delete = 1, tokenize = ''unicode61 remove_diacritics 2''
)');

-- Table  reader_words_config
DROP TABLE IF EXISTS reader_words_config;
CREATE TABLE 'reader_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO reader_words_config VALUES('version',4);

-- Table  reader_words_data
DROP TABLE IF EXISTS reader_words_data;
CREATE TABLE 'reader_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO reader_words_data VALUES(1,X'020402');
INSERT INTO reader_words_data VALUES(10,X'00000000FF000001010202000201010101010000010201010202000001');
INSERT INTO reader_words_data VALUES(137438953473,X'00000021063066657272790106010102010473617973010202010377686F010203040C09');
INSERT INTO reader_words_data VALUES(274877906945,X'00000023063066657272790206010102010573696E636502020201047768656E020203040C0A');

-- Table  reader_words_docsize
DROP TABLE IF EXISTS reader_words_docsize;
CREATE TABLE 'reader_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO reader_words_docsize VALUES(1,X'0201',1);
INSERT INTO reader_words_docsize VALUES(2,X'0201',2);

-- Table  reader_words_idx
DROP TABLE IF EXISTS reader_words_idx;
CREATE TABLE 'reader_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO reader_words_idx VALUES(1,X'',2);
INSERT INTO reader_words_idx VALUES(2,X'',2);

-- Views
DROP VIEW IF EXISTS reader_text;
CREATE VIEW reader_text (article_id, notes, tags) AS
SELECT article_id, group_concat(note, ' | '), group_concat(tags, ' | ') FROM annotation GROUP BY article_id;

pragma user_version=2;

COMMIT TRANSACTION;

-- Restoring writable schema back to default
PRAGMA writable_schema=OFF;

-- We need to force SQLite to reread the schema because otherwise it doesn't
-- know that the virtual tables we inserted directly into sqlite_schema exist.
BEGIN;
CREATE TABLE no_such_table(x,y,z);
ROLLBACK;
