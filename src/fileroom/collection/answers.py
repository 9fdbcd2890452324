"""The answer line of `fileroom screen` for one text or one file (contracts.md §3). No value found is in it."""

from __future__ import annotations

import hashlib
import json
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from fileroom.collection import looking
from fileroom.collection.authorities import is_its_own
from fileroom.collection.looking import NOTHING_FOUND, NOTHING_THERE, SOMETHING_FOUND, Looked
from fileroom.collection.rulings import Scope, decided, rulings
from fileroom.law.days import once_each
from fileroom.law.exceptions import DeclaredException, UnknownException, exception_named
from fileroom.law.takings import Ruling, Verdict
from fileroom.screening.clock import LATE
from fileroom.screening.opening.scanner import SILENT
from fileroom.screening.parts import BROKE, IN_TIME
from fileroom.screening.screened import WHOLE_FILE

SHUT, ENDED = "It could not be opened: ", "The sieve ended over this file. Nobody knows what it holds."
# What kept a file from being looked into and may be over by the next time: an answer that begins so serves once.
OF_THE_MOMENT = (SHUT, ENDED, SILENT, BROKE, LATE, IN_TIME.rstrip("."))
KEYS = {"id", "text", "kind", "form", "declared"}
KNOWN = (NOTHING_FOUND, SOMETHING_FOUND, NOTHING_THERE)  # of what was fully examined: nothing is left to ask about it
_READ = json.JSONDecoder(object_pairs_hook=once_each).decode


class Unfit(ValueError):
    """A line that is no question: what is amiss and what to do, without a word of what it held."""


@dataclass(frozen=True)
class Answer:
    """One line. `error`: it could not be read as a question. `missing`: the file is not there.

    `digest`: SHA-256 of the bytes that were looked into, where it is of a file and they were.
    """

    line: dict[str, Any]
    error: bool = False
    missing: bool = False
    digest: str | None = None

    @property
    def found(self) -> bool:
        """Something was found that is not allowed."""
        return bool(self.line.get("findings")) and self.line["decision"] != Verdict.ALLOW

    @property
    def unexamined(self) -> bool:
        """Nobody knows what it holds, or there is nothing in it where something should be."""
        if self.error or self.missing:
            return False
        return not self.line["fully_examined"] or self.line["outcome"] not in KNOWN

    @property
    def is_of_the_moment(self) -> bool:
        """Nobody knows what it holds, and it may be looked into another time."""
        return self.unexamined and str(self.line.get("says", "")).startswith(OF_THE_MOMENT)

    @property
    def text(self) -> str:
        """The line as JSON. What UTF-8 has no letter for (a file's name of other bytes) is written as an escape."""
        said = json.dumps(self.line, ensure_ascii=False, separators=(",", ":"))
        return said.encode(errors="backslashreplace").decode()


def answer_line(number: int, line: bytes, scope: Scope) -> Answer:
    """The answer to one line of JSON, `number` in the input. `scope`'s exception holds where the line names none."""
    mark: Any = None
    try:
        given = _object(line)
        mark = given.get("id") if isinstance(given.get("id"), str | int) else None
        look, declared = _asked(given), _declared(given.get("declared"))
    except Unfit as error:
        return Answer({"id": mark, "line": number, "error": str(error)}, error=True)
    within = replace(scope, exception=declared.exception) if declared else scope
    return Answer({"id": mark, "path": None, **_timed(look, within, opens=declared is None or declared.opens)})


def _object(line: bytes) -> dict[str, Any]:
    try:
        given = _READ(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unfit(f"not UTF-8 at byte {error.start + 1}. Write the lines as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise Unfit(f"not JSON at character {error.pos + 1}. Write one object a line.") from None
    except RecursionError:
        raise Unfit("nested too deep. Write one flat object a line.") from None
    except ValueError:
        raise Unfit("a key stands twice. Name each key once.") from None
    if not isinstance(given, dict):
        raise Unfit('not an object. Write {"id": …, "text": …, "kind": …}.')
    return given


def _asked(given: dict[str, Any]) -> Callable[[], Looked]:
    """How to look at the text, as the kind of text it is and a part of the form it is of."""
    if set(given) - KEYS:
        raise Unfit(f"a key that nobody reads. Allowed are {', '.join(sorted(KEYS))}.")
    if "id" in given and (isinstance(given["id"], bool) or not isinstance(given["id"], str | int)):
        raise Unfit("id: text or a number is needed.")
    text, kind, form = given.get("text"), given.get("kind", "prose"), given.get("form", "")
    if not isinstance(text, str):
        raise Unfit("text: is needed, as text.")
    if kind not in looking.TEXT_KINDS:
        raise Unfit(f"kind: one of {', '.join(looking.TEXT_KINDS)} is needed.")
    if not isinstance(form, str):
        raise Unfit("form: the form's title is needed as text.")
    return partial(looking.look_at_line, text, kind, form)


@dataclass(frozen=True)
class _Declared:
    """An exception that a line declares. `opens`: under its own law, or under none that is named."""

    exception: DeclaredException
    opens: bool


def _declared(given: Any) -> _Declared | None:
    if given is None:
        return None
    if not isinstance(given, dict) or set(given) - {"exception", "authority"}:
        raise Unfit('declared: write {"exception": …, "authority": …}, or leave it out.')
    if not isinstance(given.get("authority", ""), str):
        raise Unfit("declared.authority: the citation is needed as text, or nothing.")
    if not isinstance(given.get("exception"), str):
        raise Unfit("declared.exception: the name of an exception is needed. `fileroom screen --exceptions` has them.")
    try:
        exception = exception_named(given["exception"])
    except UnknownException as error:
        raise Unfit(f"declared.exception: {error}. `fileroom screen --exceptions` has them all.") from None
    authority = given.get("authority", "").strip()
    return _Declared(exception, not authority or is_its_own(authority, exception))


def answer_file(path: Path, scope: Scope) -> Answer:
    """The answer for one file. What is no plain file, too large or out of reach is not opened, and is never clean."""
    named = {"id": str(path), "path": str(path)}
    try:
        about = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        line = {**named, **_timed(lambda: looking.not_examined("unreadable", "There is no such file."), scope)}
        return Answer(line, missing=True)
    except OSError as error:
        closed = looking.not_examined("unreadable", f"{SHUT}{error.strerror}.")
        return Answer({**named, **_timed(lambda: closed, scope)})
    body = _body(path, about.st_mode, about.st_size)
    if isinstance(body, Looked):
        return Answer({**named, **_timed(lambda: looking.with_its_path(body, str(path)), scope)})
    looked = partial(looking.look_at_document, body, path.name)
    line = {**named, **_timed(lambda: looking.with_its_path(looked(), str(path)), scope)}
    return Answer(line, digest=hashlib.sha256(body).hexdigest())


def _body(path: Path, mode: int, size: int) -> bytes | Looked:
    """The bytes of the file, or why they are not read."""
    if stat.S_ISLNK(mode):
        return looking.not_examined("rejected", "A link to another place: name the file itself.")
    if stat.S_ISDIR(mode):
        return looking.not_examined("unreadable", "A folder that could not be listed: what is in it is not known.")
    if not stat.S_ISREG(mode):
        return looking.not_examined("rejected", "Neither a file nor a folder: it was not opened.")
    if size > looking.LARGEST:
        return looking.not_examined(
            "too_big", f"More than {looking.LARGEST // 2**20} MB. Split it, and screen the parts."
        )
    try:
        return path.read_bytes()
    except OSError as error:
        return looking.not_examined("unreadable", f"{SHUT}{error.strerror}.")


def given_up(path: str) -> Answer:
    """The answer for a file over which the sieve itself ended."""
    seen = looking.not_examined("quarantine", ENDED)
    return Answer({"id": path, "path": path, **_described(seen, [], Verdict.BLOCK), "ms": 0.0})


def _timed(look: Callable[[], Looked], scope: Scope, *, opens: bool = True) -> dict[str, Any]:
    """The answer, and how long it took. `opens`: the scope's exception was declared under its own law."""
    began = time.perf_counter()
    looked = look()
    if scope.exception and not opens:
        own = scope.exception.authority.text
        why = f"{scope.declared} does not open under the authority given: its own is {own}."
        looked = replace(looked, says=f"{looked.says} {why}".strip())
    ruled = _ruled(looked, scope if opens else replace(scope, exception=None))
    sound = looked.outcome in KNOWN and looked.fully_examined and not looked.more
    verdict = decided(ruled) if sound else Verdict.BLOCK
    return {**_described(looked, ruled, verdict, scope.declared), "ms": round((time.perf_counter() - began) * 1000, 1)}


def _ruled(looked: Looked, scope: Scope) -> list[Ruling]:
    """The law's word on each finding, in order: part by part, for an exception looks at the text around it."""
    made: dict[int, Ruling] = {}
    for part, (title, text) in {WHOLE_FILE: ("", ""), **looked.parts}.items():
        places = [number for number, it in enumerate(looked.seen) if it.part == part]
        ruled = rulings([looked.seen[number] for number in places], text, scope, title=title)
        made |= dict(zip(places, ruled, strict=True))
    return [made[number] for number in range(len(looked.seen))]


def _of_the_exception(ruling: Ruling, declared: str) -> list[str]:
    """Why the exception that was declared has a part in it, or has none."""
    if not declared:
        return []
    return [f"covered by {ruling.exception}"] if ruling.exception else [f"not covered by {declared}"]


def _described(looked: Looked, ruled: list[Ruling], verdict: Verdict, declared: str = "") -> dict[str, Any]:
    findings = [
        {
            "category": it.category, "mode": it.mode, "start": it.start, "end": it.end, "page": it.page,
            "where": it.where, "confidence": round(it.confidence, 2), "decision": ruling.verdict.value,
            "rule": ruling.rule, "citation": ruling.citation, "why": [*it.why, *_of_the_exception(ruling, declared)],
        }
        for it, ruling in zip(looked.seen, ruled, strict=True)
    ]  # fmt: skip
    made: dict[str, Any] = {"outcome": looked.outcome, "decision": verdict.value, "findings": findings}
    if looked.says:
        made["says"] = looked.says
    return {**made, "pages": looked.pages, "ocr_pages": looked.ocr_pages, "fully_examined": looked.fully_examined}
