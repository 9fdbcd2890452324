"""How an operation names its gate, and its scope. One without either does not pass the house's own tests."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja import Router
from ninja.security import HttpBearer

from fileroom.api.problems import Kind, Told, problem
from fileroom.api.shapes import Problem
from fileroom.hosting.clients import client
from fileroom.law import Purpose
from fileroom.people.signed_in import SignedIn
from fileroom.people.tokens.recognising import Bearer
from fileroom.people.tokens.scopes import Scope

View = TypeVar("View", bound=Callable[..., Any])
PROBLEMS = frozenset({400, 401, 403, 404, 413, 422, 429})


class Token(HttpBearer):
    """A token of this district, in the Authorization header and nowhere else."""

    def __init__(self, scope: Scope | None) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Bearer:
        """Who bears it. Raises Told where it does not hold, asks too often, or was made for something else."""
        if too_many := getattr(request, "too_many", None):
            response = problem(Kind.OFTEN)
            response["Retry-After"] = str(too_many.wait_s)
            raise Told(response)
        bearer: Bearer | None = getattr(request, "bearer", None)
        if bearer is None:
            response = problem(Kind.TOKEN)
            response["WWW-Authenticate"] = 'Bearer realm="Fileroom"'
            raise Told(response)
        if self.scope is not None and self.scope not in bearer.scopes:
            raise Told(problem(Kind.SCOPE, scope=self.scope.value))
        return bearer

    def authenticate(self, request: HttpRequest, token: str) -> Bearer:
        """The same: the token was recognised before this operation was found."""
        return self(request)


def operation(
    router: Router,
    method: str,
    path: str,
    *,
    gate: str,
    scope: Scope | None,
    gives: Any,
    status: int = 200,
    **more: Any,
) -> Callable[[View], View]:
    """One operation: `gate` is the service that decides what it gives, `scope` what a token must have been made for."""
    needs = f"Scope: `{scope.value}`." if scope else "Any token."
    described = {"x-scope": scope.value if scope else None, **more.pop("openapi_extra", {})}

    def mark(view: View) -> View:
        view.gate, view.scope = gate, scope  # type: ignore[attr-defined]
        router.api_operation(
            [method],
            path,
            auth=Token(scope),
            response={status: gives, PROBLEMS: Problem},
            exclude_defaults=True,
            operation_id=view.__name__,
            description=f"{cleandoc(view.__doc__ or '')}\n\n{needs}",
            openapi_extra=described,
            **more,
        )(view)
        return view

    return mark


def public(router: Router, path: str, why: str, **more: Any) -> Callable[[View], View]:
    """An operation open to anyone, and this is why."""

    def mark(view: View) -> View:
        view.public_because = why  # type: ignore[attr-defined]
        router.get(path, auth=None, operation_id=view.__name__, **more)(view)
        return view

    return mark


def bearer_of(request: HttpRequest) -> Bearer:
    """Whose token this request carries, once its operation has let it in."""
    found: Bearer = request.bearer  # type: ignore[attr-defined]
    return found


def acting(request: HttpRequest, purpose: Purpose | None = None) -> SignedIn:
    """Who acts: the token's owner, at this door, for the purpose the request states. A company opens nothing so."""
    bearer = bearer_of(request)
    if bearer.account is None:
        raise Told(problem(Kind.SCOPE, "A company’s token opens nothing of a student.", scope=None))
    return SignedIn(bearer.account, bearer.door, client(request), purpose)
