"""How certain a text says that an event is."""
