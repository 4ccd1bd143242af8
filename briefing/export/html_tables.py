"""Tables and lists of a web page beside its claims: contents, shares by status, the ledger, the sourcing audit."""

from collections.abc import Callable
from html import escape

from briefing.export.view_types import AuditView, ClaimView, QuestionView, ShareView

SHORTEST_CONTENTS = 3
"""Number of articles or sections from which a page has contents."""


def contents(entries: list[tuple[str, str]]) -> str:
    """Links to the parts of a page, each an id and a name."""
    if len(entries) < SHORTEST_CONTENTS:
        return ""
    links = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in entries)
    return f'<nav aria-label="Contents"><h2>Contents</h2><ol>{links}</ol></nav>\n'


def shares(summary: list[ShareView]) -> str:
    """How many claims have which status, as bars that are legible without colour."""
    if not summary:
        return ""
    most = max(row["count"] for row in summary)
    rows = "".join(
        f'<tr><th scope="row" class="{row["status"]}">{escape(row["label"])}</th>'
        f'<td class="bar {row["status"]}"><span style="width:{round(100 * row["count"] / most)}%"></span></td>'
        f"<td>{row['count']}</td><td>{row['share']} %</td></tr>"
        for row in summary
    )
    return _table("How confirmed it is", "shares", ("Status", "", "Claims", "Share"), rows)


def ledger(article: int, claims: list[ClaimView], reasons: Callable[[ClaimView], str]) -> str:
    """The claims as a table whose head comes again on each printed page; `reasons` tells why a status holds."""
    rows = "".join(
        f'<tr id="c{article}-{claim["number"]}"><td>{claim["number"]}</td>'
        f'<td><span class="status {claim["status"]}">{escape(claim["label"])}</span> '
        f"<small>{escape(claim['manner'])}</small></td>"
        f"<td><b>{' <small>through</small> '.join(map(escape, claim['chain']))}</b> <i>{escape(claim['cue'])}</i></td>"
        f"<td>{escape(claim['content'])}</td><td>{reasons(claim)}</td></tr>\n"
        for claim in claims
    )
    return _table("Claims", "ledger", ("No.", "Status", "Source", "Claim", "Why, and the reader’s word"), rows)


def audit(found: AuditView) -> str:
    """Independent origins, what rests on one source, and what to ask next."""
    origins = "".join(f"<li>{escape(origin)}</li>" for origin in found["origins"])
    passages = "".join(
        f"<li><b>{escape(one['origin'])}</b> <small>{_numbers(one['claims'])}</small><br>{escape(one['words'])}</li>"
        for one in found["passages"]
    )
    questions = "".join(
        f"<p><i>{escape(sentence)}</i></p><ul>{_asked(found['questions'], sentence)}</ul>"
        for sentence in dict.fromkeys(one["sentence"] for one in found["questions"])
    )
    parts = (
        ("Independent origins", f"<ul>{origins}</ul>" if origins else ""),
        ("What rests on a single source", f"<ul>{passages}</ul>" if passages else ""),
        ("Still to ask", questions),
    )
    return "".join(f"<section><h3>{name}</h3>{shown or '<p>Nothing.</p>'}</section>\n" for name, shown in parts)


def named_in(found: AuditView) -> set[int]:
    """The numbers of the claims that an audit names."""
    return {number for one in (*found["passages"], *found["questions"]) for number in one["claims"]}


def _table(title: str, kind: str, names: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' if name else "<td></td>" for name in names)
    return (
        f'<section><h3>{title}</h3><table class="{kind}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>\n"
    )


def _asked(questions: list[QuestionView], sentence: str) -> str:
    return "".join(
        f"<li><b>{escape(one['about'])}</b> <small>{_numbers(one['claims'])}</small></li>"
        for one in questions
        if one["sentence"] == sentence
    )


def _numbers(numbers: list[int]) -> str:
    return f"{'claim' if len(numbers) == 1 else 'claims'} {', '.join(map(str, numbers))}" if numbers else ""
