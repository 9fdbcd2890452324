"""What the program's own mails say (`mails.toml`), as text and as a page for a screen reader. Data in, words out.

They hold the district's name, its telephone and a link. There is no place in them for anything else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from types import MappingProxyType
from typing import Any

ASK = {
    "en": ("Questions? Call {telephone}.", "Questions? Ask at the school office."),
    "es": ("¿Preguntas? Llame al {telephone}.", "¿Preguntas? Pregunte en la oficina de la escuela."),
}
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{subject}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;background:#ffffff;color:#1b1b1b;font:17px/1.5 Arial,sans-serif">
<main style="max-width:34em;margin:0 auto;padding:1.5em">
<h1 style="font-size:1.3em;line-height:1.3">{subject}</h1>
{says}
<p style="margin:1.6em 0"><a href="{link}" style="display:inline-block;padding:.8em 1.4em;border-radius:4px;\
background:#0a3c40;color:#ffffff;font-weight:bold">{button}</a></p>
<p style="word-break:break-all">{link}</p>
{after}
</main></body></html>
"""


@dataclass(frozen=True)
class Said:
    """One kind of mail in one language."""

    subject: str
    says: tuple[str, ...]
    button: str
    after: tuple[str, ...]


@dataclass(frozen=True)
class Mail:
    """A mail as it goes: a line for the subject, the same words as text and as HTML."""

    subject: str
    text: str
    html: str


def _read() -> Mapping[str, Mapping[str, Said]]:
    found = tomllib.loads(files(__package__).joinpath("mails.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {kind: {language: _said(it) for language, it in of["in"].items()} for kind, of in found.items()}
    )


def _said(it: Mapping[str, Any]) -> Said:
    return Said(it["subject"], tuple(it["says"]), it["button"], tuple(it["after"]))


MAILS = _read()


def compose_mail(kind: str, language: str, *, district: str, telephone: str, link: str) -> Mail:
    """The mail; in English where it is not there in this language."""
    language = language if language in MAILS[kind] else "en"
    said, (call, come) = MAILS[kind][language], ASK[language]
    ask = call.format(telephone=telephone) if telephone else come

    def filled(words: str) -> str:
        return words.format(district=district, ask=ask)

    subject = " ".join(filled(said.subject).split())
    says, after = [filled(it) for it in said.says], [filled(it) for it in said.after]
    text = "\n\n".join([*says, f"{said.button}: {link}", *after]) + "\n"
    html = PAGE.format(
        language=language, subject=escape(subject), says=_paragraphs(says), after=_paragraphs(after),
        link=escape(link), button=escape(said.button),
    )  # fmt: skip
    return Mail(subject, text, html)


def _paragraphs(these: list[str]) -> str:
    return "\n".join(f"<p>{escape(it)}</p>" for it in these)
