"""The ledger's codes in words: for the office in English, for families by role and in their language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext, gettext_lazy

from fileroom.disclosure.by_office import OFFICE_PREPARES
from fileroom.disclosure.services import SEALED_ITEM
from fileroom.law import CATALOGUE, Item
from fileroom.law.catalogue import item_of
from fileroom.people.roles import role_title
from fileroom.web import (
    address_words,
    agent_words,
    anyway_words,
    directory_words,
    held_words,
    incident_words,
    letter_words,
    mark_words,
    order_words,
    outgoing_words,
    roster_words,
    social_media_words,
    token_words,
    vendor_words,
)
from fileroom.web.purpose_words import WHY, WHY_BY_LAW
from fileroom.web.release_words import TO_CONFIRM, all_kinds

OFFICE = {
    **directory_words.OFFICE,
    **anyway_words.OFFICE,
    **held_words.OFFICE,
    **letter_words.OFFICE,
    **roster_words.OFFICE,
    **social_media_words.OFFICE,
    **token_words.OFFICE,
    **vendor_words.OFFICE,
    "file:opened": ("saw", "File opened"),
    "record:collected": ("record", "Filed"),
    "record:copied": ("saw", "Copy taken"),
    "record:inspected": ("saw", "Seen"),
    "record:released": ("saw", "Released"),
    "record:shredded": ("record", "Destroyed"),
    "disclosure:answered": ("saw", "Asked to see the file"),
    "disclosure:refused": ("no", "Asked; nothing was shown"),
    "collection:refused": ("no", "Kept out by the gate"),
    "log:viewed": ("saw", "List of looks read"),
    "log:exported": ("saw", "Proof taken"),
    "purpose:stated": ("saw", "Purpose stated"),
    "rights:verified": ("record", "Relationship verified"),
    "rights:verify_refused": ("no", "Tried to verify a relationship; nothing was changed"),
    "limit:confirmed": ("saw", "Confirmed before the copy went"),
    "milestone:ended": ("record", "Over, as the office noted"),
    "milestone:entered": ("record", "Noted from a paper"),
    "milestone:refused": ("no", "Tried to note what a paper shows; nothing was changed"),
}
# What may be kept under seal of one student, and reads otherwise there.
SEALED = {
    **OFFICE,
    **address_words.SEALED,
    **directory_words.SEALED,
    **held_words.SEALED,
    **roster_words.SEALED,
    **social_media_words.SEALED,
    **agent_words.SEALED,
    **incident_words.SEALED,
    **vendor_words.SEALED,
    **anyway_words.SEALED,
    **outgoing_words.SEALED,
    **mark_words.SEALED,
    "collection:refused": ("no", "Tried to file; nothing was kept"),
    "log:viewed": ("saw", "This list read"),
    "police:told": ("record", "The police were told who asks about a child reported missing"),
    **order_words.SEALED,
}
ORDER_KEPT_OUT = "Tried to file a court’s order; nothing was kept"
# What somebody asked for in vain, by the part the entry names.
IN_VAIN = {
    "counter": "Asked to see the file; nothing was shown",
    "log": "Asked who has looked; nothing was shown",
    "sealed_log": "Asked what is kept under seal; nothing was shown",
}
# What a paper shows of a student, by the part of its entry.
MILESTONES = {
    "attends_postsecondary": "Attends a college",
    "emancipated": "Emancipated",
    "graduated": "Graduated",
    "rights_passed": "Counsel has found that the rights have passed to the student",
}
# What was confirmed before a copy went, by the same.
CONFIRMED = {limit.value: says.rstrip(".") for limit, says in TO_CONFIRM.items()}
# The same for entries that have a party of their own: somebody outside who asked, or received.
OFFICE_PARTY = {
    "record:released": "Released to {party}",
    "letter:issued": "Letter issued to {party}",
    "disclosure:answered": "{party} asked for a copy",
    "disclosure:refused": "{party} asked for a copy; nothing was shown",
}
KINDS = {kind.value: words for kind, words in all_kinds().items()}
LANES = {"record": "records", "saw": "views", "no": "views"}
FAMILY: Mapping[str, tuple[str, str | Promise]] = {
    **directory_words.FAMILY,
    **anyway_words.FAMILY,
    **held_words.FAMILY,
    **letter_words.FAMILY,
    **roster_words.FAMILY,
    **social_media_words.FAMILY,
    **token_words.FAMILY,
    **vendor_words.FAMILY,
    "file:opened": ("saw", gettext_lazy("Opened the list of records")),
    "record:collected": ("record", gettext_lazy("Filed a record: %(item)s")),
    "record:copied": ("saw", gettext_lazy("Took a copy: %(item)s")),
    "record:inspected": ("saw", gettext_lazy("Saw a record: %(item)s")),
    "record:released": ("saw", gettext_lazy("Handed over a copy: %(item)s")),
    "record:shredded": ("record", gettext_lazy("Destroyed a record when its time was over: %(item)s")),
    "disclosure:answered": ("saw", gettext_lazy("Asked at the counter to see the file")),
    "disclosure:refused": ("no", gettext_lazy("Asked; nothing was shown")),
    "collection:refused": ("no", gettext_lazy("Tried to file what may not be kept; nothing was kept")),
    "log:viewed": ("saw", gettext_lazy("Read this list")),
    "log:exported": ("saw", gettext_lazy("Took the proof of this list")),
    "purpose:stated": ("saw", gettext_lazy("Said what the file is opened for")),
    "rights:verified": ("record", gettext_lazy("Checked and noted who the parent is")),
    "rights:verify_refused": ("no", gettext_lazy("Tried to note who the parent is; nothing was changed")),
    "limit:confirmed": ("saw", gettext_lazy("Made sure that the copy holds no more than the law allows")),
    "milestone:ended": ("record", gettext_lazy("Noted that something on which the rights depend is over")),
    "milestone:entered": ("record", gettext_lazy("Noted from a paper something on which the rights depend")),
    "milestone:refused": ("no", gettext_lazy("Tried to note something from a paper; nothing was changed")),
}
# Somebody asked; who it was a family is not told, unless it was the reader.
ASKED = ("disclosure:answered", "disclosure:refused")
# How a code of California is called in Spanish.
CODES = {"Ed. Code": "Código de Educación", "Fam. Code": "Código de Familia", "Gov. Code": "Código de Gobierno"}


def item_title(item: Item) -> str:
    """The item's title in the reader's language."""
    return item.title.es if (get_language() or "en").startswith("es") else item.title.en


def list_title(item: Item, *, marked: bool) -> str:
    """The title by which a list, or the name of a file, names a record: neutral where it may show a family's status."""
    return str(mark_words.LISTED) if marked else item_title(item)


# The first page of a family tells of each of its files no more than this.
BY_PART = {("file:opened", "list"): gettext_lazy("Saw its name in the list of files"), **letter_words.FAMILY_BY_PART}


def part_title(part: str) -> str:
    """A ledger entry's part in words; the parts that are no catalogue item are not named."""
    item, _, _ = part.partition("/")  # the entry of a destruction names its key behind the item
    found = item_of(item)
    return item_title(found) if found else gettext("the file")


def office_event(
    noted: Any,
    *,
    names: Mapping[Any, str],
    party: Any = None,
    acts: Mapping[str, tuple[str, str]] = OFFICE,
    neutral: Collection[Any] = (),
) -> dict[str, Any] | None:
    """An entry as the office's timeline shows it; None for acts that are no part of a file's life.

    `neutral`: entries whose record is not named.
    """
    event = noted.event
    if event.act not in acts:
        return None
    said = letter_words.BY_PART.get((event.act, event.part), acts[event.act])
    kind, title = held_words.SHOWN.get((event.act, event.outcome), said)
    item, _, _ = event.part.partition("/")
    found = item_of(item)
    part = mark_words.A_RECORD if event.id in neutral and found else found.title.en if found else ""
    if part and event.act == "disclosure:answered":
        title = "Asked for a record; the office prepares it" if event.outcome == OFFICE_PREPARES else "Asked for a copy"
    if event.act == "disclosure:refused":
        title = IN_VAIN.get(event.part, title)
    if event.act == "collection:refused" and event.part == SEALED_ITEM:
        title, part = ORDER_KEPT_OUT, ""
    noted_as = MILESTONES.get(event.part) or CONFIRMED.get(event.part) or directory_words.CHOSEN.get(event.part, "")
    part = part or roster_words.BECAME.get(event.act, {}).get(event.part) or noted_as
    if party and event.act in OFFICE_PARTY:
        title = OFFICE_PARTY[event.act].format(party=f"{party.said} ({_kind(party.kind)})")
    if party and event.part == "counter":
        title = _at_the_counter(party) + ("; nothing was shown" if kind == "no" else "")
    who = names.get(event.actor.account, "")
    role = role_title(event.actor.role)
    by = "Through" if event.part == "counter" else "By"
    return {
        "when": event.at,
        "kind": kind,
        "title": f"{title}: {part}" if part else title,
        "text": f"{by} {who} ({role})." if who else f"{by} {role}.",
        "entry": noted.position,
    }


def _at_the_counter(party: Any) -> str:
    """Who asked there, as what, and whether the clerk had seen an ID."""
    seen = "ID checked" if party.id_checked else "no ID checked"
    return f"{party.said or 'Somebody'} ({_kind(party.kind)}) asked at the counter to see the file; {seen}"


def _kind(code: str) -> str:
    """What somebody outside is, in the middle of a line for the office."""
    words = KINDS.get(code) or role_title(code)
    return words[:1].lower() + words[1:]


def family_event(noted: Any, *, own: Any, party: Any = None, neutral: Collection[Any] = ()) -> dict[str, Any] | None:
    """An entry as a family sees it: by role, and an outside party that received a copy by name. `neutral`: of whose
    record no list says what it is.

    Of whoever asked, in vain or not, it names no one, not even by role or by their right: it may be the other parent.
    """
    event = noted.event
    if event.act not in FAMILY:
        return None
    kind, what = FAMILY[event.act]
    mine = event.actor.account == own
    asked = event.act in ASKED and not mine
    return {
        "when": event.at,
        "kind": "own" if mine else kind,
        "by": event.actor.account,
        "who": gettext("You") if mine else gettext("Somebody") if asked else role_title(event.actor.role),
        "what": _done(event, str(what), party, neutral=event.id in neutral),
        "why": "" if asked else _why(event.purpose),
    }


def _why(purpose: str) -> str:
    """The reason, and the law that makes it one."""
    return ". ".join(filter(None, (str(WHY.get(purpose, "")), source(WHY_BY_LAW.get(purpose, "")))))


def source(citation: str) -> str:
    """A citation as the reader's language calls the codes of California."""
    if (get_language() or "en").startswith("es"):
        for code, name in CODES.items():
            citation = citation.replace(code, name)
    return citation


def _done(event: Any, what: str, party: Any, *, neutral: bool) -> str:
    item = str(mark_words.A_RECORD_OF_THE_FILE) if neutral else part_title(event.part)
    what = held_words.gone(event) or what
    if (event.act, event.part) in BY_PART:
        return str(BY_PART[event.act, event.part])
    if event.act == "record:released" and party:
        return gettext("Released to %(recipient)s: %(item)s") % {"recipient": party.said, "item": item}
    if event.act == "letter:issued" and party:
        return gettext("Issued a letter to %(recipient)s") % {"recipient": party.said}
    if event.act == "disclosure:answered" and event.outcome == OFFICE_PREPARES:
        return gettext("Asked for a record; the office prepares it: %(item)s") % {"item": item}
    if event.act == "disclosure:answered" and event.part in CATALOGUE:
        return gettext("Asked for a copy: %(item)s") % {"item": item}
    return what % {"item": item}


def shown(events: Iterable[dict[str, Any] | None], lane: str = "") -> list[dict[str, Any]]:
    """The events of a lane (all where none is chosen); looks that follow each other alike on one day are one line."""
    folded: list[dict[str, Any]] = []
    for event in events:
        if event is None or (lane and LANES[event["kind"]] != lane):
            continue
        if folded and _alike(folded[-1], event):
            folded[-1] |= {"times": folded[-1]["times"] + 1, "earliest": event.get("entry")}
        else:
            folded.append(event | {"times": 1})
    return folded


def one_line_each(events: Iterable[dict[str, Any] | None]) -> list[dict[str, Any]]:
    """The lines of a family's list: what one person did alike on one day is one line, where it was done last.

    Staff are shown by role: `by` keeps two of one role apart. What was filed or destroyed stands each by itself.
    """
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for place, event in enumerate(it for it in events if it is not None):
        alike = ("by", "who", "what", "why", "kind")
        alone = place if event["kind"] == "record" else None
        key = (localdate(event["when"]), alone, *(event[name] for name in alike))
        lines.setdefault(key, event | {"times": 0})["times"] += 1
    return list(lines.values())


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    same = all(one.get(key) == other.get(key) for key in ("title", "text", "who", "what", "why", "kind"))
    return same and one["kind"] != "record" and localdate(one["when"]) == localdate(other["when"])
