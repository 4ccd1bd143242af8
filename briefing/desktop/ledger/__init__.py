"""The ledger: a card for each claim, how confirmed it is and why."""
