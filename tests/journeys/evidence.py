"""Where a journey ends: the sentence of the Board's policy that it carries out, and what the page counts of it."""

from __future__ import annotations

from datetime import timedelta
from re import Pattern
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site


def sentence(page: Page, site: Site, number: int) -> Locator:
    """The policy page's row of this sentence, as it stands now."""
    page.goto(f"{site.address}/policy/")
    return page.locator(f"#sentence-{number}")


def stands(page: Page, site: Site, number: int, state: str, says: str | Pattern[str]) -> None:
    """This sentence stands so, and an evidence of it says this."""
    row = sentence(page, site, number)
    expect(row.locator(".policy-state").first).to_contain_text(state)
    expect(row).to_contain_text(says)


def counted(page: Page, site: Site, name: str, state: str, says: str | Pattern[str]) -> None:
    """This evidence stands so by itself, whatever stands beside it, and says this; axe finds nothing on its page."""
    page.goto(f"{site.address}/policy/evidence/{name}/")
    expect(page.locator(".lead .chip")).to_contain_text(state)
    expect(page.locator(".headline")).to_contain_text(says)
    clean(page)


def a_night_passes(table: str, field: str, nights: int = 1) -> None:
    """What was done today was done yesterday: of most acts the page counts those until last night."""
    from django.apps import apps
    from django.db.models import F

    from fileroom.hosting import district_transaction

    model: Any = apps.get_model(table)
    with district_transaction():
        model.objects.update(**{field: F(field) - timedelta(days=nights)})
