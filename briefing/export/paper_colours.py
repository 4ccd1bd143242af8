"""The colours of exported files: of the reader's highlights, and of statuses."""

from briefing.model.status_looks import status_looks

FILLS = ("FDEB8B", "C9ECB4", "B9E3F5", "F7CBD9", "FFD3A6", "DCCFF5", "BFE9DD", "DCDAD2")
"""The reader's colours, as the window shows them on paper. Word's own markers have none that are so light."""

STATUS_INKS = {status: look.ink for status, look in status_looks().items()}
"""The colour of each status's name, with the sign of hexadecimal numbers in front, as pages have it."""

STATUS_FILLS = {status: look.fill.removeprefix("#") for status, look in status_looks().items()}
