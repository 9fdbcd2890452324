"""Every text that somebody may write freely on a page goes through a gate before it is kept, or is kept nowhere.

Found in the code: the fields of the forms, the inputs of the templates, and the modules that read what was posted. A
new one is named here, with the gate that looks at it or with the reason why none has to.
"""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from fileroom.hosting.embedded import Urls

WEB = Path(__file__).parents[2] / "src" / "fileroom" / "web"
# Of Django's fields those that take whatever is written, or a file.
FREE = {"CharField", "EmailField", "FileField", "ImageField", "JSONField", "RegexField", "SlugField", "URLField"}
# What an input takes of which the browser or the template knows every answer.
BOUND = {"checkbox", "date", "hidden", "radio", "submit", "{{ option.data.type }}"}

BROUGHT = "fileroom.collection.bundles.services.bring"
BUILDER = "fileroom.collection.register.services.register"
COUNTER = "fileroom.collection.services.collect"
DELETION = "fileroom.programmes.vendors.deletions.ask"
MAPPED = "fileroom.collection.rosters.mapped.import_one"
# A court's paper is kept as the court wrote it, whatever is found in it (decision 0034), but what does harm.
LIFTED = "fileroom.collection.orders.lifting.propose"
ORDER = "fileroom.collection.orders.services.file_order"
OFFICER = "fileroom.programmes.enforcement.services.write"
PAPER = "fileroom.collection.register.services.register_paper"
NOTICE = "fileroom.programmes.settings.services.say"
TRANSLATION = "fileroom.programmes.notices.languages.attach"
RELEASE = "fileroom.web.written.nothing_kept_out"
POLICY = "fileroom.programmes.policy.adopted.enter_policy"
LOOKED_UP = "nothing: it is looked up and kept nowhere"
CHOSEN = "nothing: one of a list, an id or a day, and anything else is refused or ignored"
SIGNS_IN = "nothing: it is compared with what is known and kept nowhere"

FIELDS = {
    "agent_form.py:WrittenForm": OFFICER,
    "filing.py:_widget": COUNTER,
    "filing.py:filing_form": COUNTER,
    "order_form.py:OrderForm": RELEASE,
    "papers.py:CheckForm": LOOKED_UP,
    "written.py:Name": RELEASE,
}
INPUTS = {
    "account/login.html:login": SIGNS_IN,
    "account/login.html:password": SIGNS_IN,
    "custodians/office.html:name": LOOKED_UP,
    "delegations/register.html:name": LOOKED_UP,
    "desk.html:q": LOOKED_UP,
    "forms/builder.html:help": BUILDER,
    "forms/builder.html:label": BUILDER,
    "forms/builder.html:options": BUILDER,
    "forms/builder.html:placeholder": BUILDER,
    "forms/builder.html:title": BUILDER,
    "forms/paper.html:file": PAPER,
    "forms/paper.html:title": PAPER,
    "imports/imports.html:file": BROUGHT,
    "imports/mapping.html:file": MAPPED,
    "law/contents.html:q": LOOKED_UP,
    "notices/languages.html:file": TRANSLATION,
    "notices/languages.html:speak": CHOSEN,
    "notices/languages.html:students": CHOSEN,
    "notices/settings.html:{{ it.code }}": NOTICE,
    "orders/order.html:file": LIFTED,
    "orders/orders.html:code": LOOKED_UP,
    "orders/order.html:pages": CHOSEN,
    "policy/text.html:text": POLICY,
    "students/search.html:q": LOOKED_UP,
    "vendors/contract.html:page": CHOSEN,
    "vendors/contract.html:title": RELEASE,
    "vendors/contract.html:words": RELEASE,
    "vendors/new.html:does": RELEASE,
    "vendors/new.html:holds": RELEASE,
    "vendors/new.html:name": RELEASE,
}
READERS = {
    "absent.py": CHOSEN,
    "agent.py": OFFICER,
    "counsel.py": CHOSEN,
    "custodians.py": CHOSEN,
    "declarations.py": CHOSEN,
    "delegations.py": CHOSEN,
    "deletions.py": DELETION,
    "desk.py": CHOSEN,
    "enforcement.py": CHOSEN,
    "family_notices.py": CHOSEN,
    "filing.py": COUNTER,
    "form_builder.py": BUILDER,
    "form_register.py": PAPER,
    "imports.py": BROUGHT,
    "language.py": CHOSEN,
    "ledger.py": CHOSEN,
    "mapping.py": MAPPED,
    "middleware.py": "nothing: it reads no field, and sees whether the request can be read at all",
    "milestones.py": CHOSEN,
    "notice_languages.py": TRANSLATION,
    "notices.py": NOTICE,
    "once.py": CHOSEN,
    "opening.py": "nothing: numbers that somebody has counted, compared and noted as numbers",
    "order_acts.py": LIFTED,
    "orders.py": ORDER,
    "papers.py": LOOKED_UP,
    "policy_page.py": POLICY,
    "possible_orders.py": CHOSEN,
    "purpose.py": CHOSEN,
    "regulation.py": CHOSEN,
    "quarantine.py": CHOSEN,
    "releasing.py": RELEASE,
    "vendors.py": RELEASE,
    "training.py": CHOSEN,
    "training_desk.py": CHOSEN,
    "who_is_who.py": CHOSEN,
}


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


@pytest.mark.parametrize("gate", sorted({it for it in (FIELDS | INPUTS | READERS).values() if "." in it}))
def test_a_gate_that_is_named_is_there_and_looks(installation: Urls, gate: str) -> None:
    module, _, name = gate.rpartition(".")
    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize("reader", sorted(it for it, why in READERS.items() if "." in why))
def test_who_reads_it_calls_the_gate_or_a_form_whose_fields_do(reader: str) -> None:
    name, text = READERS[reader].rpartition(".")[2], (WEB / reader).read_text()
    through = {RELEASE: "ReleaseForm|nothing_kept_out"}.get(READERS[reader], name)
    assert re.search(rf"\b(?:{through})\(", text)


def test_a_text_that_nobody_looks_at_is_found() -> None:
    assert free_fields("class Note(forms.Form):\n    why = forms.CharField()\n    on = forms.DateField()\n") == {"Note"}
    assert free_fields("NOTE = forms.EmailField") == {"?"}
    assert free_inputs('<input name="a"><input type="date" name="b"><textarea id="c" name="d-{{ n }}">') == {"a", "d"}
    assert free_inputs('<input type="hidden" name="a" value="{{ b }}"><input value="{{ x > y }}" name="e">') == {"e"}


def test_every_name_of_the_release_is_looked_at(installation: Urls) -> None:
    from django import forms

    from fileroom.web.release_form import ReleaseForm
    from fileroom.web.written import nothing_kept_out

    texts = [it for it in ReleaseForm.base_fields.values() if isinstance(it, forms.CharField)]
    assert len(texts) == 4
    assert all(nothing_kept_out in it.validators for it in texts)
