"""The picture of absence month by month."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tables_people import FOUR, day, employee, employment, sick, version

from sivi2017.receiving.stand import Werknemerstand
from sivi2017.tables import GroupBy, months, plot
from sivi2017.tables.plot import _drawn

HALF_YEAR = (day(1, 1), day(6, 30))


def drawn(standen: Sequence[Werknemerstand], by: GroupBy | None, smallest: int = 1, period: Any = HALF_YEAR) -> Any:
    """What is drawn."""
    return _drawn(months(standen, *period, by=by), smallest)


def titles(picture: Any) -> list[str]:
    """What stands above the panels."""
    return [panel.get_title(loc="left") for panel in picture.axes]


def values(line: Any) -> list[float | None]:
    """The points of a line; None for a gap."""
    return [None if value != value else round(float(value), 2) for value in line.get_ydata()]  # noqa: PLR0124 - not a number


def test_a_panel_has_a_group_and_all_behind_it() -> None:
    """Month by month, from nought."""
    picture = drawn(FOUR, "department")
    assert titles(picture) == ["BAK", "WIN"]
    everybody, bakery = picture.axes[0].lines
    assert values(everybody) == [0, 0, 0, 0, 1.94, 19.43]
    assert values(bakery) == [0, 0, 0, 0, 3.23, 32.22]
    assert picture.axes[0].get_ylim()[0] == 0
    assert picture.get_suptitle() == "Verzuimpercentage by department, 2017-01-01 to 2017-06-30"
    assert picture.get_supxlabel().splitlines()[1:] == [
        "Grey: all employees. Fewer than 1 people, and what would give those away, is not drawn."
    ]


def test_without_groups_there_is_one_panel() -> None:
    picture = drawn(FOUR, None)
    assert [[values(line) for line in panel.lines] for panel in picture.axes] == [[[0, 0, 0, 0, 1.94, 19.43]]]
    assert picture.get_suptitle() == "Verzuimpercentage, 2017-01-01 to 2017-06-30"
    assert "Grey" not in picture.get_supxlabel()


def test_where_a_group_is_withheld_its_line_has_a_gap() -> None:
    """One that always is has no panel, and it is said how many are missing."""
    came = [employee(employment(version(day(3, 1), afdeling_code="WIN")), sleutel=f"N-{number}") for number in range(2)]
    other = employee(employment(version(day(5, 1), afdeling_code="ZAK")))
    picture = drawn([*FOUR[:2], *came, other, other], "department", smallest=2)
    assert titles(picture) == ["BAK", "WIN", "ZAK"]
    assert values(picture.axes[1].lines[1]) == [None, None, 0, 0, 0, 0]
    picture = drawn([*FOUR[:2], *came, other, other], "department", smallest=3)
    assert titles(picture) == [""]
    assert "0 of 3 groups are drawn." in picture.get_supxlabel()
    assert "Fewer than 3 people" in picture.get_supxlabel()


def test_where_all_is_withheld_the_picture_says_why() -> None:
    """An empty panel would look like no absence."""
    picture = drawn(FOUR, "age", smallest=10)
    assert [text.get_text() for text in picture.axes[0].texts] == ["too few people"]


def test_of_very_many_groups_the_largest_are_drawn() -> None:
    """Four beside each other, and it is said how many are missing. Of those of one size it is the first."""
    standen = [
        employee(employment(version(afdeling_code=f"A{number:02}")), sleutel=f"W-{number}")
        for number in range(30)
        for _ in "ab"
    ]
    standen.append(employee(employment(version(afdeling_code="A29")), sleutel="one more"))
    picture = drawn(standen, "department", period=(day(1, 1), day(1, 31)))
    assert titles(picture) == [*(f"A{number:02}" for number in range(23)), "A29"]
    assert "24 of 30 groups are drawn." in picture.get_supxlabel()


def test_panels_stand_three_beside_each_other() -> None:
    """A place that is left over stays empty, and the lowest panel of each column names the months. More than nine are four."""
    standen = [employee(employment(version(afdeling_code=f"A{number}")), sleutel=f"W-{number}") for number in range(4)]
    picture = drawn(standen, "department")
    assert titles(picture) == ["A0", "A1", "A2", "A3"]
    named = [panel.xaxis.get_tick_params()["labelbottom"] for panel in picture.axes]
    assert named == [False, True, True, True]
    more = [employee(employment(version(afdeling_code=f"B{number}"))) for number in range(6)]
    grids = [drawn(each, "department").axes[0].get_gridspec().ncols for each in ([*standen, *more[:5]], [*standen, *more])]
    assert grids == [3, 4]


def test_a_name_of_a_department_is_no_formula_and_not_endless() -> None:
    """It comes from a message. With several employers the key of the employer stands before it."""
    odd = employee(employment(version(afdeling="$\\frac{x$\u202e" + "a" * 60)))
    picture = drawn([odd], "department")
    picture.draw_without_rendering()
    assert titles(picture) == ["$\\frac{x$<U+202E>" + "a" * 22 + "…"]
    two = [employee(), employee(werkgever="WG-2")]
    assert titles(drawn(two, "department")) == ["WG-1: BAK", "WG-2: BAK"]


def test_months_are_named_with_the_year_where_it_changes() -> None:
    """Of many months some are."""
    picture = drawn(FOUR, None, period=(day(8, 1, 2016), day(7, 31)))
    labels = [label.get_text() for label in picture.axes[0].get_xticklabels()]
    assert labels == ["Aug\n2016", "Oct", "Dec", "Feb\n2017", "Apr", "Jun"]


@pytest.mark.parametrize(("name", "start"), [("verzuim.png", b"\x89PNG"), ("VERZUIM.SVG", b"<?xml")])
def test_a_file_is_written_over_one_that_is_there_and_always_the_same(tmp_path: Path, name: str, start: bytes) -> None:
    """So that a picture under version control changes when the figures do."""
    path, series = tmp_path / name, months(FOUR, *HALF_YEAR, by="age")
    plot(series, path, smallest=1)
    content = path.read_bytes()
    assert content.startswith(start)
    plot(series, str(path), smallest=1)
    assert path.read_bytes() == content


def test_a_picture_that_scales_is_xml(tmp_path: Path) -> None:
    plot(months(FOUR, *HALF_YEAR), tmp_path / "verzuim.svg", smallest=1)
    assert etree.parse(tmp_path / "verzuim.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_what_cannot_be_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another form, no period, a place that is none; and nothing without Matplotlib."""
    series = months(FOUR, *HALF_YEAR)
    with pytest.raises(ValueError, match=r"^the name of a plot must end in \.png or \.svg$"):
        plot(series, tmp_path / "verzuim.xml")
    with pytest.raises(ValueError, match=r"^there is no period to draw$"):
        plot([], tmp_path / "verzuim.png")
    with pytest.raises(OSError, match="nergens"):
        plot(series, tmp_path / "nergens" / "verzuim.png")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    expected = re.escape("matplotlib is not installed; run: pip install 'sivi2017[tables]'")
    with pytest.raises(ImportError, match=f"^{expected}$"):
        plot(series, tmp_path / "verzuim.png")
    assert list(tmp_path.iterdir()) == []


def test_a_month_without_absence_has_an_axis_all_the_same() -> None:
    """A line at the bottom, of a scale that is no accident."""
    picture = drawn([employee()], None, period=(day(1, 1), day(2, 28)))
    assert picture.axes[0].get_ylim() == (0, 1.08)
    assert values(picture.axes[0].lines[0]) == [0, 0]


def test_a_case_of_one_month_is_a_point() -> None:
    """A line of one month would not be seen."""
    picture = drawn([employee(employment(gevallen=[sick(day(6, 1))]))], None, period=(day(6, 1), day(6, 30)))
    (line,) = picture.axes[0].lines
    assert (values(line), line.get_marker()) == ([100], "o")
