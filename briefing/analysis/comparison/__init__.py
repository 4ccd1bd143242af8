"""How claims bear on one another: repeats, confirms, denies."""
