"""How a page of the manual is set: its Markdown as HTML, and the style sheet in the colours of a theme."""

import re
from collections.abc import Sequence

from briefing.desktop.manual.pages import FOLDER, Section
from briefing.desktop.theme import Role, Theme
from briefing.resources import resource

_EMPTY_HEAD = re.compile(r"<thead>\s*<tr>(?:\s*<th></th>)+\s*</tr>\s*</thead>")
_PIXELS = re.compile(r"(\d+)px")


def html_of(sections: Sequence[Section]) -> str:
    """The sections as one page of HTML, an anchor before each."""
    import markdown

    parts = [
        f'<a name="{section.anchor}"></a>{markdown.markdown(section.markdown, extensions=["tables", "sane_lists"])}'
        for section in sections
    ]
    return f"<body>{_as_qt_sets_it(''.join(parts))}</body>"


def style_sheet(theme: Theme, zoom: float) -> str:
    """The style sheet of the manual; `zoom` 1.0 is 100 %."""
    sheet = resource(FOLDER, "manual.css").read_text(encoding="utf-8")
    # Longest names first: @ink_soft must not be read as @ink.
    for role in sorted(Role, key=lambda role: -len(role.value)):
        sheet = sheet.replace(f"@{role.value}", theme[role].name())
    return _PIXELS.sub(lambda found: f"{round(int(found[1]) * zoom) or 1}px", sheet)


def _as_qt_sets_it(html: str) -> str:
    """The same for Qt's rich text, which sets a heading of the second rank too large and knows no padding of words."""
    changes = {
        "<h2>": "<h3>",
        "</h2>": "</h3>",
        "<code>": "<code>&nbsp;",
        "</code>": "&nbsp;</code>",
        "<table>": '<table width="100%" cellspacing="0" style="border-collapse: collapse; margin-bottom: 14px">',
    }
    for before, after in changes.items():
        html = html.replace(before, after)
    return _EMPTY_HEAD.sub("", html)
