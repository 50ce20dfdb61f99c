"""Answers as text.

One module an answer makes a sheet of it (``status``, ``history``, ``diff``, ``show``); one module a format draws any
sheet (``table``); ``json`` renders the result itself; ``problems`` draws problems.
"""
