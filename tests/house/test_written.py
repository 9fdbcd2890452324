"""Every text that somebody may write freely on a page goes through a gate before it is kept, or is kept nowhere.

A field of a form, an input of a template, a module that reads what was posted: each is named with its gate, or why not.
"""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

from django import forms

from fileroom.hosting.embedded import Urls
from tests.each import each
from tests.house.gates_of_texts import FIELDS, INPUTS, READERS, RELEASE, SENTENCE

WEB = Path(__file__).parents[2] / "src" / "fileroom" / "web"
# Of Django's fields those that take whatever is written, or a file.
FREE = {"CharField", "EmailField", "FileField", "ImageField", "JSONField", "RegexField", "SlugField", "URLField"}
# What an input takes of which the browser or the template knows every answer.
BOUND = {"checkbox", "date", "hidden", "radio", "submit", "{{ option.data.type }}"}


def free_fields(text: str) -> set[str]:
    """The outermost class or function of each field, or kind of field, that takes whatever is written."""
    found = set()
    for within in ast.parse(text).body:
        named = {it.attr for it in ast.walk(within) if isinstance(it, ast.Attribute)}
        if FREE & named:
            found.add(getattr(within, "name", "?"))
    return found


def free_inputs(template: str) -> set[str]:
    """The names of the inputs of a template that take whatever is written; without the number of their row."""
    found = set()
    for tag in re.findall(r"<(?:input|textarea)\b(?:{{.*?}}|{%.*?%}|[^>])*>", template):
        given = dict(re.findall(r'\b(type|name)="([^"]*)"', tag))
        if tag.startswith("<textarea") or given.get("type", "text") not in BOUND:
            name = re.sub(r"\{\{ form\.(\w+)\.html_name \}\}", r"\1", given["name"])
            found.add(re.sub(r"-\{\{.*?\}\}$", "", name))
    return found


def of_templates() -> set[str]:
    here = WEB / "templates"
    return {f"{path.relative_to(here)}:{it}" for path in here.rglob("*.html") for it in free_inputs(path.read_text())}


def test_every_field_that_takes_whatever_is_written_is_named_here() -> None:
    assert {f"{it.name}:{within}" for it in WEB.glob("*.py") for within in free_fields(it.read_text())} == set(FIELDS)


def test_every_input_that_takes_whatever_is_written_is_named_here() -> None:
    assert of_templates() == set(INPUTS)


def test_every_module_that_reads_what_was_posted_is_named_here() -> None:
    assert {it.name for it in WEB.glob("*.py") if re.search(r"\.(POST|FILES)\b", it.read_text())} == set(READERS)


@each("gate", sorted({it for it in (FIELDS | INPUTS | READERS).values() if "." in it}))
def test_a_gate_that_is_named_is_there_and_looks(installation: Urls, gate: str) -> None:
    module, _, name = gate.rpartition(".")
    assert callable(getattr(import_module(module), name))


@each("reader", sorted(it for it, why in READERS.items() if "." in why))
def test_who_reads_it_calls_the_gate_or_a_form_whose_fields_do(reader: str) -> None:
    name, text = READERS[reader].rpartition(".")[2], (WEB / reader).read_text()
    forms_of = {RELEASE: "ReleaseForm|nothing_kept_out", SENTENCE: "AnswerForm|form_of"}
    through = forms_of.get(READERS[reader], name)
    assert re.search(rf"\b(?:{through})\(", text)


def test_a_text_that_nobody_looks_at_is_found() -> None:
    assert free_fields("class Note(forms.Form):\n    why = forms.CharField()\n    on = forms.DateField()\n") == {"Note"}
    assert free_fields("NOTE = forms.EmailField") == {"?"}
    assert free_inputs('<input name="a"><input type="date" name="b"><textarea id="c" name="d-{{ n }}">') == {"a", "d"}
    assert free_inputs('<input type="hidden" name="a" value="{{ b }}"><input value="{{ x > y }}" name="e">') == {"e"}


def test_every_sentence_about_a_company_is_looked_at(installation: Urls) -> None:
    from fileroom.web import company_answers, company_declares, cure_forms, vendor_forms
    from fileroom.web.written import nothing_private

    those = [
        it
        for module in (company_answers, company_declares, cure_forms, vendor_forms)
        for it in vars(module).values()
        if isinstance(it, type)
    ]
    fields = [field for it in those if issubclass(it, forms.Form) for field in it.base_fields.values()]
    texts = [it for it in fields if isinstance(it, forms.CharField) and not isinstance(it, forms.UUIDField)]
    assert len(texts) >= 15 and all(nothing_private in it.validators for it in texts)


def test_every_name_of_the_release_is_looked_at(installation: Urls) -> None:
    from fileroom.web.release_form import ReleaseForm
    from fileroom.web.written import nothing_kept_out

    fields = [it for it in ReleaseForm.base_fields.values() if not isinstance(it, forms.UUIDField)]
    texts = [it for it in fields if isinstance(it, forms.CharField)]
    assert len(texts) == 4 and all(nothing_kept_out in it.validators for it in texts)
