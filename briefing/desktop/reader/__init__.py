"""The reader: the article in a good type, with marks painted as a layer under its text."""
