"""What the set-up for Windows installs is whole: every listed file, and for every part the parts that it loads.

Looked at where `python3 packaging/build.py exe` left it; the imports are read by pefile, where that is installed.
"""

import base64
import csv
import hashlib
from pathlib import Path

import pytest

import windows_setup

STAGE = windows_setup.STAGE
SITE = STAGE / "Lib" / "site-packages"
# fmt: off
SYSTEM = (
    "advapi32", "api-ms-", "authz", "avicap32", "bcrypt", "combase",
    "icuuc", "cfgmgr32", "comctl32", "comdlg32", "credui", "crypt32",
    "d2d1", "d3d11", "d3d12", "d3d9", "dbghelp", "dnsapi", "dwmapi", "dwrite", "dxcore", "dxgi", "ext-ms-",
    "gdi32", "imm32", "iphlpapi", "kernel32", "mpr", "msvcrt", "ncrypt", "netapi32", "normaliz", "ntdll", "ole32",
    "oleaut32", "opengl32", "pdh", "powrprof", "propsys", "psapi", "rpcrt4", "secur32", "setupapi", "shcore",
    "shell32", "shlwapi", "user32", "userenv", "uxtheme", "version", "winhttp", "winmm", "winspool", "wintrust",
    "ws2_32", "wsock32", "wtsapi32", "mfplat", "directml", "ucrtbase", "uiautomationcore",
)
# fmt: on

pytestmark = pytest.mark.skipif(not (STAGE / "briefing.exe").is_file(), reason="build.py exe has not been run")


def test_every_file_that_a_package_lists_is_there_as_listed() -> None:
    records = list(SITE.glob("*.dist-info/RECORD"))
    assert len(records) > 60
    for record in records:
        for name, digest, _ in csv.reader(record.read_text(encoding="utf-8").splitlines()):
            if digest:
                found = base64.urlsafe_b64encode(hashlib.sha256((SITE / name).read_bytes()).digest()).rstrip(b"=")
                assert digest == f"sha256={found.decode()}", name


def test_whatever_a_compiled_part_loads_is_there_or_of_the_system() -> None:
    pefile = pytest.importorskip("pefile")
    parts = [path for path in STAGE.rglob("*") if path.suffix in (".exe", ".com", ".dll", ".pyd")]
    there = {path.name.lower() for path in parts}
    lacking = {}
    for path in parts:
        read = pefile.PE(str(path), fast_load=True)
        read.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in getattr(read, "DIRECTORY_ENTRY_IMPORT", []):
            name = entry.dll.decode().lower()
            if name not in there and not name.startswith(tuple(SYSTEM)):
                lacking.setdefault(name, path.name)
        read.close()
    assert lacking == {}


def test_python_looks_nowhere_but_in_its_folder() -> None:
    lines = (STAGE / "python313._pth").read_text(encoding="ascii").split()
    assert lines == ["python313.zip", ".", "Lib\\site-packages", "import", "site"]


def test_no_name_is_too_long_for_systems_that_allow_no_more() -> None:
    home = "C:\\Users\\somebody.with.a.name\\AppData\\Local\\Programs\\Briefing\\"
    longest = max((path.relative_to(STAGE).as_posix() for path in STAGE.rglob("*")), key=len)
    assert len(home) + len(longest) + len("__pycache__\\.cpython-313.pyc") < 260, longest


def test_no_two_names_differ_in_case_alone() -> None:
    names = [path.relative_to(STAGE).as_posix().lower() for path in STAGE.rglob("*")]
    assert len(names) == len(set(names))


def test_the_program_and_what_it_shows_are_inside() -> None:
    assert (SITE / "briefing" / "_resources" / "seeds").is_dir()
    assert (SITE / "briefing" / "_resources" / "models" / "roles" / "model.onnx").is_file()
    assert Path(SITE / "PySide6" / "plugins" / "platforms" / "qwindows.dll").is_file()


def test_there_is_one_onnxruntime_and_no_copy_for_programs_in_c() -> None:
    large = [path.name for path in (SITE / "onnxruntime/capi").iterdir() if path.stat().st_size > 1_000_000]
    assert large == ["onnxruntime_pybind11_state.pyd"]
