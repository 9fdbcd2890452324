"""What a token is, and what this door is: who am I, the description of every operation, and of every problem."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from ninja import Router

from fileroom.api import shapes
from fileroom.api.gates import bearer_of, operation, public
from fileroom.api.problems import Kind, as_json
from fileroom.hosting import current_district
from fileroom.people.accounts import holder
from fileroom.people.answers import Missing
from fileroom.programmes.vendors import tokens

router = Router(tags=["about"])


@operation(router, "GET", "/me", gate="people.recognise", scope=None, gives=shapes.Me)
def me(request: HttpRequest) -> shapes.Me:
    """Whose token this is, until when, and what it was made for."""
    it = bearer_of(request)
    return shapes.Me(
        token=it.prefix, until_on=it.until_on, scopes=sorted(it.scopes), district=current_district(), owner=_owner(it)
    )


def _owner(it: Any) -> shapes.Owner:
    if it.account is not None:
        return shapes.Owner(kind="employee", name=holder(it.account).name, office=it.role)
    word = tokens.word_on(it.contract, on=timezone.localdate())
    name = tokens.names_of([it.contract]).get(it.contract, "")
    said = shapes.Decision(**as_json(word)) if word else None
    return shapes.Owner(kind="contract", name=name, office="", may_share=said)


@public(router, "/openapi.json", "how to ask is nobody's secret, and no district is in it", include_in_schema=False)
def openapi(request: HttpRequest) -> JsonResponse:
    """Every operation, in OpenAPI's words."""
    from fileroom.api.door import door

    return JsonResponse(door.described())


@public(
    router,
    "/problems/{slug:kind}",
    "what a refusal means is nobody's secret",
    response={200: dict[str, Any], 404: shapes.Problem},
)
def problem_of(request: HttpRequest, kind: str) -> dict[str, Any]:
    """What a kind of problem means."""
    found = next((it.value for it in Kind if it.word == kind), None)
    if found is None:
        raise Missing
    return {"title": found.title, "status": found.status, "means": found.means}
