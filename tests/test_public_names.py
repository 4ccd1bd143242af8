"""What a package says it offers is there: `import *` works, and so does every name in an `__all__`."""

import importlib
from pathlib import Path

import briefing


def _modules_that_offer_names() -> list[str]:
    (package,) = briefing.__path__
    root = Path(package)
    offering = (path for path in root.rglob("*.py") if "\n__all__" in path.read_text(encoding="utf-8"))
    return sorted(".".join(path.relative_to(root.parent).with_suffix("").parts) for path in offering)


def test_every_name_that_is_offered_exists() -> None:
    modules = _modules_that_offer_names()
    assert len(modules) > 5
    offered = {name: importlib.import_module(name.removesuffix(".__init__")) for name in modules}
    missing = [
        f"{name}.{one}" for name, module in offered.items() for one in module.__all__ if not hasattr(module, one)
    ]
    assert missing == []
