"""A corpus: more than one machine reads, as jobs that any number of workers do; nothing twice, and nothing lost."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, article

from briefing.cli import main
from briefing.library import LibraryFailure, SetReadingState, open_library, queries
from briefing.library.corpus_face import Corpus, NewSource, PutBack
from briefing.library.corpus_stores import corpus_at, work_at
from briefing.library.packed_findings import PreparedFindings
from briefing.model import Analysis, Article, ReadingState
from briefing.service import corpus_reader
from briefing.service.corpus_sources import add_all, each_source

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[corpus]” brings it")
pytest.importorskip("procrastinate", reason="procrastinate is not installed: pip install “briefing[corpus]” brings it")

READER = """
import sys, time
from library_samples import article
from briefing.library.corpus_face import PutBack
from briefing.library.corpus_stores import corpus_at, work_at
address, behaviour = sys.argv[1:]
corpus = corpus_at(address)
def read(numbers, is_stopped):
    for source in corpus.waiting(numbers):
        if is_stopped():
            raise PutBack
        if behaviour == "hangs":
            print("begun", flush=True)
            time.sleep(600)
        with corpus.library.together():
            corpus.library.keep_article(article(source.content.decode()), source.content)
            corpus.settle(source.id, 1)
        print(source.id, flush=True)
def give_up(numbers):
    for source in corpus.waiting(numbers):
        corpus.settle(source.id, 0, "given up")
work_at(address, read, give_up, 1, 1.0, stays=behaviour == "stays").run()
"""


@pytest.fixture
def corpus(desk: str) -> Iterator[Corpus]:
    corpus = corpus_at(desk)
    yield corpus
    corpus.close()


@pytest.fixture
def start(desk: str) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start a worker in a process of its own, as another machine would."""
    begun: list[subprocess.Popen[str]] = []
    here = os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])])

    def started(behaviour: str) -> subprocess.Popen[str]:
        begun.append(
            subprocess.Popen(
                [sys.executable, "-c", READER, desk, behaviour],
                env={**os.environ, "PYTHONPATH": here},
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return begun[-1]

    yield started
    for one in begun:
        one.kill()
        one.communicate()


def said(number: int) -> NewSource:
    return NewSource(f"/news/{number}.txt", content=f"{FERRY} Report {number}.".encode())


def nobody(numbers: Sequence[int]) -> None:
    raise AssertionError(f"given up: {numbers}")


def test_what_was_added_is_added_once(corpus: Corpus) -> None:
    assert corpus.add([said(1), said(2)]) == 2
    assert corpus.add([said(2), said(3), said(3)]) == 1
    assert corpus.progress().waiting == 3


def test_a_failure_is_tried_again_when_it_is_added_again_and_what_is_read_is_not(corpus: Corpus) -> None:
    corpus.add([said(1), said(2)])
    first, second = corpus.waiting(range(100))
    corpus.settle(first.id, 1)
    corpus.settle(second.id, 0, "It is damaged.")
    assert [(one.place, one.told) for one in corpus.unreadable()] == [("/news/2.txt", "It is damaged.")]
    assert corpus.add([said(1), said(2)]) == 1
    assert [one.place for one in corpus.waiting(range(100))] == ["/news/2.txt"]
    assert corpus.waiting(range(100))[0].content == said(2).content


def test_all_failures_are_tried_again_at_once(corpus: Corpus, start: Callable[[str], subprocess.Popen[str]]) -> None:
    corpus.add([said(1)])
    corpus.settle(corpus.waiting(range(100))[0].id, 0, "The disk was away.")
    assert corpus.try_again() == 1
    assert start("reads").wait(60) == 0
    assert corpus.progress().done == 1


def test_a_name_of_a_file_may_be_no_text(corpus: Corpus) -> None:
    corpus.add([NewSource("/news/\udcff.txt", content=b"words")])
    assert corpus.waiting(range(100))[0].place == "/news/\udcff.txt"


def test_what_a_killed_worker_has_begun_is_done_by_others_and_nothing_twice(
    corpus: Corpus, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    corpus.add([said(number) for number in range(40)])
    hanging = start("hangs")
    assert hanging.stdout is not None
    assert hanging.stdout.readline() == "begun\n"
    hanging.send_signal(signal.SIGKILL)
    outputs = [worker.communicate(timeout=60)[0] for worker in (start("reads"), start("reads"))]
    read = [int(line) for output in outputs for line in output.split()]
    assert sorted(read) == sorted(set(read))
    assert len(read) == 40
    progress = corpus.progress()
    assert (progress.done, progress.waiting, progress.failed, progress.articles) == (40, 0, 0, 40)
    assert corpus.library.ask(queries.ArticleCount()) == 40


def test_all_workers_end_when_they_are_told_to_and_the_rest_stays(
    corpus: Corpus, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    workers = [start("stays"), start("stays")]
    corpus.add([said(1)])
    while corpus.progress().waiting or corpus.progress().workers < 2:
        time.sleep(0.02)
    corpus.stop()
    assert [worker.wait(60) for worker in workers] == [0, 0]
    corpus.add([said(2)])
    assert corpus.progress().waiting == 1


def test_one_who_is_stopped_puts_back_what_is_left(desk: str, corpus: Corpus) -> None:
    corpus.add([said(number) for number in range(8)])
    read: list[int] = []

    def one_alone(numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        for number in numbers:
            if is_stopped():
                raise PutBack
            read.append(number)
            corpus.settle(number, 1)
            work.stop()

    work = work_at(desk, one_alone, nobody, 1, 30.0)
    work.run()
    assert len(read) == 1
    assert corpus.progress().waiting == 7

    def rest(numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        for source in corpus.waiting(numbers):
            corpus.settle(source.id, 1)

    work_at(desk, rest, nobody, 1, 30.0).run()
    assert corpus.progress().done == 8


def test_what_cannot_be_kept_while_the_server_is_away_is_kept_when_it_is_back(
    desk: str, corpus: Corpus, server: object
) -> None:
    corpus.add([said(1)])
    tried = threading.Event()

    def read(numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        if not tried.is_set():
            tried.set()
            server.kill()  # type: ignore[attr-defined]
            server.start()  # type: ignore[attr-defined]
        for source in corpus.waiting(numbers):
            with corpus.library.together():
                corpus.library.keep_article(article(FERRY), source.content or b"")
                corpus.settle(source.id, 1)

    work_at(desk, read, nobody, 1, 1.0).run()
    assert corpus.progress().done == 1


def test_two_keep_their_articles_at_the_same_time_and_whoever_writes_a_note_waits(desk: str, corpus: Corpus) -> None:
    other, reader = corpus_at(desk), open_library(desk)
    harbour, bridge = article(FERRY), article("A bridge was closed.", address="https://example.org/bridge")
    noted = threading.Event()

    def write() -> None:
        reader.perform(SetReadingState((1,), ReadingState.READ))
        noted.set()

    with corpus.keeping(harbour):
        corpus.library.keep_article(harbour, b"ferry")
        with other.keeping(bridge):
            other.library.keep_article(bridge, b"bridge")
        writing = threading.Thread(target=write)
        writing.start()
        assert not noted.wait(0.1)
    writing.join()
    assert reader.ask(queries.ArticleCount()) == 2
    other.close()
    reader.close()


def test_two_who_keep_versions_of_one_article_at_the_same_time_keep_them_as_such(desk: str, corpus: Corpus) -> None:
    other = corpus_at(desk)
    versions = (article(FERRY, address="https://example.org/"), article(FERRY_LATER, address="https://example.org/"))
    begun = threading.Event()

    def keep_later() -> None:
        begun.set()
        with other.keeping(versions[1]):
            other.library.keep_article(versions[1], b"later")

    later = threading.Thread(target=keep_later)
    with corpus.keeping(versions[0]):
        later.start()
        begun.wait()
        corpus.library.keep_article(versions[0], b"first")
    later.join()
    assert [kept.version for kept in corpus.library.ask(queries.Versions(1))] == [1, 2]
    other.close()


def test_what_waits_without_a_job_is_read_all_the_same(
    corpus: Corpus, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    corpus.add([said(number) for number in range(10)])
    corpus.library.connection().execute("DELETE FROM procrastinate_jobs")  # type: ignore[attr-defined]
    assert start("reads").wait(60) == 0
    assert corpus.progress().done == 10


def test_what_ends_every_worker_is_given_up(desk: str, corpus: Corpus) -> None:
    corpus.add([said(1)])
    corpus.library.connection().execute("UPDATE procrastinate_jobs SET attempts = 10")  # type: ignore[attr-defined]
    given_up: list[int] = []

    def give_up(numbers: Sequence[int]) -> None:
        for number in numbers:
            corpus.settle(number, 0, "It ended every worker.")
            given_up.append(number)

    work_at(desk, lambda numbers, is_stopped: None, give_up, 1, 30.0).run()
    assert len(given_up) == 1
    assert corpus.progress().failed == 1


def test_a_folder_a_zip_and_an_archive_of_the_web_are_told_apart(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "one.txt").write_text("One.")
    (news / ".hidden").write_text("Hidden.")
    with zipfile.ZipFile(news / "two.zip", "w") as packed:
        packed.writestr("two.txt", "Two.")
    (news / "three.warc").write_bytes(warc("Three.", "Four."))
    failures: list[object] = []
    found = list(each_source(str(news), failures.append))
    assert [one.content for one in found if one.place.endswith(".txt")] == [b"One.", b"Two."]
    pages = [one.content or b"" for one in found if one.place.endswith(".warc")]
    assert ["Three." in page.decode() for page in pages] == [True, False]
    assert not any(one.follows for one in found)
    assert failures == []


def test_a_list_of_addresses_is_followed_and_a_text_with_one_in_it_is_a_text(tmp_path: Path) -> None:
    feeds, text = tmp_path / "feeds.txt", tmp_path / "text.txt"
    feeds.write_text("# of the day\nhttps://example.org/feed\n\nhttps://example.net/rss\nhttps://example.org/feed\n")
    text.write_text("See https://example.org/feed for more.")
    assert [one.address for one in each_source(str(feeds), print)] == [
        "https://example.org/feed",
        "https://example.net/rss",
    ]
    assert [one.address for one in each_source(str(text), print)] == [""]


def test_what_cannot_be_read_is_told_and_the_rest_is_added(tmp_path: Path, corpus: Corpus) -> None:
    (tmp_path / "one.txt").write_text("One.")
    failures: list[object] = []
    told: list[tuple[int, int]] = []
    given = [str(tmp_path / "none.txt"), str(tmp_path)]
    assert add_all(corpus, given, failures.append, lambda seen, new: told.append((seen, new))) == (1, 1)
    assert len(failures) == 1
    assert told == [(1, 1)]


def test_a_folder_is_no_library_for_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LibraryFailure):
        corpus_at(tmp_path)
    assert main(["corpus", "status", "--library", str(tmp_path)]) == 1
    assert "postgresql://" in capsys.readouterr().err


def test_what_is_not_installed_is_told_with_what_brings_it(
    desk: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("briefing.library.postgres.corpus_")]:
        monkeypatch.delitem(sys.modules, name)
        monkeypatch.delattr(name)
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    assert main(["corpus", "status", "--library", desk]) == 1
    assert "briefing[corpus]" in capsys.readouterr().err


def test_a_corpus_is_read_analysed_and_told_of(
    desk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], feed_server: str
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(3):
        (news / f"{number}.txt").write_text(f"The ferry\n\nThe ferry will sail at {number}, Captain Ada Quill said.\n")
    (news / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    (news / "web.warc").write_bytes(warc(PAGE))
    (news / "mails.mbox").write_text(MAILS)
    (tmp_path / "feeds.txt").write_text(f"{feed_server}/feed.xml\n")
    assert main(["corpus", "add", str(news), str(tmp_path / "feeds.txt"), "--library", desk]) == 0
    assert "7 looked at, 7 new" in capsys.readouterr().out
    assert main(["corpus", "work", "--at-once", "1", "--library", desk]) == 0
    assert "7 read, 1 unreadable, 0 waiting; 7 articles" in capsys.readouterr().out
    assert main(["corpus", "status", "--failures", "--library", desk]) == 0
    assert "bad.pdf" in capsys.readouterr().out
    library = open_library(desk)
    kept = library.ask(queries.Articles())
    assert all(one.claims for one in kept)
    assert len(kept) == 7
    assert f"{feed_server}/page.html" in {one.origin.address for one in kept}
    library.close()
    claims = tmp_path / "claims.parquet"
    assert main(["corpus", "export", "--parquet", str(claims), "--library", desk]) == 0
    assert f"{sum(one.claims or 0 for one in kept)} claims" in capsys.readouterr().out
    assert main(["library", "stories", "--library", desk]) == 0
    assert "harbour" in capsys.readouterr().out
    assert main(["library", "actor", "Jo Wren", "--library", desk]) == 0
    assert "nobody had asked" in capsys.readouterr().out
    assert main(["library", "meaning", "the port shuts", "--library", desk]) == 0
    assert "close in" in capsys.readouterr().out


@pytest.fixture
def editor(desk: str) -> Iterator[str]:
    """The address of a desk for one of its editors."""
    roles = "DROP ROLE IF EXISTS ed, briefing_editor"
    with psycopg.connect(desk, autocommit=True) as link:
        link.execute(roles)
        link.execute("CREATE ROLE briefing_editor")
        link.execute("CREATE ROLE ed LOGIN IN ROLE briefing_editor")
    yield desk.replace("//desk@", "//ed@")
    with psycopg.connect(desk, autocommit=True) as link:
        link.execute("DROP OWNED BY ed, briefing_editor")
        link.execute(roles)


def test_an_editor_reads_a_corpus_once_the_owner_has_begun(desk: str, editor: str) -> None:
    open_library(desk).close()
    with pytest.raises(LibraryFailure, match="has to begin"):
        corpus_at(editor)
    corpus_at(desk).close()
    corpus = corpus_at(editor)
    corpus.add([said(1)])

    def read(numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        for source in corpus.waiting(numbers):
            corpus.settle(source.id, 1)

    work_at(editor, read, nobody, 1, 30.0).run()
    assert corpus.progress().done == 1
    corpus.stop()
    corpus.close()


@pytest.mark.parametrize("wrong", [["--at-once", "0"], ["--at-once", "many"], ["--patience", "0"]])
def test_a_number_that_cannot_be_is_refused_before_anything_is_done(desk: str, wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["corpus", "work", *wrong, "--library", desk])


def test_the_process_that_analyses_is_a_new_one_now_and_then(
    desk: str, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_reader, "MOST_ANALYSED", 1)
    begun: list[str] = []

    class Counted(corpus_reader.Analyst):
        def analysis(self, article: Article) -> tuple[Analysis, PreparedFindings | None]:
            begun.append(article.text)
            self.analysed += 1
            return Analysis("test 1", "en", (), ()), None

    monkeypatch.setattr(corpus_reader, "Analyst", Counted)
    corpus.add([said(1), said(2)])
    with corpus_reader.SourceReader(desk) as reader:
        first = reader._analyst
        reader.read([one.id for one in corpus.waiting(range(100))], lambda: False)
        assert reader._analyst is not first
    assert len(begun) == corpus.progress().done == 2


PAGE = """<html><head><title>The harbour</title></head><body><article><h1>The harbour</h1>
<p>The harbour will close in May, the port authority said on Tuesday. Captain Ada Quill denied that it would.</p>
<p>The town's mayor, Jo Wren, told the council that nobody had asked her about the harbour, or about its boats.</p>
</article></body></html>"""

MAILS = "".join(
    f"From a@example.org Mon May  4 10:00:00 2026\nFrom: Ada <a@example.org>\nSubject: Boats {number}\n"
    f"Date: Mon, 04 May 2026 10:00:00 +0000\nMessage-ID: <{number}@example.org>\n"
    f"Content-Type: text/plain\n\n{words}\n\n"
    for number, words in (
        (3, "Captain Ada Quill said that three boats were sold in the harbour."),
        (4, "The weather service warned of storms along the northern coast."),
    )
)

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>The harbour</title>
<link>{address}/page.html</link></item></channel></rss>"""


@pytest.fixture
def feed_server() -> Iterator[str]:
    """A server of this machine with a feed and the page that it offers."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            feed = self.path == "/feed.xml"
            body = (FEED.format(address=address) if feed else PAGE.replace("in May", "in June")).encode()
            self.send_response(200 if self.path in ("/feed.xml", "/page.html") else 404)
            self.send_header("Content-Type", "application/rss+xml" if feed else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *told: object) -> None:
            del told

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    address = f"http://127.0.0.1:{serving.server_port}"
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield address
    serving.shutdown()
    serving.server_close()


def warc(*pages: str) -> bytes:
    """An archive of the web with these pages."""
    packed = io.BytesIO()
    for number, page in enumerate(pages):
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        packed.write(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-0000-0000-000000000000>\r\n"
            f"WARC-Date: 2026-05-0{number + 1}T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n".encode()
            + body
            + b"\r\n\r\n"
        )
    return packed.getvalue()
