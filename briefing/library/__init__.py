"""Keep, find and undo what the reader has on this machine."""
