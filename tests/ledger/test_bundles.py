"""A family's bundle proves that its list is whole: nothing left out, added, moved or altered passes, offline."""

from __future__ import annotations

import copy
import json
import zlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

import fileroom_verify
from fileroom.ledger import services as ledger
from fileroom_verify import Verdict
from tests.ledger.acts import ANA, BEN, CAI, LATER, act, leaves, sequenced, written

Bundle = dict[str, Any]


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Verdict]:
    """The offline verifier's verdict on bundles given as objects."""

    def verdict(bundle: object, older: object = None, key: str | None = None) -> Verdict:
        files = [tmp_path / "bundle.json", tmp_path / "older.json"]
        for path, value in zip(files, (bundle, older), strict=True):
            path.write_text(json.dumps(value))
        return fileroom_verify.verify(files[0], files[1] if older is not None else None, key)[0]

    return verdict


def export(student: UUID = ANA, since: int | None = None) -> Bundle:
    bundle: Bundle = json.loads(ledger.export(student, since=since))
    return bundle


def test_a_bundle_is_complete_under_its_own_key_and_the_published_one(
    district: str, check: Callable[..., Verdict]
) -> None:
    sequenced(43, sealed_each=10)
    for student in (ANA, BEN, CAI):
        assert check(export(student)) is Verdict.COMPLETE
        assert check(export(student), key=ledger.verifier_key()) is Verdict.COMPLETE


def test_a_bundle_shows_every_open_entry_and_no_address_on_the_network(district: str) -> None:
    events = sequenced(40, sealed_each=8)
    text = ledger.export(ANA)
    shown = [entry["id"] for entry in json.loads(text)["entries"]]
    assert shown == [str(event.id) for event in events if event.student == ANA and not event.sealed]
    assert "192.0.2.7" not in text


def mutations(value: Any) -> Iterator[Any]:
    """Every small change to a JSON value: keys dropped, values altered, items dropped, doubled, moved."""
    if isinstance(value, dict):
        for key in value:
            yield {name: kept for name, kept in value.items() if name != key}
            for changed in mutations(value[key]):
                yield {**value, key: changed}
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield value[:at] + value[at + 1 :]
            yield [*value[:at], item, *value[at:]]
            yield (
                [*value[:at], *reversed(value[at : at + 2]), *value[at + 2 :]]
                if at + 1 < len(value)
                else [*value, item]
            )
            for changed in mutations(item):
                yield [*value[:at], changed, *value[at + 1 :]]
    elif isinstance(value, str):
        yield value + "0"
        yield value[:-1] if value else "x"
        yield ("1" if value[:1] == "0" else "0") + value[1:]
        yield value.upper() if value.upper() != value else value + " "
        yield None
    else:
        yield value + 1
        yield value - 1
        yield str(value)
        yield float(value)
        yield True


def test_every_mutation_of_a_bundle_is_refused(district: str, check: Callable[..., Verdict]) -> None:
    sequenced(21)
    bundle = export()
    tried = 0
    for mutated in mutations(bundle):
        if mutated != bundle:
            tried += 1
            assert check(mutated) is not Verdict.COMPLETE, _difference(bundle, mutated)
    assert tried > 500


def _difference(before: Bundle, after: Bundle) -> str:
    return str({key: (before.get(key), after.get(key)) for key in before | after if before.get(key) != after.get(key)})


def without(bundle: Bundle, number: int, *, renumber: bool, recount: bool) -> Bundle:
    """The bundle with one entry left out, and the traces covered up as far as the forger cares to."""
    forged = copy.deepcopy(bundle)
    del forged["entries"][number - 1]
    for place, entry in enumerate(forged["entries"], start=1):
        entry["number"] = place if renumber else entry["number"]
    forged["count"] -= 1 if recount else 0
    return forged


@pytest.mark.parametrize("number", [1, 3, 6])
@pytest.mark.parametrize("recount", [True, False])
@pytest.mark.parametrize("renumber", [True, False])
def test_a_view_left_out_is_refused_whatever_is_done_to_the_count_and_the_numbers(
    district: str, check: Callable[..., Verdict], number: int, recount: bool, renumber: bool
) -> None:
    sequenced(24)
    forged = without(export(), number, renumber=renumber, recount=recount)
    verdict = check(forged)
    assert verdict in {Verdict.MISSING, Verdict.ALTERED}
    if not recount:
        assert verdict is Verdict.MISSING


def test_an_added_view_is_refused(district: str, check: Callable[..., Verdict]) -> None:
    sequenced(24)
    bundle, other = export(ANA), export(BEN)
    bundle["entries"].append({**other["entries"][-1], "number": 7})
    assert check(bundle) is Verdict.ALTERED
    assert check({**bundle, "count": 7}) is Verdict.ALTERED


def test_another_students_list_does_not_pass_for_ones_own(district: str, check: Callable[..., Verdict]) -> None:
    sequenced(24)
    ana, ben = export(ANA), export(BEN)
    assert check({**ben, "student": str(ANA)}) is Verdict.ALTERED
    assert check({**ana, "label": ben["label"]}) is Verdict.ALTERED
    assert check({**ana, "index": ben["index"]}) is Verdict.ALTERED


def test_a_key_of_the_forgers_own_is_not_the_districts(district: str, check: Callable[..., Verdict]) -> None:
    from fileroom.ledger.tree.note import Checkpoint, Signer

    sequenced(8)
    bundle = export()
    forger = Signer(Checkpoint.parse(bundle["checkpoint"]).origin, bytes(32))
    forged = bundle | {
        "checkpoint": forger.sign(bundle["checkpoint"].partition("\n\n")[0] + "\n"),
        "key": str(forger.verifier()),
    }
    assert check(forged, key=ledger.verifier_key()) is Verdict.UNSIGNED
    assert check(bundle | {"key": forged["key"]}) is Verdict.UNSIGNED


@pytest.mark.parametrize("old_count", [1, 4, 23, 24, 25, 300])
def test_a_later_bundle_continues_an_earlier_one_and_proves_it_when_asked(
    district: str, check: Callable[..., Verdict], old_count: int
) -> None:
    sequenced(old_count)
    old = export()
    written(90, first=old_count)
    ledger.sequence(at=LATER + timedelta(minutes=1))
    size = int(old["checkpoint"].split("\n")[1])
    assert check(export(), old) is Verdict.COMPLETE
    assert check(export(since=size), old) is Verdict.COMPLETE
    assert check(old, export()) is Verdict.OLDER
    assert check(old, old) is Verdict.COMPLETE
    for mutated in mutations(export(since=size)["consistency"]["hashes"]):
        forged = export(since=size) | {"consistency": {"from": size, "hashes": mutated}}
        assert check(forged, old) is not Verdict.COMPLETE


def test_a_log_rewritten_in_between_is_refused(
    district: str, owner: psycopg.Connection, check: Callable[..., Verdict]
) -> None:
    events = sequenced(24)
    old = export()
    size = int(old["checkpoint"].split("\n")[1])
    owner.execute("TRUNCATE ledger_leaf, ledger_tile, ledger_checkpoint")
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [events[1].id])  # another student's entry
    ledger.sequence(at=LATER)
    written(9, first=30)
    ledger.sequence(at=LATER)
    assert check(export(since=size)) is Verdict.COMPLETE
    assert check(export(since=size), old) is not Verdict.COMPLETE


def test_ten_views_fit_in_four_kilobytes_deflated(district: str) -> None:
    people = [uuid4() for _ in range(400)]
    ledger.write_many(act(people[number % 400], number) for number in range(2000))
    ledger.write_many(act(ANA, 2000 + number) for number in range(10))
    ledger.sequence(at=LATER + timedelta(hours=1))
    bundle = ledger.export(ANA)
    assert len(json.loads(bundle)["entries"]) == 10
    # A district of 30,000 students and 20 million entries has 6 more hashes in one path and 14 in the other.
    grown = len(zlib.compress(bundle.encode(), 9)) + 20 * 38
    assert grown <= 4096


def test_a_student_the_open_log_does_not_know_has_no_bundle(district: str) -> None:
    sequenced(8)
    stranger, only_sealed = uuid4(), uuid4()
    ledger.write(act(only_sealed, 50, sealed=True))
    ledger.write(act(ANA, 51))
    ledger.sequence(at=LATER)
    with pytest.raises(ledger.Missing) as unknown:
        ledger.export(stranger)
    with pytest.raises(ledger.Missing) as sealed:
        ledger.export(only_sealed)
    assert str(unknown.value) == str(sealed.value)


def test_an_export_stops_where_an_event_has_been_removed(district: str, owner: psycopg.Connection) -> None:
    sequenced(8)
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [leaves(owner)[0][1]])
    with pytest.raises(ledger.Inconsistent, match="leaf 0"):
        ledger.export(ANA)


@pytest.mark.parametrize("since", [-1, 10, 2**70])
def test_a_size_the_log_never_had_is_missing(district: str, since: int) -> None:
    sequenced(8)
    with pytest.raises(ledger.Missing):
        ledger.export(ANA, since=since)


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"format": "fileroom/bundle/v1"}', "[" * 100_000, "\x00"])
def test_what_is_no_bundle_is_called_so(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bundle"
    file.write_text(text)
    assert fileroom_verify.main([str(file)]) == 4
    assert "not a Fileroom bundle" in capsys.readouterr().out


def test_the_command_speaks_plain_english_and_spanish(
    district: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sequenced(24)
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_text(ledger.export(ANA))
    bad.write_text(json.dumps(without(export(), 2, renumber=False, recount=False)))

    def said(*arguments: str) -> tuple[int, str]:
        status = fileroom_verify.main(list(arguments))
        return status, "".join(capsys.readouterr())

    status, text = said(str(good), "--list")
    assert status == 0
    assert "Complete. These are all 6 entries about this student up to 2026-10-19, unaltered." in text
    assert text.count("record:inspected") == 6
    assert f"Signed with the key in the file: {ledger.verifier_key()}" in text
    assert said(str(good), "--key", ledger.verifier_key()) == (0, text.split("\n")[6] + "\n")
    assert said(str(good), "--lang", "es", "--key", ledger.verifier_key())[1].startswith("Completo. Estas son las 6")
    assert said(str(bad))[0] == 1
    assert said(str(bad))[1].startswith("A view is missing.")
    assert said(str(bad), "--lang", "es")[1].startswith("Falta una consulta.")
    assert said(str(good), "--older", str(bad))[0] == 1
    assert said(str(good), "--older", str(good))[0] == 0
    assert said(str(tmp_path / "absent"))[0] == 5


def test_the_words_exist_in_both_languages() -> None:
    english, spanish = fileroom_verify.SAYS["en"], fileroom_verify.SAYS["es"]
    assert english.keys() == spanish.keys()
    assert {verdict.value for verdict in Verdict} <= english.keys()
