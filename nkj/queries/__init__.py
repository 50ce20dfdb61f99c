"""Questions and answers, one module a question: status, history, diff, exchanges, show.

What lives here: computing the answers, and ``links``, the ways between records that several
questions follow. What does not: what held when (``replay``), which day and measures were meant
(``choices``), the shapes of the answers (``results``), how it looks (``views``).
"""
