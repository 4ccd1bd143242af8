"""The light colours behind words in exported files: those of the reader's highlights and of statuses."""

from briefing.model import Status

FILLS = ("FDEB8B", "C9ECB4", "B9E3F5", "F7CBD9", "FFD3A6", "DCCFF5", "BFE9DD", "DCDAD2")
"""The reader's colours, as the window shows them on paper. Word's own markers have none that are so light."""

STATUS_FILLS = {
    Status.DISPUTED: "F6C9C4",
    Status.CONFIRMED: "CBE8CF",
    Status.UNCLEAR: "E4DAF3",
    Status.UNNAMED: "F3DCC6",
    Status.RELAYED: "D3E4EE",
    Status.ON_RECORD: "CFE0F8",
    Status.CLAIMED: "F2E6BE",
    Status.UNATTRIBUTED: "E3E3E0",
}
