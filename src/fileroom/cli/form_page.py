"""The finding report on a packet of forms: for each form what it asks for and may not, the law, and what instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from fileroom.cli.pages import Say, page
from fileroom.cli.sweep_page import CATEGORIES, VERDICTS
from fileroom.collection.packets import Asked, Form

ONE_PAPER = "One paper, where any of several will do"
NO_PROOF = "A judgement by a program, with the law it rests on; it has read what is printed and nothing else."


def form_page(forms: Sequence[Form], sources: Sequence[str], on: date, say: Say, language: str) -> str:
    """The whole page. `on`: the day of the law that was asked."""
    wrong = [it for it in forms if it.asked]
    fine = [it for it in forms if not it.asked and not it.unexamined]
    unread = [it for it in forms if it.unexamined]
    parts = [_summary(forms, wrong, unread, sources, on, say), *(_form(it, say) for it in wrong)]
    if unread:
        parts.append(f"<h2>{say('Not known whole')}</h2>\n<ul>{''.join(_unread(it) for it in unread)}</ul>")
    if fine:
        names = "".join(f"<li>{escape(it.name)}</li>" for it in fine)
        parts.append(f"<h2>{say('Nothing in these asks for what may not be asked')}</h2>\n<ul>{names}</ul>")
    return page(
        say("What this packet asks families for and may not"), "\n".join(parts), language=language,
        kicker="Fileroom", foot=say(NO_PROOF),
    )  # fmt: skip


def _summary(
    forms: Sequence[Form], wrong: Sequence[Form], unread: Sequence[Form], sources: Sequence[str], on: date, say: Say
) -> str:
    sums = (
        ("Forms", len(forms), ""),
        ("Forms to change", len(wrong), "danger" if wrong else ""),
        ("Things asked for that may not be", sum(len(it.asked) for it in wrong), "danger" if wrong else ""),
        ("Could not be looked into", len(unread), ""),
    )
    cards = "".join(f'<div class="{kind}"><dt>{say(words)}</dt><dd>{n:,}</dd></div>' for words, n, kind in sums)
    law = say("By the law of %(day)s.") % {"day": on.isoformat()}
    where = escape(", ".join(sources))
    todo = say("Take each of these questions out, or ask what stands under it. “Optional” changes nothing.")
    alert = f'<div class="alert danger"><p>{todo}</p></div>' if wrong else ""
    return f'<p>{where}. {law}</p>\n<dl class="sums">{cards}</dl>\n{alert}'


def _form(form: Form, say: Say) -> str:
    asked = "\n".join(_asked(it, say) for it in form.asked)
    return f'<section class="form"><h2>{escape(form.name)}</h2>\n<ol>{asked}</ol></section>'


def _asked(it: Asked, say: Say) -> str:
    what = say(CATEGORIES.get(it.category, ONE_PAPER))
    place = f"{say('page')} {it.page}" if it.page else ""
    label = f'<p class="asks">“{escape(it.label)}”</p>' if it.label else f"<p>{say('It stands there already.')}</p>"
    cite = " · ".join(filter(None, (escape(it.ruling.citation), place)))
    return (
        f'<li><p><span class="verdict">{say(VERDICTS[it.ruling.verdict])}</span> {what} '
        f'<span class="cite">{cite}</span></p>\n{label}\n{"".join(_instead(it, say))}</li>'
    )


def _instead(it: Asked, say: Say) -> Iterator[str]:
    if it.instead is None:
        return
    yield f"<p><strong>{say('Instead:')}</strong> {escape(say(it.instead.says))}"
    yield f' <span class="cite">{escape(it.instead.citation.text)}</span></p>'
    if it.instead.any_of:
        yield f'<ul class="any">{"".join(f"<li>{escape(say(paper))}</li>" for paper in it.instead.any_of)}</ul>'


def _unread(form: Form) -> str:
    return f"<li>{escape(form.name)}: {escape(form.unexamined)}</li>"
