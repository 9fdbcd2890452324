"""The law book as pages, open to anyone: chapters, search, figures, catalogue, theorems, the policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET

from fileroom.law import BY_ID, CATALOGUE, RULES, digest
from fileroom.law.book import CHAPTERS
from fileroom.law.examples import Example, examples
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.kernel.citation import Citation, Surety
from fileroom.law.kernel.rule import GRANTS, Chapter, Effect, Rule
from fileroom.law.linking import theorems_of
from fileroom.law.listing import resting_on_memory
from fileroom.law.policy import POLICY, Sentence
from fileroom.law.theorems import THEOREMS
from fileroom.law.wording import tell
from fileroom.people.answers import Missing
from fileroom.web.gates import public

ROOMS = {
    "disclosure": "Who may see or receive",
    "collection": "What may be asked for and kept",
    "retention": "What must stay and what must go",
    "casework": "Requests, corrections, and who decides",
    "programmes": "Programs of the district",
}
EFFECTS = {
    Effect.FORBIDS: ("Forbidden", "late"),
    Effect.COMPELS: ("The district must", "ok"),
    Effect.ALLOWS: ("The district may", "soon"),
    Effect.OBLIGES: ("A duty follows", "today"),
    Effect.CLOSES: ("Why the answer is no", "quiet"),
}
OUTCOMES = {"must": "must", "may": "may", "no": "no", "needs_more": "needs more"}
FOUND_AT_MOST = 60
View = Callable[..., HttpResponse]


def rule_url(rule_id: str) -> str:
    """Where the law book tells of a rule; empty for one it does not have."""
    if rule_id not in BY_ID:
        return ""
    address, _, name = rule_id.rpartition(".")
    return f"{chapter_url(address)}#rule-{name}"


def cited(rule_id: str) -> dict[str, str] | None:
    """A rule as a list names it: its source and where the book tells of it; None for one the book does not have."""
    rule = BY_ID.get(rule_id)
    return {"text": rule.cites.text, "url": rule_url(rule_id)} if rule else None


def chapter_url(address: str) -> str:
    room, _, name = address.partition(".")
    return reverse("law_chapter", args=[room, name])


def of_the_book(view: Callable[..., tuple[str, dict[str, Any]]]) -> View:
    """A page of the law book: in English, in the shell of whoever reads it."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        staff = getattr(request.user, "employee_id", None) is not None
        with translation.override("en"):
            template, context = view(request, *args, **kwargs)
            context |= {"layout": "desk.html" if staff else "public.html", "tabs": _tabs(request.path)}
            return render(request, template, context)

    return require_GET(public("the law is nobody's secret")(shown))


def _tabs(path: str) -> list[dict[str, Any]]:
    pages = (
        ("law", "Rules"), ("law_figures", "Figures"), ("law_catalogue", "Catalogue"), ("law_theorems", "Theorems"),
        ("law_changes", "Changes"), ("law_policy", "The policy"),
    )  # fmt: skip
    tabs = [{"label": label, "url": reverse(name)} for name, label in pages]
    here = max((tab["url"] for tab in tabs if path.startswith(tab["url"])), key=len, default="")
    return [tab | {"here": tab["url"] == here} for tab in tabs]


@of_the_book
def contents(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """The chapters by room; or what a search found."""
    words = request.GET.get("q", "").strip()[:200]
    found = _found(words) if words else []
    memory = sum(rule.cites.surety is Surety.MEMORY for rule in RULES)
    return "law/contents.html", {
        "words": words,
        "found": [_line(rule) for rule in found[:FOUND_AT_MOST]],
        "total": len(found),
        "rooms": _rooms(),
        "rules": len(RULES),
        "chapters": len(CHAPTERS),
        "memory": memory,
        "memory_rows": [
            {"kind": kind, "name": name, "citation": citation, "url": rule_url(name) if kind == "rule" else ""}
            for kind, name, citation in resting_on_memory()
        ],
        "digest": digest(),
    }


def _found(words: str) -> list[Rule]:
    wanted = words.casefold().replace("_", " ").split()
    return [rule for rule in RULES if all(word in _searched(rule) for word in wanted)]


@cache
def _searched(rule: Rule) -> str:
    return f"{rule.says} {rule.cites.text} {rule.id} {rule.id.replace('_', ' ')}".casefold().replace("_", " ")


def _line(rule: Rule) -> dict[str, Any]:
    effect, kind = EFFECTS[rule.effect]
    return {"says": rule.says, "effect": effect, "kind": kind, "citation": rule.cites.text, "url": rule_url(rule.id)}


@cache
def _rooms() -> list[dict[str, Any]]:
    rooms: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for chapter in CHAPTERS:
        room = chapter.address.partition(".")[0]
        made = {"title": _title(chapter), "subject": chapter.subject, "url": chapter_url(chapter.address)}
        rooms[room].append(made | {"rules": len(list(chapter))})
    return [
        {"title": ROOMS.get(room, room.capitalize()), "chapters": rooms[room]} for room in sorted(rooms, key=_order)
    ]


def _order(room: str) -> int:
    return list(ROOMS).index(room) if room in ROOMS else len(ROOMS)


def _title(chapter: Chapter) -> str:
    return chapter.address.rpartition(".")[2].replace("_", " ").capitalize()


@of_the_book
def chapter(request: HttpRequest, room: str, name: str) -> tuple[str, dict[str, Any]]:
    """One chapter: each rule with its sentence, source, days, condition, examples and theorems."""
    found = next((it for it in CHAPTERS if it.address == f"{room}.{name}"), None)
    if found is None:
        raise Missing
    entries = [_entry(rule) for rule in found]
    context = {"title": _title(found), "subject": found.subject, "entries": entries, "address": found.address}
    return "law/chapter.html", context


def _entry(rule: Rule) -> dict[str, Any]:
    grants = rule.effect in GRANTS
    return _line(rule) | {
        "id": rule.id,
        "anchor": f"rule-{rule.id.rpartition('.')[2]}",
        "source": surety(rule.cites),
        "days": _days(rule),
        "key": f"{rule.key.value} law" if grants else "",
        "limits": [limit.replace("_", " ") for limit in rule.limits],
        "duties": [duty.says for duty in rule.duties if rule.effect is not Effect.OBLIGES],
        "before": any(duty.before for duty in rule.duties),
        "clock": EVERY_FIGURE.get(rule.clock) if rule.clock else None,
        "silent": rule.silent,
        "seals": rule.seals,
        "when": tell(rule.when),
        "claimed": tell(rule.claimed) if grants else None,
        "met": tell(rule.met) if rule.met else None,
        "known": tell(rule.known) if rule.known else None,
        "own_words": rule.when.words(),
        "examples": [_example(it) for it in _examples()[rule.id]],
        "theorems": theorems_of().get(rule.id, ()),
    }


@cache
def _examples() -> dict[str, list[Example]]:
    made: dict[str, list[Example]] = defaultdict(list)
    for example in examples():
        made[example.rule].append(example)
    return made


def _example(example: Example) -> dict[str, Any]:
    return {"case": example.case, "outcome": OUTCOMES[example.outcome], "speaks": example.speaks}


def surety(citation: Citation) -> dict[str, Any]:
    """How sure we are of a source, in words."""
    if citation.surety is Surety.MEMORY:
        from_memory = citation.against.startswith("memory")
        says = f"From {citation.against}" if from_memory else citation.against[0].upper() + citation.against[1:]
        return {"memory": True, "says": f"{says}: counsel has to confirm it"}
    return {"memory": False, "says": f"Read in the {citation.against.removeprefix('the ')}"}


def _days(rule: Rule) -> str:
    if rule.effective is None and rule.repealed is None:
        return "Throughout the time this book covers"
    since = f"From {_spoken(rule.effective)}" if rule.effective else "From the beginning"
    return since + (f" until {_spoken(rule.repealed)}" if rule.repealed else "")


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@of_the_book
def figures(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """Every number the law sets."""
    rows = [{"figure": it, "name": name, "source": surety(it.citation)} for name, it in EVERY_FIGURE.items()]
    return "law/figures.html", {"rows": rows}


@of_the_book
def catalogue(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """Every item a district may keep, by class."""
    classes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in CATALOGUE.values():
        classes[item.class_.value].append({"item": item, "source": surety(item.citation)})
    return "law/catalogue.html", {"classes": dict(classes), "count": len(CATALOGUE)}


@of_the_book
def theorems(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """What is proved for every combination of facts, and the rules each speaks of."""
    rules: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for rule_id, mine in theorems_of().items():
        for theorem in mine:
            rules[theorem.name].append(_line(BY_ID[rule_id]))
    rows = [{"name": it.name, "sentence": it.sentence, "rules": rules[it.name]} for it in THEOREMS]
    return "law/theorems.html", {"rows": rows}


@of_the_book
def policy(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    """The Board's policy, sentence by sentence, with what carries each out."""
    headings: list[dict[str, Any]] = []
    for sentence in POLICY.sentences:
        if not headings or headings[-1]["title"] != sentence.heading:
            headings.append({"title": sentence.heading, "rows": []})
        headings[-1]["rows"].append(_sentence(sentence))
    return "law/policy.html", {"headings": headings, "count": len(POLICY.sentences)}


def _sentence(sentence: Sentence) -> dict[str, Any]:
    proved = {it.name: it.sentence for it in THEOREMS}
    place = f"{reverse('law_theorems')}#theorem-"
    numbers = [EVERY_FIGURE[name] for name in sentence.figures if name in EVERY_FIGURE]
    return {
        "number": sentence.number,
        "sentence": sentence.says,
        "rules": [_line(BY_ID[name]) for name in sentence.rules if name in BY_ID],
        "theorems": [{"sentence": proved[name], "url": place + name} for name in sentence.theorems if name in proved],
        "figures": [
            {"what": f"{it.what}: {it.within}", "url": f"{reverse('law_figures')}#figure-{it.name}"} for it in numbers
        ],
        "duties": sentence.duties,
    }
