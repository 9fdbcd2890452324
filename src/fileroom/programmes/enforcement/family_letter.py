"""What the letter to a family says: by which kind of asker, when, where and for what, and of nobody's status.

Of immigration enforcement there is one letter, of a court's paper that others bring another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fileroom.letters import KINDS, Letterhead
from fileroom.letters.setting import spoken_day
from fileroom.programmes.enforcement.board_words import WANTS
from fileroom.programmes.enforcement.encounters import Asker
from fileroom.programmes.models import EnforcementRequest

OF_ENFORCEMENT, OF_A_PAPER = "enforcement_family_notice", "court_paper_family_notice"
LANGUAGES = tuple(KINDS[OF_ENFORCEMENT].words)
ASKERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "immigration": "Somebody of immigration enforcement",
            "not_sure": "Somebody who did not say of which agency they are",
            "other": "An officer with whom immigration enforcement was",
            "police": "Police or sheriff",
            "child_welfare": "A caseworker of the county",
            "process_server": "Somebody who serves papers",
        },
        "es": {
            "immigration": "Alguien del control migratorio",
            "not_sure": "Alguien que no dijo de qué agencia es",
            "other": "Un oficial con quien venía el control migratorio",
            "police": "La policía o el sheriff",
            "child_welfare": "Una persona de bienestar infantil del condado",
            "process_server": "Alguien que entrega papeles",
        },
    }
)


@dataclass(frozen=True)
class Said:
    """A letter about to be set: its kind and its facts."""

    kind: str
    facts: dict[str, str]


def said_to(row: EnforcementRequest, student: str, language: str, head: Letterhead, rights_at: str) -> Said:
    """The letter, by what was answered so far. `student`: the name that it bears."""
    facts = {
        "student": student,
        "day": spoken_day(row.opened_at, language),
        "place": row.school.name if row.school else head.district,
        "telephone": head.telephone,
    }
    if not row.strict:
        return Said(OF_A_PAPER, facts | {"asker": ASKERS[language][row.asker]})
    asker = row.asker if row.asker in (Asker.IMMIGRATION, Asker.NOT_SURE) else "other"
    wants = "; ".join(WANTS[language][it] for it in row.wants)
    more = {"asker": ASKERS[language][asker], "wants": wants[:1].upper() + wants[1:], "rights_at": rights_at}
    return Said(OF_ENFORCEMENT, facts | more)
