"""The second part of the File menu: what is exported and put in the bin."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from briefing.desktop.acts.area import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.messages import Tone
from briefing.desktop.showing import Showing


class FileArea(Area):
    """Exporting, removing, the end."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "export",
                "File",
                translated("Export brief …"),
                translated("Write the annotated brief."),
                "Ctrl+E",
                "file-down",
            ),
            Command(
                "remove",
                "File",
                translated("Move article to bin"),
                translated("Take the open article out of the list."),
                "Ctrl+Backspace",
                "trash-2",
            ),
            Command(
                "quit",
                "File",
                translated("Quit"),
                translated("End Briefing; everything is saved."),
                "Ctrl+Q",
                "log-out",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "export": self._export,
            "remove": self._remove,
            "quit": self.window.close,
        }

    def enabled(self, showing: Showing | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return dict.fromkeys(("export", "remove"), showing is not None)

    def _export(self) -> None:
        showing = self.session.showing
        if showing is None:
            return
        kinds = {"pdf": self.tr("PDF (*.pdf)"), "md": self.tr("Markdown (*.md)"), "csv": self.tr("Table (*.csv)")}
        name = "".join(sign for sign in showing.article.title if sign.isalnum() or sign in " -")[:60].strip()
        chosen, kind = QFileDialog.getSaveFileName(
            self.window, self.tr("Export brief"), f"{name or 'brief'}.pdf", ";;".join(kinds.values())
        )
        if chosen:
            self.window.flush()
            path = Path(chosen)
            by_kind = next((suffix for suffix, words in kinds.items() if words == kind), "pdf")
            suffix = path.suffix.lstrip(".").lower()
            self.session.export(path if suffix else path.with_suffix(f".{by_kind}"), suffix or by_kind)

    def _remove(self) -> None:
        showing = self.session.showing
        if showing:
            self.session.remove_article(showing.kept)
            self.session.list_articles()
            sentence = self.tr("“{title}” is in the bin.").format(title=showing.article.title)
            self.say(sentence, Tone.DONE, self.tr("Undo"), self.session.history.undo)
