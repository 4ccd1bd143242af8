"""All stories of the library, of which several can be joined into one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing.desktop.act_button import act_button
from briefing.desktop.stories.outline_dialog import OutlineDialog
from briefing.desktop.stories.outline_model import Place, Row
from briefing.desktop.theme import Theme

if TYPE_CHECKING:
    from briefing.service.story_library import ListedStory


class StoriesDialog(OutlineDialog):
    """Lists stories; Enter opens one."""

    joinAsked = Signal(object)
    """Digests of articles, one of each story that is to be joined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("Stories of the library"))
        self.tree.setAccessibleName(self.tr("Stories of the library"))
        self.tree.setRootIsDecorated(False)
        self._digests: dict[int, str] = {}
        self._join = act_button(self.tr("Join"), self.tr("Make the chosen stories one"), self)
        self._join.clicked.connect(lambda _: self.joinAsked.emit(self._chosen()))
        self.buttons.addWidget(self._join)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._join.setEnabled(len(self._chosen()) > 1))
        self._join.setEnabled(False)

    def show_stories(self, stories: "Sequence[ListedStory]") -> None:
        """Show these."""
        self._digests = {one.first: one.digest for one in stories}
        rows = [
            Row(
                (one.name or self.tr("Untitled"), self.tr("Told in %n article(s)", "", one.articles)),
                place=Place(one.first),
            )
            for one in stories
        ]
        none = self.tr("No two articles of the library tell one story yet.")
        head = self.tr("%n story(s) of several articles; Enter shows one.", "", len(rows)) if rows else none
        self.show_outline(head, rows)

    def _chosen(self) -> list[str]:
        return [self._digests[row.place.article_id] for row in self.chosen_rows() if row.place is not None]
