"""WCAG 2.1 AA by axe in the browser that a journey walks in."""

from __future__ import annotations

import re
from functools import cache

from playwright.sync_api import Page

from tests.journeys.conftest import TOP

AXE = TOP / "var" / "axe" / "axe.min.js"
# What passes is not told of one by one. Nothing is fetched a second time: the one rule of these tags that asks for it
# is about sound and film, and no page has any.
ASKED = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations", "incomplete"],
    "preload": False,
}
RUN = """async (asked) => {
    const found = await axe.run(document, asked);
    const why = node => [...node.any, ...node.all, ...node.none].map(check => check.message).join(' ');
    const line = (kind, it, node) => `${kind} ${it.id}: ${node.target.join(' ')}: ${why(node)}`;
    const told = (kind, list) => list.flatMap(it => it.nodes.map(node => line(kind, it, node)));
    return [...told('violation', found.violations), ...told('undecided', found.incomplete)];
}"""


DRAWN = "[...document.querySelectorAll('svg.usa-icon use')].map(it => it.getAttribute('href').split('#')[1])"


@cache
def _icons() -> frozenset[str]:
    """What the sprite of icons draws; whatever else a page names is an empty place."""
    sprite = (TOP / "var" / "assets" / "uswds" / "img" / "sprite.svg").read_text()
    return frozenset(re.findall(r'id="(\w+)"', sprite))


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands, at a desk's width and at a phone's, where it scrolls sideways, and
    where an icon is an empty place."""
    page.wait_for_load_state()  # a click ends when the next page begins
    found = [f"no icon {name}" for name in sorted(set(page.evaluate(DRAWN)) - _icons())]
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE.read_text() + "; true")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width} px: {it}" for it in page.evaluate(RUN, ASKED)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"scrolls sideways at {width} px"] * (wide > width)
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def clean(page: Page) -> None:
    """Axe finds nothing on the page as it stands, and nothing scrolls sideways."""
    found = faults(page)
    assert not found, "\n".join(found)
