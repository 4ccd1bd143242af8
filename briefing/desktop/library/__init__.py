"""The library pane: every article that is kept."""
