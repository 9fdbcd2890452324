"""`fileroom screen forms`: what a published packet of forms asks families for and may not, on one page to act on."""

from __future__ import annotations

import argparse
import json
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fileroom.cli.fetching import Fetched, Site, Unfetched
from fileroom.cli.form_page import form_page
from fileroom.cli.pages import speaker, written
from fileroom.cli.sweep_page import CATEGORIES
from fileroom.collection.looking import LARGEST
from fileroom.collection.packets import Asked, Form, check_published
from fileroom.collection.rulings import Scope
from fileroom.collection.sweep.walking import files_of

DONE, FOUND, UNEXAMINED, INVALID, MISSING = 0, 1, 2, 4, 5


def run_forms(args: argparse.Namespace, sources: list[str], scope: Scope) -> int:
    """Check each form of a folder or of a public page; write the page where one is asked for. Gives the exit status."""
    say = speaker(args.language)
    try:
        forms = list(_forms(_files(sources), scope))
    except FileNotFoundError as error:
        sys.stderr.write(f"fileroom screen forms: {error.filename} is not there.\n")
        return MISSING
    except Unfetched as error:
        sys.stderr.write(f"fileroom screen forms: {error}\n")
        return INVALID
    for form in forms:
        sys.stdout.write(json.dumps(_line(form), ensure_ascii=False) + "\n" if args.json else _in_words(form))
    if args.report:
        written(args.report, form_page(forms, sources, scope.on, say, args.language))
    if any(it.asked for it in forms):
        return FOUND
    return UNEXAMINED if any(it.unexamined for it in forms) else DONE


def _files(sources: Iterable[str]) -> Iterator[Fetched | Unfetched]:
    for source in sources:
        if "://" in source:
            yield from Site(source).forms()
            continue
        Path(source).lstat()  # that it is there; what is gone by the time it is read is told of
        path = None
        for path in files_of([Path(source)]):
            yield _file(path)
        if path is None:
            yield Unfetched(f"{source}: no form lies there.")


def _file(path: Path) -> Fetched | Unfetched:
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            return Unfetched(f"{path}: it is a link to another place, and was not followed.")
        if stat.S_ISDIR(about.st_mode):
            return Unfetched(f"{path}: it is a folder that could not be listed.")
        if not stat.S_ISREG(about.st_mode):
            return Unfetched(f"{path}: it is neither a file nor a folder.")
        if about.st_size > LARGEST:
            return Unfetched(f"{path}: it is larger than is read.")
        return Fetched(path.name, path.read_bytes())
    except OSError as error:
        return Unfetched(f"{path}: it could not be opened ({error.strerror}).")


def _forms(files: Iterable[Fetched | Unfetched], scope: Scope) -> Iterator[Form]:
    for it in files:
        if isinstance(it, Unfetched):
            yield Form(str(it).partition(": ")[0], 0, (), str(it))
        else:
            yield check_published(it.body, it.name, scope)


def _line(form: Form) -> dict[str, object]:
    asked = [
        {
            "category": it.category, "label": it.label, "page": it.page, "decision": it.ruling.verdict.value,
            "rule": it.ruling.rule, "citation": it.ruling.citation,
            "instead": it.instead.says if it.instead else None, "any_of": list(it.instead.any_of) if it.instead else [],
        }
        for it in form.asked
    ]  # fmt: skip
    return {"form": form.name, "pages": form.pages, "asked": asked, "unexamined": form.unexamined or None}


def _in_words(form: Form) -> str:
    told = "" if form.asked or form.unexamined else "    Nothing in it asks for what may not be asked.\n"
    unread = f"    Not known whole: {form.unexamined}\n" if form.unexamined else ""
    return f"{form.name}\n{unread}{told}" + "".join(_asked(it) for it in form.asked)


def _asked(it: Asked) -> str:
    page = f"page {it.page}: " if it.page else ""
    what = CATEGORIES.get(it.category, "One paper, where any of several will do")
    label = f" by “{it.label}”" if it.label else " (it stands there already)"
    instead = f"        Instead: {it.instead.says}\n" if it.instead else ""
    return f"    {it.ruling.verdict}: {page}{what}{label}. {it.ruling.citation}\n{instead}"
