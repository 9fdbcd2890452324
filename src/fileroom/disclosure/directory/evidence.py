"""What the policy's page counts of directory information: lists that went out, under a policy the families know of."""

from __future__ import annotations

from fileroom.disclosure.directory import policy
from fileroom.disclosure.exports.evidence import WAITS, WHOSE
from fileroom.disclosure.exports.lifecycle import State
from fileroom.disclosure.exports.second_person import late_since
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.duties.queries import of_room
from fileroom.duties.states import SUPERINTENDENT, Asked, Evidence, Folded, Part, said, stands
from fileroom.letters.setting import spoken_on

EN = "en"
KEEPER = "The district’s custodian of records"
LISTS = "lists of students handed over this school year"
NO_NOTICE = "The Board has decided, and families have not had this school year’s notice of it"
CHOICES = "choices"  # the room in which it is owed to count such a list (collection.choices.duties)


def lists(asked: Asked) -> Evidence:
    """Lists handed over this school year. Part of the open transaction.

    Attention: the Board has decided what may be released, and the families have not had this year's notice of it; or
    another system's list of what families refuse has come in, and nobody has counted it; or a list waits for its second
    person past its day.
    """
    begun, until = asked.year
    out = StudentList.objects.filter(state=State.HANDED_OVER, closed_at__gte=begun, closed_at__lt=until)
    number = out.filter(source=DIRECTORY).count()
    adopted = policy.in_force(asked.on)
    told = adopted is None or (adopted.given_on is not None and adopted.given_on >= asked.year_began)
    why, whose = ("", "") if told else (NO_NOTICE, SUPERINTENDENT)
    if not why and of_room(CHOICES, at=asked.at):
        why, whose = "Families’ choices came from another system, and nobody has counted them yet", KEEPER
    late = late_since(StudentList.objects.filter(source=DIRECTORY), at=asked.at)
    if not why and late:
        why, whose = WAITS, WHOSE
    decided = (
        f"The Board’s decision of {spoken_on(adopted.adopted_on, EN)}" if adopted else "The Board has decided nothing"
    )
    return Evidence(
        said(number, "list of students handed over this school year", LISTS),
        stands(why), number=number, why=why, whose=whose, since=late if why == WAITS else None,
        parts=(Part(decided),),
        folded=Folded(LISTS),
    )  # fmt: skip
