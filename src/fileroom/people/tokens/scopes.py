"""What a token may be used for at the most. What it is then shown is the law's to say, of its owner, each time."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """One kind of asking, noun:verb, in alphabetical order."""

    CONTACTS_LIST = "contacts:list"
    DIRECTORY_PREPARE = "directory:prepare"
    DIRECTORY_READ = "directory:read"
    FILES_OPEN = "files:open"
    LAW_DECIDE = "law:decide"
    LEDGER_READ = "ledger:read"
    LOG_READ = "log:read"
    RECORDS_FILE = "records:file"
    RECORDS_INSPECT = "records:inspect"
    STUDENTS_SEARCH = "students:search"


# A company's key opens nothing of a student: what goes to a company goes by an act of the district's own.
OF_A_CONTRACT = frozenset({Scope.LAW_DECIDE, Scope.LEDGER_READ})
