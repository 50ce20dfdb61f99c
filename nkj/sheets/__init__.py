"""Answers as sheets: what is said, before any format.

One module a question makes the sheet of its answer; ``sheet`` is what a sheet is, ``phrases`` says
a registry's values in words.
"""
