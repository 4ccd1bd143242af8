"""What is handed to an editor: a brief is described, seen beside its description, and written."""
