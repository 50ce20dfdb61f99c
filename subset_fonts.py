"""Make the fonts of nkj/pictures/fonts: Noto Sans JP, cut to the characters that pictures show.

    pip install fonttools brotli
    npm pack @expo-google-fonts/noto-sans-jp    # or the fonts from their own project, unpacked
    python subset_fonts.py FOLDER

FOLDER holds the whole fonts somewhere below it. Run it again when tests/pictures/test_pictures.py
names characters that are missing. Their licence, the SIL Open Font License 1.1, stands beside them;
its reserved name, Source, is not used.
"""

from __future__ import annotations

import json
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import nkj
from nkj.model import Registry, Text
from nkj.wording import LANGUAGES, words

ROOT = Path(__file__).resolve().parent
PLACE = ROOT / "nkj" / "pictures" / "fonts"
WEIGHTS = {"regular": "NotoSansJP*Regular.ttf", "bold": "NotoSansJP*Bold.ttf"}
#: Beside what the registry says: all of ASCII and Latin-1, both kana, and the usual marks.
USUAL = (
    *string.printable,
    *map(chr, range(0xA0, 0x100)),
    *map(chr, range(0x3041, 0x3097)),
    *map(chr, range(0x30A0, 0x3100)),
    *"\u3000–—‘’“”…→←↑↓≈≠≤≥×、。・「」『』（）〜～ー々〇円％！？：；／",
    *map(chr, range(0xFF10, 0xFF1A)),
)


#: The kinds of label that pictures say.
SAID = (
    *("picture", "state", "event", "step", "diff", "exchange", "outcome", "origin", "counts"),
    *("join", "beside", "term", "unit", "side", "timeline"),
)


def texts(value: object) -> Iterator[str]:
    """Every text for people within a record, in the languages of the program."""
    if isinstance(value, Text):
        yield from (told for lang, told in value.words.items() if lang in LANGUAGES)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from texts(inner)


def characters(registry: Registry) -> set[str]:
    """All that a picture of this registry may show: names, undertakings, labels."""
    named = (
        *(measure.name for measure in registry.measures),
        *(exchange.name for exchange in registry.exchanges),
        *(occasion.name for occasion in registry.occasions),
        *(decision.name for decision in registry.decisions),
        *(leg.undertaking for exchange in registry.exchanges for leg in exchange.legs),
        *(registry.programme, registry.vocabulary, registry.indicators),
    )
    told = [*texts(named), *(label for lang in LANGUAGES for label in words(lang).labels_of(*SAID))]
    return {sign for text in told for sign in text if sign.isprintable()}


def make(folder: Path) -> None:
    """Cut each weight, and write down how wide each character is."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    wanted = sorted({ord(sign) for sign in (*characters(nkj.load(ROOT / "data")), *USUAL)})
    widths: dict[str, dict[str, int]] = {}
    for weight, pattern in WEIGHTS.items():
        options = subset.Options(layout_features=[], hinting=False, name_IDs=["*"])
        font = subset.load_font(str(next(folder.rglob(pattern))), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=wanted)
        cutter.subset(font)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        target = PLACE / f"NotoSansJP-{weight.title()}.ttf"
        font.save(str(target))
        font.flavor = "woff2"  # the form that a picture carries within itself
        font.save(str(target.with_suffix(".woff2")))
        cut = TTFont(str(target))
        scale = 1000 / cut["head"].unitsPerEm
        measured = {
            chr(code): round(cut["hmtx"][name][0] * scale)
            for code, name in sorted(cut.getBestCmap().items())
        }
        widths[weight] = measured
    text = json.dumps(widths, ensure_ascii=False, indent=None, separators=(",", ":"))
    (PLACE / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
