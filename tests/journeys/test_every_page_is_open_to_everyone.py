"""WCAG 2.1 AA by axe in a real browser: every page, at both widths, no violation and no contrast left undecided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import TOP, Site

pytestmark = pytest.mark.browser
AXE = TOP / "var" / "axe" / "axe.min.js"
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
RUN = """async (rules) => {
    const found = await axe.run(document, {runOnly: rules});
    const why = node => [...node.any, ...node.all, ...node.none].map(check => check.message).join(' ');
    const line = (kind, it, node) => `${kind} ${it.id}: ${node.target.join(' ')}: ${why(node)}`;
    const told = (kind, list) => list.flatMap(it => it.nodes.map(node => line(kind, it, node)));
    return [...told('violation', found.violations), ...told('undecided', found.incomplete)];
}"""


def faults(page: Page, address: str) -> list[str]:
    """What axe finds on a page, at a desk's width and at a phone's."""
    found: list[str] = []
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        page.evaluate(Path(AXE).read_text() + "; true")
        found += [f"{address} at {width} px: {it}" for it in page.evaluate(RUN, RULES)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{address} scrolls sideways at {width} px"] * (wide > width)
    return found


@pytest.mark.parametrize(
    ("who", "paths"),
    [
        (
            "custodian",
            ["/", "/students/", "/students/?q=torres", "/students/?q=zzz", "/students/{ana}/",
             "/students/{ana}/people/",
             "/students/{ana}/looked/", "/students/{ana}/sealed/", "/students/{ana}/file/",
             "/students/{ana}/file/?item=birth_date_verification",
             "/students/{ana}/file/?item=health", "/students/{devon}/people/", "/ledger/", "/ledger/sealed/",
             "/district/", "/custodians/", f"/custodians/{UUID(int=0)}/", "/orders/protocol/",
             "/absent/", "/coming-in/", "/coming-in/forms/", "/coming-in/forms/new/",
             "/coming-in/forms/paper/", "/coming-in/import/", "/coming-in/imports/",
             "/students/?waiting", "/students/?waiting=yes&q=zzz", "/notices/", "/notices/text/", "/notices/settings/",
             "/notices/languages/", "/regulation/", "/delegations/"],
        ),
        ("teacher", ["/", "/students/{ana}/looked/", "/students/{ana}/sealed/", "/ledger/", "/nowhere/"]),
        ("parent", ["/family/", "/family/{ana}/", "/family/{ana}/looked/", "/family/notices/", "/nowhere/"]),
        ("restrained", ["/family/", "/family/notices/", "/annual-notice/"]),
    ],
)  # fmt: skip
def test_axe_finds_nothing_on_the_pages_of(
    who: str, paths: list[str], signed_in: Callable[[str], Page], site: Site
) -> None:
    page = signed_in(who)
    found = [
        fault for path in paths for fault in faults(page, site.address + path.format(ana=site.ana, devon=site.devon))
    ]
    assert not found, "\n".join(found)
