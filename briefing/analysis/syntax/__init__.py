"""Words, sentences and their dependencies, as spaCy and the lexicon give them."""
