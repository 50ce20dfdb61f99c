"""One HTML file that answers by itself: any day, any two days, each life, bargain, party and act.

What lives here: ``page``, which makes it of a registry. What does not: writing it to a file
(``cli``). ``answers`` works out every answer on every day on which one changes, ``data`` puts them
into one object, ``bars`` draws a life small, ``frame`` is the HTML around them, and ``scripts``
picks. Only whether the rules of a day speak of an act is worked out in a browser: facts have more
combinations than a file can hold.
"""

from nkj.page.frame import page

__all__ = ["page"]
