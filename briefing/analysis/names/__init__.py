"""Names and mentions: who and what an article names."""
