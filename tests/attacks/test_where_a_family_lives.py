"""A family has shown its card. Where it lives is then on no page, in no file, no log and no dump: every road is walked.

It is planted where it is found in a real file: in each child's address, in a parent's, and with the card itself.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pypdfium2
import pytest

from fileroom.hosting.embedded import EmbeddedServer, Urls
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.cards import carded
from tests.collection.cards.carded import BOX, CITY, CODE, STREET, Household
from tests.conftest import AT
from tests.house.traces import Written, dumped

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

# Words of it that stand nowhere else, in any case.
TELLS = ("quillfeather", "8128")
HINTS = ("safe at home", "address on a card", "where they live")
# Open to anyone, and the same for everybody: what the law is, and what may be released.
PUBLIC = ("/directory-information/", "/annual-notice/", "/know-your-rights/", "/who-keeps-the-records/")


@pytest.fixture
def home(district: str) -> Household:
    of = carded.household()
    carded.entered(of)
    return of


def tells(text: str) -> list[str]:
    """What of the address stands in a text. Four figures also stand in an id, a digest or a fraction of a second."""
    said = text.casefold()
    alone = r"(?<![\w.-]){}(?![\w-])"
    return [it for it in TELLS if (re.search(alone.format(it), said) if it.isdigit() else it in said)]


def everybody(of: Household) -> dict[str, SignedIn]:
    head = make.staffed("head", "administrator", None)
    make.custodian(head.row, None)
    counsel = make.staffed("counsel", "counsel", None)
    town = of.town
    return {
        "principal": town.principal.by, "registrar": town.registrar.by, "teacher": town.teacher.by,
        "mother": town.mother.by, "father": of.father.by, "head": head.by, "counsel": counsel.by,
    }  # fmt: skip


def ids_of(of: Household) -> dict[str, list[UUID]]:
    """Of each kind of id that a route takes, all that there are in the district."""
    from django.apps import apps

    from fileroom.hosting import district_transaction

    found: dict[str, list[UUID]] = {}
    with district_transaction():
        for model in apps.get_models():
            if model._meta.app_label in {"people", "records", "collection", "programmes", "disclosure", "duties"}:
                key = model._meta.pk
                if key.get_internal_type() == "UUIDField":
                    found[model.__name__] = list(model.objects.values_list("pk", flat=True)[:12])  # type: ignore[attr-defined]
    return found


OF = {"student_id": "Student", "record_id": "Record", "relationship_id": "Relationship", "card_id": "AddressCard"}


def addresses(of: Household) -> Iterator[str]:
    """Every address of the program that can be gone to, with every id that its kind has; the true record's too."""
    from django.urls import reverse

    from fileroom.config.urls import urlpatterns

    ids = ids_of(of)
    for route in urlpatterns:
        needs = list(route.pattern.converters)
        if not needs and not str(route.pattern).startswith("law"):  # the law's own pages read no file
            yield f"/{route.pattern}"
        elif len(needs) == 1 and needs[0] in OF:
            for id_ in ids[OF[needs[0]]]:
                yield reverse(str(route.name), kwargs={needs[0]: id_})


@pytest.mark.timeout(900)
@pytest.mark.parametrize("who", ["principal", "teacher", "father"])
def test_no_page_of_anybody_shows_it_and_nobody_outside_the_office_sees_a_hint(home: Household, who: str) -> None:
    by, shown, hinted, walked = everybody(home)[who], [], [], 0
    client = browser(by)
    for road in sorted(set(addresses(home))):
        if (who == "father") != (road.startswith("/family") or road in PUBLIC):
            continue
        answer: Any = client.get(road)
        if answer.status_code == 302:
            client = browser(by)  # it may have led out
        body = "" if answer.streaming else answer.content.decode(errors="replace")
        walked += answer.status_code == 200
        shown += [(road, it) for it in tells(f"{body} {dict(answer.items())}")]
        if who != "principal" and road not in PUBLIC:
            hinted += [(road, it) for it in HINTS if it in words(body).casefold()]
    assert shown == []
    assert hinted == []
    assert walked > (5 if who == "father" else 30)


def test_every_record_that_opens_shows_the_box_and_no_other_version_opens(home: Household) -> None:
    for by in (home.keeper, home.father.by):
        assert carded.stands(home.town.ana, by, "student_address") == [BOX["street"]]
    page = browser(home.father.by).get(f"/records/{record(home)}/")
    assert page.status_code in {302, 404}


def record(home: Household) -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import AddressCardChild

    with district_transaction():
        found = AddressCardChild.objects.filter(student=home.town.ana).values_list("true_address", flat=True)[0]
    assert found is not None
    return found


@pytest.mark.parametrize("who", ["principal", "registrar", "teacher", "head"])
def test_the_sealed_record_opens_on_no_ordinary_road(home: Household, who: str) -> None:
    client, id_ = browser(everybody(home)[who]), record(home)
    for road in (
        f"/records/{id_}/",
        f"/records/{id_}/document/",
        f"/records/{id_}/release/",
        f"/records/{id_}/anyway/",
    ):
        for answer in (
            client.get(road),
            client.post(road, {"purpose": "proof_of_residency", "reason": "It is needed"}),
        ):
            assert answer.status_code in {302, 404, 405}
            assert tells(answer.content.decode(errors="replace")) == []


def test_the_page_of_its_own_shows_it_once_for_two_purposes_and_to_nobody_else(home: Household) -> None:
    road = f"/students/{home.town.ana.id}/address/open/"
    for who, by in everybody(home).items():
        for wanted in ("residency", "emergency", "directory", ""):
            answer = browser(by).post(road, {"wanted": wanted, "reason": "The boundary office asks for it"})
            shows = bool(tells(answer.content.decode(errors="replace")))
            assert shows == (who in {"principal", "registrar", "head"} and wanted in {"residency", "emergency"}), who
            if shows:
                assert "no-store" in answer["Cache-Control"]
    assert tells(browser(home.keeper).get(f"/students/{home.town.ana.id}/address/").content.decode()) == []


def test_what_was_typed_is_not_shown_again_where_the_form_is_wrong(home: Household) -> None:
    """The form of a card comes back with what was wrong; whoever looks over a shoulder next reads no street."""
    ben = make.student("Cleo", "Torres")
    make.enrolment(ben, home.town.school)
    make.relationship(ben, home.town.mother.row)
    given = {
        "holder": str(home.town.mother.row.id), "children": [str(ben.id)], "number": "", "street": BOX["street"],
        "city": BOX["city"], "postal_code": BOX["postal_code"], "from_on": "2026-11-20", "lives_street": STREET,
        "lives_city": CITY, "lives_postal_code": CODE, "seen": "on",
    }  # fmt: skip
    answer = browser(home.keeper).post(f"/students/{ben.id}/address/", given)
    assert answer.status_code == 422
    assert tells(answer.content.decode()) == []


def test_generated_files_bear_the_box_or_nothing(home: Household) -> None:
    """A released copy, the essential list, the family's and the office's exports of the log."""
    from fileroom.letters import Letterhead
    from fileroom.programmes.incidents.essentials import essential_list, grades

    head = Letterhead("Alder Creek", "(559) 555-0134", "https://alder-creek.example/check/")
    for it in grades(by=home.keeper, at=AT):
        pdf = essential_list(it.school, it.grade, head=head, by=home.keeper, at=AT)
        assert tells(text_of(pdf)) == []
    for by, road in ((home.father.by, "/family/{}/looked/"), (home.keeper, "/students/{}/looked/")):
        answer = browser(by).get(road.format(home.town.ana.id))
        assert tells(answer.content.decode()) == []


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def test_no_roster_brings_it_back(home: Household, tmp_path: Any) -> None:
    """A sender's file that has the address: its columns are dropped, and it stands nowhere afterwards."""
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.hosting import district_transaction
    from fileroom.ledger.services import Actor
    from fileroom.people.models import Student
    from tests.collection.oneroster_bundles import Roster

    roster = Roster()
    for row in roster.files["users"]:
        row["metadata.address"] = STREET
        row["metadata.city"] = CITY
    report = import_bundle(roster.folder(tmp_path / "sent"), by=Actor(None, "system", "cli"), at=AT)
    assert tells(str(report.to_json()) + report.in_words()) == []
    assert carded.stands(home.town.ana, home.keeper, "student_address") == [BOX["street"]]
    with district_transaction():
        assert Student.objects.count() > 2


def test_in_no_log_and_no_dump_does_it_stand_in_clear(district: str, server: tuple[EmbeddedServer, Urls]) -> None:
    written = Written()
    root = logging.getLogger()
    root.addHandler(written)
    try:
        of = carded.household()
        carded.entered(of)
        browser(of.keeper).post(
            f"/students/{of.town.ana.id}/address/open/", {"wanted": "emergency", "reason": "The child ran home hurt"}
        )
    finally:
        root.removeHandler(written)
    assert tells("\n".join(written.lines)) == []
    assert tells(dumped(*server).decode(errors="replace")) == []
