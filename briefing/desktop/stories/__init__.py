"""Stories: what several articles say of one another, an actor over all of them, versions compared."""
