"""The words for statuses, voices and links, in English: briefs print them, the window shows their translation."""

from briefing.model.findings import LinkKind, Status, Voice


def translatable(words: str) -> str:
    """The words as they are: `packaging/translate.py` takes what stands in such a call into the catalogues."""
    return words


STATUS_LABELS = {
    Status.DISPUTED: translatable("Disputed"),
    Status.CONFIRMED: translatable("Confirmed"),
    Status.UNCLEAR: translatable("Unclear"),
    Status.UNNAMED: translatable("Unnamed source"),
    Status.RELAYED: translatable("Relayed"),
    Status.ON_RECORD: translatable("On record"),
    Status.CLAIMED: translatable("Claimed"),
    Status.UNATTRIBUTED: translatable("Unattributed"),
}

STATUS_MEANINGS = {
    Status.DISPUTED: translatable("Another source denies or contradicts it, or the accused answers."),
    Status.CONFIRMED: translatable("A second, independent source or the party concerned affirms it."),
    Status.UNCLEAR: translatable("The text itself hedges it or says that it is unknown."),
    Status.UNNAMED: translatable("The source has no name."),
    Status.RELAYED: translatable(
        "It reaches the article through another mouth: an outlet, a document, a second speaker."
    ),
    Status.ON_RECORD: translatable("A named source speaks about its own acts, position, intention or feeling."),
    Status.CLAIMED: translatable("A named source says it about the world or somebody else, so far alone."),
    Status.UNATTRIBUTED: translatable("The article says it in its own voice."),
}

VOICE_LABELS = {
    Voice.DIRECT: translatable("Quoted"),
    Voice.MIXED: translatable("Partly quoted"),
    Voice.INDIRECT: translatable("Reported"),
    Voice.NARRATED: translatable("Narrated"),
}

LINK_LABELS = {
    LinkKind.REPEATS: translatable("Repeats"),
    LinkKind.CONFIRMS: translatable("Confirms"),
    LinkKind.DENIES: translatable("Denies"),
    LinkKind.DROPS_ATTRIBUTION_OF: translatable("Drops the source of"),
}
"""What a claim does to the one it links to."""

LINKED_LABELS = {
    LinkKind.REPEATS: translatable("Repeated by"),
    LinkKind.CONFIRMS: translatable("Confirmed by"),
    LinkKind.DENIES: translatable("Denied by"),
    LinkKind.DROPS_ATTRIBUTION_OF: translatable("Loses its source in"),
}
"""The same seen from the other end."""
