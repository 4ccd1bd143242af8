"""Turn a brief into a file, one module a format."""
