"""The recipes for other systems name all that is opened, take no default away, and trust nothing unpinned."""

import plistlib
import re
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import build
import file_types
import folder
import linux_packages
import macos_app
import windows_msix
import windows_setup
from briefing import __version__
from briefing.desktop.interface_language import language_names
from environment import CHECKOUT, Trouble

WORKFLOWS = sorted((CHECKOUT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_nothing_may_be_written_without_need(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used), used
    assert text.index("permissions:\n  contents: read") < text.index("jobs:")
    assert "secrets." not in text


def test_the_app_of_macos_opens_every_kind_of_file_as_one_choice_and_owns_its_library() -> None:
    told = plistlib.loads(plistlib.dumps(macos_app.information(__version__)))
    assert told["CFBundleShortVersionString"] == __version__
    *articles, library = told["CFBundleDocumentTypes"]
    assert {end for kind in articles for end in kind["CFBundleTypeExtensions"]} == set(file_types.opened())
    assert {kind["LSHandlerRank"] for kind in articles} == {"Alternate"}
    assert set(told["CFBundleLocalizations"]) == set(language_names())
    assert library["LSItemContentTypes"] == [told["UTExportedTypeDeclarations"][0]["UTTypeIdentifier"]]
    plistlib.loads((CHECKOUT / "packaging/macos/entitlements.plist").read_bytes())


def test_the_set_up_of_windows_offers_every_kind_and_takes_it_back() -> None:
    offered, taken = windows_setup._each(windows_setup._OFFER), windows_setup._each(windows_setup._TAKE_BACK)
    for suffix in file_types.opened():
        assert f"\\.{suffix}\\OpenWithProgids" in offered
        assert f"\\.{suffix}\\OpenWithProgids" in taken
        # What a file opens with by itself is the key's own value, and never written.
        assert f'WriteRegStr HKCU "${{CLASSES}}\\.{suffix}" ""' not in offered


def test_the_set_up_of_windows_never_deletes_the_library() -> None:
    script = (windows_setup.SOURCES / "installer.nsi").read_text(encoding="utf-8")
    assert re.findall(r"RMDir (?:/r )?(\S+)", script) == ['"$INSTDIR\\Lib"', '"$INSTDIR"']
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\Briefing"' in script


def test_the_package_of_windows_offers_every_kind_and_leaves_the_library_where_it_is(tmp_path: Path) -> None:
    windows_msix.lay_out(tmp_path, __version__)
    text = (tmp_path / "AppxManifest.xml").read_text(encoding="utf-8")
    read = ElementTree.fromstring(text)
    assert "@" not in text
    types = [one.text for one in read.iter("{http://schemas.microsoft.com/appx/manifest/uap/windows10}FileType")]
    assert sorted(types) == sorted(f".{suffix}" for suffix in (*file_types.opened(), file_types.OWN))
    assert "FileSystemWriteVirtualization>disabled<" in text
    assert f'Version="{__version__}.0"' in text
    for picture in re.findall(r"Assets\\(\w+\.png)", text):
        assert (tmp_path / "Assets" / picture).read_bytes().startswith(b"\x89PNG")


def test_every_part_of_the_package_of_windows_has_a_type_and_none_is_changed(tmp_path: Path) -> None:
    made = tmp_path / "made.msix"
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("briefing.exe", b"program")
        packed.writestr("Lib/briefing-0.1.0.dist-info/RECORD", b"listed")
        packed.writestr("[Content_Types].xml", '<Types><Default Extension="exe" ContentType="a/b"/></Types>')
        packed.writestr("AppxBlockMap.xml", "<BlockMap/>")
    before = made.read_bytes()
    windows_msix.type_all(made)
    with zipfile.ZipFile(made) as packed:
        assert packed.testzip() is None
        assert packed.namelist()[-2:] == ["[Content_Types].xml", "AppxBlockMap.xml"]
        types = packed.read("[Content_Types].xml").decode()
        unchanged = packed.getinfo("[Content_Types].xml").header_offset
    assert 'PartName="/Lib/briefing-0.1.0.dist-info/RECORD"' in types
    assert 'Extension="exe"' in types
    assert made.read_bytes()[:unchanged] == before[:unchanged]


def test_the_icon_of_windows_holds_every_size() -> None:
    icon = windows_setup.icon()
    kind, number = struct.unpack_from("<HH", icon, 2)
    assert (kind, number) == (1, len(windows_setup.SIZES))
    for at in range(number):
        length, offset = struct.unpack_from("<II", icon, 6 + 16 * at + 8)
        assert icon[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(icon)


def test_menus_get_the_icon_in_every_size(tmp_path: Path) -> None:
    linux_packages.icons(tmp_path)
    assert {path.parts[-3] for path in tmp_path.rglob("*.png")} == {f"{n}x{n}" for n in linux_packages.ICONS}
    assert {16, 512} <= set(linux_packages.ICONS)


def test_the_rpm_asks_for_what_fedora_and_opensuse_call_alike() -> None:
    wanted = linux_packages.rpm_requirements()
    assert "libexpat.so.1()(64bit)" in wanted
    assert "libxcb-cursor.so.0()(64bit)" in wanted
    by_name = {one for one in wanted if not re.fullmatch(r"lib\S+\.so\.\d+\S*\(64bit\)", one)}
    assert by_name == {"shared-mime-info", "hicolor-icon-theme", "desktop-file-utils"}


def test_the_description_has_no_marks_of_one_kind_of_package() -> None:
    assert [line for line in linux_packages.ABOUT.splitlines() if line != line.strip() or line == "."] == []


def test_manifests_are_made_of_what_was_built_and_hold_no_blanks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "DIST", tmp_path)
    monkeypatch.setenv("BRIEFING_DOWNLOADS", "https://downloads.invalid")
    monkeypatch.setenv("BRIEFING_HOMEPAGE", "https://home.invalid")
    assert build._manifests() == []
    (tmp_path / f"Briefing-{__version__}-Setup.exe").write_bytes(b"set-up")
    (tmp_path / f"briefing-{__version__}-linux-x86_64.tar.xz").write_bytes(b"folder")
    made = {path.name: path.read_text(encoding="utf-8") for path in build._manifests()}
    assert made.keys() == {"Briefing.yaml", "org.briefing.Briefing.yml"}
    assert [name for name, text in made.items() if re.search(r"@[A-Z]\w+@", text)] == []
    assert f"https://downloads.invalid/Briefing-{__version__}-Setup.exe" in made["Briefing.yaml"]


def test_manifests_that_people_fetch_by_name_where_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "DIST", tmp_path)
    monkeypatch.delenv("BRIEFING_DOWNLOADS", raising=False)
    (tmp_path / f"Briefing-{__version__}-Setup.exe").write_bytes(b"set-up")
    with pytest.raises(Trouble, match="BRIEFING_DOWNLOADS"):
        build._manifests()


def test_qt_brings_its_own_words_in_every_language_of_the_window() -> None:
    (kept,) = (rule["only"] for rule in folder.pruning()["keep"] if rule["within"] == "PySide6")
    spelled = folder.spelled_out(kept)
    for place in ("Qt/translations", "translations"):
        assert {f"{place}/qtbase_{language}.qm" for language in language_names()} <= set(spelled)
    assert len(spelled) == len(set(spelled))
