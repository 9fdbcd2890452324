"""WCAG 2.1 AA by axe in a real browser: every page, at both widths, no violation and no contrast left undecided."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page

from tests.journeys.axe import faults
from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("who", "paths"),
    [
        (
            "custodian",
            ["/", "/students/", "/students/?q=torres", "/students/?q=zzz", "/students/{ana}/",
             "/students/{ana}/people/",
             "/students/{ana}/choices/", "/students/{ana}/police/",
             "/directory/", "/directory/policy/", "/directory/choices/", "/orders/lists/",
             "/directory/lists/new/", "/marks/", "/lists/", "/lists/new/?list=orders",
             "/students/{ana}/looked/", "/students/{ana}/sealed/",
             "/students/{ana}/file/", "/students/{ana}/collecting/",
             "/students/{ana}/file/?item=birth_date_verification",
             "/students/{ana}/file/?item=health", "/students/{ana}/letters/", "/students/former/letters/",
             "/students/{devon}/people/", "/ledger/", "/ledger/sealed/",
             "/district/", "/custodians/", f"/custodians/{UUID(int=0)}/", "/orders/protocol/",
             "/absent/", "/coming-in/", "/coming-in/forms/", "/coming-in/forms/new/",
             "/coming-in/forms/paper/", "/coming-in/import/", "/coming-in/imports/",
             "/programmes/", "/tools/", "/tools/new/", "/tools/ask/", "/tools/table/", "/reading/",
             "/programmes/social-media/",
             "/programmes/social-media/gathered/", "/programmes/social-media/companies/",
             "/students/{ana}/social-media/", "/social-media/",
             "/vendors/", "/vendors/new/", "/vendors/app/", "/deletions/new/", "/company-asks/",
             "/students/?waiting", "/students/?waiting=yes&q=zzz", "/incidents/", "/incidents/report/?exercise",
             "/enforcement/steps/", "/enforcement/guide/",
             "/agent/card/", "/if-an-officer-comes/", "/know-your-rights/", "/notices/", "/notices/text/",
             "/notices/settings/",
             "/outgoing/", f"/open/{'0' * 64}/",
             "/notices/languages/", "/regulation/", "/delegations/",
             "/policy/packets/", "/tokens/", "/district/calendar/", "/district/accounts/",
             "/district/accounts/?which=without", "/district/accounts/new/", f"/welcome/{'0' * 64}/",
             "/incidents/essential-list/", "/training/list/", "/lists/new/?list=overdue"],
        ),
        ("teacher", ["/", "/students/{ana}/looked/", "/students/{ana}/sealed/", "/ledger/", "/nowhere/"]),
        (
            "parent",
            ["/family/", "/family/social-media/", "/family/{ana}/", "/family/{ana}/looked/", "/family/{ana}/choices/",
             "/directory-information/", "/family/notices/", "/nowhere/"],
        ),
        ("restrained", ["/family/", "/family/notices/", "/annual-notice/"]),
    ],
)  # fmt: skip
def test_axe_finds_nothing_on_the_pages_of(
    who: str, paths: list[str], signed_in: Callable[[str], Page], site: Site
) -> None:
    page = signed_in(who)
    found = []
    for path in paths:
        page.goto(site.address + path.format(ana=site.ana, devon=site.devon))
        found += [f"{path} {fault}" for fault in faults(page)]
    assert not found, "\n".join(found)
