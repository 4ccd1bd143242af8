"""How articles come in: a web address, a feed, many files at once, a watched folder, and what is known of each."""
