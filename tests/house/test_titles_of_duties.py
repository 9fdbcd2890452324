"""One rule that is owed in two rooms asks for two things there: each room has a title of its own for it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
NOT_ROOMS = ("law", "web")


def strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    return {it.value for it in ast.walk(tree) if isinstance(it, ast.Constant) and isinstance(it.value, str)}


def owed_in(paths: Iterable[Path], rules: Iterable[str], rooms: Iterable[str]) -> dict[str, list[set[str]]]:
    """Of each rule that modules name, the rooms that each of these modules names."""
    found: dict[str, list[set[str]]] = {}
    for path in paths:
        said = strings(path)
        for rule in said & set(rules) if said & set(rooms) else ():
            found.setdefault(rule, []).append(said & set(rooms))
    return found


@pytest.mark.usefixtures("installation")
def test_a_rule_that_is_owed_in_two_rooms_has_a_title_in_each() -> None:
    from fileroom.law import BY_ID
    from fileroom.web.owed import WHERE
    from fileroom.web.owed_titles import TITLES

    modules = [it for it in SOURCE.rglob("*.py") if it.relative_to(SOURCE).parts[0] not in NOT_ROOMS]
    owed = owed_in(modules, BY_ID, WHERE).items()
    several = {rule: theirs for rule, theirs in owed if len(set(map(frozenset, theirs))) > 1}
    lacking = [
        (rule, rooms)
        for rule, theirs in several.items()
        for rooms in theirs
        if not any(f"{room}/{rule}" in TITLES for room in rooms)
    ]
    assert {f"programmes.breach_duties.{it}" for it in ("keep_the_analysis", "follow_the_contract")} <= set(several)
    assert lacking == []


@pytest.mark.usefixtures("installation")
def test_the_titles_of_one_rule_are_not_the_same() -> None:
    from fileroom.web.owed import title_of

    for rule, rooms in (
        ("programmes.breach_duties.keep_the_analysis", ("incidents", "reading")),
        ("programmes.breach_duties.follow_the_contract", ("incidents", "vendor_breaches")),
        ("casework.orders_received.whoever_hands_it_in", ("orders", "orders_drawers")),
    ):
        assert len({title_of(room, rule) for room in rooms}) == 2
    assert "faster" not in title_of("incidents", "programmes.breach_duties.keep_the_analysis")


def test_a_rule_in_a_second_room_would_be_found(tmp_path: Path) -> None:
    first, second = tmp_path / "a.py", tmp_path / "b.py"
    first.write_text('ROOM = "incidents"\nRULE = "x.y"\n')
    second.write_text('ROOM = "reading"\nRULE = "x.y"\n')
    assert owed_in([first, second], {"x.y"}, {"incidents", "reading"}) == {"x.y": [{"incidents"}, {"reading"}]}
