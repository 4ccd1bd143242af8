"""A brief never takes the place of the file that its article was read from."""

from dataclasses import replace
from pathlib import Path

import pytest
from briefs_for_trial import trial_brief

from briefing.export import ExportFailure, export_brief


def test_the_file_of_the_article_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.write_text("what was said", encoding="utf-8")
    given = trial_brief()
    entry = given.articles[0]
    origin = replace(entry.article.origin, file=str(tmp_path / "." / "story.md"))
    brief = replace(given, articles=(replace(entry, article=replace(entry.article, origin=origin)),))
    with pytest.raises(ExportFailure, match=r"story\.md"):
        export_brief(brief, file, "md")
    assert file.read_text(encoding="utf-8") == "what was said"
    export_brief(brief, tmp_path / "brief.md", "md")
    assert (tmp_path / "brief.md").exists()
