"""What a family's pages can say is said in Spanish too."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fileroom.collection.items import BY_HAND, form_of
from fileroom.law.book import RULES
from fileroom.law.kernel.rule import GRANTS
from fileroom.web.translations import messages

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
SPANISH = {it.sentence for it in messages(SOURCE / "web/locale/es/LC_MESSAGES/django.po") if any(it.translations)}
# Chapters by which somebody of a family sees a record, and is told why.
OF_FAMILIES = {
    "parents", "students", "educational_rights_holders", "dependency_parents", "emancipated_minors",
    "homeless_students", "affidavit_caregivers", "foster_caregivers",
}  # fmt: skip


def of_template(text: str) -> Iterator[str]:
    """The sentences a template has translated, as the catalogue of translations keys them."""
    yield from (found[2] for found in re.finditer(r"{%\s*translate\s+([\"'])(.*?)\1", text))
    for found in re.finditer(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate", text, re.S):
        yield re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", re.split(r"{%\s*plural\s*%}", found[1])[0])


def of_module(text: str) -> Iterator[str]:
    """The sentences a module has translated."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("gettext", "gettext_lazy"):
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


# One word for one thing: what is said in another word everywhere else.
NOT_SAID = (
    "consentimiento",
    "propósito",
    "de acogida",
    "página del tiempo",
    "mayor de edad",
    "mayores de edad",
    "décimo grado",
)


def test_one_thing_is_called_by_one_word() -> None:
    pages = (SOURCE / "web/locale/es/LC_MESSAGES/django.po").read_text()
    handbook = (SOURCE.parents[1] / "docs/handbook/familias.md").read_text()
    assert [word for word in NOT_SAID if word in (pages + handbook).lower()] == []


def test_every_sentence_of_the_pages_that_is_to_be_translated_is() -> None:
    templates = {it for path in (SOURCE / "web").rglob("*.html") for it in of_template(path.read_text())}
    modules = {
        it for room in ("web", "people") for path in (SOURCE / room).rglob("*.py") for it in of_module(path.read_text())
    }
    assert min(len(templates), len(modules)) > 50
    assert sorted((templates | modules) - SPANISH) == []


def test_every_label_and_choice_of_a_form_is() -> None:
    fields = [field for item in BY_HAND for field in form_of(item)]
    said = {field.label for field in fields} | {words for field in fields for code, words in field.choices if code}
    assert sorted(said - SPANISH) == []


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
