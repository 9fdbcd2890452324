"""A roster and texts made by a generator: who is planted where is known, so what survives can be counted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from fileroom.screening.deidentifying import Kind, Person, Roster

GIVEN = (
    "María", "José", "Guadalupe", "Mateo", "Ximena", "Aaliyah", "DeShawn", "Nguyễn", "Thảo", "Priya", "Siobhan",
    "Jean-Luc", "Grace", "Will", "Autumn", "Mei-Ling", "Zoë", "Björn", "Oluwaseun", "Francisco", "Katherine", "Robert",
    "Ángel", "Itzel", "Malik", "Yesenia", "Anneliese", "Tenoch", "Hamza", "Delphine",
)  # fmt: skip
FAMILY = (
    "Torres Núñez", "García-López", "O’Brien", "de la Cruz", "Nguyen", "Kim", "Young", "Washington", "Peña", "Brown",
    "St. Clair", "Van der Berg", "Okonkwo", "Fernández de Córdoba", "Ramírez", "Xiong", "Hernández", "McAllister",
    "Singh", "Villaseñor", "Abdullahi", "Castañeda", "Ibarra", "Sørensen", "Le", "Park", "Quiñones", "Haddad",
)  # fmt: skip
SCHOOLS = ("Alder Creek Elementary", "Juniper Valley Middle School", "Tule Fog High")
WAYS: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("plain", lambda given, family: f"{given} {family}"),
    ("turned", lambda given, family: f"{family}, {given}"),
    ("capitals", lambda given, family: f"{given} {family}".upper()),
    ("small", lambda given, family: f"{given} {family}".lower()),
    ("hyphens", lambda given, family: f"{given} {family.replace(' ', '-')}"),
    ("possessive", lambda given, family: f"{given} {family}’s"),
    ("middle initial", lambda given, family: f"{given} Q. {family}"),
    ("broken", lambda given, family: f"{given}\n{family}"),
    ("no accents", lambda given, family: f"{_bare(given)} {_bare(family)}"),
)
AROUND = (
    "Today {0} finished the reading early and helped to stack the chairs.",
    "We met with {0} about the late bell, and agreed on a plan for the week.",
    "“{0} did the work alone,” the note says.",
    "In the second probe {0} solved 8 of 10 problems.",
    "Hoy {0} leyó en voz alta y ayudó a repartir los libros.",
    "Please remind {0} to bring the signed page.",
)
NOBODY = (
    "The council met in the cafeteria and approved the minutes of the meeting.",
    "Attendance stood at 95.1 percent for the month. Tuesdays are strongest.",
    "Bus 14 will stop two minutes later until the water main is mended.",
    "The library counted 1,204 loans in March; the charge is $11.75.",
    "Will you mark the day? May is long, and we hope to see many.",
    "Los estudiantes leen en voz alta y comparten sus ideas con la clase.",
    "Goal 2. By the next review the pupil will solve problems with 80 percent accuracy in 4 of 5 trials.",
    "Supplies arrived: 40 reams, 12 boxes of markers and a cart.",
)


@dataclass(frozen=True)
class Planted:
    """A text, and what must not be in it when it comes back."""

    text: str
    secrets: tuple[str, ...]


def _bare(name: str) -> str:
    from fileroom.screening.folding import fold

    return fold(name).text.title()


def roster(seed: int, students: int = 60) -> Roster:
    """Students, a parent each, some staff."""
    chance = random.Random(seed)
    people = []
    for number in range(students):
        given, family = chance.choice(GIVEN), chance.choice(FAMILY)
        born = date(2010, 1, 1) + timedelta(days=chance.randrange(2500))
        grade, at = f"{chance.randrange(1, 13):02}", chance.choice(SCHOOLS)
        people.append(Person(Kind.STUDENT, (given,), (family,), f"{4000000000 + number * 7919}", born, grade, at))
        people.append(Person(Kind.FAMILY, (chance.choice(GIVEN),), (family,)))
    people += [Person(Kind.STAFF, (chance.choice(GIVEN),), (chance.choice(FAMILY),)) for _ in range(students // 6)]
    return Roster(people, SCHOOLS)


def planted(people: Roster, seed: int, sentences: int = 8) -> Planted:
    """Sentences about some of them, with what else tells of a person, between others that tell of nobody."""
    chance = random.Random(seed)
    parts, secrets = [], []
    for _ in range(sentences):
        person = chance.choice(people.people)
        _, way = chance.choice(WAYS)
        parts.append(chance.choice(AROUND).format(way(person.given[0], person.family[0])))
        secrets += [it for it in (person.given[0], *person.family[0].replace("-", " ").split()) if _tells(it)]
        if chance.random() < 0.5:
            sentence, secret = _number(person, chance)
            parts.append(sentence)
            secrets.append(secret)
        parts.append(chance.choice(NOBODY))
    return Planted("\n".join(parts), tuple(dict.fromkeys(secrets)))


def _tells(word: str) -> bool:
    """A word that is no word of the sentences around it: “de la”, “Will” and “Young” are read there too."""
    return len(word) > 3 and word.lower() not in {"will", "young", "park", "grace", "autumn", "brown", "clair"}


def _number(person: Person, chance: random.Random) -> tuple[str, str]:
    phone = f"559-555-01{chance.randrange(100):02}"
    mail = f"{_bare(person.given[0]).lower().replace('-', '')}.{chance.randrange(10**4)}@example.org"
    street = f"{chance.randrange(100, 9999)} Quail Hollow Lane"
    born = person.birth_on or date(2012, 2, 29)
    return chance.choice(
        [
            (f"The number on the card is {phone}.", phone),
            (f"Mail goes to {mail} as before.", mail),
            (f"They live at {street}, behind the mill.", "Quail Hollow"),
            (f"Date of birth: {born:%m/%d/%Y}.", f"{born:%m/%d}"),
            (f"Born on {born:%B} {born.day}, {born.year}.", f"{born:%B} {born.day}"),
            (f"SSID {person.ssid or '4000000000'}.", person.ssid or "4000000000"),
            (f"See https://work.example/u/{_bare(person.given[0]).lower()}/essay", "work.example"),
            ("The file is kept at Juniper Valley Middle.", "Juniper Valley"),
        ]
    )
