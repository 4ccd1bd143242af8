"""Show it all: the Qt application."""
