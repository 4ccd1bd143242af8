"""What the program remembers of the screen: geometry, look and reading positions, in a file beside the library."""

import json
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from briefing.desk_address import without_password
from briefing.desktop.launch_request import Given, given_in, said_of
from briefing.desktop.reader.typography import Face, LineWidth, Spacing, Typography
from briefing.desktop.settings_file import checked
from briefing.library.paths import SETTINGS
from briefing.library_place import local_folder, own_folder
from briefing.model import Span

Kind = TypeVar("Kind", bound=StrEnum)


class Look(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast-dark"


SYSTEM_LANGUAGE = "system"
"""What the language of the interface is if the reader has not chosen one."""

SMALLEST_ZOOM, LARGEST_ZOOM = 0.7, 2.5

SMALLEST_SCALE, LARGEST_SCALE = 0.9, 2.0
"""Bounds of what stands around the article: menus must be legible, and leave room to read."""


MOST_DESKS = 10
"""Desks that are remembered."""

_HABITS = frozenset(
    {"look", "language", "zoom", "face", "line_width", "spacing", "fold_boilerplate", "calm_marks", "shelves_folded"}
    | {"colour", "author", "tour_seen", "keys", "export"}
)


def settings_of(place: Path | str) -> "Settings":
    """The settings of a library; those of a desk begin with the habits of the reader's own."""
    folder = local_folder(place)
    is_new = isinstance(place, str) and not (folder / SETTINGS).exists()
    settings = Settings(folder)
    if is_new:
        settings.take_over(Settings(own_folder()))
    return settings


class Settings:
    """Typed access to what is remembered; writes go to disk when Qt sees fit and at the end."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(checked(folder / SETTINGS)), QSettings.Format.IniFormat)
        self._forgotten: set[str] = set()

    @property
    def look(self) -> Look:
        """The chosen theme."""
        return self._one_of("look", Look.SYSTEM)

    @look.setter
    def look(self, look: Look) -> None:
        self._kept.setValue("look", look.value)

    @property
    def language(self) -> str:
        """Code of the chosen language of the interface, or `SYSTEM_LANGUAGE`; holds from the next start on."""
        return str(self._kept.value("language", SYSTEM_LANGUAGE))

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def zoom(self) -> float:
        """Size of the article's text, 1.0 is 100 %."""
        return min(LARGEST_ZOOM, max(SMALLEST_ZOOM, self._number("zoom", 1.0)))

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._kept.setValue("zoom", zoom)

    @property
    def scale(self) -> float:
        """Size of all that stands around the article: it grows and shrinks with the text, as far as there is room."""
        return min(LARGEST_SCALE, max(SMALLEST_SCALE, self.zoom))

    @property
    def typography(self) -> Typography:
        """How articles are set."""
        return Typography(self.face, self.line_width, self.spacing)

    @property
    def face(self) -> Face:
        """What articles are set in."""
        return self._one_of("face", Face.SERIF)

    @face.setter
    def face(self, face: Face) -> None:
        self._kept.setValue("face", face.value)

    @property
    def line_width(self) -> LineWidth:
        """How long their lines are."""
        return self._one_of("line_width", LineWidth.MEDIUM)

    @line_width.setter
    def line_width(self, width: LineWidth) -> None:
        self._kept.setValue("line_width", width.value)

    @property
    def spacing(self) -> Spacing:
        """How much room there is between them."""
        return self._one_of("spacing", Spacing.NORMAL)

    @spacing.setter
    def spacing(self, spacing: Spacing) -> None:
        self._kept.setValue("spacing", spacing.value)

    @property
    def fold_boilerplate(self) -> bool:
        """Whether menus, related posts and the like are hidden."""
        return self._flag("fold_boilerplate", False)

    @fold_boilerplate.setter
    def fold_boilerplate(self, fold: bool) -> None:
        self._keep_flag("fold_boilerplate", fold)

    @property
    def calm_marks(self) -> bool:
        """Whether only the chosen claim, and that pointed at, show all that is known of them in the article."""
        return self._flag("calm_marks", True)

    @calm_marks.setter
    def calm_marks(self, calm: bool) -> None:
        self._keep_flag("calm_marks", calm)

    @property
    def shelves_folded(self) -> bool:
        """Whether the shelves of the library are hidden."""
        return self._flag("shelves_folded", False)

    @shelves_folded.setter
    def shelves_folded(self, folded: bool) -> None:
        self._keep_flag("shelves_folded", folded)

    @property
    def last_article(self) -> int | None:
        """The article that was open at the end, by its number in the library."""
        number = int(self._number("last_article", 0))
        return number or None

    @last_article.setter
    def last_article(self, article_id: int | None) -> None:
        self._kept.setValue("last_article", article_id or 0)

    @property
    def open_articles(self) -> tuple[int, ...]:
        """The articles that were open at the end, one for each window."""
        kept = str(self._kept.value("open_articles", "") or "")
        return tuple(int(number) for number in kept.split() if number.isdigit())

    @open_articles.setter
    def open_articles(self, article_ids: tuple[int, ...]) -> None:
        self._kept.setValue("open_articles", " ".join(map(str, article_ids)))

    @property
    def unopened(self) -> Given:
        """What was given to be opened, and is not opened yet: it is still to be, whatever ends the program."""
        try:
            said = json.loads(str(self._kept.value("unopened", "") or "null"))
        except (ValueError, RecursionError):
            return Given()
        return given_in(said) or Given()

    @unopened.setter
    def unopened(self, given: Given) -> None:
        if given != self.unopened:
            self._kept.setValue("unopened", json.dumps(said_of(given)) if given else "")
            self._kept.sync()

    @property
    def colour(self) -> int:
        """The colour of the reader's last highlight."""
        return int(self._number("colour", 1))

    @colour.setter
    def colour(self, colour: int) -> None:
        self._kept.setValue("colour", colour)

    @property
    def watched_folder(self) -> Path | None:
        """The folder from which all that comes is imported."""
        kept = str(self._kept.value("watched_folder", "") or "")
        return Path(kept) if kept else None

    @watched_folder.setter
    def watched_folder(self, folder: Path | None) -> None:
        self._kept.setValue("watched_folder", str(folder or ""))

    @property
    def export_folder(self) -> Path:
        """The folder into which the last brief was written; at first that of the reader's documents."""
        from PySide6.QtCore import QStandardPaths

        kept = Path(str(self._kept.value("export/folder", "")))
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return next((folder for folder in (kept, documents) if folder.is_absolute() and folder.is_dir()), Path.home())

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._kept.setValue("export/folder", str(folder))

    @property
    def export_kinds(self) -> tuple[str, ...]:
        """Names of the formats of the last brief."""
        return tuple(str(self._kept.value("export/kinds", "pdf")).split()) or ("pdf",)

    @export_kinds.setter
    def export_kinds(self, kinds: tuple[str, ...]) -> None:
        self._kept.setValue("export/kinds", " ".join(kinds))

    @property
    def author(self) -> str:
        """Who signs the reader's briefs."""
        return str(self._kept.value("author", ""))

    @author.setter
    def author(self, author: str) -> None:
        self._kept.setValue("author", author)

    @property
    def tour_seen(self) -> bool:
        """Whether the tour was shown once; then it never begins by itself again."""
        return self._flag("tour_seen", False)

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._keep_flag("tour_seen", seen)

    @property
    def keys(self) -> dict[str, str]:
        """The keys that the reader gave, by the names of the commands; an empty text is no key."""
        return {name: str(self._kept.value(f"keys/{name}", "") or "") for name in self._in_group("keys")}

    def keep_key(self, name: str, key: str | None) -> None:
        """Remember a key that the reader gave to a command; None forgets it."""
        if key is None:
            self._kept.remove(f"keys/{name}")
        else:
            self._kept.setValue(f"keys/{name}", key)

    def position(self, digest: str) -> int:
        """The code point that stood on top when the article was last read."""
        return int(self._number(f"positions/{digest}", 0))

    def keep_position(self, digest: str, code_point: int) -> None:
        """Remember where the article is being read."""
        if digest not in self._forgotten and self.position(digest) != code_point:
            self._kept.setValue(f"positions/{digest}", code_point)

    def chosen_claim(self, window: str) -> tuple[str, Span] | None:
        """Digest of the article of a window and where the words of the claim stand that was chosen there."""
        digest, *edges = str(self._kept.value(f"window/{window}", "") or "").split() or [""]
        if len(edges) != 2 or not all(edge.isdigit() for edge in edges):
            return None
        start, end = map(int, edges)
        return (digest, Span(start, end)) if start < end else None

    def keep_chosen_claim(self, window: str, digest: str, words: Span | None) -> None:
        """Remember which claim is chosen in a window, or that none is."""
        value = f"{digest} {words.start} {words.end}" if words and digest not in self._forgotten else ""
        if value != str(self._kept.value(f"window/{window}", "") or ""):
            self._kept.setValue(f"window/{window}", value)

    def forget_articles(self, digests: Collection[str]) -> None:
        """Forget all of articles that are deleted for good, and keep nothing of those that are on the screen still."""
        self._forgotten.update(digests)
        for digest in digests:
            self._kept.remove(f"positions/{digest}")
        for window in self._in_group("window"):
            if (chosen := self.chosen_claim(window)) and chosen[0] in self._forgotten:
                self._kept.remove(f"window/{window}")
        self._kept.sync()

    def know_article(self, digest: str) -> None:
        """Keep of an article that is shown what there is to keep: it may have come back since it was deleted."""
        self._forgotten.discard(digest)

    def state(self, name: str) -> QByteArray | None:
        """Geometry or splitter sizes kept under `name`."""
        value = self._kept.value(f"window/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember geometry or splitter sizes."""
        self._kept.setValue(f"window/{name}", state)

    @property
    def desks(self) -> tuple[str, ...]:
        """Addresses of the desks that were joined, the last one first; no password is kept here."""
        return tuple(str(self._kept.value("desks", "") or "").split())

    def know_desk(self, address: str) -> None:
        """Remember a desk that is joined."""
        known = dict.fromkeys((without_password(address), *self.desks))
        self._kept.setValue("desks", " ".join(list(known)[:MOST_DESKS]))
        self._kept.sync()

    def take_over(self, other: "Settings") -> None:
        """Take from another library how the reader likes to read and work, and nothing of what he read there."""
        for name in other._kept.allKeys():
            if name in _HABITS or name.partition("/")[0] in _HABITS:
                self._kept.setValue(name, other._kept.value(name))

    def sync(self) -> None:
        """Write all to disk now."""
        self._kept.sync()

    def _one_of(self, name: str, otherwise: Kind) -> Kind:
        kinds, value = type(otherwise), str(self._kept.value(name, otherwise.value))
        return kinds(value) if value in set(kinds) else otherwise

    def _in_group(self, name: str) -> list[str]:
        self._kept.beginGroup(name)
        found = self._kept.childKeys()
        self._kept.endGroup()
        return found

    def _flag(self, name: str, otherwise: bool) -> bool:
        return str(self._kept.value(name, "true" if otherwise else "false")) == "true"

    def _keep_flag(self, name: str, on: bool) -> None:
        self._kept.setValue(name, "true" if on else "false")

    def _number(self, name: str, otherwise: float) -> float:
        try:
            return float(str(self._kept.value(name, otherwise)))
        except ValueError:
            return otherwise
