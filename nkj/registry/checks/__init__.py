"""What records must mean together, one module a family of checks."""
