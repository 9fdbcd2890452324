"""Each code by which an import names what is wrong stands on a page in words, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fileroom.hosting.embedded import Urls
from fileroom.screening import Category
from tests.house.test_layout import SOURCE

# Where the code stands among what a call is given. `refuse` is not among them: of what is refused nothing is kept.
PLACES = {"Fault": 1, "Problem": 3}
# Of what these say the bundle is refused whole, or it is left out where the codes are counted.
OF_REFUSALS = {
    "banned_column",
    "column_twice",
    "duplicate_id",
    "missing_column",
    "more_faults",
    "more_problems",
    "no_header",
    "not_utf8",
    "unknown_layout",
}


def codes(tree: ast.AST) -> Iterator[str]:
    for call in ast.walk(tree):
        place = PLACES.get(getattr(call.func, "id", "")) if isinstance(call, ast.Call) else None
        if place is None or not isinstance(call, ast.Call):
            continue
        # What stands for a file and a row is one.
        place -= sum(isinstance(it, ast.Starred) for it in call.args[:place])
        for it in ast.walk(call.args[place]) if len(call.args) > place else ():
            if isinstance(it, ast.Constant) and isinstance(it.value, str) and it.value.isidentifier():
                yield it.value.rstrip("_")  # what follows in braces is no part of it


def all_codes() -> set[str]:
    files = (SOURCE / "fileroom" / "collection").rglob("*.py")
    found = {code for file in files for code in codes(ast.parse(file.read_text("utf-8")))}
    return (found | {it.value for it in Category}) - OF_REFUSALS


def test_every_code_has_words_in_both_languages(installation: Urls) -> None:
    from fileroom.web.import_codes import CODES

    spanish = (SOURCE / "fileroom/web/locale/es/LC_MESSAGES/django.po").read_text("utf-8")
    found = all_codes()
    assert {"bad_enum", "file_not_taken", "role_by_hand", "ssn"} <= found, "the codes are found"
    assert sorted(found - CODES.keys()) == [], "a code without words"
    assert not [code for code, says in CODES.items() if f'msgid "{says}"' not in spanish]
