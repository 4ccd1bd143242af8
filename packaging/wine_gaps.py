"""Libraries of Windows that wine lacks parts of, as stand-ins for it: the complex numbers of C, and text codes of ICU.

NumPy calls the first, Qt links the second. Windows 10 has both; wine 10 has neither, so a try under wine brings these.
"""

import re
import subprocess
from pathlib import Path

COMPILER = "x86_64-w64-mingw32-gcc"
SHOWN = "x86_64-w64-mingw32-objdump"
KEPT = "ucrtwine"
"""The name by which wine's own library is reached once a stand-in has its name."""

_HEAD = """
#include <complex.h>
#include <math.h>
typedef struct { float r, i; } F;
typedef struct { double r, i; } D;
static float complex f(F a) { float complex z; __real__ z = a.r; __imag__ z = a.i; return z; }
static double complex d(D a) { double complex z; __real__ z = a.r; __imag__ z = a.i; return z; }
static F uf(float complex z) { F a = {__real__ z, __imag__ z}; return a; }
static D ud(double complex z) { D a = {__real__ z, __imag__ z}; return a; }
"""
_ONE = ("ccos", "ccosh", "cexp", "csin", "csinh", "ctan", "ctanh")
_PARTS = {"cabs": "hypot(a.r, a.i)", "carg": "atan2(a.i, a.r)", "creal": "a.r", "cimag": "a.i"}
# fmt: off
_CODES = (
    "cbFromUWriteUChars", "cbToUWriteUChars", "close", "countAvailable", "fromUCountPending", "fromUnicode",
    "getAvailableName", "getFromUCallBack", "getMaxCharSize", "getName", "getStandardName", "getToUCallBack", "reset",
    "setFromUCallBack", "setToUCallBack", "toUCountPending", "toUnicode",
)
# fmt: on


def lay_out(system: Path, work: Path) -> None:
    """Put the stand-ins into a folder of system libraries, beside wine's own."""
    own = system / "ucrtbase.dll"
    read = own.read_bytes()
    # Without this mark wine takes its library for any other, under any name.
    (system / f"{KEPT}.dll").write_bytes(read.replace(b"Wine builtin DLL", bytes(16), 1))
    made = _complex_numbers()
    names = [name for name in _exported(own) if name not in made]
    (work / "numbers.c").write_text(_HEAD + "\n".join(made.values()), encoding="ascii")
    exports = [f"  {name} = own_{name}" for name in made] + [f"  {name} = {KEPT}.{name}" for name in names]
    (work / "numbers.def").write_text("LIBRARY ucrtbase.dll\nEXPORTS\n" + "\n".join(exports), encoding="ascii")
    (work / "codes.c").write_text(_codes(), encoding="ascii")
    build = [COMPILER, "-O1", "-w", "-shared", "-static"]
    subprocess.run([*build, "-o", "ucrtbase.dll", "numbers.c", "numbers.def"], cwd=work, check=True)
    subprocess.run([*build, "-Wl,--export-all-symbols", "-o", "icuuc.dll", "codes.c"], cwd=work, check=True)
    for name in ("ucrtbase.dll", "icuuc.dll"):
        (system / name).unlink(missing_ok=True)
        (system / name).write_bytes((work / name).read_bytes())


def _complex_numbers() -> dict[str, str]:
    """Each function by name, in C; a `long double` is a double there."""
    made: dict[str, str] = {}
    for name in _ONE:
        made[f"{name}f"] = f"F own_{name}f(F a) {{ return uf({name}f(f(a))); }}"
        made |= {name + end: f"D own_{name}{end}(D a) {{ return ud({name}(d(a))); }}" for end in ("", "l")}
    made["cpowf"] = "F own_cpowf(F a, F b) { return uf(cpowf(f(a), f(b))); }"
    made |= {f"cpow{end}": f"D own_cpow{end}(D a, D b) {{ return ud(cpow(d(a), d(b))); }}" for end in ("", "l")}
    for name, value in _PARTS.items():
        made[f"{name}f"] = f"float own_{name}f(F a) {{ return (float)({value}); }}"
        made |= {name + end: f"double own_{name}{end}(D a) {{ return {value}; }}" for end in ("", "l")}
    return made


def _codes() -> str:
    """Functions that know no code of text: Qt then uses its own, as it does for all common ones."""
    lines = ["void *ucnv_open(const char *name, int *fault) { *fault = 4; return 0; }"]
    lines += [f"long long ucnv_{name}(void) {{ return 0; }}" for name in _CODES]
    lines += [f"void UCNV_{way}_U_CALLBACK_SUBSTITUTE(void) {{}}" for way in ("FROM", "TO")]
    return "\n".join(lines)


def _exported(library: Path) -> list[str]:
    told = subprocess.run([SHOWN, "-p", str(library)], capture_output=True, text=True, check=True).stdout
    table = told.partition("[Ordinal/Name Pointer] Table")[2]
    return re.findall(r"^\t\[ *\d+\](?: \+base\[ *\d+\] +[0-9a-f]+)? (\w+)$", table, re.MULTILINE)
