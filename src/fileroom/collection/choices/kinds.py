"""What a family may choose, each as the law's act `restrict` asks of it: for which purpose, about which record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fileroom.law.facts import Choice, Purpose, RecordKind


@dataclass(frozen=True)
class Chooses:
    """One thing to choose. `on_paper`: it counts signed alone, so it is taken at the counter and not on a page.
    `sealed`: it tells of more than a choice, so no family's page and no open line tells of it. `in_minutes`: it is
    about what the minutes of the Board say."""

    choice: Choice
    purpose: Purpose
    about: RecordKind
    on_paper: bool = False
    sealed: bool = False
    in_minutes: bool = False


_DIRECTORY = RecordKind.DIRECTORY_INFORMATION
KINDS: Mapping[str, Chooses] = MappingProxyType(
    {
        it.choice.value: it
        for it in (
            Chooses(Choice.DIRECTORY_REFUSED, Purpose.DIRECTORY, _DIRECTORY),
            Chooses(Choice.MILITARY_REFUSED, Purpose.RECRUITMENT, _DIRECTORY),
            Chooses(Choice.COLLEGE_RECRUITER_REFUSED, Purpose.RECRUITMENT, _DIRECTORY),
            Chooses(Choice.GPA_TO_CSAC_REFUSED, Purpose.FINANCIAL_AID, RecordKind.GRADES),
            Chooses(Choice.IMMUNIZATION_REGISTRY_REFUSED, Purpose.NONE_STATED, RecordKind.IMMUNIZATION),
            Chooses(Choice.SCREENING_REFUSED, Purpose.EYE_EXAMINATION, _DIRECTORY),
            # Asked in writing of the clerk of the Board, who writes the minutes (Ed. Code 49073.2).
            Chooses(
                Choice.LEFT_OUT_OF_MINUTES, Purpose.NONE_STATED, RecordKind.CONTACT_AND_HOUSEHOLD, on_paper=True,
                in_minutes=True,
            ),
            # That a homeless family has consented tells of where it lives.
            Chooses(Choice.DIRECTORY_CONSENT_HOMELESS, Purpose.DIRECTORY, _DIRECTORY, on_paper=True, sealed=True),
        )
    }
)  # fmt: skip
FOR_FAMILIES = tuple(kind for kind, it in KINDS.items() if not it.sealed)
