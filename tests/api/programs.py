"""Programs that ask by a token, for tests: made by the Superintendent's designee, and sending what a real one sends."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.attacks.browsing import HOST, loaded

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn
    from fileroom.people.tokens.register import Made
    from fileroom.people.tokens.scopes import Scope

WORK = {"purpose": "educational_interest"}
RATING: dict[str, Any] = {
    "item": "counsellor_or_teacher_rating",
    "fields": {"observed_on": "2026-10-01", "text": "Helps others.", "signed_by": "T. Abara, teacher"},
    "others": "nobody",
}


@dataclass
class Program:
    """A program with a key, or without one, at a district's host."""

    key: str
    host: str = HOST
    client: Any = None

    def get(self, path: str, **query: object) -> Any:
        return self._client().get(f"/api/v1{path}", query, **self._headers())

    def work(self, path: str, **query: object) -> Any:
        """The same, for the ordinary purpose."""
        return self.get(path, **{**WORK, **query})

    def post(self, path: str, body: Any, *, once: str = "", kind: str = "application/json") -> Any:
        sent = body if isinstance(body, (str, bytes)) else json.dumps(body)
        headers = self._headers() | ({"HTTP_IDEMPOTENCY_KEY": once} if once else {})
        return self._client().post(f"/api/v1{path}", sent, content_type=kind, **headers)

    def files(self, student: UUID, once: str = "", **changed: Any) -> Any:
        """A rating is filed."""
        address = f"/students/{student}/records?purpose=educational_interest"
        return self.post(address, {**RATING, **changed}, once=once or uuid4().hex)

    def files_document(self, student: UUID, name: str, body: bytes, **said: Any) -> Any:
        """A document is filed, as a form."""
        from django.core.files.uploadedfile import SimpleUploadedFile

        address = f"/api/v1/students/{student}/documents?purpose=educational_interest"
        sent = {"item": "health", "file": SimpleUploadedFile(name, body), **said}
        return self._client().post(address, sent, HTTP_IDEMPOTENCY_KEY=uuid4().hex, **self._headers())

    def _client(self) -> Any:
        from django.test import Client

        self.client = self.client or loaded(Client(HTTP_HOST=self.host, raise_request_exception=False))
        return self.client

    def _headers(self) -> dict[str, str]:
        return {"HTTP_AUTHORIZATION": f"Bearer {self.key}"} if self.key else {}


def office() -> SignedIn:
    """The Superintendent's designee; one in each district."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    with district_transaction():
        row = Account.objects.filter(sign_in_name="designee").select_related("employee").first()
    return make.signed_in(row) if row else make.staffed("designee", "administrator", None).by


def made_for(who: make.Staffed, *scopes: Scope, days: int = 30, label: str = "A program") -> Made:
    """A token of this employee in the office they hold, accepted; for everything where no scope is named."""
    from django.utils import timezone

    from fileroom.people.tokens.register import InOffice, Wanted, accept
    from fileroom.people.tokens.register import make as make_token
    from fileroom.people.tokens.scopes import Scope

    at, boss = timezone.now(), office()
    owner = InOffice(who.row.id, who.role.role, who.role.school_id)
    until = timezone.localdate() + timedelta(days=days)
    made = make_token(uuid4(), Wanted(label, owner, scopes or tuple(Scope), until), by=boss, at=at)
    return made if who.by.account.id == boss.account.id else accept(made.id, by=who.by, at=at)


def program(who: make.Staffed, *scopes: Scope) -> Program:
    """A program with such a token."""
    return Program(made_for(who, *scopes).key)


def said(answer: Any) -> Any:
    """The answer, but for the ledger's line of this very look."""
    return {name: value for name, value in answer.json().items() if name != "entry"}
