"""Each name of the style sheet is laid out once: a page that takes a name again moves pages it has never seen."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

STYLE_SHEET = Path(__file__).parents[2] / "src/fileroom/web/static/fileroom/fileroom.css"
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
AT_RULE = re.compile(r"@[^{;]+(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")  # of another width, of paper, of a font
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
LAYS_OUT = {"display", "grid-template-columns", "max-width"}


def laid_out(sheet: str) -> Counter[tuple[str, str]]:
    """How often each selector is given each of what lays it out, at every width and on screen."""
    everywhere = AT_RULE.sub("", REMARK.sub("", sheet))
    return Counter(
        (selector.strip(), said.split(":")[0].strip())
        for selectors, body in RULE.findall(everywhere)
        for selector in selectors.split(",")
        for said in body.split(";")
        if said.split(":")[0].strip() in LAYS_OUT
    )


def test_no_name_is_laid_out_twice() -> None:
    told = laid_out(STYLE_SHEET.read_text())
    assert len(told) > 100  # the sheet was read
    assert {it: times for it, times in told.items() if times > 1} == {}


def test_another_width_may_lay_it_out_anew() -> None:
    sheet = ".pair { display: grid; } @media (min-width: 40em) { .pair { display: block; } } .pair { display: flex; }"
    assert laid_out(sheet) == {(".pair", "display"): 2}
