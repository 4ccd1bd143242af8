"""Which mentions mean the same actor: pronouns, descriptions, office holders."""
