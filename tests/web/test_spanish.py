"""What a family's pages can say is said in Spanish too."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from fileroom.law.book import RULES
from fileroom.law.kernel.rule import GRANTS
from fileroom.web.translations import messages
from tests.web.test_pages import TEMPLATES, spoken_by

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
SPANISH = {it.sentence for it in messages(SOURCE / "web/locale/es/LC_MESSAGES/django.po") if any(it.translations)}
# Chapters by which somebody of a family sees a record, and is told why.
OF_FAMILIES = {
    "parents", "students", "educational_rights_holders", "dependency_parents", "emancipated_minors",
    "homeless_students", "affidavit_caregivers", "foster_caregivers",
}  # fmt: skip


# One word for one thing: what is said in another word everywhere else.
NOT_SAID = (
    "consentimiento",
    "propósito",
    "de acogida",
    "página del tiempo",
    "mayor de edad",
    "mayores de edad",
    "décimo grado",
    "a cargo",
    "página se cierra",
    "expedientes estudiantiles",
    "expediente estudiantil",
    "orden de un tribunal",
    "orden del tribunal",
)


def test_one_thing_is_called_by_one_word() -> None:
    pages = (SOURCE / "web/locale/es/LC_MESSAGES/django.po").read_text()
    handbook = (SOURCE.parents[1] / "docs/handbook/familias.md").read_text()
    papers = "".join(it.read_text() for it in sorted((SOURCE / "letters/words").glob("*.toml")))
    assert [word for word in NOT_SAID if word in (pages + handbook + papers).lower()] == []


def in_the_source() -> Iterator[str]:
    """Whatever a template, a module or a table of the program says, or could."""
    for path in TEMPLATES:
        yield from (sentence for _, sentence in spoken_by(path))
    for path in SOURCE.rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text()))
        yield from (it.value for it in nodes if isinstance(it, ast.Constant) and isinstance(it.value, str))
    for path in SOURCE.rglob("*.toml"):
        yield from leaves(tomllib.loads(path.read_text()))


def leaves(value: object) -> Iterator[str]:
    """The texts of a table, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for it in value.values() if isinstance(value, dict) else value:
            yield from leaves(it)


def test_nothing_is_said_in_spanish_that_is_said_no_more() -> None:
    """A sentence that was reworded is untranslated, and its old translation dead."""
    assert sorted(SPANISH - set(in_the_source()) - {""}) == []


def test_every_sentence_of_law_that_opens_a_record_to_a_family_is() -> None:
    said = {rule.says for rule in RULES if rule.effect in GRANTS and rule.id.split(".")[1] in OF_FAMILIES}
    assert len(said) > 10
    assert sorted(said - SPANISH) == []


def test_a_family_s_template_has_no_sentence_of_its_own() -> None:
    for path in [*(SOURCE / "web/templates/family").glob("*.html"), SOURCE / "web/templates/family.html"]:
        text = re.sub(
            r"{#.*?#}|{%\s*blocktranslate.*?endblocktranslate\s*%}|{%.*?%}|{{.*?}}", " ", path.read_text(), flags=re.S
        )
        words = re.findall(r">[^<>]*[A-Za-z]{3,}[^<>]*<", re.sub(r"<title>.*?</title>", "", text))
        assert words == [], path.name
