"""What an earlier version kept in a desk's library is there, and is found, when a newer one opens it."""

import queue
import threading
import time

import pytest
from library_samples import FERRY, NOW, analysis, keep, note, span

from briefing.library import AddAnnotation, Judge, Library, LibraryFailure, open_library, queries
from briefing.model import AnnotationFilter, Judgement, Status, anchor

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

desk_connection = pytest.importorskip("briefing.library.postgres.desk_connection")

BEFORE_FINDINGS = """
DROP POLICY private_notes ON annotation;
ALTER TABLE annotation NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY,
    DROP CONSTRAINT annotation_article_id_fkey,
    ADD FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE;
DROP TABLE noted;
ALTER TABLE judgement DROP COLUMN writer, ADD PRIMARY KEY (article_id, start, finish);
ALTER TABLE annotation DROP COLUMN writer, DROP COLUMN private;
ALTER TABLE article_tag DROP COLUMN writer;
DROP TABLE actor, actor_name, claim, article_sketch, article_statements, story_member, story_term, story_told;
ALTER TABLE judgement DROP COLUMN source, DROP COLUMN dismissed, DROP COLUMN note, DROP COLUMN modified;
ALTER TABLE annotation DROP COLUMN ordinal, DROP COLUMN modified;
DROP INDEX words_apart;
DROP TABLE brief_seen;
UPDATE schema_version SET number = 6;
"""


def test_findings_and_notes_of_an_earlier_version_are_found_across_articles(desk: str) -> None:
    library = open_library(desk)
    kept = keep(library)
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note(1)))
    library.perform(AddAnnotation(kept.id, note(2, note="A zero: \0.")))
    said = Judgement(
        anchor(FERRY, span("The ferry will sail on Monday")), NOW, NOW, Status.CONFIRMED, source="The Mayor"
    )
    library.perform(Judge(kept.id, said))
    asked = (
        queries.Actors("quill"),
        queries.ClaimsBy("the mayor"),
        queries.AnnotationCount(AnnotationFilter(claims=True)),
        queries.Search("sail"),
    )
    before = [library.ask(query) for query in asked]
    assert all(before)
    library.close()
    with psycopg.connect(desk, autocommit=True) as connection:
        connection.execute(BEFORE_FINDINGS)
    again = open_library(desk)
    assert [again.ask(query) for query in asked] == before
    again.close()


def test_a_newer_version_waits_for_whoever_writes(desk: str) -> None:
    library = open_library(desk)
    keep(library)
    library.close()
    with psycopg.connect(desk, autocommit=True) as connection:
        connection.execute(BEFORE_FINDINGS)
    opened: queue.SimpleQueue[Library | LibraryFailure] = queue.SimpleQueue()

    def opening() -> None:
        try:
            opened.put(open_library(desk))
        except LibraryFailure as failure:
            opened.put(failure)

    with psycopg.connect(desk) as writer, psycopg.connect(desk, autocommit=True) as watcher:
        writer.execute("SELECT pg_advisory_xact_lock_shared(%s)", (desk_connection.WRITING,))
        writer.execute("UPDATE annotation SET tags = tags")
        threading.Thread(target=opening).start()
        while not watcher.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
            time.sleep(0.02)
        writer.execute("UPDATE article SET words = words")
    found = opened.get(timeout=60)
    assert not isinstance(found, LibraryFailure), found.sentence
    assert found.ask(queries.ArticleCount()) == 1
    found.close()
