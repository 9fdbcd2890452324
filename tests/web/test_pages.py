"""The page templates, read as text: what the content-security policy and the two languages demand of each."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from fileroom import people
from fileroom.collection.items import FORMS
from fileroom.law import RULES
from fileroom.web.templatetags import pages
from fileroom.web.translations import Message, messages
from tests.each import each

WEB = Path(pages.__file__).parents[1]
PEOPLE = Path(people.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SPANISH = messages(WEB / "locale" / "es" / "LC_MESSAGES" / "django.po")[1:]  # the first is the header
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def name_of(path: Path) -> str:
    return path.relative_to(WEB / "templates").as_posix()


@each("path", TEMPLATES, ids=name_of)
def test_a_template_carries_no_style_and_no_script_of_its_own(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=|<style|javascript:|\son[a-z]+\s*=", text, re.I)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


@each("path", TEMPLATES, ids=name_of)
def test_a_template_says_at_its_top_what_it_is_given(path: Path) -> None:
    assert path.read_text().startswith("{#")


@each("path", TEMPLATES, ids=name_of)
def test_every_form_that_changes_something_carries_a_token(path: Path) -> None:
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.S):
        assert "{% csrf_token %}" in form


def spoken_by(path: Path) -> Iterator[tuple[str | None, str]]:
    """(context, message) of every translatable sentence of a template, or of a module under web/."""
    text = path.read_text()
    source = templatize(text, origin=str(path)) if path.suffix == ".html" else text
    # templatize leaves calls among blanked-out text; each is a whole Python call.
    calls = re.findall(r"\b(?:n?p?gettext(?:_lazy)?|_)\((?:[^()\"']|\"[^\"]*\"|u?'(?:[^'\\]|\\.)*')*\)", source)
    for call in calls:
        node = ast.parse(call, mode="eval").body
        assert isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if texts:
            yield (texts[0], texts[1]) if "pgettext" in node.func.id else (None, texts[0])


@each("path", [*TEMPLATES, *sorted([*WEB.rglob("*.py"), *PEOPLE.rglob("*.py")])], ids=lambda path: path.name)
def test_every_sentence_a_family_can_read_is_also_said_in_spanish(path: Path) -> None:
    said = {(message.context, message.sentence) for message in SPANISH if all(message.translations)}
    assert [sentence for sentence in spoken_by(path) if sentence not in said] == []


def test_every_label_of_a_record_is_also_said_in_spanish() -> None:
    labels = {field.label for fields in FORMS.values() for field in fields}
    labels |= {words for fields in FORMS.values() for field in fields for _, words in field.choices}
    assert labels - {message.sentence for message in SPANISH} == set()


@pytest.mark.parametrize("subject", ["parents", "students", "default_no", "dependency_parents", "written_consent"])
def test_what_the_law_says_to_a_family_is_also_said_in_spanish(subject: str) -> None:
    sentences = {rule.says for rule in RULES if rule.id.startswith(f"disclosure.{subject}.")}
    assert sentences
    assert sentences - {message.sentence for message in SPANISH} == set()


def test_the_templates_of_families_are_found_to_speak() -> None:
    assert sum(1 for path in TEMPLATES for _ in spoken_by(path)) > 80


@each("message", SPANISH, ids=lambda message: message.sentence[:40])
def test_a_translation_keeps_every_placeholder(message: Message) -> None:
    for translated in message.translations:
        assert sorted(PLACEHOLDER.findall(translated)) == sorted(PLACEHOLDER.findall(message.sentence))


def test_the_page_for_those_to_whom_no_file_is_open_knows_nothing_but_the_telephone() -> None:
    text = (WEB / "templates" / "family" / "nothing.html").read_text()
    body = text[text.index("{% block content %}") :]
    assert re.findall(r"{{\s*(\w+)", body) == ["phone"]
    assert (
        "No file is open to this account online. This has several ordinary causes. "
        "Call Student Records {{ phone }}; you may ask for a written answer."
    ) in body


def test_no_title_of_a_family_page_names_a_child() -> None:
    for path in [*(WEB / "templates" / "family").glob("*.html"), WEB / "templates" / "family.html"]:
        for title in re.findall(r"{% block title %}(.*?){% endblock %}", path.read_text()):
            assert "{{" not in title


def test_a_page_never_offers_the_order_itself_only_the_principal() -> None:
    head = (WEB / "templates" / "parts" / "student_head.html").read_text()
    assert "Ask the principal before you answer." in head
    assert not re.search(r"{{[^}]*(order|restrain|protect)", head)
