"""Who said what by which words: cues, contents and sources."""
