"""Text to records: the only place that opens a registry.

``files`` finds and reads the bytes; ``store`` knows their compiled form. Without one, ``nodes``
makes a located tree of the text, ``records`` makes records of the tree by the ``grammar`` of their
types, ``resolve`` hands decisions on to their events, ``checks`` tells what is wrong between
records; ``reader`` runs these in order. ``loader`` has the two calls.
"""

from nkj.registry.files import Reading
from nkj.registry.loader import load, read

__all__ = ["Reading", "load", "read"]
