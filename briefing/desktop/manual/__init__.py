"""The manual inside the program: its pages, how they are set, and the window that shows them."""
