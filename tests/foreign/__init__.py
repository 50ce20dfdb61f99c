"""A registry of another sender, and what the program says about it."""
