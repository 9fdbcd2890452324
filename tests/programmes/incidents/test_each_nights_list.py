"""Each night's essential list: sealed, destroyed with the next, opened by its keepers with a line, and locked away."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD
from tests.programmes.incidents.test_essential_list import reached

DAY = timedelta(days=1)
PAGE = "/incidents/essential-list/"


def night(at: datetime = AT, *, days: int = 7) -> None:
    from fileroom.programmes.incidents.nightly import look_round

    look_round(days=days, at=at)


def rows() -> list:  # type: ignore[type-arg]
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EssentialList

    with district_transaction():
        return list(EssentialList.objects.select_related("note").order_by("night_on"))


def owes(by: object, at: datetime = AT) -> dict[str, bool]:
    from fileroom.people.owed import owed

    return {it.part: it.late for it in owed(by=by, at=at) if it.room == "essentials"}  # type: ignore[arg-type]


def acts(name: str) -> list:  # type: ignore[type-arg]
    return [it for it in entries() if it.act == name]


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(it.get_textpage().get_text_range().split()) for it in pypdfium2.PdfDocument(pdf))


def opened(town: make.Town, by: object, at: datetime = AT) -> str:
    from fileroom.programmes.incidents.tonight import open_tonight

    said = text_of(open_tonight(rows()[-1].id, "4", head=HEAD, by=by, at=at))  # type: ignore[arg-type]
    line = acts("essentials:printed")[-1].id.hex
    assert f" · No. {line[:4].upper()}-{line[4:8].upper()}-1 · Not to be copied" in said
    return said


def test_a_night_makes_one_list_of_each_school_seals_it_and_destroys_the_one_before(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version

    reached(town, town.mother.row, "(559) 555-0141")
    night()
    night(AT + timedelta(hours=1))
    (first,) = rows()
    assert (first.school_id, first.students, first.gone_at) == (town.school.id, 2, None)
    read = [it for it in acts("essentials:made") if it.student]
    assert [(it.student, it.actor.account, it.sealed) for it in read] == [(town.ana.id, None, True)]
    night(AT + DAY)
    first, second = rows()
    assert first.gone_at == AT + DAY and second.gone_at is None
    (gone,) = acts("record:shredded")
    with district_transaction():
        version = Version.objects.get(note=first.note)
        assert (gone.record, gone.student, gone.part) == (first.note.id, None, f"essential_list/{version.data_key}")
        assert version.shredded_at and version.key_gone_at
    again = [it for it in acts("essentials:made") if it.student]
    assert len(again) == 1, "a number that was not filed anew is taken over, and not opened again"


def test_it_is_opened_with_a_line_for_each_student_by_who_keeps_the_schools_records_alone(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    reached(town, town.mother.row, "(559) 555-0141")
    night()
    other = make.staffed("olga", "principal", make.school("Mesa Middle"))
    for by in (town.teacher.by, town.mother.by, other.by):
        with pytest.raises(Missing):
            opened(town, by)
    said = opened(town, town.principal.by)
    assert "Mother Torres (parent): (559) 555-0141" in said and "Ben Ruiz" in said
    assert {it.student for it in acts("student:listed")} == {town.ana.id, town.ben.id}
    (printed,) = acts("essentials:printed")
    assert (printed.record, printed.outcome, printed.actor.account) == (
        town.school.id, "2", town.principal.by.account.id,
    )  # fmt: skip
    assert not acts("record:inspected"), "nothing is opened anew"


def test_no_number_is_shown_that_the_law_does_not_open_to_whoever_prints(town: make.Town) -> None:
    reached(town, town.mother.row, "(559) 555-0141")
    night()
    said = opened(town, make.signed_in(town.registrar.by.account, stated=None))  # no reason was said
    assert "no number on this list" in said and "555-0141" not in said and not acts("student:listed")
    assert {it.student for it in acts("disclosure:refused")} == {town.ana.id, town.ben.id}


def test_what_has_changed_since_the_night_is_asked_as_it_is_opened(town: make.Town) -> None:
    reached(town, town.mother.row, "(559) 555-0141")
    night()
    assert town.mother.relation
    make.change(town.mother.relation, standing="refuted")
    said = opened(town, town.principal.by)
    assert "Ana Torres" in said and "555-0141" not in said and "Mother" not in said
    make.change(town.mother.relation, standing="verified")
    make.order(town.ana, make.contact("Registrar", "Abara"))
    make.change(town.principal.row, family="Oyelaran")
    said = opened(town, town.principal.by)
    assert "Ask the principal" in said and "555-0141" not in said and "Mother" not in said
    assert "Ana" not in opened(town, town.registrar.by), "an order may bind any of that name"


def test_a_list_that_is_missing_or_never_locked_away_stands_on_today_until_it_is_there(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import nightly
    from fileroom.web.owed import title_of

    office = make.staffed("pat", "administrator", None)
    with monkeypatch.context() as broken:
        broken.setattr(nightly, "lines_of", lambda *_: 1 / 0)
        night()
        night()
    assert owes(office.by) == {"missing": False} and len(acts("essentials:missed")) == 1
    titles = {title_of(nightly.ROOM, nightly.RULE, part) for part in (nightly.MISSING, nightly.STORED)}
    assert len(titles) == 2 and browser(office.by).get(PAGE).status_code == 200
    night(AT + timedelta(hours=2))
    assert not owes(office.by) and not owes(town.principal.by)
    late = AT + 8 * DAY
    night(late)
    assert owes(town.principal.by, late) == {"stored": True} and rows()[0].gone_at
    desk, last = browser(town.principal.by), rows()[-1].id
    refused = desk.post(f"{PAGE}{last}/stored/")
    assert refused.status_code == 422 and "Nobody has opened this list" in refused.content.decode()
    answer = desk.post(PAGE, form(of=f"{town.school.id}/4", tonight=last))
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
    assert browser(town.teacher.by).post(f"{PAGE}{last}/stored/").status_code == 404
    assert desk.post(f"{PAGE}{last}/stored/").status_code == 302
    assert not owes(town.principal.by, late) and len(acts("essentials:stored")) == 1
    night(late + DAY)
    assert not owes(town.principal.by, late + DAY)


def test_the_last_list_stays_until_its_successor_is_made_however_many_nights_fail(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import nightly

    night()
    with monkeypatch.context() as broken:
        broken.setattr(nightly, "lines_of", lambda *_: 1 / 0)
        for days in (1, 2, 5):
            night(AT + days * DAY)
    assert rows()[0].gone_at is None, "an old one is better than none"
    night(AT + 6 * DAY)
    assert rows()[0].gone_at is not None and rows()[1].gone_at is None


def test_a_number_that_was_opened_has_its_line_although_the_list_could_not_be_sealed(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.records import noting

    reached(town, town.mother.row, "(559) 555-0141")
    monkeypatch.setattr(noting, "write_daily", lambda *_, **__: 1 / 0)
    night()
    assert not rows() and acts("essentials:missed")
    assert [it.student for it in acts("essentials:made")] == [town.ana.id]


def test_the_operator_opens_it_at_the_server_when_no_page_does(
    town: make.Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from argparse import Namespace

    from fileroom.cli.incident import run_essentials

    reached(town, town.mother.row, "(559) 555-0141")
    night()
    assert run_essentials(Namespace(school=town.school.name, to=tmp_path)) == 0
    (paper,) = tmp_path.glob("*.pdf")
    assert "(559) 555-0141" in text_of(paper.read_bytes()) and paper.stat().st_mode & 0o77 == 0
    assert "0141" not in capsys.readouterr().out
    assert {(it.student, it.actor.role) for it in acts("student:listed")} == {
        (town.ana.id, "operator"), (town.ben.id, "operator"),
    }  # fmt: skip
    assert run_essentials(Namespace(school=town.school.name, to=tmp_path)) == 4, "never over what lies there"
    paper.unlink()
    assert run_essentials(Namespace(school="No Such School", to=tmp_path)) == 5


def test_a_list_that_a_restored_backup_brings_back_without_its_key_stands_in_no_nights_way(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.contents import clear_destroyed
    from fileroom.records.models import Version

    reached(town, town.mother.row, "(559) 555-0141")
    night()
    with district_transaction():
        key = Version.objects.get(note=rows()[0].note).data_key
        clear_destroyed({key: AT})
    refused = browser(town.principal.by).post(PAGE, form(of=f"{town.school.id}/4", tonight=rows()[0].id))
    assert refused.status_code == 422 and "This list is destroyed" in refused.content.decode()
    night(AT + DAY)
    first, _ = rows()
    assert first.gone_at == AT + DAY and first.gone_entry and not acts("essentials:missed")
    assert "(559) 555-0141" in opened(town, town.principal.by, AT + DAY), "the numbers are read anew"
    night(AT + 3 * DAY)
    assert rows()[1].gone_at and rows()[2].gone_at is None


def test_no_schools_trouble_keeps_another_from_its_list_even_where_it_cannot_be_said(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.incidents import nightly

    far = make.school("Aspen Middle")
    make.enrolment(make.student("Zoe", "Park"), far)
    plain = nightly.lines_of
    monkeypatch.setattr(nightly, "lines_of", lambda it, *of: 1 / 0 if it == far.id else plain(it, *of))
    monkeypatch.setattr(nightly, "miss", lambda *_, **__: 1 / 0)
    night()
    assert [it.school_id for it in rows()] == [town.school.id]


def test_a_school_that_has_nobody_left_owes_no_list_over_the_summer(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Enrolment

    night()
    night(AT + 8 * DAY)
    assert owes(town.principal.by, AT + 8 * DAY) == {"stored": True}
    with district_transaction():
        Enrolment.objects.update(left_on=(AT + 8 * DAY).date())
    night(AT + 10 * DAY)
    assert not owes(town.principal.by, AT + 10 * DAY) and rows()[-1].gone_at


def test_who_came_onto_a_file_since_the_night_has_no_number_on_this_list(town: make.Town) -> None:
    reached(town, town.mother.row, "(559) 555-0141")
    night()
    uncle = make.related("uncle", town.ana)
    reached(town, uncle.row, "(559) 555-0177")
    said = opened(town, town.principal.by)
    assert "555-0141" in said and "555-0177" not in said and "Uncle Torres (parent): no number on this list" in said
