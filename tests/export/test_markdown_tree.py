import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.markdown_tree import tree_of, words_of_tree


def text(words):
    return {"kind": "text", "text": words}


def paragraph(*runs):
    return {"kind": "paragraph", "runs": list(runs)}


def items(tree):
    """The words of lists, nested as they are."""
    return [
        [block if isinstance(block, str) else items([block]) for block in map(_words_or_list, item)]
        for block in tree
        if block["kind"] == "list"
        for item in block["items"]
    ]


def _words_or_list(block):
    return block if block["kind"] == "list" else words_of_tree([block])


def test_emphasis_code_and_links_are_runs():
    assert tree_of("**Ask** *him* for `ref 12` at [the desk](https://x.example/?a=1&b=2).") == [
        paragraph(
            {"kind": "strong", "runs": [text("Ask")]},
            text(" "),
            {"kind": "emphasis", "runs": [text("him")]},
            text(" for "),
            {"kind": "code", "text": "ref 12"},
            text(" at "),
            {"kind": "link", "address": "https://x.example/?a=1&b=2", "runs": [text("the desk")]},
            text("."),
        )
    ]


def test_plain_words_keep_their_lines_and_paragraphs():
    assert tree_of("one\ntwo\n\nthree") == [
        paragraph(text("one"), {"kind": "break"}, text("two")),
        paragraph(text("three")),
    ]


@pytest.mark.parametrize("nested", ["  - b", "    - b", "\t- b", "   - b"])
def test_lists_are_nested_by_any_indent(nested):
    assert items(tree_of(f"- a\n{nested}\n- c")) == [["a", [["b"]]], ["c"]]


def test_a_list_needs_no_empty_line_before_it():
    tree = tree_of("To do:\n- ask\n- wait")
    assert [block["kind"] for block in tree] == ["paragraph", "list"]
    assert items(tree) == [["ask"], ["wait"]]


def test_numbers_go_on_from_the_first():
    (numbered,) = tree_of("3. c\n4. d")
    assert (numbered["ordered"], numbered["start"], items([numbered])) == (True, 3, [["c"], ["d"]])


def test_a_year_at_the_head_of_a_line_begins_no_list():
    assert [block["kind"] for block in tree_of("It was in\n2019. Nobody came.")] == ["paragraph"]


def test_a_tag_is_no_heading():
    assert tree_of("#harbour is a tag") == [paragraph(text("#harbour is a tag"))]
    assert tree_of("# Harbour") == [{"kind": "heading", "runs": [text("Harbour")]}]


@pytest.mark.parametrize(
    "written", ["# ", "#\n\n", "# #", "##  ##", "# ` `", "# [](x)", "# ![](http://x.example)", "# \u200b"]
)
def test_a_heading_without_words_is_none(written):
    for block in tree_of(written):
        assert block["kind"] != "heading" or words_of_tree([block]).strip()


def test_quotations_code_and_rules_are_blocks():
    kinds = [block["kind"] for block in tree_of("> said\n\n```\n- x\n<b>\n```\n\n---\n\nend")]
    assert kinds == ["quotation", "code", "rule", "paragraph"]
    assert tree_of("```\n- x &amp; <b>\n```") == [{"kind": "code", "text": "- x &amp; <b>"}]


@pytest.mark.parametrize("markup", ["<script>alert(1)</script>", "a <b>c</b>", "&amp; &#65;", "<!-- gone -->", "R&D"])
def test_html_is_text(markup):
    assert words_of_tree(tree_of(f"{markup} *and*")) == f"{markup} and"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.example"])
def test_a_link_leads_to_the_web_or_to_mail_only(address):
    tree = tree_of(f"[here]({address})")
    assert '"link"' not in json.dumps(tree)
    assert words_of_tree(tree) == f"here ({address})"


@pytest.mark.parametrize("written", ["> " * 3000 + "end", "- " * 500 + "end", "*" * 2000 + "end", "[" * 2000 + "end"])
def test_what_is_nested_too_deep_is_told_in_words(written):
    assert "end" in words_of_tree(tree_of(written))
    json.dumps(tree_of(written))


@given(
    st.lists(
        st.sampled_from(
            [
                "word",
                " ",
                "\n",
                "\n\n",
                "- ",
                "1. ",
                "  ",
                "\t",
                "# ",
                "> ",
                "*",
                "_",
                "`",
                "[",
                "](",
                ")",
                "<",
                ">",
                "&",
                "\\",
                "|",
                "~~~\n",
            ]
        )
    )
)
def test_no_word_is_lost(parts):
    written = "".join(parts)
    assert json.dumps(tree_of(written)).count("word") >= written.count("word") - written.count("](")
