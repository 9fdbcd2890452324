"""Names as people use and search them, and as two people may spell them: letters without accents or case."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fileroom.people.models import Contact, Employee, Student

Words = tuple[str, ...]  # of a name, as `words_of` parts it

LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
MARKS = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
# Letters that are written another way where a keyboard lacks them, and do not come apart by themselves.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
LONGEST_PARTICLE = 3  # letters: "de", "la", "von" are part of many families' names, and say of none which
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})  # tell a child from a parent of one name


def full_name(student: Student) -> str:
    """The name people use: preferred where there is one, else legal."""
    given = student.preferred_given or " ".join(filter(None, (student.legal_given, student.legal_middle)))
    return f"{given} {student.preferred_family or student.legal_family}"


def student_names(student: Student) -> tuple[str, str]:
    """The name people use, and the legal one."""
    return full_name(student), legal_name(student)


def legal_name(student: Student) -> str:
    """The name before the law."""
    return " ".join(filter(None, (student.legal_given, student.legal_middle, student.legal_family)))


def called(student: Student, given: str, family: str) -> str:
    """The name of the student's own, legal or preferred, by which somebody calls them, as it is written here; empty
    where they have none like it."""
    givens = filter(None, (student.legal_given, student.preferred_given))
    families = list(filter(None, (student.legal_family, student.preferred_family)))
    names = {(search_key(one), search_key(other)): f"{one} {other}" for one in givens for other in families}
    return names.get((search_key(given), search_key(family)), "")


def person_name(row: Contact) -> str:
    """A contact's name."""
    return " ".join(filter(None, (row.given, row.middle, row.family)))


def employee_name(row: Employee) -> str:
    """An employee's name."""
    return f"{row.given} {row.family}"


def search_key(*names: str) -> str:
    """'José', 'Núñez-Díaz' -> 'jose nunez-diaz'; 'Đặng' -> 'dang', as a clerk without that key types it. Marks that
    only direct or join text are dropped."""
    return hashed_key(*names).translate(PLAIN)


def hashed_key(*names: str) -> str:
    """The same, with the letters that do not come apart as they are: what is kept as its hash is known again by this
    alone, so that it never changes."""
    text = unicodedata.normalize("NFKD", " ".join(name for name in names if name)).casefold()
    kept = (letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf", "Cc"))
    return " ".join("".join(kept).split())


def words_of(name: str) -> Words:
    """'O’Brien, José-Luis' -> ('o', 'brien', 'jose', 'luis'): all that is no letter parts two words."""
    text = unicodedata.normalize("NFKD", name).casefold().translate(PLAIN)
    kinds = ((letter, unicodedata.category(letter)) for letter in text)
    return tuple("".join(" " if kind not in LETTERS else it for it, kind in kinds if kind not in MARKS).split())


def may_be_one_name(one: str, other: str) -> bool:
    """Could these be two spellings of one name?

    Each word of one stands in the other, where several may be written as one, an initial stands for its word and the
    order is free; or both have the same letters.
    """
    return may_be_words_of_one_name(words_of(one), words_of(other))


def may_be_words_of_one_name(mine: Words, theirs: Words) -> bool:
    """The same where the words of each are known: for whoever compares many."""
    if not mine or not theirs:
        return False
    return _one_given_name(mine, theirs) or sorted("".join(mine)) == sorted("".join(theirs))


def may_be_one_given_name(one: str, other: str) -> bool:
    """The same of a given name, by its words alone: Aidan and Diana have the same letters, and are two children."""
    mine, theirs = words_of(one), words_of(other)
    return bool(mine and theirs) and _one_given_name(mine, theirs)


def runs_of(words: Words) -> set[str]:
    """Every word, and every row of neighbours written as one word. Two that may be one name have one in common, but
    where they have nothing in common but their letters."""
    ends = range(1, len(words) + 1)
    return {"".join(words[first:last]) for last in ends for first in range(last)}


def shares_family_name(name: str, family: str) -> bool:
    """Does this name have the family name, or one of its words, or begin or end with it? "Jr." is none of it."""
    words = words_of(family)
    words = tuple(word for word in words if word not in SUFFIXES) or words
    theirs, whole = runs_of(words_of(name)), "".join(words)
    if whole in theirs or any(len(word) > LONGEST_PARTICLE and word in theirs for word in words):
        return True
    return len(whole) > LONGEST_PARTICLE and any(it.startswith(whole) or it.endswith(whole) for it in words_of(name))


def _one_given_name(mine: Words, theirs: Words) -> bool:
    return _stand_in(mine, theirs) or _stand_in(theirs, mine) or "".join(mine) == "".join(theirs)


def _stand_in(words: Words, others: Words) -> bool:
    """All of them, and not by initials alone."""
    runs = runs_of(others)
    written = [word in runs for word in words]
    return any(written) and all(it or _initial(word, others) for word, it in zip(words, written, strict=True))


def _initial(word: str, others: Words) -> bool:
    return any((len(word) == 1 and it[0] == word) or (len(it) == 1 and word[0] == it) for it in others)
