"""Read bytes or an address into an article."""
