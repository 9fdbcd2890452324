"""Texts and tables without the people in them: names of the roster, numbers and places out, one label a person.

It knows no table and no Django: the roster is told to it, and whoever asks decides what may be done with what is left.
"""

from fileroom.screening.deidentifying.checking import Reason, found_again, tells_of_few
from fileroom.screening.deidentifying.people import Kind, Person, Roster
from fileroom.screening.deidentifying.rows import BadTable, Table, deidentify_rows
from fileroom.screening.deidentifying.texts import Clean, Cleaner, deidentify, perhaps_names

__all__ = [
    "BadTable",
    "Clean",
    "Cleaner",
    "Kind",
    "Person",
    "Reason",
    "Roster",
    "Table",
    "deidentify",
    "deidentify_rows",
    "found_again",
    "perhaps_names",
    "tells_of_few",
]
