"""See to the system libraries that Qt needs on Linux; other systems bring all of them."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from environment import Trouble, can_use_apt, install_with_apt, say


class Library(NamedTuple):
    """One shared library, and the package that brings it on each family of systems."""

    soname: str
    debian: str
    fedora: str
    arch: str
    suse: str


# What Qt needs even without a display.
OFFSCREEN = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "Mesa-libGL1"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "Mesa-libEGL1"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2", "libfreetype6"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11", "libX11-6"),
    # Of QtNetwork, by which a second start finds the first
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli", "libbrotlidec1"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5", "krb5"),
)

# What a window on X needs beside that. Qt blames libxcb-cursor for whichever of them is missing.
X = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", *["libxkbcommon-x11"] * 2, "libxkbcommon-x11-0"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb", "libxcb1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    Library("libxcb-glx.so.0", "libxcb-glx0", "libxcb", "libxcb", "libxcb-glx0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb", "libxcb-render0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", *["xcb-util-renderutil"] * 2, "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
)

WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland", "libwayland-client0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland", "libwayland-cursor0"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland", "libwayland-egl1"),
)

A_FONT = Library("a font", "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu", "dejavu-fonts")
_FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb", ".ttf.gz")

_INSTALL = {
    "debian": "sudo apt-get install",
    "fedora": "sudo dnf install",
    "arch": "sudo pacman -S --needed",
    "suse": "sudo zypper install",
}
_FAMILIES = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "opensuse": "suse", "manjaro": "arch"}


def has_display(env: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window can be opened, on a screen or on the stand-in that QT_QPA_PLATFORM names."""
    if not sys.platform.startswith("linux"):
        return True
    platform = env.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def needed(env: Mapping[str, str] = os.environ) -> tuple[Library, ...]:
    """List the libraries that Qt needs for the display that there is."""
    if env.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return OFFSCREEN
    return OFFSCREEN + (X if env.get("DISPLAY") else ()) + (WAYLAND if env.get("WAYLAND_DISPLAY") else ())


def ensure(libraries: Iterable[Library] | None = None) -> None:
    """Install what is missing where that is possible; else stop and print the line that does it."""
    if not sys.platform.startswith("linux"):
        return
    wanted = tuple(needed() if libraries is None else libraries)
    lacking = missing(wanted)
    if not lacking:
        return
    if can_use_apt():
        packages = _packages(lacking, "debian")
        say(f"Installing the system libraries that Qt needs: {' '.join(packages)}.")
        if install_with_apt(packages) and not missing(wanted):
            return
    raise Trouble(advice(lacking, family()))


def ensure_strace() -> None:
    """Install the tool that lets a test see whether the program is silent, where that may be; without it that skips."""
    if sys.platform.startswith("linux") and shutil.which("strace") is None and can_use_apt():
        say("Installing strace, which shows whether the program talks to anybody.")
        install_with_apt(["strace"])


def missing(libraries: Iterable[Library]) -> list[Library]:
    """List the libraries that cannot be loaded, and the font if there is none."""
    lacking = [library for library in libraries if not _loads(library.soname)]
    return lacking if _has_font() else [*lacking, A_FONT]


def advice(lacking: list[Library], system: str | None) -> str:
    """Say what is missing, with the line that installs it on the user's system."""
    if system is None:
        return f"Qt needs these system libraries, which are missing: {', '.join(item.soname for item in lacking)}."
    return f"Qt needs system libraries that are missing. Run: {_INSTALL[system]} {' '.join(_packages(lacking, system))}"


def family(os_release: Path = Path("/etc/os-release")) -> str | None:
    """Tell from which family of Linux systems this one is, if it is one that is known here."""
    try:
        lines = os_release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    entries = dict(line.split("=", 1) for line in lines if "=" in line)
    names = f"{entries.get('ID', '')} {entries.get('ID_LIKE', '')}".replace('"', "").split()
    # openSUSE calls itself opensuse-leap or opensuse-tumbleweed.
    roots = [name.split("-")[0] for name in names]
    known = [_FAMILIES.get(root, root) for root in roots]
    return next((name for name in known if name in _INSTALL), None)


def _packages(libraries: Iterable[Library], system: str) -> list[str]:
    return list(dict.fromkeys(str(getattr(library, system)) for library in libraries))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    """Look for any font where fontconfig looks; asking fontconfig itself can build its cache, for seconds."""
    homes = [Path.home() / ".fonts", Path.home() / ".local/share/fonts"]
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *homes]
    files = (name for folder in folders for _, _, names in os.walk(folder) for name in names)
    return any(name.lower().endswith(_FONT_SUFFIXES) for name in files)
