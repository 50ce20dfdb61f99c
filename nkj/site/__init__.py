"""A registry as a folder of files that any web server can show, or no server at all.

What lives here: ``files``, which makes every file of the site. What does not: writing them to disk
(``exports.folders``). ``plan`` says where everything stands, ``paper`` makes a page and its twin of
a sheet; then one module a part: ``records``, ``days``, ``lists``, ``pictures``, ``downloads``, and
``machines`` for what programs read first.
"""

from nkj.site.build import files
from nkj.site.plan import Plan, plan

__all__ = ["Plan", "files", "plan"]
