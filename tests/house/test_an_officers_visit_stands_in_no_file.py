"""No page of a student, log, portal or search shows that an officer came (Ed. Code 234.7(c)).

By source: who may reach the register at all, and by which of its modules; no export is among them. By its tables: no
column of any tells of a student. And by every page: with a visit planted at a student's own file, none that shows a
student tells of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import entries, filed
from tests.programmes.enforcement.coming import row, writes

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
REGISTER = "programmes/enforcement/"
# Its own doors, and who else reaches which of its modules: `visits` and `letters_at_once` enter and tell nothing.
ITS_DOORS = frozenset(
    f"web/{it}.py" for it in (
        "agent", "agent_form", "enforcement", "enforcement_reports", "family_notices", "guide", "officer_sheets",
        "own_steps",
    )
)  # fmt: skip
OTHERS = {
    "api/directory.py": {"visits"},
    "programmes/calendar/entering.py": {"counting"},  # moves days, and says nothing of it
    "programmes/overdue_digest.py": {"owed_about"},  # of what whoever is mailed may be told
    "programmes/packet/composing.py": {"board_words", "released", "reporting"},  # what two released to the Board
    "programmes/packet/evidence.py": {"meetings"},
    "programmes/packet/services.py": {"meetings"},
    "programmes/packet/told.py": {"board_days"},
    "programmes/policy/evidences.py": {"evidence"},  # counts, to those who keep the register
    "programmes/settings/services.py": {"board_days"},
    "programmes/tasks.py": {"board_days", "guide", "noted_anew", "telling", "whose_duty"},
    "programmes/told_today.py": {"owed_about"},
    "web/desk.py": {"visits"},
    "web/letterheads.py": {"family_letter", "letters_at_once"},
    "web/lists.py": {"visits"},
    "web/owed.py": {"owed_about"},  # the same of whoever looks
    "web/releasing.py": {"visits"},
    "web/today.py": {"own_steps"},
}
TABLES = ("EnforcementReport", "EnforcementRequest", "FamilyNotice")
# Of its tables' names: where they are made, and the packet of the Board. Of its acts' names: what an act is, and which
# of them an incident's scope counts as reading.
MAY_NAME = frozenset(
    {
        "ledger/acts.py", "ledger/events.py", "programmes/incidents/scope.py", "programmes/packet/composing.py",
        "programmes/packet/evidence.py",
    }
)  # fmt: skip
NAMES = re.compile(rf"\b({'|'.join(TABLES)}|ENFORCEMENT_[A-Z]+|programmes_({'|'.join(map(str.lower, TABLES))}))\b")
# Pages of the register itself; and Today, which tells whoever opened a visit that it is still to be written down.
OF_THE_REGISTER = re.compile(r"^(agent|enforcement|if-an-officer-comes|know-your-rights)|^$")


def reached(name: str, text: str) -> set[str]:
    """The modules of the register that a file imports."""
    found = set()
    for it in ast.walk(ast.parse(text)):
        if isinstance(it, ast.ImportFrom) and it.module and it.module.startswith("fileroom.programmes.enforcement"):
            module = it.module.removeprefix("fileroom.programmes.enforcement").strip(".")
            found |= {module} if module else {alias.name for alias in it.names}
        if isinstance(it, ast.Import) and any("programmes.enforcement" in alias.name for alias in it.names):
            found.add("*")
    return found


def strangers(files: dict[str, str]) -> Iterator[str]:
    """Files that reach the register, or name what lies in it, and are not to."""
    for name, text in files.items():
        if name.startswith((REGISTER, "law/", "programmes/models/")) or "/migrations/" in name:
            continue
        if name not in ITS_DOORS and (more := reached(name, text) - OTHERS.get(name, set())):
            yield f"{name} imports {sorted(more)}"
        if name not in MAY_NAME and (word := NAMES.search(text)):
            yield f"{name} names {word.group()}"


def test_nobody_else_reaches_the_register() -> None:
    files = {str(it.relative_to(SOURCE)): it.read_text() for it in SOURCE.rglob("*.py")}
    assert list(strangers(files)) == []
    assert not [it for it in OTHERS if not reached(it, files[it])], "a name that is needed no more"


def test_a_page_of_a_file_that_reached_it_would_be_found() -> None:
    planted = "from fileroom.programmes.enforcement import desk\n"
    assert list(strangers({"web/desk.py": planted})) == ["web/desk.py imports ['desk']"]
    assert list(strangers({"disclosure/log.py": "Act.ENFORCEMENT_OPENED"}))
    assert list(strangers({"cli/export.py": 'ROWS = "SELECT * FROM programmes_enforcementrequest"'}))


def test_no_table_of_the_register_has_a_student_and_no_other_points_to_it(district: str) -> None:
    from django.apps import apps

    theirs = [apps.get_model("programmes", it) for it in TABLES]
    for model in theirs:
        columns = {it.name for it in model._meta.get_fields()}
        assert not {it for it in columns if re.search("student|contact|family|name", it)} - {"familynotice"}, model
    pointing = {
        other.__name__ for other in apps.get_models() for field in other._meta.fields if field.related_model in theirs
    }
    assert pointing <= set(TABLES)


def test_with_a_visit_noted_at_her_file_no_page_that_shows_a_student_shows_it(town: make.Town) -> None:
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    record = filed(town.registrar.by, town.ana)
    marks = planted(town)
    wrong = []
    for who, shows in ((keeper, of_a_student), (town.registrar, of_any), (town.mother, of_any)):
        client = browser(who.by)
        for address in {it for it in addresses(town, record) if shows(it)}:
            page = str(client.get(address).content)
            # What was looked for stands in its field again.
            wrong += [(who.by.account.sign_in_name, address, it) for it in marks if it in page and it not in address]
    assert wrong == [], "\n".join(map(str, wrong))
    hidden = [it for it in entries() if it.act.value.startswith("enforcement:")]
    assert len(hidden) > 3 and {(it.student, it.sealed) for it in hidden} == {(None, True)}


def planted(town: make.Town) -> set[str]:
    """An officer is noted at Ana's file, a letter to her family lies ready, and what was said is written down; what of
    it may stand nowhere."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import FamilyNotice

    answered = browser(town.registrar.by).post(f"/students/{town.ana.id}/", {"asker": "officer"})
    id_ = answered["Location"].split("/")[-2]
    writes(row(UUID(id_)).id, town.registrar.by, badge="40412-X", said="Quorvane asked for a record.")
    with district_transaction():
        letters = [str(it) for it in FamilyNotice.objects.values_list("id", flat=True)]
    assert len(letters) == 1, "to her mother"
    noted = [it for it in entries() if it.act.value.startswith("enforcement:")]
    told = {it for entry in noted for it in (str(entry.id), entry.act.value)}
    return {id_, *letters, *told, "40412-X", "Quorvane", "enforcement_family_notice"}


def addresses(town: make.Town, record: UUID) -> set[str]:
    """Every page that needs no id but a student's or a record's, of the office, of families and of anyone."""
    from django.urls import reverse

    from fileroom.config.urls import urlpatterns

    known = {"student_id": town.ana.id, "record_id": record}
    routes: list[Any] = [it for it in urlpatterns if getattr(it, "name", None)]
    with_ids = [it for it in routes if set(it.pattern.converters) <= known.keys()]
    made = {reverse(it.name, kwargs={key: known[key] for key in it.pattern.converters}) for it in with_ids}
    assert len(made) > 60
    return made | {f"/students/?q={it}" for it in ("torres", "40412-X", "Quorvane", "officer")}


def of_a_student(address: str) -> bool:
    return bool(re.search("[0-9a-f]{8}-", address)) or address.startswith("/students/")


def of_any(address: str) -> bool:
    return not OF_THE_REGISTER.search(address.strip("/"))
