"""The district's own steps, written and approved, for the tests of what follows."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

SAY = {"en": "Please wait. I will call the Superintendent.", "es": "Espere, por favor. Llamaré al Superintendente."}
STEPS = {
    "en": ("Call the Superintendent’s office.", "Do not show an I-200 to anybody else.", "Write it down."),
    "es": ("Llame a la oficina del Superintendente.", "No muestre un I-200 a nadie más.", "Apúntelo."),
}
CALLS = (
    ("Superintendent’s office", "Oficina del Superintendente", "(559) 555-0100", True),
    ("Counsel after hours", "Abogados fuera de horario", "+1 559 555 0199 x 12", False),
)


def written(by: SignedIn, *, id_: UUID | None = None, at: datetime = AT, **more: Any) -> UUID:
    """The next version is written: `say`, `steps` by language; `calls`."""
    from fileroom.programmes.enforcement.own_steps import Call, Wording, write

    say, steps = SAY | more.get("say", {}), STEPS | more.get("steps", {})
    words = {it: Wording(say[it], say[it], tuple(steps[it])) for it in ("en", "es")}
    return write(id_ or uuid4(), words, [Call(*it) for it in more.get("calls", CALLS)], by=by, at=at)


def approved(version: UUID, by: SignedIn, *, verb: str = "approve", at: datetime = AT) -> str:
    """Counsel decides about it."""
    from fileroom.programmes.enforcement.own_steps import decide

    return decide(version, verb, by=by, at=at)
