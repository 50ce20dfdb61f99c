"""Japanese: labels, problems, help."""
