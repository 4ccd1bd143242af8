"""By which place, tag and time the annotations of the library are filtered."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from briefing.model import AnnotationFilter, Collection, Tag

OPEN_ARTICLE = "open article"
"""What stands for the open article among the collections, whose ids are UUIDs."""

DAYS = (1, 7, 30)
"""Days back that can be chosen."""


class AnnotationFilters(QWidget):
    """Three lists: where, which tag, since when."""

    changed = Signal()
    """Something else was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self.tag, self.since = QComboBox(self), QComboBox(self), QComboBox(self)
        self.place.setAccessibleName(self.tr("Only in one place"))
        self.tag.setAccessibleName(self.tr("Only one tag"))
        self.since.setAccessibleName(self.tr("Only what changed lately"))
        times = (self.tr("At any time"), self.tr("In a day"), self.tr("In a week"), self.tr("In a month"))
        for days, words in zip((None, *DAYS), times, strict=True):
            self.since.addItem(words, days)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for box in (self.place, self.tag, self.since):
            box.activated.connect(lambda _: self.changed.emit())
            row.addWidget(box, 1)
        self.show_choices((), ())

    def show_choices(self, collections: Iterable[Collection], tags: Iterable[Tag]) -> None:
        """Offer the collections and tags that there are; what is chosen stays chosen."""
        places = {"": self.tr("In all articles"), OPEN_ARTICLE: self.tr("In the open article")}
        places |= {one.id: self.tr("In “{name}”").format(name=one.name) for one in collections}
        _fill(self.place, places)
        _fill(self.tag, {"": self.tr("Any tag"), **{tag.name: tag.name for tag in tags}})

    def applied(self, wanted: AnnotationFilter, open_article: int | None) -> AnnotationFilter:
        """The filter with what is chosen here."""
        place, days = self.place.currentData(), self.since.currentData()
        here = place == OPEN_ARTICLE
        return replace(
            wanted,
            tag=self.tag.currentData() or "",
            article_id=(open_article or 0) if here else None,
            collection_id="" if here else place or "",
            since=datetime.now(UTC) - timedelta(days=days) if days else None,
        )

    @property
    def chosen(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.place.currentData() or self.tag.currentData() or self.since.currentData())


def _fill(box: QComboBox, choices: dict[str, str]) -> None:
    before = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for value, words in choices.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(before)))
