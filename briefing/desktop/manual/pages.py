"""The pages of the manual: Markdown files whose keys and table of commands come from the commands themselves."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing.desktop.command import Command
from briefing.model.catalogue import WRITTEN
from briefing.records import dataclass
from briefing.resources import resource

FOLDER = "manual"

_KEY = re.compile(r"\{key:(\w+)\}")
_COMMANDS = "{commands}"
_HEADING = re.compile(r"^(#{1,2}) +(.+)$", re.MULTILINE)

ShownKey = Callable[[str], str]
"""Gives the key of the command of a name as it stands on the keyboard, or nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    Attributes:
        title: its heading; that of the whole page for what stands above the first section.
        anchor: by which links find it; empty for the top of the page.
        markdown: the heading and what stands under it.
    """

    title: str
    anchor: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual.

    Attributes:
        name: of its file, by which links find it.
        sections: what it says; the first one has the title of the page.
    """

    name: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """What the page is about."""
        return self.sections[0].title

    @property
    def markdown(self) -> str:
        """All that it says."""
        return "".join(section.markdown for section in self.sections)


def page_names() -> tuple[str, ...]:
    """The names of the pages, in their order."""
    contents = tomllib.loads(resource(FOLDER, "contents.toml").read_text(encoding="utf-8"))
    return tuple(contents["pages"])


def read_page(name: str, language: str = WRITTEN) -> str:
    """The Markdown of a page as it stands in its file; English where a language has no manual.

    Raises:
        FileNotFoundError: if there is no such page.
    """
    own = resource(FOLDER) / language / f"{name}.md"
    return (own if own.is_file() else resource(FOLDER, f"{name}.md")).read_text(encoding="utf-8")


def made_pages(
    commands: Sequence[Command], menus: Mapping[str, str], shown_key: ShownKey, language: str = WRITTEN
) -> tuple[Page, ...]:
    """All pages, with the keys that hold now.

    Args:
        commands: all of them.
        menus: names of the menus as the reader sees them, by those in `commands`, in their order.
        shown_key: tells the key of a command.
        language: code of the language of the pages.
    """
    by_name = {command.name: command for command in commands}
    table = _table(commands, menus, shown_key)

    def key(found: re.Match[str]) -> str:
        shown = shown_key(found[1])
        return _code(shown) if shown else f"“{_text(by_name[found[1]])}”"

    def made(name: str, spoken: str) -> tuple[Section, ...]:
        return sections_of(_KEY.sub(key, read_page(name, spoken)).replace(_COMMANDS, table))

    return tuple(Page(name, _found_as(made(name, WRITTEN), made(name, language))) for name in page_names())


def _found_as(written: Sequence[Section], told: Sequence[Section]) -> tuple[Section, ...]:
    """The sections of a page, found by the same links in every language."""
    return tuple(replace(section, anchor=english.anchor) for english, section in zip(written, told, strict=True))


def sections_of(markdown: str) -> tuple[Section, ...]:
    """The sections of a page, by its headings of the first and second rank."""
    heads = list(_HEADING.finditer(markdown))
    ends = [head.start() for head in heads[1:]] + [len(markdown)]
    return tuple(
        Section(head[2].strip(), "" if number == 0 else anchor_of(head[2]), markdown[head.start() : end])
        for number, (head, end) in enumerate(zip(heads, ends, strict=True))
    )


def anchor_of(heading: str) -> str:
    """What a link calls a heading: its words in small letters, with hyphens between them."""
    return "-".join(re.findall(r"\w+", heading.casefold()))


def _table(commands: Sequence[Command], menus: Mapping[str, str], shown_key: ShownKey) -> str:
    parts = []
    for menu, words in menus.items():
        rows = [f"| {_code(shown_key(one.name))} | {_text(one)} | {one.tip} |" for one in commands if one.menu == menu]
        parts.append("\n".join((f"## {words}", "", "| | | |", "| --- | --- | --- |", *rows, "")))
    return "\n".join(parts)


def _text(command: Command) -> str:
    return command.words


def _code(key: str) -> str:
    # A key may be a backtick or a bar itself.
    return f"`` {key} ``".replace("|", "\\|") if key else ""
