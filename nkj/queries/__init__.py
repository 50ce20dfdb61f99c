"""Questions and answers, one module a question: status, history, diff, exchanges, show.

What lives here: the shapes of the answers, computing them, and ``links``, the ways between records
that several questions follow. What does not: what held when (``replay``), which day and measures
were meant (``choices``), how it looks (``sheets``, ``formats``).
"""
