"""Finding a party by its name, and what is answered of it."""

from __future__ import annotations

import pytest

import nkj
from nkj.model import Registry, Text
from nkj.sheets import parties as view
from nkj.wording import words
from tests.build import event, measure, party, registry, text_of
from tests.conftest import FIXTURE

LIST = measure(
    event(
        "imposed",
        "2010-05-01",
        designations=("mining", "bank", "song", "han-1960", "han-1970", "academy", "o39"),
    ),
    event("tightened", "2012-05-01", designations=("pine",), un_listed="2012-04-20"),
    id="freeze",
    kind="designation",
    family="assets",
)
BAN = measure(event("imposed", "2016-04", designations=("ship",)), id="ban")
BOOK = registry(
    LIST,
    BAN,
    parties=(
        party(
            "Korea Mining Development Trading Corporation",
            id="mining",
            aliases=("KOMID", "Changgwang Sinyong Corporation"),
        ),
        party(
            "Foreign Trade Bank",
            id="bank",
            name_ja="フォーリン・トレード・バンク",
            aliases=("Foreign Trade Bank of the DPRK",),
            aliases_ja=("朝鮮貿易銀行",),
        ),
        party("Song Ch'o'l", "individual", id="song", aliases=("Han",)),
        party("Kim Tong Han", "individual", id="han-1960"),
        party("Kim Tong-Han", "individual", id="han-1970"),
        party("Academy of Science", id="academy", aliases=("Kim Tong Han",)),
        party("Office 39", id="o39", un_id="KPe.030", listed_as=("16-8",)),
        party("Green Pine Associated Corporation", id="pine"),
        party("Billions No. 18", "vessel", id="ship", imo="9191773"),
    ),
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Foreign Trade Bank", [("bank", "name", 100)]),
        ("FOREIGN-TRADE.BANK", [("bank", "name", 100)]),
        ("ＦＯＲＥＩＧＮ　ＴＲＡＤＥ　ＢＡＮＫ", [("bank", "name", 100)]),
        ("Foreign Trade Bank Co., Ltd.", [("bank", "name", 100)]),
        ("the foreign trade bank", [("bank", "name", 100)]),
        ("フォーリントレードバンク", [("bank", "name", 100)]),
        ("朝鮮貿易銀行", [("bank", "alias", 100)]),
        ("trade bank", [("bank", "words", 78)]),
        ("貿易銀行", [("bank", "words", 83)]),
        ("komid", [("mining", "alias", 100)]),
        ("Korea Mining Development Trading", [("mining", "name", 100)]),
        ("song chol", [("song", "name", 100)]),
        ("Sóng Chol", [("song", "name", 100)]),
        (
            "kim tong han",
            [
                ("han-1960", "name", 100),
                ("han-1970", "name", 100),
                ("academy", "alias", 100),
            ],
        ),
        ("green pine", [("pine", "words", 73)]),
        ("mining korea", [("mining", "words", 69)]),
        ("kpe.030", [("o39", "number", 100)]),
        ("16-8", [("o39", "number", 100)]),
        ("９１９１７７３", [("ship", "number", 100)]),
        ("office", [("o39", "words", 87)]),
        ("Ofice 39", [("o39", "spelling", 85)]),
        ("Offcie 39", [("o39", "spelling", 87)]),
        ("Foriegn Trade Bnak", [("bank", "spelling", 87)]),
        ("Green Pyne", [("pine", "spelling", 88)]),
        ("KOMID (Korea Mining Development Trading)", [("mining", "words", 92)]),
        ("FOREIGN TRADE BANK (朝鮮貿易銀行)", [("bank", "words", 86)]),
        ("Green Pine Associated, Pyongyang", [("pine", "words", 83)]),
        ("Green Pyongyang Pine", []),
        ("M/V Billions No. 18", [("ship", "name", 100)]),
        ("IMO No. 9191773", [("ship", "number", 100)]),
        ("KPE 030", [("o39", "number", 100)]),
        (
            "Mr. Kim Tong-han",
            [
                ("han-1960", "words", 91),
                ("han-1970", "words", 91),
                ("academy", "words", 91),
            ],
        ),
        ("Song Chol Ho", []),
        ("Sung-chul", [("song", "spelling", 75)]),
        ("Gim Dong Han", [("han-1960", "spelling", 75), ("han-1970", "spelling", 75)]),
        ("Chul Sung", [("song", "spelling", 75)]),
        ("Bang", []),
        ("Billions No 19", [("ship", "spelling", 91)]),
        ("Kim Jong Un", []),
        ("Acme Widgets", []),
        ("Co., Ltd.", []),
        ("...", []),
        ("xyz", []),
        ("Grene Pnie", []),
    ],
)
def test_found_by_any_of_its_names(name: str, found: list[tuple[str, str, int]]) -> None:
    """By name, another name, whole words, several names, a name among other words, by a slip of the
    pen or another romanisation; an unlisted name by none.
    """
    rows = nkj.parties(BOOK, name, "2020").parties
    assert [
        (row.id, row.match.by, row.match.score) for row in rows if row.match is not None
    ] == found


def test_an_exact_name_is_not_mixed_with_near_ones() -> None:
    """A slip is only looked for where nobody bears the name."""
    assert [row.id for row in nkj.parties(BOOK, "Song Chol", "2020").parties] == ["song"]


def test_before_and_after_the_day() -> None:
    """Between the UN and the notice it is not frozen; all listings are told whatever the day."""
    (early,) = nkj.parties(BOOK, "green pine", "2012-04-25").parties
    (late,) = nkj.parties(BOOK, "green pine", "2012-05-01").parties
    assert (early.frozen, early.since) == (False, None)
    assert (late.frozen, text_of(late.since)) == (True, "2012-05-01")
    assert early.listings == late.listings
    (listing,) = early.listings
    told = tuple(map(text_of, (listing.since, listing.until, listing.un_listed)))
    assert told == ("2012-05-01", None, "2012-04-20")


def test_without_a_name_all_that_are_frozen_in_their_order() -> None:
    """By round; ships that are barred are not frozen, and asked for by their list."""
    frozen = [row.id for row in nkj.parties(BOOK, None, "2020").parties]
    assert frozen[-1] == "pine"
    assert len(frozen) == 8
    assert "ship" not in frozen
    assert nkj.parties(BOOK, None, "2009").parties == ()
    listed = nkj.parties(BOOK, None, "2020", ["ban"])
    assert (listed.lists, [row.id for row in listed.parties]) == (("ban",), ["ship"])
    assert [row.id for row in nkj.parties(BOOK, None, "2016-04-15", ["ban"]).parties] == ["ship"]
    assert nkj.parties(BOOK, None, "2015", ["ban"]).parties == ()


def test_only_one_list_or_one_kind() -> None:
    """A name is looked for among those that ever stood on the list, or are of the kind."""
    assert nkj.parties(BOOK, "office 39", "2020", ["ban"]).parties == ()
    assert nkj.parties(BOOK, "kim tong han", "2020", type="entity").parties[0].id == "academy"
    assert {row.type for row in nkj.parties(BOOK, None, "2020", type="individual").parties} == {
        "individual"
    }


@pytest.fixture(scope="module")
def fixture() -> Registry:
    """The small frozen registry."""
    return nkj.load(FIXTURE)


def test_what_is_told_of_a_party(fixture: Registry) -> None:
    """Names in both languages, what tells namesakes apart, and the sources of each listing."""
    first, second = nkj.parties(fixture, "kim il han", "2020").parties
    assert first.name == Text({"en": "Kim Il Han", "ja": "キム・イルハン"})
    assert first.role == Text(
        {"en": "Director of Red Star | Trading", "ja": "レッド・スター・トレーディング社長"}
    )
    born = [[day.text for day in one.born] for one in (first, second)]
    assert born == [["1960-01-02"], ["1970", "1971-03-04"]]
    assert (first.frozen, second.frozen) == (True, False)
    assert text_of(second.listings[0].until) == "2015-08-31"
    assert second.role is None
    (star,) = nkj.parties(fixture, "赤星貿易", "2020").parties
    assert star.aliases == ("Red Star", "RST", "赤星貿易")
    assert star.sources == ("gazette-2010", "evening-2016")


def test_wrong_usage() -> None:
    """A day or a list that is not there is wrong usage; a name that is not there is an answer."""
    for day, lists in (("today", []), ("2014-13", []), ("2014", ["bann"])):
        with pytest.raises(nkj.WrongUsage):
            nkj.parties(BOOK, "office", day, lists)


@pytest.mark.parametrize(
    ("name", "day", "told"),
    [
        ("green pine", "2012-05-01", "frozen since 2012-05-01"),
        ("green pine", "2012-04-19", "not frozen on this day; frozen from 2012-05-01"),
        (
            "green pine",
            "2012-04-20",
            "not frozen on this day; listed by the United Nations on 2012-04-20; "
            "frozen from 2012-05-01",
        ),
        ("kim il han", "2020", "not frozen on this day; was frozen until 2015-08-31"),
        (
            "billions no 18",
            "2017",
            "not frozen on this day; on a list that freezes nothing (M) since 2016-04",
        ),
        ("billions no 18", "2015", "not frozen on this day"),
    ],
)
def test_what_stands_beside_a_name(name: str, day: str, told: str, fixture: Registry) -> None:
    """Whether it was frozen, and if not, what the lists say of that day."""
    asked = fixture if name == "kim il han" else BOOK
    (block,) = view.sheet(nkj.parties(asked, name, day), words("en")).blocks
    rows = [row for _, rows in block.groups for row in rows]
    assert rows[-1].cells[1] == told


def test_before_the_first_day_covered_nothing_is_known(fixture: Registry) -> None:
    """Neither frozen nor free; and a list on which nobody stood is said to be empty."""
    (block,) = view.sheet(nkj.parties(fixture, "red star", "2003"), words("en")).blocks
    assert block.groups[0][1][0].cells[1] == "not known for certain"
    (empty,) = view.sheet(nkj.parties(BOOK, None, "2009"), words("en")).blocks
    assert empty.intro == ("Nobody.",)
