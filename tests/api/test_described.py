"""The OpenAPI description is valid, and the door does what it says, whatever is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from tests import factories as make
from tests.api.programs import program
from tests.attacks.browsing import HOST
from tests.disclosure.asking import filed


def described() -> dict[str, Any]:
    from fileroom.api.door import door

    return door.described()


@pytest.fixture
def asked(town: make.Town) -> Iterator[Any]:
    """The description as a stranger fetches it, of the program itself."""
    from django.test import override_settings

    from fileroom.config.wsgi import application

    filed(town.registrar.by, town.ana)
    with override_settings(TOKEN_RATE=10**6):
        yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, base_url=f"http://{HOST}")


def test_the_description_is_valid_and_each_operation_says_what_else_may_come(installation: Any) -> None:
    schemathesis.openapi.from_dict(described()).validate()
    for path, methods in described()["paths"].items():
        for it in methods.values():
            if it.get("security"):
                assert {"400", "401", "403", "404", "422", "429"} <= set(it["responses"]), path
                for code, answer in it["responses"].items():
                    assert int(code) < 400 or list(answer["content"]) == ["application/problem+json"], path


def test_it_holds_no_district_and_is_open_to_anyone(town: make.Town) -> None:
    from tests.api.programs import Program

    answer = Program("").get("/openapi.json")
    assert answer.status_code == 200
    assert "alder" not in answer.content.decode().lower()
    assert answer.json() == json.loads(json.dumps(described()))
    kinds = {it.rpartition("/")[2] for it in ("/problems/refused", "/problems/broken")}
    assert {Program("").get(f"/problems/{it}").status_code for it in kinds} == {200}


def test_whatever_is_sent_the_answer_is_one_that_the_description_names(town: make.Town, asked: Any) -> None:
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    key = program(town.principal).key
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    tried = 0
    for found in asked.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate],
            database=None, derandomize=True,
        )  # fmt: skip
        def one(case: Any) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer {key}", "Host": HOST}, checks=checks)

        given = operation.as_strategy()
        _run(given, one)
        tried += 1
    assert tried >= 14


def _run(strategy: Any, one: Any) -> None:
    from hypothesis import given

    kept = one._hypothesis_internal_use_settings if hasattr(one, "_hypothesis_internal_use_settings") else settings()
    settings_of = settings(parent=kept)

    @settings_of
    @given(case=strategy)
    def each(case: Any) -> None:
        one(case)

    each()
