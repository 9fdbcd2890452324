"""Every route and every command names its gate, or says why it is open to anyone."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest

from fileroom.hosting.embedded import Urls

# A command is run by whoever has the machine's own account. What it may be used for without asking the law, and why.
COMMANDS = {
    "backup": "everything it writes is sealed; it opens no record",
    "check": "counts and states; nothing personal",
    "deidentify": "writes the file it is given without the people in it, and shows nothing of it; that it ran is noted",
    "decide": "the law alone is asked; no district is read",
    "law": "the law is nobody's secret",
    "screen": "reads the files it is pointed at and says where, never what; no district is read",
    "up": "starts the program; reads no row of a district",
    "district": "names of districts and hosts; nothing personal",
    "ledger": "ids, codes and hashes; the log holds no names and no contents",
    "import": "collection.imports",
    "incident": "ids, counts and times; who ran it stands in the ledger",
    "restore": "puts sealed bytes back where they were; it opens no record",
}


def routes(patterns: Any, prefix: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address, pattern.callback


def marked(view: Callable[..., Any]) -> bool:
    """Has exactly one of the two marks, and it says something."""
    gate, why = getattr(view, "gate", ""), getattr(view, "public_because", "")
    return bool(gate) != bool(why)


@pytest.fixture
def addresses(installation: Urls) -> list[tuple[str, Callable[..., Any]]]:
    from fileroom.config.urls import urlpatterns

    return list(routes(urlpatterns))


def test_every_route_names_its_gate_or_says_why_it_is_public(
    addresses: list[tuple[str, Callable[..., Any]]],
) -> None:
    assert len(addresses) > 20
    assert [address for address, view in addresses if not marked(view)] == []


def test_a_view_without_a_mark_is_found() -> None:
    assert not marked(lambda request: None)


ANSWER = "answer/<str:token>/"  # a company's link in the district's letter
POLICY = ("policy.page", "policy.report", "policy.adopted")
QUARANTINE = ("quarantine.lists", "quarantine.looking", "quarantine.deciding")
ORDERS = (
    "orders.services", "orders.desk", "orders.lifting", "orders.looking_after", "orders.opening", "orders.receipts",
)  # fmt: skip
TRAINING = ("training.lists", "training.services", "training.desk", "training.sheets")
TOOLS = ("tools.register", "tools.asking", "watch.desk")
OFFICERS = ("cards", "guide", "notices", "own_steps")
ENFORCEMENT = tuple(
    f"enforcement.{it}" for it in ("desk", "looking_after", "reporting", "scripts", "services", *OFFICERS)
)
INCIDENTS = tuple(
    f"incidents.{it}"
    for it in (
        "closing",
        "desk",
        "endings",
        "essentials",
        "exercises",
        "notice_texts",
        "people",
        "posting",
        "reaching",
        "sending",
        "services",
        "telling",
    )
)
CHOICES = ("choices.services", "choices.confirming")
DIRECTORY = ("directory.policy", "directory.register", "directory.lists")
NOTICES = (
    *(f"notices.{it}" for it in ("adopting", "census", "desk", "family", "languages", "sending")), "settings.services",
    "regulation.services", "delegations.register",
)  # fmt: skip
SOCIAL_MEDIA = tuple(
    f"social_media.{it}"
    for it in (
        "answering", "desk", "disposing", "families", "gatherers", "gathering", "notices", "services", "vendors",
        "wishes",
    )
)  # fmt: skip
VENDORS = tuple(
    f"vendors.{it}"
    for it in (
        "answers", "apps_wanted", "breaches", "contracts", "declaring", "deletion_desk", "deletions", "demand_desk",
        "demands", "registry",
    )
)  # fmt: skip
BUNDLES = ("bundles.lists", "bundles.services")
REGISTER = ("register.lists", "register.services", "rosters.mapped", "declarations.lists", "declarations.services")


def test_every_gate_a_route_names_is_a_service_that_is_there(
    addresses: list[tuple[str, Callable[..., Any]]],
) -> None:
    rooms = {
        "disclosure": (
            "birth_dates",
            "families",
            "log",
            "opened_anyway",
            "releasing",
            "searching",
            "services",
            "stating",
            *DIRECTORY,
        ),
        "collection": ("services", "absences", "possible_orders", *QUARANTINE, *REGISTER, *BUNDLES, *ORDERS, *CHOICES),
        "people": (
            "circumstances",
            "counsel_desk",
            "milestones",
            "offices",
            "owed",
            "receivers",
            "services",
            "signing",
            "trained",
        ),
        "programmes": (
            *VENDORS,
            *POLICY,
            *TRAINING,
            *TOOLS,
            *ENFORCEMENT,
            *INCIDENTS,
            *SOCIAL_MEDIA,
            *NOTICES,
        ),
    }
    for address, view in addresses:
        room, _, name = getattr(view, "gate", "disclosure.open_file").partition(".")
        modules = [import_module(f"fileroom.{room}.{module}") for module in rooms[room]]
        whole = name in ("overview", "ledger_desk") and import_module(f"fileroom.{room}.{name}")
        assert whole or any(callable(getattr(module, name, None)) for module in modules), address


def test_pages_about_a_student_or_a_record_are_never_public(addresses: list[tuple[str, Callable[..., Any]]]) -> None:
    about = [(address, view) for address, view in addresses if "<uuid:" in address]
    assert len(about) > 10
    assert [address for address, view in about if not getattr(view, "gate", "")] == []


def test_only_these_pages_are_public(addresses: list[tuple[str, Callable[..., Any]]]) -> None:
    public = {address for address, view in addresses if getattr(view, "public_because", "")}
    book = {"", "figures/", "catalogue/", "theorems/", "changes/", "policy/", "<slug:room>/<slug:name>/"}
    told = {
        "annual-notice/",
        "published/<str:code>/",
        "companies/",
        "who-keeps-the-records/",
        "hand-in-a-court-order/",
        "directory-information/",
        "if-an-officer-comes/",
        "know-your-rights/",
        "social-media/",
    }
    assert public == {"sign-in/", "sign-out/", "language/", "leave/", "here/", "check/", ANSWER} | told | {
        f"law/{page}" for page in book
    }


def commands(parser: ArgumentParser) -> list[str]:
    return [name for action in parser._actions if isinstance(action, _SubParsersAction) for name in action.choices]


def test_every_command_says_its_gate_or_why_it_needs_none(installation: Urls) -> None:
    from fileroom.cli.__main__ import parser

    assert sorted(commands(parser())) == sorted(COMMANDS)
