"""A picture as a file: SVG as it is drawn, HTML around it, PNG and PDF through typst; its data.

What lives here: the bytes of each form. What does not: where they are written (``cli``).
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import tempfile
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from typing import Literal

from nkj.characters import shown
from nkj.pictures.picture import Picture
from nkj.problems import WrongUsage

#: Dots to the inch of a PNG: twice what a screen shows, and enough for print at half the size.
_DOTS = 144
#: A CSS pixel in points.
_POINTS = 0.75
_STYLE = "body{margin:1rem}svg{max-width:100%;height:auto}"


def written(picture: Picture, form: str) -> bytes:
    """The picture in a form. Raises ``WrongUsage`` where the extra for it is missing."""
    if form == "svg":
        return picture.svg.encode("utf-8")
    if form == "html":
        return _html(picture).encode("utf-8")
    return _typeset(picture, "pdf" if form == "pdf" else "png")


def _html(picture: Picture) -> str:
    """A page of its own: a mouse over a mark tells what it is, by the titles within the picture."""
    svg = picture.svg
    begin = svg.index("<style>") + len("<style>")
    inner = svg[begin : svg.index("</style>")]
    hashes = " ".join(_hash(style) for style in (_STYLE, inner))
    policy = f"default-src 'none'; style-src {hashes}; font-src data:"
    return (
        f'<!DOCTYPE html>\n<html lang="{picture.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(shown(picture.title))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{svg}</main>\n</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _typeset(picture: Picture, form: Literal["png", "pdf"]) -> bytes:
    """PNG or PDF, the same bytes each time: no day of making, no font but ours."""
    try:
        import typst
    except ImportError:
        raise WrongUsage("usage.extra-missing", text=form, extra="pictures") from None
    wide, high = picture.canvas.width * _POINTS, picture.canvas.height * _POINTS
    source = (
        f"#set page(width: {wide:g}pt, height: {high:g}pt, margin: 0pt)\n"
        "#set document(date: none)\n"
        f'#image("picture.svg", width: {wide:g}pt, height: {high:g}pt)\n'
    )
    with (
        as_file(files("nkj.pictures").joinpath("fonts")) as fonts,
        tempfile.TemporaryDirectory() as folder,
    ):
        place = Path(folder)
        (place / "picture.svg").write_text(picture.svg, encoding="utf-8")
        (place / "picture.typ").write_text(source, encoding="utf-8")
        made = typst.compile(
            str(place / "picture.typ"),
            root=folder,
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format=form,
            ppi=_DOTS,
        )
    assert isinstance(made, bytes)
    return made


def as_csv(picture: Picture) -> bytes:
    """Exactly what is drawn, a row a mark."""
    out = io.StringIO()
    writer = csv.DictWriter(out, picture.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(picture.rows)
    return out.getvalue().encode("utf-8-sig")
