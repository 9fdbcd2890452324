"""Each form is rendered with an id of its own, and a post says which form it came from."""

from __future__ import annotations

import re
from uuid import UUID, uuid1

import pytest
from django.template import Context, Template

pytestmark = pytest.mark.usefixtures("installation")


def rendered() -> str:
    page = Template("{% load pages %}{% once %}").render(Context())
    (value,) = re.findall(r'<input type="hidden" name="once" value="([^"]+)">', page)
    return str(value)


def test_no_two_forms_carry_the_same_id() -> None:
    assert UUID(rendered()).version == 4
    assert rendered() != rendered()


def test_a_post_is_read_with_the_id_of_its_form() -> None:
    from django.test import RequestFactory

    from fileroom.web.once import once

    given = rendered()
    assert once(RequestFactory().post("/", {"once": given})) == UUID(given)


@pytest.mark.parametrize("given", [{}, {"once": ""}, {"once": "7"}, {"once": str(uuid1())}])
def test_a_post_without_a_form_s_own_id_is_not_read(given: dict[str, str]) -> None:
    from django.core.exceptions import ValidationError
    from django.test import RequestFactory

    from fileroom.web.once import once

    with pytest.raises(ValidationError, match="Open the form afresh"):
        once(RequestFactory().post("/", given))
