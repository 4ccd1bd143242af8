"""Imports spaCy without its command line, which it imports for one function and which takes a third of the time."""

import sys
from types import ModuleType
from typing import Any

_COMMANDS, _OF_INFO = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, if nobody has; its command line is loaded when somebody imports or calls it."""
    if "spacy" in sys.modules:
        return
    standing_in = {name: ModuleType(name) for name in (_COMMANDS, _OF_INFO)}
    vars(standing_in[_COMMANDS]).update(__path__=[])
    vars(standing_in[_OF_INFO]).update(info=_info)
    sys.modules.update(standing_in)
    try:
        import spacy  # noqa: F401
    finally:
        for name, module in standing_in.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*arguments: Any, **named: Any) -> Any:
    """What `spacy.info` does."""
    from spacy.cli.info import info

    return info(*arguments, **named)
