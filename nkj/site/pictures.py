"""The pictures of the registry, and the page that shows them.

What lives here: which pictures the site has, and the page. What does not: drawing them
(``pictures``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nkj import pictures
from nkj.exports import File
from nkj.pictures import Asked, Picture
from nkj.problems import WrongUsage
from nkj.sheets.notes import finished
from nkj.sheets.phrases import Phrases
from nkj.sheets.sheet import Block
from nkj.site import paper, plan
from nkj.site.paper import Leaf
from nkj.site.plan import Plan, between
from nkj.wording import LANGUAGES, words


def files(site: Plan, tell: Callable[[str], None]) -> Iterator[File]:
    """Every picture in every language, what is drawn in it as CSV, and the page."""
    for lang in LANGUAGES:
        drawn: dict[str, Picture] = {}
        for name in pictures.PICTURES:
            tell(name)
            try:
                drawn[name] = pictures.draw(site.registry, name, Asked(lang=lang))
            except WrongUsage:  # nothing in this registry to draw, as no bargain
                continue
            yield File(_path(name, lang, "svg"), drawn[name].svg.encode("utf-8"))
            yield File(_path(name, lang, "csv"), pictures.as_csv(drawn[name]))
        yield from paper.both(site, _page(site, lang, drawn))


def _page(site: Plan, lang: str, drawn: dict[str, Picture]) -> Leaf:
    phrases = Phrases(site.registry, words(lang))
    blocks, figures, named = [], [], {}
    for name, picture in drawn.items():
        svg, csv = _path(name, lang, "svg"), _path(name, lang, "csv")
        named.update({svg: svg, csv: csv})
        blocks.append(Block(picture.title, intro=(picture.description, svg, csv)))
        figures.append(_figure(f"{lang}/pictures.{plan.HTML}", svg, picture))
    sheet = finished(phrases.words.say("site.pictures"), blocks, (), phrases)
    return Leaf("pictures", lang, sheet, figure="\n".join(figures), files=named)


def _figure(here: str, path: str, picture: Picture) -> str:
    """A picture that leads to its own file, where it is larger; the title below it is its name."""
    address, title = between(here, path), paper.safe(picture.title)
    return (
        f'<figure><a href="{address}"><img src="{address}" alt="{title}" loading="lazy" '
        f'width="{picture.canvas.width:.0f}" height="{picture.canvas.height:.0f}"></a></figure>'
    )


def _path(name: str, lang: str, ending: str) -> str:
    return f"{plan.PICTURES}/{name}.{lang}.{ending}"
