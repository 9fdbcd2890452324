"""The demonstration district: invented people, made through the same services that a district uses.

Made once, on the first `fileroom up --demo`. Its passwords are printed, so it must never hold a real person's data.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fileroom.cli.installation import Unfit
from fileroom.hosting import districts, serving
from fileroom.hosting.register import HostTaken
from fileroom.people import founding, signing
from fileroom.seal.store import key_store

DISTRICT = "alder_creek"
HOSTS = ("127.0.0.1", "localhost")
PASSWORD = "fileroom-demo-2026"
PEOPLE = (
    ("registrar", "Maribel Ocampo, registrar at Alder Creek Elementary"),
    ("principal", "Ruth Whitfield, principal and custodian there"),
    ("teacher", "Tunde Abara, who teaches Ana and not Devon"),
    ("custodian", "Helen Park, the district's custodian of records"),
    ("parent", "Rosa Torres, Ana's mother"),
    ("restrained", "Victor Torres, kept from Ana's records by a court"),
    ("student", "Priya Nair, an adult student"),
)


def create() -> None:
    """Make the demonstration district where it is not there yet, or finish it where a start was cut short.

    Raises Unfit where another district answers at its hosts: this is no place for a demonstration.
    """
    try:
        districts.add(DISTRICT, *HOSTS)
    except HostTaken as error:
        raise Unfit(f"The demonstration is not made: {error} Serve without it: fileroom up") from None
    key_store().found(DISTRICT)
    with serving(DISTRICT):
        signing.found(at=datetime.now(UTC))
        if not founding.is_open():
            demonstration(at=datetime.now(UTC))


def demonstration(*, at: datetime) -> None:
    """Fill the district being served: people in one act, then what the office would file in the first days. A start
    that was cut short between them is taken up where it stopped; other people's district is left as it is."""
    from fileroom.collection.demonstration import file_first_records

    people = founding.people_there() if founding.has_people() else founding.demonstration(PASSWORD, at=at)
    if people is not None:
        file_first_records(people, at=at)


def accounts() -> list[str]:
    """Who can sign in, for the terminal."""
    lines = [f"Sign in with any of these names and the password  {PASSWORD}"]
    return lines + [f"  {name:<11} {words}" for name, words in PEOPLE]
