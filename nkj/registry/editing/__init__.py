"""One form for files, a schema for editors, a sentence for each key: what helps people who write
registries.
"""
