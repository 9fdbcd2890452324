"""Every route and every command names its gate, or says why it is open to anyone."""

from __future__ import annotations

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest

from fileroom.hosting.embedded import Urls

# A command is run by whoever has the machine's own account. What it may be used for without asking the law, and why.
COMMANDS = {
    "account": "names and addresses of employees at work; what it makes stands in the ledger as the operator's",
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


def operations() -> Iterator[tuple[str, Any]]:
    """Each operation of the REST door, with its address."""
    from fileroom.api.door import door

    for prefix, router in door._routers:
        for path, view in router.path_operations.items():
            for it in view.operations:
                yield f"{','.join(it.methods)} {prefix}{path}", it


def marked(view: Callable[..., Any]) -> bool:
    """Has exactly one of the two marks, and it says something."""
    gate, why = getattr(view, "gate", ""), getattr(view, "public_because", "")
    return bool(gate) != bool(why)


@pytest.fixture
def addresses(installation: Urls) -> list[tuple[str, Callable[..., Any]]]:
    from fileroom.config.urls import urlpatterns

    return [it for it in routes(urlpatterns) if not it[0].startswith(REST)]


def test_every_operation_of_the_rest_door_names_its_gate_and_scope_or_says_why_it_is_public(
    installation: Urls,
) -> None:
    from fileroom.api.gates import Token

    found = dict(operations())
    assert len(found) > 12
    assert [address for address, it in found.items() if not marked(it.view_func)] == []
    for address, it in found.items():
        asks = it.auth_callbacks
        if getattr(it.view_func, "gate", ""):
            assert [type(ask) for ask in asks] == [Token], address
            assert asks[0].scope == it.view_func.scope, address
            assert it.view_func.scope or address == "GET /me", address
        else:
            assert asks == [], address


def test_nothing_but_the_operations_answers_under_the_rest_door(installation: Urls) -> None:
    from fileroom.config.urls import urlpatterns

    there = {address for address, _ in routes(urlpatterns) if address.startswith(REST)}
    paths = {address.partition(" ")[2].lstrip("/") for address, _ in operations()}
    named = {REST + re.sub(r"{(\w+):(\w+)}", r"<\1:\2>", path) for path in paths}
    assert there - {REST} == named
    assert len(there) > 12


def test_only_these_operations_are_public(installation: Urls) -> None:
    public = {address for address, it in operations() if getattr(it.view_func, "public_because", "")}
    assert public == {"GET /openapi.json", "GET /problems/{slug:kind}"}


def test_an_operation_without_a_mark_is_found(installation: Urls) -> None:
    from ninja import Router

    bare = Router()

    @bare.get("/bare")
    def view(request: Any) -> None:
        """No gate."""

    (path,) = bare.path_operations.values()
    assert not marked(path.operations[0].view_func)


def test_every_route_names_its_gate_or_says_why_it_is_public(
    addresses: list[tuple[str, Callable[..., Any]]],
) -> None:
    assert len(addresses) > 20
    assert [address for address, view in addresses if not marked(view)] == []


def test_a_view_without_a_mark_is_found() -> None:
    assert not marked(lambda request: None)


REST = "api/v1/"
ANSWER = "answer/<str:token>/"  # a company's link in the district's letter
DECLARE = "declare/<str:token>/"  # the same in the letter that asks what it does with data
WELCOME = "welcome/<str:token>/"  # a link by which somebody chooses the password of their account, once
OPEN = "open/<str:token>/"  # a link to one thing for one person of the family, with a code of the office's
POLICY = ("packet.services", "policy.page", "policy.report", "policy.adopted", "policy.counsels_look")
QUARANTINE = ("quarantine.lists", "quarantine.looking", "quarantine.deciding")
ORDERS = (
    "orders.services", "orders.counsels_word", "orders.desk", "orders.lifting", "orders.looking_after",
    "orders.opening", "orders.protecting", "orders.receipts", "orders.telling_apart",
)  # fmt: skip
TRAINING = ("training.imports", "training.lists", "training.services", "training.desk", "training.sheets")
TOOLS = ("tools.register", "tools.asking", "tools.tables", "watch.desk")
OFFICERS = ("cards", "guide", "notices", "own_steps")
ENFORCEMENT = tuple(
    f"enforcement.{it}" for it in ("desk", "looking_after", "meetings", "reporting", "scripts", "services", *OFFICERS)
)
INCIDENTS = tuple(
    f"incidents.{it}" for it in (
        "by_hand", "closing", "coming_back", "dark_sheet", "desk", "endings", "essentials", "exercises", "languages",
        "named", "notice_texts", "people", "posting", "reaching", "sending", "services", "staff_letters",
        "taking_out", "telling", "tonight",
    )
)  # fmt: skip
ORDER_LISTS = ("orders.agreeing", "cards.desk", "cards.ending", "cards.services")
CHOICES = ("choices.services", "choices.confirming")
DIRECTORY = ("directory.barred", "directory.lists", "directory.policy", "directory.register")
NOTICES = (
    *(f"notices.{it}" for it in ("adopting", "census", "desk", "family", "fewer", "languages", "sending", "untelling")),
    *(f"accounts.{it}" for it in ("desk", "families", "giving", "inviting", "joining", "many", "one_student", "same")),
    *(f"calendar.{it}" for it in ("bringing", "desk", "entering")),
    "accounts.serving", "delegations.register", "regulation.services", "settings.services",
)  # fmt: skip
SOCIAL_MEDIA = tuple(
    f"social_media.{it}"
    for it in (
        "answering", "counsels_word", "counter", "desk", "disposing", "families", "gatherers", "gathering", "notices",
        "services", "vendors", "wishes",
    )
)  # fmt: skip
VENDORS = tuple(
    f"vendors.{it}"
    for it in (
        "ai_questions", "answers", "apps_wanted", "breaches", "closing", "company_answers", "company_questions",
        "contracts", "curing", "declaring", "deletion_desk", "deletion_links", "deletions",
        "demand_desk", "demands", "ending", "more_time", "proofs", "registry", "returning", "still_there",
        "to_the_company",
    )
)  # fmt: skip
BUNDLES = ("bundles.lists", "bundles.services")
REGISTER = ("register.lists", "register.services", "rosters.mapped", "declarations.lists", "declarations.services")


def test_every_gate_a_route_names_is_a_service_that_is_there(
    addresses: list[tuple[str, Callable[..., Any]]],
) -> None:
    addresses = [*addresses, *((address, it.view_func) for address, it in operations())]
    rooms = {
        "disclosure": (
            "birth_dates",
            "collecting",
            "families",
            "log",
            "exports.lists",
            "exports.register",
            "marks.asking",
            "marks.looks",
            "marks.marking",
            "marks.register",
            "opened_anyway",
            "police_told",
            "releasing",
            "searching",
            "services",
            "stating",
            "writing_to",
            "true_address",
            *DIRECTORY,
        ),
        "collection": (
            "services",
            "absences",
            "possible_orders",
            *QUARANTINE,
            *REGISTER,
            *BUNDLES,
            *ORDERS,
            *ORDER_LISTS,
            *CHOICES,
        ),
        "people": (
            "circumstances",
            "counsel_desk",
            "custody",
            "milestones",
            "mistaken",
            "offices",
            "owed",
            "receivers",
            "services",
            "signing",
            "tokens.recognising",
            "tokens.register",
            "trained",
        ),
        "law": ("streaming",),
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
        "casework": ("desk", "former", "handing", "issued", "links", "opening", "outgoing"),
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
    assert public == {
        "sign-in/",
        "sign-out/",
        "language/",
        "leave/",
        "here/",
        "check/",
        ANSWER,
        DECLARE,
        OPEN,
        WELCOME,
    } | told | {f"law/{page}" for page in book}


def commands(parser: ArgumentParser) -> list[str]:
    return [name for action in parser._actions if isinstance(action, _SubParsersAction) for name in action.choices]


def test_every_command_says_its_gate_or_why_it_needs_none(installation: Urls) -> None:
    from fileroom.cli.__main__ import parser

    assert sorted(commands(parser())) == sorted(COMMANDS)
