"""A sheet drawn in each format; ``json`` renders the result itself."""
