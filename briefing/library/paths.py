"""How the files in a library's folder are named."""

DATABASE = "library.sqlite"
"""Name of the database file in the library's folder."""

SETTINGS, QT_SETTINGS = "desktop.ini", "QtProject.conf"
"""Names of the files beside it that hold what the window, and Qt itself, remember of the screen."""

ORIGINALS = "originals"
"""Name of the folder beside it that holds the files as they were opened."""

PICTURES = "pictures"
"""Name of the folder beside it that holds the pictures of pages."""
