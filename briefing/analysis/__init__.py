"""Find out who said what in an article, and how confirmed it is."""
