"""Accounts and roles in the office's words: what each role opens, and how an account stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fileroom.programmes.accounts.desk import Which

# Each role that a person gives here, and what it opens; the order is that of the form.
ROLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "registrar": ("Registrar, school office", "every file of the place: files, answers, sends"),
        "principal": ("Principal", "every file of the school"),
        "teacher": ("Teacher", "the files of the students they teach, by the roster"),
        "aide": ("Aide", "the files of the students they help, by the roster"),
        "counselor": ("Counselor", "the files of their sections and caseload"),
        "nurse": ("Nurse", "health records of their caseload, and whom to call"),
        "administrator": (
            "Administrator",
            "every file of the place; for the whole district also accounts, roles and custodians",
        ),
        "counsel": ("District counsel", "signs for the law; opens no file"),
        "board_clerk": ("Clerk of the Board", "releases reports to the Board; opens no file"),
        "it_lead": ("IT lead", "runs the systems; opens no file"),
    }
)
TITLES: Mapping[str, str] = MappingProxyType(
    {role: title for role, (title, _) in ROLES.items()} | {"custodian": "Custodian of records"}
)
THE_DISTRICT, IN_A_SENTENCE = "The whole district", "the whole district"
STANDS: Mapping[Which, tuple[str, str]] = MappingProxyType(
    {
        Which.OPEN: ("In use", "ok"),
        Which.WAITING: ("Not opened yet", "soon"),
        Which.WITHOUT: ("No account", "quiet"),
        Which.CLOSED: ("Closed", "quiet"),
    }
)
TABS: Mapping[Which, str] = MappingProxyType(
    {
        Which.OPEN: "In use",
        Which.WAITING: "Not opened yet",
        Which.WITHOUT: "Without an account",
        Which.CLOSED: "Closed",
    }
)
EMPTY: Mapping[Which, tuple[str, str]] = MappingProxyType(
    {
        Which.OPEN: ("Nobody signs in yet", "Make an account: its holder chooses a password by a link, and signs in."),
        Which.WAITING: ("Nobody is awaited", "Whoever has an account has opened it."),
        Which.WITHOUT: ("Everybody has an account", "Whom the next roster brings stands here until they have one."),
        Which.CLOSED: ("No account is closed", "A closed account stands here: none is ever deleted."),
    }
)
