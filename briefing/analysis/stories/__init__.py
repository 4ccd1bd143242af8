"""What several articles say of one another: statements, propositions, origins, stories."""
