"""English: labels, problems, help."""
