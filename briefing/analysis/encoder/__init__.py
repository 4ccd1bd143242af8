"""The trained encoder that reads roles, and what goes in and comes out."""
