import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from briefs_for_trial import article_brief, trial_brief
from PIL import Image

from briefing.export import (
    FORMATS,
    ExportFailure,
    start_template,
    template_named,
    templates,
    typst_sandbox,
    user_templates,
)
from briefing.export.export_errors import TemplateFault
from briefing.export.pdf_writer import render
from briefing.export.template_sections import TEMPLATES
from briefing.model.catalogue import in_english

PLAIN = """
#import "@local/briefing:1.0.0": *
#import "_parts/greeting.typ": greeting
#show: frame.with(brief)
#title-block(brief)
#heading(level: 1)[#greeting]
#for (index, entry) in brief.articles.enumerate() {
  facts-block(entry)
  for claim in entry.claims { claim-entry(index, claim) }
}
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with one template of the reader's own, and a part of it."""
    (tmp_path / "_parts").mkdir()
    (tmp_path / "_parts" / "greeting.typ").write_text('#let greeting = "To the desk"', encoding="utf-8")
    (tmp_path / "our-page.typ").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "_frame.typ").write_text("", encoding="utf-8")
    (tmp_path / "readme.txt").write_text("no template", encoding="utf-8")
    return tmp_path


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


def own(folder, template="our-page.typ"):
    return replace(trial_brief(), template=str(folder / template))


def test_own_templates_are_listed_after_the_shipped_ones(folder):
    listed = templates(folder)
    assert list(listed)[: len(TEMPLATES)] == list(TEMPLATES)
    assert dict(list(listed.items())[len(TEMPLATES) :]) == {str(folder / "our-page.typ"): "Our page"}


def test_a_folder_that_is_not_there_holds_none(tmp_path):
    assert tuple(templates(tmp_path / "nowhere")) == TEMPLATES


@pytest.mark.parametrize("given", ["our-page", "our-page.typ", "Our page", "{folder}/our-page.typ"])
def test_an_own_template_is_named_by_name_title_or_path(folder, given):
    assert template_named(given.format(folder=folder), folder) == str(folder / "our-page.typ")


def test_a_name_that_nothing_has_names_none(folder):
    assert template_named("audit", folder) == "audit"
    assert template_named("nothing", folder) is None
    assert template_named(str(folder / "nothing.typ"), folder) is None
    assert template_named(str(folder / "readme.txt"), folder) is None


def test_it_is_set_with_the_shipped_parts_and_what_lies_beside_it(folder):
    rendered = render(own(folder))
    assert rendered.warnings == ()
    words = words_in(rendered.data)
    assert "OUR PAGE" in words
    assert "To the desk" in words
    assert "the harbour would reopen in May" in words
    with pikepdf.open(io.BytesIO(rendered.data)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "claims.jsonld" in document.attachments


def test_it_gives_the_same_bytes_each_time(folder):
    assert render(own(folder)).data == render(own(folder)).data


@pytest.mark.parametrize(
    ("name", "source", "told"),
    [
        ("a.typ", "Fine\n\n#nothing", "“a.typ” has a fault in line 3: unknown variable: nothing"),
        ("a.typ", '#import "@local/briefing:1.0.0": *\n#badge("odd", "")', "“a.typ” has a fault in line 2"),
        ("_parts/greeting.typ", "\n#let greeting = ", "“greeting.typ” has a fault in line 2"),
        (
            "our-page.typ",
            '#read("/etc/passwd")',
            "“our-page.typ” has a fault in line 1: file not found (searched at etc",
        ),
        ("our-page.typ", '#import "@preview/cetz:0.3.0"', "asks for @preview/cetz:0.3.0 from the network"),
    ],
)
def test_a_fault_names_the_file_and_the_line(folder, name, source, told):
    (folder / name).write_text(source, encoding="utf-8")
    with pytest.raises(TemplateFault) as fault:
        render(own(folder, name if not name.startswith("_") else "our-page.typ"))
    assert told in str(fault.value)


SECRET = "the reader's own secret"


@pytest.fixture
def near(folder):
    """A folder with a template, beside and around which lies what is no part of it."""
    (folder.parent / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "id_rsa").write_text(SECRET, encoding="utf-8")
    (folder / ".hidden.txt").write_text(SECRET, encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "linkdir").symlink_to(folder.parent, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    (folder / "far.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">'
        f'<image width="9" height="9" x:href="file://{folder.parent}/secret.png"/></svg>',
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/passwd")',
        '#read("/" + "etc/" + "passwd")',
        '#read("../secret.txt")',
        '#read("sub/id_rsa")',
        '#read("link.txt")',
        '#read("linkdir/secret.txt")',
        '#read(".hidden.txt")',
        '#read("pipe.txt")',
        '#read("../packages/../../secret.txt")',
        '#let p = plugin("x.wasm")',
    ],
)
def test_it_reads_nothing_that_is_no_part_of_it(near, source):
    (near / "x.wasm").write_bytes(b"\0asm\1\0\0\0")
    (near / "evil.typ").write_text(source, encoding="utf-8")
    with pytest.raises(TemplateFault, match=r"the template “evil\.typ” has a fault in line 1"):
        render(own(near, "evil.typ"))


def test_a_picture_leads_to_no_other_file(near):
    picture = Image.new("RGB", (9, 9), "red")
    picture.save(near.parent / "secret.png")
    (near / "evil.typ").write_text('#image("far.svg")', encoding="utf-8")
    try:
        pdf = render(own(near, "evil.typ")).data
    except TemplateFault:
        return
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert all(not page.images for page in document.pages)


@pytest.mark.parametrize(
    ("main", "part"),
    [
        ('#import "@preview/cetz:0.3.2": *', ""),
        ('#import "_part.typ": *', '#import "@preview/cetz:0.3.2": *'),
        ('#import ("@pre" + "view/cetz:0.3.2"): *', ""),
        ('#import "_part.typ": *', '#import ("@pre" + "view/cetz:0.3.2"): *'),
    ],
)
def test_it_asks_nobody_for_a_package_however_it_is_named(folder, main, part, monkeypatch):
    (folder / "evil.typ").write_text(main, encoding="utf-8")
    (folder / "_part.typ").write_text(part, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as door:
        # What the reader's system says of proxies does not open the network either.
        proxy = f"http://127.0.0.1:{door.getsockname()[1]}"
        for name, value in {"HTTPS_PROXY": proxy, "https_proxy": proxy, "ALL_PROXY": proxy, "NO_PROXY": "*"}.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(TemplateFault) as fault:
            render(own(folder, "evil.typ"))
        door.setblocking(False)
        with pytest.raises(BlockingIOError):
            door.accept()
    assert "“evil.typ” asks for @preview/cetz:0.3.2 from the network" in str(fault.value)


def test_another_template_beside_it_may_ask_for_what_it_likes(folder):
    (folder / "other.typ").write_text('#import "@preview/cetz:0.3.2": *', encoding="utf-8")
    assert render(own(folder)).data


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to see what the system is asked")
def test_the_system_is_asked_for_no_connection_to_anywhere(folder, tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    # Behind it (-D), not before it: what sets a template ends where another than whoever waits for it is its parent.
    tracing = ["strace", "-D", "-f", "-e", "trace=connect,sendto,sendmsg", "-o", str(seen)]
    traced = [*tracing, *typst_sandbox._command()]
    monkeypatch.setattr(typst_sandbox, "_command", lambda: traced)
    (folder / "evil.typ").write_text('#import ("@pre" + "view/cetz:0.3.2"): *', encoding="utf-8")
    with pytest.raises(TemplateFault, match="from the network"):
        render(own(folder, "evil.typ"))
    until = time.monotonic() + 20
    while "+++ exited" not in seen.read_text() and time.monotonic() < until:
        time.sleep(0.01)
    asked = [line for line in seen.read_text().splitlines() if "AF_INET" in line]
    assert asked
    assert all('htons(9), sin_addr=inet_addr("127.0.0.1")' in line for line in asked)


def test_one_that_never_ends_is_given_up(folder, monkeypatch):
    monkeypatch.setattr("briefing.export.pdf_writer.TIME", 1.5)
    (folder / "evil.typ").write_text("#for i in range(100000) { for j in range(100000) {} }", encoding="utf-8")
    with pytest.raises(TemplateFault, match=r"“evil\.typ” takes longer than"):
        render(own(folder, "evil.typ"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no process to an amount of time")
def test_one_that_never_ends_ends_also_when_nobody_waits_for_it_any_more(folder, monkeypatch):
    waiting = []

    def killed(command, **how):
        waiting.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=how["env"]))
        waiting[0].stdin.write(how["input"])
        waiting[0].stdin.close()
        # Until here, who set it may be killed at any moment; then nobody counts the seconds.
        waiting[0].wait(timeout=120)
        raise subprocess.TimeoutExpired(command, how["timeout"])

    monkeypatch.setattr("briefing.export.pdf_writer.TIME", 1.0)
    monkeypatch.setattr(subprocess, "run", killed)
    (folder / "evil.typ").write_text("#for i in range(100000) { for j in range(100000) {} }", encoding="utf-8")
    with pytest.raises(TemplateFault):
        render(own(folder, "evil.typ"))
    assert waiting[0].returncode == -signal.SIGXCPU


WAITING = """
import json, os, subprocess, sys, time
from briefing.export.typst_sandbox import _command, _environment
made = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=_environment())
made.stdin.write(json.dumps(json.load(sys.stdin) | {"parent": os.getpid()}).encode())
made.stdin.close()
print(made.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_one_that_never_ends_ends_when_whoever_waits_for_it_is_killed(tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    (root / "evil.typ").write_text("#for i in range(100000) { for j in range(100000) {} }", encoding="utf-8")
    asked = {"main": str(root / "evil.typ"), "root": str(root), "packages": str(root), "fonts": [], "inputs": {}}
    asked |= {"system_fonts": False, "standards": [], "made": 0, "out": str(tmp_path / "set.pdf"), "seconds": 600}
    with subprocess.Popen([sys.executable, "-c", WAITING], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as waiting:
        waiting.stdin.write(json.dumps(asked).encode())
        waiting.stdin.close()
        pid = int(waiting.stdout.readline())
        waiting.kill()
    until = time.monotonic() + 60
    while (alive := _is_at_work(pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive


def _is_at_work(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no process to an amount of memory")
def test_one_that_takes_all_memory_is_given_up(folder, monkeypatch):
    (folder / "evil.typ").write_text(
        '#let a = "aaaaaaaaaa" * 1000000\n#let b = a * 100\n#for i in range(200) { b + str(i) }', encoding="utf-8"
    )
    with pytest.raises(TemplateFault, match=r"“evil\.typ” (needs more memory|takes longer)"):
        render(own(folder, "evil.typ"))


def test_no_module_that_lies_where_one_works_is_loaded_for_it(folder, tmp_path, monkeypatch):
    for name in ("typst.py", "json.py"):
        (folder / name).write_text("raise SystemExit('loaded')", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", [place for place in sys.path if place not in ("", str(folder))])
    assert render(own(folder)).data


def test_pictures_data_and_fonts_beside_it_are_its_own(folder):
    Image.new("RGB", (9, 9), "red").save(folder / "logo.png")
    (folder / "below").mkdir()
    (folder / "below" / "names.csv").write_text("Ana Ruiz", encoding="utf-8")
    (folder / "page.typ").write_text(
        '#set document(title: "x")\n#image("logo.png", alt: "red")\n#csv("below/names.csv").first().first()',
        encoding="utf-8",
    )
    rendered = render(own(folder, "page.typ"))
    assert "Ana Ruiz" in words_in(rendered.data)


def test_of_a_crowded_folder_the_parts_come_first(folder, monkeypatch):
    monkeypatch.setattr(user_templates, "MOST_PARTS", 3)
    for number in range(20):
        (folder / f"a{number}.txt").write_text("x", encoding="utf-8")
    (folder / "_near.typ").write_text('#let near = "Near"', encoding="utf-8")
    (folder / "page.typ").write_text('#import "_near.typ": near\n#near', encoding="utf-8")
    assert "Near" in words_in(render(own(folder, "page.typ")).data)


def test_a_template_that_is_a_link_is_not_listed(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "far.typ"
    elsewhere.write_text("far", encoding="utf-8")
    (folder / "near.typ").symlink_to(elsewhere)
    assert [name for name in templates(folder) if name.endswith("near.typ") or name.endswith("far.typ")] == []


def test_a_template_that_is_gone_is_told(folder):
    with pytest.raises(TemplateFault, match=r"the template “gone\.typ” cannot be read"):
        render(own(folder, "gone.typ"))


def test_what_does_not_keep_to_the_standards_is_printed_with_a_warning(folder):
    (folder / "bare.typ").write_text("Words, and no title", encoding="utf-8")
    rendered = render(own(folder, "bare.typ"))
    (warning,) = rendered.warnings
    assert "“bare.typ” does not keep to the standards" in in_english(warning)
    assert words_in(rendered.data) == "Words, and no title"


def test_missing_characters_are_named_there_too(folder):
    rendered = render(replace(article_brief("Odd: \U0010fff0"), template=str(folder / "our-page.typ")))
    assert "U+10FFF0" in in_english(rendered.warnings[0])


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
def test_the_other_formats_are_written_as_ever(folder, name):
    assert FORMATS[name].render(own(folder)).data


def test_a_template_to_begin_with_is_written_with_its_description_and_prints(tmp_path):
    path = start_template("For the desk", tmp_path / "new")
    assert path.name == "For the desk.typ"
    assert (path.parent / "README.md").read_text(encoding="utf-8").startswith("# Templates of your own")
    rendered = render(replace(trial_brief(), template=str(path)))
    assert rendered.warnings == ()
    assert "Not settled yet" in words_in(rendered.data)
    assert list(templates(path.parent))[-1] == str(path)


def test_a_template_that_is_there_is_not_written_over(folder):
    with pytest.raises(ExportFailure, match=r"“our-page\.typ” in .* already"):
        start_template("our-page", folder)
    assert (folder / "our-page.typ").read_text(encoding="utf-8") == PLAIN
