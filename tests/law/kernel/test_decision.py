"""The answer in JSON is the contract's."""

from fileroom.law import decide
from tests.law.worlds import OPEN_EVERY_WEEKDAY, ask, question


def test_a_grant_has_the_contracts_keys_and_no_more() -> None:
    told = ask("parent").to_json()
    assert set(told) == {"outcome", "says", "because", "missing", "duties", "deadline", "limits"}
    assert told["outcome"] == "must"
    assert told["says"] == "A parent may see any and all records of the child."
    assert told["because"][0] == {
        "rule": "disclosure.parents.absolute_access",
        "effect": "compels",
        "citation": "Ed. Code 49069.7",
        "says": "A parent may see any and all records of the child.",
    }
    assert told["deadline"] == {"on": "2026-10-26", "within": "5 business days", "citation": "Ed. Code 49069.7(b)"}
    assert told["limits"] == ["other_students_redacted"]
    assert {"code", "citation", "says"} == set(told["duties"][0])


def test_what_is_missing_is_asked_for_in_a_sentence() -> None:
    told = ask("parent", requester__identity="claimed").to_json()
    assert told["missing"] == [
        {
            "fact": "requester.identity",
            "ask": "Please show something that proves who you are.",
            "citation": "Ed. Code 49069.7",
        }
    ]


def test_silence_and_the_seal_are_told_only_where_they_are() -> None:
    silent = ask("parent", orders=["records_order_6323_5"], requester__restrained_from_records=True)
    assert silent.to_json()["silent"] is True
    assert not silent.granted
    assert "sealed" not in silent.to_json()


def test_a_sealed_answer_and_the_calendar_shipped_are_told() -> None:
    paper = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
    asked = question("court", papers=[{**paper, "nondisclosure_order": True}])
    told = decide(asked).to_json()
    assert told["sealed"] is True
    assert told["calendar"] == "default"
    assert "calendar" not in decide(asked, OPEN_EVERY_WEEKDAY).to_json()


def test_a_ban_that_is_only_possible_silences_the_answer_and_does_not_hush_its_ground() -> None:
    unread = ask("outsider", orders=None, requester__kind="attorney")
    assert (unread.outcome, unread.silent, unread.hushed) == ("no", True, False)
    barred = ask("parent", orders=["records_order_6323_5"], requester__restrained_from_records=True)
    assert (barred.silent, barred.hushed) == (True, True)
