"""Dialogs and strips of the import: web address, feed, imports on their way, watched folder, details."""
