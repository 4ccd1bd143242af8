import os
from dataclasses import replace

import pytest
from briefs_for_trial import trial_brief

from briefing.export import FORMATS, ExportFailure, export_brief, file_name_for


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_without_warnings_and_leaves_nothing_else(tmp_path, name):
    path = tmp_path / f"brief{FORMATS[name].suffix}"
    assert export_brief(trial_brief(), path, name) == []
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_size > 100


def test_a_missing_folder_is_told_in_one_sentence(tmp_path):
    with pytest.raises(ExportFailure) as failure:
        export_brief(trial_brief(), tmp_path / "nowhere" / "brief.csv", "csv")
    assert "there is no folder" in failure.value.sentence


def test_a_folder_is_not_overwritten(tmp_path):
    with pytest.raises(ExportFailure, match="is a folder"):
        export_brief(trial_brief(), tmp_path, "csv")


def test_an_unknown_format_names_those_there_are(tmp_path):
    with pytest.raises(ExportFailure, match="bib, csl, csv, docx, html, jsonld, md, pdf, schema, xlsx"):
        export_brief(trial_brief(), tmp_path / "brief.x", "x")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_without_permission_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ExportFailure, match="may not write"):
        export_brief(trial_brief(), tmp_path / "brief.csv", "csv")


def test_an_earlier_file_is_replaced_whole(tmp_path):
    path = tmp_path / "brief.csv"
    path.write_text("old")
    export_brief(trial_brief(), path, "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfarticle,")


def test_a_fault_of_the_template_is_a_failure_with_a_sentence(tmp_path):
    broken = tmp_path / "broken.typ"
    broken.write_text('Fine\n#panic("no font here")', encoding="utf-8")
    path = tmp_path / "brief.pdf"
    with pytest.raises(ExportFailure, match=r"the template “broken\.typ” has a fault in line 2") as failure:
        export_brief(replace(trial_brief(), template=str(broken)), path)
    assert "\n" not in failure.value.sentence
    assert not path.exists()


def test_a_new_file_has_the_mode_that_the_reader_wants(tmp_path):
    path = tmp_path / "brief.md"
    export_brief(trial_brief(), path, "md")
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    export_brief(trial_brief(), path, "md")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry operator denies it ignored warnings before Skarholm sinking",
         "Ferry operator denies it ignored warnings before Skarholm"),
        ("A " + "b" * 58, "A " + "b" * 58),
        ("x" * 90, "x" * 60),
        ("What did they know? – and when", "What did they know and when"),
        ("???", "brief"),
    ],
)  # fmt: skip
def test_a_file_is_named_after_its_title_in_whole_words(title: str, name: str) -> None:
    assert file_name_for(title) == name
