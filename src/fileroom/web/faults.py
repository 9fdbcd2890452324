"""What a service found wrong, beside the fields it is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.core.exceptions import ValidationError

SO_CALLED: Mapping[str, str] = MappingProxyType({})


def by_field(error: ValidationError) -> dict[str, list[str]]:
    """What is wrong, by field; what is of none under an empty name."""
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def put_on(form: forms.BaseForm, error: ValidationError, called: Mapping[str, str] = SO_CALLED) -> None:
    """Each at its field, and at the head what the form has no field for. `called`: fields of the service that the form
    calls otherwise."""
    for name, says in by_field(error).items():
        field = called.get(name, name)
        form.add_error(field if field in form.fields else None, says)
