"""From attributions to claims with a status and its evidence."""
