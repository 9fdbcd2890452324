"""A digest of what the weights are learned of: where it is another than theirs, script/learn was not run.

All that is read is in it: the texts and what each is said to hold, the pairs, what the tests of texts say. What rules
find decides as much, and is in it as far as seconds allow: in a part of the texts, in both sentences of every pair, and
in all that the tests say. What code is called, and how it is written, is not. Nor is how weights are fitted.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from hashlib import sha256

from fileroom.screening import TextKind
from fileroom.screening.findings import is_sure
from fileroom.screening.marks import Marked
from tests.screening.lessons import HERE, TESTS, found, of_texts, read, wholes
from tests.screening.near_pairs import PAIRS
from tests.screening.scoring import Item

# Of so many texts one: few mends of a rule change what is found in one text only, and each brings a pair or a test.
ONE_OF = 4
PAGES = HERE / "long_pages.toml"


def learned_of(texts: list[Item] | None = None) -> bytes:
    """The digest. `texts`: those that teach, where they are read already."""
    texts = read() if texts is None else texts
    whole = sha256()
    for told in (_texts(texts), wholes(texts), of_texts(texts[::ONE_OF]), _pairs(), _tests()):
        for it in told:
            whole.update(repr(it).encode("utf-8", "surrogatepass") + b"\n")
        whole.update(b"\0")
    return whole.digest()


def _texts(texts: list[Item]) -> Iterator[object]:
    """What each text is, and is said to hold."""
    return ((it.text, it.kind.value, it.expect) for it in texts)


def _pairs() -> Iterator[object]:
    """Both sentences of every pair, and what rules find in them."""
    for it in PAIRS:
        yield it["kind"], it["finds"]
        for said in (it["holds"], it["lacks"]):
            yield said, _found(said, TextKind(it["kind"]))


def _tests() -> Iterator[object]:
    """What the tests of texts say, and the pages they lay it in, and what rules find where a note says so."""
    said = [it for name in TESTS for it in said_in((HERE / f"test_{name}.py").read_text("utf-8"))]
    for part in tomllib.loads(PAGES.read_text("utf-8")).values():
        for told in part.values():
            said += [told] if isinstance(told, str) else told
    for it in said:
        yield it, _found(it, TextKind.NOTE)


def said_in(code: str) -> list[str]:
    """What stands between a module's quotation marks, and which kinds of texts it names, in no order of the module's.

    Without docstrings: they teach nothing.
    """
    tree = ast.parse(code)
    described = {id(it.value) for it in ast.walk(tree) if isinstance(it, ast.Expr)}
    return sorted(said for it in ast.walk(tree) if id(it) not in described and (said := _said(it)))


def _said(part: ast.AST) -> str:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value
    if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == TextKind.__name__:
        return part.attr
    return ""


def _found(text: str, kind: TextKind) -> list[tuple[Marked, bool]]:
    """Where the marks of what rules find stand, and whether a rule is sure."""
    return [(marks, is_sure(it)) for it, marks in found(text, kind)]
