"""The claims of articles as a table that programs for tables read: its columns are a promise."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import briefing
from briefing.cli import main
from briefing.export import ExportFailure
from briefing.export.claim_table import COLUMNS, VERSION, columns, rows
from briefing.export.claims_parquet import write
from briefing.library import Judge, open_library, queries
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

DOCS = Path(briefing.__path__[0]).parent / "docs"
TEXT = "The ferry, Captain Ada Quill said, will sail. It sails on Mondays."


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


def found() -> Analysis:
    actor = Actor("a1", "Ada Quill", ActorKind.PERSON, ("Captain Ada Quill",), spans("Captain Ada Quill"))
    hop = Attribution(spans("Captain Ada Quill"), spans("said"), ("a1",), SourceKind.PERSON)
    said = Claim(
        "c1",
        spans("The ferry", "will sail"),
        (hop,),
        Voice.INDIRECT,
        Certainty.CERTAIN,
        Polarity.POSITIVE,
        Status.CLAIMED,
        (Evidence(spans("said"), "claimed.alone"),),
    )
    own = Claim(
        "c2",
        spans("It sails on Mondays"),
        (),
        Voice.NARRATED,
        Certainty.CERTAIN,
        Polarity.POSITIVE,
        Status.UNATTRIBUTED,
        (Evidence(spans("It sails"), "unattributed.narrator"),),
        (Link(LinkKind.REPEATS, "c1"),),
    )
    return Analysis("briefing 1", "en", (actor,), (said, own), complete=True)


ARTICLE = Article(TEXT, (), Origin(digest="d1", title="The ferry", address="https://example.org/ferry"))


def test_each_claim_is_a_row_with_all_columns() -> None:
    first, second = rows(7, ARTICLE, found())
    assert list(first) == list(COLUMNS)
    assert first["article"] == 7
    assert first["content"] == "The ferry … will sail"
    assert (first["start"], first["end"]) == (0, TEXT.index("will sail") + len("will sail"))
    assert first["source"] == "Captain Ada Quill"
    assert TEXT[first["source_start"] : first["source_end"]] == "Captain Ada Quill"
    assert first["speakers"] == ["Ada Quill"]
    assert second["source"] is None
    assert second["chain"] == 0
    assert second["links"] == [("repeats", "c1")]


def test_what_the_reader_says_has_columns_of_its_own() -> None:
    from datetime import UTC, datetime

    now = datetime(2026, 5, 1, tzinfo=UTC)
    said = Judgement(anchor(TEXT, Span(0, 9)), now, now, Status.DISPUTED, dismissed=True)
    first, second = rows(7, ARTICLE, found(), {"c1": said})
    assert (first["status"], first["own_status"], first["dismissed"]) == ("claimed", "disputed", True)
    assert (second["own_status"], second["dismissed"]) == (None, False)


def test_rows_become_columns() -> None:
    table = columns(rows(7, ARTICLE, found()))
    assert table["claim"] == ["c1", "c2"]
    assert {len(values) for values in table.values()} == {2}


def test_every_column_is_told_in_the_documents() -> None:
    told = (DOCS / "claims-table.md").read_text("utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in told] == []
    assert f"version {VERSION}" in told


def test_a_parquet_file_holds_the_rows_and_their_version(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "claims.parquet"
    assert write(rows(7, ARTICLE, found()), path) == 2
    table = parquet.read_table(path)
    assert table.schema.names == list(COLUMNS)
    assert table.schema.metadata[b"briefing.claims.version"] == str(VERSION).encode()
    first, second = table.to_pylist()
    assert first["pieces"] == [{"start": 0, "end": 9}, {"start": 35, "end": 44}]
    assert second["links"] == [{"kind": "repeats", "to": "c1"}]
    assert list(tmp_path.iterdir()) == [path]


def test_what_breaks_while_it_is_written_leaves_what_stood_there(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "claims.parquet"
    path.write_bytes(b"what stood there")

    def broken() -> object:
        yield from rows(7, ARTICLE, found())
        raise LookupError

    with pytest.raises(LookupError):
        write(broken(), path)  # type: ignore[arg-type]
    assert path.read_bytes() == b"what stood there"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(ExportFailure):
        write((), tmp_path / "none" / "claims.parquet")


def test_without_pyarrow_it_says_what_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExportFailure) as failure:
        write((), tmp_path / "claims.parquet")
    assert failure.value.message.code == "corpus.not_installed"


def test_the_claims_of_a_library_are_written_as_the_reader_judges_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from datetime import UTC, datetime

    parquet = pytest.importorskip("pyarrow.parquet")
    folder, now = tmp_path / "library", datetime(2026, 5, 1, tzinfo=UTC)
    library = open_library(folder)
    for number in range(3):
        text = f"{TEXT} {number}"
        origin = Origin(digest=f"{number}" * 64, title=f"The ferry {number}", address=f"https://example.org/{number}")
        kept, _ = library.keep_article(Article(text, (), origin), text.encode())
        library.keep_analysis(kept.id, found())
        if number == 1:
            said = Judgement(anchor(text, spans("It sails on Mondays")[0]), now, now, Status.DISPUTED)
            library.perform(Judge(kept.id, said))
    assert library.ask(queries.AnalysedAfter(0, 10)) == (1, 2, 3)
    assert library.ask(queries.AnalysedAfter(1, 1)) == (2,)
    assert library.ask(queries.AnalysedAfter(0, 10, 1, 2)) == (1, 3)
    library.close()
    whole, part = tmp_path / "claims.parquet", tmp_path / "part.parquet"
    assert main(["corpus", "export", "--parquet", str(whole), "--library", str(folder)]) == 0
    assert "6 claims" in capsys.readouterr().out
    table = parquet.read_table(whole).to_pylist()
    assert [row["own_status"] for row in table if row["article"] == 2] == [None, "disputed"]
    assert main(["corpus", "export", "--parquet", str(part), "--part", "2/2", "--library", str(folder)]) == 0
    assert {row["article"] for row in parquet.read_table(part).to_pylist()} == {1, 3}
    with pytest.raises(SystemExit):
        main(["corpus", "export", "--parquet", str(part), "--part", "3/2", "--library", str(folder)])


def test_the_recipe_for_dask_finds_the_claims_of_files_and_makes_none_again(tmp_path: Path) -> None:
    pytest.importorskip("dask", reason="dask is not installed: pip install dask brings it")
    parquet = pytest.importorskip("pyarrow.parquet")
    articles, claims = tmp_path / "articles", tmp_path / "claims"
    articles.mkdir()
    claims.mkdir()
    told = {"id": "n1", "title": "The ferry", "text": "The ferry will sail, Captain Ada Quill said."}
    (articles / "one.jsonl").write_text(json.dumps(told) + "\n")
    (articles / "two.jsonl").write_text(json.dumps(told) + "\n")
    (claims / "two.parquet").write_bytes(b"made before")
    done = subprocess.run(
        [sys.executable, str(DOCS / "recipes" / "dask_claims.py"), str(articles), str(claims)],
        env={**os.environ, "PYTHONPATH": str(DOCS.parent), "DASK_NUM_WORKERS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (row,) = parquet.read_table(claims / "one.parquet").to_pylist()
    assert (row["digest"], row["speakers"], row["content"]) == ("n1", ["Ada Quill"], "The ferry will sail")
    assert (claims / "two.parquet").read_bytes() == b"made before"
