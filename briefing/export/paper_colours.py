"""The colours of exported files: of the reader's highlights, and of statuses."""

import tomllib

from briefing.model import Status
from briefing.resources import resource

FILLS = ("FDEB8B", "C9ECB4", "B9E3F5", "F7CBD9", "FFD3A6", "DCCFF5", "BFE9DD", "DCDAD2")
"""The reader's colours, as the window shows them on paper. Word's own markers have none that are so light."""

_LOOKS = tomllib.loads(resource("templates", "statuses.toml").read_text("utf-8"))

STATUS_INKS = {status: str(_LOOKS[status.value]["ink"]) for status in Status}
"""The colour of each status's name, with the sign of hexadecimal numbers in front, as pages have it."""

STATUS_FILLS = {status: str(_LOOKS[status.value]["fill"]).removeprefix("#") for status in Status}
