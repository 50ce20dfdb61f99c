"""Text to records: the only place that opens a registry.

``files`` finds and reads the bytes, ``nodes`` makes a located tree of them, ``walker`` makes records of the tree,
``resolve`` hands decisions on to their events, ``checks`` tells what is wrong between records; ``reader`` runs them in
this order.
"""

from nkj.registry.reader import Reading, load, read

__all__ = ["Reading", "load", "read"]
