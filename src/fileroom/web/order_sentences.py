"""What an order may say, in the sentences of the form that files it, and what each does here, for who keeps it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.html import format_html

from fileroom.law import Order
from fileroom.law.order_terms import OF_ONE_PARENT, READINGS, OrderTerm

RECORDS_AND_RIGHTS = (
    (OrderTerm.RECORDS, "One person may not see the child’s records or be told of them (Family Code 6323.5)"),
    (OrderTerm.RIGHTS_TERMINATED, "A parent’s rights have ended"),
    (OrderTerm.EDUCATION_RIGHTS_LIMITED, "A parent no longer decides about school"),
    (OrderTerm.JUVENILE_COURT, "A juvenile court has taken the child, or a decision, from a parent"),
)
CONTACT = (
    (OrderTerm.STAY_AWAY, "One person must stay away, and it says nothing of records"),
    (OrderTerm.NO_CONTACT, "One person may have no contact with the child, or with whom it protects"),
    (OrderTerm.PEACEFUL_CONTACT, "One person may have only brief and peaceful contact"),
    (OrderTerm.SUPERVISED_CONTACT, "One person sees the child only while somebody supervises"),
)
ADDRESS = ((OrderTerm.ADDRESS_KEPT_FROM, "One person may not learn where the child, or whom it protects, lives"),)
COLLECTING = (
    (OrderTerm.MAY_NOT_COLLECT, "One person may not collect the child"),
    (OrderTerm.COLLECTS_ON_DAYS, "One person may collect the child only on some days"),
)
CUSTODY = (
    (OrderTerm.SOLE_LEGAL_CUSTODY, "One parent alone has legal custody"),
    (OrderTerm.JOINT_LEGAL_CUSTODY, "Both parents have legal custody"),
    (OrderTerm.RESIDENCE, "Where the child lives, and nothing of legal custody"),
)
ELSE = ((OrderTerm.SOMETHING_ELSE, "Something else, that no sentence here says"),)
EVERY = (*RECORDS_AND_RIGHTS, *ADDRESS, *CONTACT, *COLLECTING, *CUSTODY, *ELSE)
# The same for whoever brings it, who may read them on the clerk's screen.
SPANISH: Mapping[OrderTerm, str] = {
    OrderTerm.RECORDS: "Una persona no puede ver los registros del niño ni recibir información de ellos",
    OrderTerm.RIGHTS_TERMINATED: "Terminaron los derechos de un padre o una madre",
    OrderTerm.EDUCATION_RIGHTS_LIMITED: "Un padre o una madre ya no decide sobre la escuela",
    OrderTerm.JUVENILE_COURT: "Un tribunal de menores le quitó al niño, o una decisión, a un padre o una madre",
    OrderTerm.ADDRESS_KEPT_FROM: "Una persona no puede saber dónde vive el niño, o la persona protegida",
    OrderTerm.STAY_AWAY: "Una persona debe mantenerse lejos, y la orden no dice nada de los registros",
    OrderTerm.NO_CONTACT: "Una persona no puede tener contacto con el niño, o con la persona protegida",
    OrderTerm.PEACEFUL_CONTACT: "Una persona solo puede tener contacto breve y pacífico",
    OrderTerm.SUPERVISED_CONTACT: "Una persona ve al niño solo mientras alguien supervisa",
    OrderTerm.MAY_NOT_COLLECT: "Una persona no puede recoger al niño",
    OrderTerm.COLLECTS_ON_DAYS: "Una persona puede recoger al niño solo algunos días",
    OrderTerm.SOLE_LEGAL_CUSTODY: "Solo un padre o una madre tiene la custodia legal",
    OrderTerm.JOINT_LEGAL_CUSTODY: "Los dos padres tienen la custodia legal",
    OrderTerm.RESIDENCE: "Dónde vive el niño, y nada de la custodia legal",
    OrderTerm.SOMETHING_ELSE: "Otra cosa, que ninguna de estas frases dice",
}
GROUPS = [(it.value, format_html('{}<span class="under" lang="es">{}</span>', says, SPANISH[it])) for it, says in EVERY]
DAYS = tuple(
    (str(day), name)
    for day, name in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), start=1
    )
)  # fmt: skip
SAYS: Mapping[str, str] = {it.value: says for it, says in EVERY}
CLOSED = "Every record is closed to this person, and nothing tells them why."
NOT_WHERE = (
    "No record is closed by it. Until counsel says otherwise nothing is shown to this person by which the child could"
    " be found: address, schedule, school, the list of who has looked."
)
TO_COUNSEL = "The file is closed to this person until counsel says what the order leaves them."
OF_RECORDS: Mapping[Order, str] = {
    Order.RECORDS_ORDER_6323_5: CLOSED,
    Order.STAY_AWAY_NO_RECORDS_CLAUSE: NOT_WHERE,
    Order.RIGHTS_TERMINATED: "The file is closed to this person as a parent.",
    Order.EDUCATION_RIGHTS_LIMITED: TO_COUNSEL,
}
NO_RECORD = "It closes no record."
WITHOUT_CUSTODY = "Whom it leaves without custody does not take the child home: the principal is called."
KEPT = "At the counter the child does not go home with this person: the principal is called, and nothing is said."
ON_DAYS = "On the days it names they collect the child like anybody. On others the principal is called."


def term_of(kind: str, term: str) -> OrderTerm:
    """The sentence of an order; of one filed before sentences were kept, the one that says what it is read as."""
    said = term or kind
    return OrderTerm(said) if said in set(OrderTerm) else OrderTerm.SOMETHING_ELSE


def says(kind: str, term: str, days: str = "") -> str:
    """The sentence by which it was filed, with its days."""
    named = ", ".join(name for day, name in DAYS if day in days)
    return SAYS[term_of(kind, term).value] + (f": {named}" if named else "")


def does(kind: str, term: str) -> list[str]:
    """What it does here, sentence by sentence."""
    it = term_of(kind, term)
    reading = READINGS[it]
    if not reading.keeps:
        without = [WITHOUT_CUSTODY] if it.value in OF_ONE_PARENT else []
        return [OF_RECORDS.get(reading.order, NO_RECORD), *without]
    kept = ON_DAYS if it is OrderTerm.COLLECTS_ON_DAYS else KEPT
    return [OF_RECORDS[reading.order], kept] if reading.order in OF_RECORDS else [kept, NO_RECORD]
