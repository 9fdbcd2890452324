"""The ledger's page and `fileroom ledger explain`: who may sign for a gap, and what each then reads."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from fileroom.ledger import services as ledger
from fileroom.seal.store import key_store
from tests import factories as make
from tests.attacks.browsing import browser, checked, words
from tests.attacks.gaps import backup_restored
from tests.ledger.acts import act

PASSWORD = "a long and private phrase"
HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    """The district's custodian of records, who signs in with PASSWORD."""
    from django.contrib.auth.hashers import make_password

    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    make.change(helen.by.account, password=make_password(PASSWORD))
    return helen


@pytest.fixture
def lost(district: str) -> UUID:
    """A gap an hour old, which opened nothing."""
    entry = uuid4()
    key_store().note(district, [entry], HOUR_AGO)
    return entry


def acts() -> list[tuple[str, str, str]]:
    """Act, role and outcome of every entry, in order of arrival."""
    from tests.disclosure.asking import entries

    return [(event.act.value, event.actor.role, event.outcome) for event in entries()]


def test_only_the_districts_custodian_is_shown_the_form_for_a_gap(
    town: make.Town, keeper: make.Staffed, lost: UUID
) -> None:
    for who, shown in ((town.principal, False), (keeper, True)):
        office = browser(who.by)
        office.post("/ledger/verify/")
        page = checked(office)
        assert ("Explain this gap" in page) is shown
        assert (f'value="{lost}"' in page) is shown


def test_a_gap_signed_for_on_the_page_is_explained_there_and_the_ledger_is_whole(
    keeper: make.Staffed, lost: UUID
) -> None:
    office = browser(keeper.by)
    backup_restored(HOUR_AGO + timedelta(minutes=1))
    answer = office.post("/ledger/explain/", {"entry": str(lost), "reason": "restored_from_backup"})
    page = words(checked(office))
    assert answer.status_code == 302
    assert f"You have signed for entry {lost}" in page
    assert "but for 1 that is missing and explained" in page
    assert "The district was restored from an older backup" in page
    assert [act for act, _, _ in acts()] == ["backup:restored", "gap:explained", "ledger:checked"]
    assert ledger.verify().ok


def test_a_page_refuses_whoever_is_not_the_districts_custodian_and_explains_nothing(
    town: make.Town, keeper: make.Staffed, lost: UUID
) -> None:
    for who in (town.registrar, town.principal):
        answer = browser(who.by).post("/ledger/explain/", {"entry": str(lost), "reason": "server_stopped"})
        assert answer.status_code == 403
        assert "5 CCR 431" in answer.content.decode()
    assert [it.entry for it in ledger.verify(patience=0.05).gaps] == [lost]


@pytest.mark.parametrize("form", [{}, {"entry": "x"}, {"entry": "LOST"}, {"entry": "LOST", "reason": "power_cut"},
                                  {"entry": str(uuid4()), "reason": "server_stopped"}])  # fmt: skip
def test_a_form_with_nothing_to_explain_is_invalid_and_leads_back(
    keeper: make.Staffed, lost: UUID, form: dict[str, str]
) -> None:
    sent = {name: value.replace("LOST", str(lost)) for name, value in form.items()}
    answer = browser(keeper.by).post("/ledger/explain/", sent)
    assert answer.status_code == 422
    assert 'href="/ledger/"' in answer.content.decode()
    assert acts() == []


def test_a_key_given_out_against_a_missing_entry_is_told(district: str, keeper: make.Staffed) -> None:
    opened = uuid4()
    key = key_store().new_data_keys(district, [(None, "permanent")], HOUR_AGO)[0]
    key_store().release(district, opened, key.id, HOUR_AGO)
    office = browser(keeper.by)
    office.post("/ledger/verify/")
    page = words(checked(office))
    assert "A key was given out: somebody may have read a record." in page


@pytest.fixture
def opened(district: str) -> UUID:
    """A gap an hour old against which a key was given out."""
    entry = uuid4()
    key = key_store().new_data_keys(district, [(None, "permanent")], HOUR_AGO)[0]
    key_store().release(district, entry, key.id, HOUR_AGO)
    return entry


def test_the_page_says_that_a_second_signature_is_awaited_and_offers_it_to_another_custodian(
    town: make.Town, keeper: make.Staffed, opened: UUID
) -> None:
    form = {"entry": str(opened), "reason": "server_stopped"}
    first = browser(keeper.by)
    first.post("/ledger/explain/", form)
    page = words(checked(first))
    assert f"You have signed for entry {opened}" in page
    assert "a second signature is awaited" in page
    assert "The ledger does not add up" in page
    assert "Sign as the second" not in page, "not to the one who has signed"
    office = browser(town.principal.by)
    assert "Sign as the second" in checked(office)
    office.post("/ledger/explain/", form)
    page = words(checked(office))
    assert "but for 1 that is missing and explained" in page
    assert f"{keeper.by.account.id} and account {town.principal.by.account.id}" in page


Command = Callable[..., tuple[int, str]]


@pytest.fixture
def fileroom(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `fileroom ledger` with arguments and somebody who types this password; exit status and what was printed."""
    from fileroom.cli import ledger as command

    parser = ArgumentParser()
    command.register(parser.add_subparsers())

    def run(*arguments: str, types: str = PASSWORD) -> tuple[int, str]:
        monkeypatch.setattr(command, "getpass", lambda prompt: types)
        args = parser.parse_args(["ledger", *arguments])
        status: int = args.run(args)
        return status, "".join(capsys.readouterr())

    return run


def explaining(*entries: UUID, by: str = "helen", reason: str = "server_stopped") -> list[str]:
    return ["explain", *map(str, entries), "--reason", reason, "--by", by]


def test_the_command_explains_what_verify_names_and_verify_then_says_so(
    district: str, keeper: make.Staffed, lost: UUID, fileroom: Command
) -> None:
    status, text = fileroom("verify")
    assert (status, str(lost) in text) == (1, True)
    status, text = fileroom(*explaining(lost))
    assert (status, f"Entry {lost} is explained: server_stopped." in text) == (0, True)
    status, text = fileroom("verify")
    assert status == 0
    assert "The ledger is whole" in text
    assert "1 entries are missing and explained:" in text
    assert f"entry {lost}: server_stopped, signed for by account {keeper.by.account.id}" in text
    assert [(act, role) for act, role, _ in acts()] == [
        ("ledger:checked", "operator"),
        ("account:signed_in", "account"),
        ("gap:explained", "custodian"),
        ("ledger:checked", "operator"),
    ]


def test_one_password_signs_for_many(district: str, keeper: make.Staffed, lost: UUID, fileroom: Command) -> None:
    backup_restored(HOUR_AGO + timedelta(minutes=1))
    more = [uuid4() for _ in range(3)]
    key_store().note(district, more, HOUR_AGO)
    assert fileroom(*explaining(lost, *more, by="HELEN", reason="restored_from_backup"))[0] == 0
    assert [act for act, _, _ in acts()].count("account:signed_in") == 1
    assert len(ledger.verify().explained) == 4


def test_the_command_says_that_a_second_signature_is_awaited(
    town: make.Town, keeper: make.Staffed, opened: UUID, fileroom: Command
) -> None:
    make.change(town.principal.by.account, password=keeper.by.account.password)
    status, text = fileroom(*explaining(opened))
    assert status == 0
    assert "a second signature is awaited" in text
    assert "is explained" not in text
    assert fileroom("verify")[0] == 1
    assert "is explained" in fileroom(*explaining(opened, by="principal"))[1]
    status, text = fileroom("verify")
    assert status == 0
    assert f"accounts {keeper.by.account.id} and {town.principal.by.account.id}" in text


def test_a_wrong_password_or_name_explains_nothing_and_is_noted_without_what_was_typed(
    district: str, keeper: make.Staffed, lost: UUID, fileroom: Command
) -> None:
    wrong = fileroom(*explaining(lost), types="another phrase")
    assert wrong == fileroom(*explaining(lost, by="nobody-of-this-name"))
    assert wrong[0] == 4
    assert acts() == [("account:sign_in_refused", "somebody", "no")] * 2
    assert not ledger.verify(patience=0.05).ok


@pytest.mark.parametrize("change", ["inactive", "left"])
def test_an_account_that_may_not_sign_in_signs_for_nothing(
    district: str, keeper: make.Staffed, lost: UUID, fileroom: Command, change: str
) -> None:
    if change == "inactive":
        make.change(keeper.by.account, is_active=False)
    else:
        make.change(keeper.row, left_on=HOUR_AGO.date() - timedelta(days=2))
    assert fileroom(*explaining(lost))[0] == 4


def test_the_command_tells_the_laws_refusal_and_exits_with_three(
    town: make.Town, keeper: make.Staffed, lost: UUID, fileroom: Command
) -> None:
    make.change(town.principal.by.account, password=keeper.by.account.password)
    status, text = fileroom(*explaining(lost, by="principal"))
    assert status == 3
    assert "only its custodian of records signs for it. (5 CCR 431)" in text
    assert acts()[-1] == ("disclosure:refused", "custodian", "no")


@pytest.mark.parametrize("entry", ["not-an-id", "545e8b6f-2c29-46ed-8cf0-58e507c1a446"])
def test_what_is_no_gap_is_invalid_to_the_command(
    district: str, keeper: make.Staffed, fileroom: Command, entry: str
) -> None:
    assert fileroom("explain", entry, "--reason", "server_stopped", "--by", "helen")[0] == 4


def test_an_act_on_a_student_shows_no_gap_and_no_check_in_the_students_own_log(
    town: make.Town, keeper: make.Staffed, lost: UUID
) -> None:
    from fileroom.ledger import queries

    ledger.write(act(town.ana.id))
    browser(keeper.by).post("/ledger/explain/", {"entry": str(lost), "reason": "server_stopped"})
    assert [noted.event.act for noted in queries.entries_of(town.ana.id)] == [ledger.Act.RECORD_INSPECTED]
