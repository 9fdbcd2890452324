"""Every decision of the program is the law's, asked in one place that knows what the district has signed for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
THE_ONE = SOURCE / "people" / "counsel.py"
OF_THE_LAW = {"law", "BOOK", "book", "streaming"}


def asks(path: Path, text: str) -> Iterator[str]:
    """Calls of `decide` (or `interpret`) on the law itself, and imports of it, in a file outside law/."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found = node.attr in ("decide", "interpret") and node.value.id in OF_THE_LAW
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("fileroom.law"):
            found = bool({alias.name for alias in node.names} & {"decide", "BOOK"})
        else:
            continue
        if found:
            yield f"{path.name}:{node.lineno}"


def test_nothing_outside_the_law_and_the_one_that_knows_the_signatures_asks_the_law_to_decide() -> None:
    files = [path for path in SOURCE.rglob("*.py") if SOURCE / "law" not in path.parents and path != THE_ONE]
    assert len(files) > 150
    assert [found for path in files for found in asks(path, path.read_text())] == []


def test_the_one_does_ask_and_a_second_would_be_found() -> None:
    assert len(list(asks(THE_ONE, THE_ONE.read_text()))) == 1
    for text in ("from fileroom.law import decide", "from fileroom import law\nlaw.decide(q)", "BOOK.interpret(q, c)"):
        assert list(asks(Path("second.py"), text)) != []


def ends_a_circumstance(text: str) -> bool:
    """Does this write the last day of something, or ask `circumstances.over` to?"""
    return any(
        (isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr == "over_on")
        or (isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update"
            and "over_on" in {it.arg for it in node.keywords})
        or (isinstance(node, ast.Attribute) and node.attr == "over"
            and "circumstances" in ast.dump(node.value))
        or (isinstance(node, ast.ImportFrom) and node.module == "fileroom.people.circumstances"
            and "over" in {it.name for it in node.names})
        for node in ast.walk(ast.parse(text))
    )  # fmt: skip


def test_only_the_agencys_word_which_is_kept_ends_that_a_child_is_missed() -> None:
    """`circumstances.over` asks for no word: its one caller elsewhere writes the agency's down in the same breath. What
    a card ends is a family's, and no missing child's."""
    files = {it.relative_to(SOURCE).as_posix(): it.read_text() for it in SOURCE.rglob("*.py")}
    ends = {name for name, text in files.items() if "ircumstance" in text and ends_a_circumstance(text)}
    assert ends == {"people/circumstances.py", "disclosure/police_found.py", "collection/cards/ending.py"}
    assert "Kind.SAFE_AT_HOME" in files["collection/cards/ending.py"]
    assert "Kind.MISSING" not in files["collection/cards/ending.py"]
    for planted in ("circumstances.over(it)", "row.over_on = today", "rows.update(over_on=today)"):
        assert ends_a_circumstance(planted)
