"""Of directory information the yearly notice says the categories, and the recipients too (Ed. Code 49073)."""

from __future__ import annotations

from fileroom.law.checklists import CHECKLISTS
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.annual_notices import OF_RIGHTS
from fileroom.law.vocabulary import notice

law = Chapter(__name__)

OF_THE_DIRECTORY = CHECKLISTS["annual_rights_on_the_directory"]

law.forbids(
    "without_the_recipients",
    when=OF_RIGHTS & ~OF_THE_DIRECTORY.all_in(notice.items),
    says="The notice does not say to whom directory information may go, as Ed. Code 49073 asks each year.",
    cites=OF_THE_DIRECTORY.citation,
)
