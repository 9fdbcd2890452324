"""A page to hand on: one HTML file that needs no network and holds no script, in English or Spanish."""

from __future__ import annotations

import gettext
import os
import secrets
from collections.abc import Callable, Iterable
from html import escape
from importlib.resources import files
from pathlib import Path

LANGUAGES = ("en", "es")
Say = Callable[[str], str]
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class NotWritten(Exception):
    """A file of the command's own cannot be written. `str()` says which, and what to do."""


def speaker(language: str) -> Say:
    """What says a sentence of the program in this language. Raises NotWritten where it was not made ready."""
    if language == "en":
        return lambda sentence: sentence
    compiled = files("fileroom").joinpath("web", "locale", language, "LC_MESSAGES", "django.mo")
    try:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file).gettext
    except OSError:
        raise NotWritten("The translations are not made ready. Run script/run once.") from None


def page(title: str, body: str, *, language: str, kicker: str, foot: str) -> str:
    """A whole page. `body` is HTML; the rest is words."""
    style = files("fileroom.cli").joinpath("templates", "page.css").read_text("utf-8")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        f'<header><p class="kicker">{escape(kicker)}</p>\n<h1>{escape(title)}</h1></header>\n'
        f"<main>\n{body}\n</main>\n<footer><p>{escape(foot)}</p></footer>\n</body>\n</html>\n"
    )


def table(caption: str, heads: Iterable[tuple[str, bool]], rows: Iterable[str]) -> str:
    """A table in a frame that scrolls by itself. `heads`: each with whether its column holds numbers."""
    head = "".join(f'<th scope="col"{" class=n" if number else ""}>{escape(words)}</th>' for words, number in heads)
    body = "\n".join(rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def written(path: Path, text: str) -> None:
    """Write a page for this account alone, whole or not at all. Raises NotWritten."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise NotWritten(f"{path}: the report cannot be written ({error.strerror}).") from None
