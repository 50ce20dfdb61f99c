"""The registry in the formats of other tools."""
