"""The forms of the registry of companies: each of one act, with the lengths that its columns have."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from fileroom.programmes.vendors.breaches import Notice
from fileroom.programmes.vendors.contracts import Offer, Terms
from fileroom.programmes.vendors.declared import Declared
from fileroom.programmes.vendors.demands import WHAT_LENGTH
from fileroom.programmes.vendors.lights import LAST_PAGE, LONGEST, Light, Stands
from fileroom.web.written import Sentence

NAME, USE, HOLDS, TITLE = 120, 200, 400, 200
NO_DAY = {"required": "Fill this in.", "invalid": "Write the day like 2026-11-20."}
YES_NO = (("yes", "Yes"), ("no", "No"), ("", "Not known"))
SAID = {"yes": True, "no": False}
WHY_ENDED = (
    ("by_us", "The district ends it"),
    ("by_company", "The company ends it"),
    ("mistake", "It was entered by mistake, and never was a contract"),
)
WHY_REPLACED = (
    ("amended", "It was amended: what it lacked is in it now"),
    ("renewed", "It follows the other when that runs out"),
    ("misread", "The other was read wrongly: this is the right reading"),
)
GROUNDS = (
    ("no_longer_needed", "The district needs it there no longer"),
    ("contract_over", "The contract is over"),
    ("contract_void", "The contract is void: everything comes back first"),
)
IN_SPANISH = "Families who read Spanish read it on the public page; without it they read the English"
CLOSED = (
    ("shown", "It was shown in another way that it is done"),
    ("taken_back", "The district takes the demand back"),
    ("with_counsel", "District counsel takes it from here"),
)


def day(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    """A day, picked or written."""
    return forms.DateField(
        label=label, help_text=help_text, required=required, error_messages=NO_DAY,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip


def one_of(label: str, choices: Any, help_text: str = "", *, required: bool = True) -> forms.ChoiceField:
    """One of a few, as radios."""
    return forms.ChoiceField(
        label=label, choices=choices, help_text=help_text, required=required, widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )  # fmt: skip


class CompanyForm(forms.Form):
    """A company, and what it holds of whom."""

    name = Sentence("Name", NAME)
    does = Sentence("What it is used for", USE, "In one sentence that a family understands")
    holds = Sentence(
        "Which data it holds, and whose", HOLDS, "For example: names and reading levels of grades 3 to 5",
        required=False, area=True,
    )  # fmt: skip
    holds_nothing = forms.BooleanField(
        label="It holds nothing of any student", required=False,
        help_text="Only where somebody knows. While nobody has said what it holds, that is to be found out.",
    )  # fmt: skip
    does_es = Sentence("What it is used for, in Spanish", USE, IN_SPANISH, required=False)
    holds_es = Sentence("Which data it holds, and whose, in Spanish", HOLDS, IN_SPANISH, required=False, area=True)


class DescribeForm(CompanyForm):
    """The same of a company that stands in the registry: its name stays."""

    name = None  # type: ignore[assignment]


class ContractForm(forms.Form):
    """A contract as it is read; each clause has three fields by its number."""

    title = Sentence("What it is called", TITLE)
    signed_on = day("Signed", "Empty: it is a draft", required=False)
    from_on = day("From", "Empty: from the day it was signed", required=False)
    to_on = day("Until", "Empty: no last day", required=False)
    board_policy = forms.BooleanField(label="It is made under a policy that the Board adopted", required=False)
    changed_since_2015 = one_of(
        "If it was signed before 2015: was it amended or renewed since?", YES_NO,
        "An old contract holds as it is until it runs out, is amended or is renewed.", required=False,
    )  # fmt: skip
    replaces = forms.ChoiceField(label="Whose place does it take?", required=False)
    why = one_of("Why?", (*WHY_REPLACED, ("", "It takes no other’s place")), required=False)
    offer_of = Sentence("Whose general offer is it?", NAME, "The district that first agreed on it", required=False)
    offer_by = Sentence("Which district signed Exhibit E?", NAME, required=False)
    offer_on = day("On which day?", required=False)

    def __init__(self, data: Any = None, *, others: list[tuple[UUID, str]]) -> None:
        super().__init__(data)
        choices = [("", "None: it is a contract of its own"), *((str(id_), title) for id_, title in others)]
        self.fields["replaces"].choices = choices  # type: ignore[attr-defined]
        for clause in Clause:
            n = int(clause)
            stands = [(it.value, it.value) for it in Stands]
            self.fields[f"stands-{n}"] = forms.ChoiceField(choices=stands, required=False)
            self.fields[f"page-{n}"] = forms.IntegerField(
                min_value=1, max_value=LAST_PAGE, required=False, error_messages={"invalid": "Write a number."}
            )
            self.fields[f"words-{n}"] = Sentence(f"The sentence of clause {n}", LONGEST, required=False)

    def terms(self, operator: UUID) -> Terms:
        """What was read, of a valid form."""
        said = self.cleaned_data
        offer = Offer(said["offer_of"], said["offer_by"], said["offer_on"])
        replaces = UUID(said["replaces"]) if said["replaces"] else None
        return Terms(
            operator, said["title"], said["signed_on"], said["from_on"], said["to_on"], said["board_policy"],
            tuple(self._light(clause) for clause in Clause), SAID.get(said["changed_since_2015"]), offer, replaces,
            said["why"],
        )  # fmt: skip

    def _light(self, clause: Clause) -> Light:
        said, n = self.cleaned_data, int(clause)
        return Light(clause, Stands(said[f"stands-{n}"] or Stands.LACKS), said[f"page-{n}"], said[f"words-{n}"])


class EndForm(forms.Form):
    """A contract ends."""

    why = one_of("Why does it end?", WHY_ENDED)
    ended_on = day("On which day?", "From that day nothing rests on it.")


class ReturnForm(forms.Form):
    """The company certifies that nothing of a contract is left there."""

    returned_on = day("On which day did the company certify it?")
    certified_by = Sentence("Who certified it", NAME, "Name and position, as on the paper. Keep the paper.")


class DeclareForm(forms.Form):
    """What the company declares of artificial intelligence."""

    uses = one_of("Does it use artificial intelligence with the district’s data?", YES_NO, required=False)
    trains = one_of(
        "Does it train a model on students’ data?", YES_NO,
        "Not meant: data in which nobody can be found.", required=False,
    )  # fmt: skip
    subprocessors = Sentence("To whom it passes data on", HOLDS, "Each company by name", required=False, area=True)
    page = forms.IntegerField(
        label="Page of the contract that permits the training", min_value=1, max_value=LAST_PAGE, required=False
    )
    words = Sentence("Its sentence", HOLDS, required=False, area=True)
    declared_by = Sentence("Who at the company said so", NAME)
    declared_on = day("On which day?")

    def declared(self) -> Declared:
        """What was said, of a valid form."""
        said = self.cleaned_data
        return Declared(
            SAID.get(said["uses"]), SAID.get(said["trains"]), said["subprocessors"], said["page"], said["words"],
            said["declared_by"], said["declared_on"],
        )  # fmt: skip


class HoldForm(forms.Form):
    """In which contract the sentence stands that is to permit a training."""

    where = one_of("Where does it stand?", ())

    def __init__(self, data: Any = None, *, contracts: list[tuple[UUID, str]]) -> None:
        super().__init__(data)
        named = [(str(id_), f"In “{title}”") for id_, title in contracts]
        self.fields["where"].choices = [*named, ("none", "In no contract that holds today")]  # type: ignore[attr-defined]

    def found(self) -> UUID | None:
        """The contract, of a valid form; None: in none."""
        where = str(self.cleaned_data["where"])
        return None if where == "none" else UUID(where)


class BreachForm(forms.Form):
    """A company tells of a breach."""

    told_at = forms.DateTimeField(
        label="When was the district told?", help_text="From this moment the clock runs.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": "Fill this in.", "invalid": "Write day and hour like 2026-11-20T14:30."},
    )  # fmt: skip
    told_by = Sentence("Who told the district", NAME)
    what = Sentence(
        "What they say was taken, and whose", HOLDS, "In their words. Name no student and no number.", area=True
    )
    began_on = day("Since when do they know of it?", "Empty: they have not said", required=False)

    def notice(self, operator: UUID) -> Notice:
        """What was said, of a valid form."""
        said = self.cleaned_data
        return Notice(operator, said["told_at"], said["told_by"], said["what"], said["began_on"])


class DemandForm(forms.Form):
    """The district demands that a company delete."""

    ground = one_of("Why does it have to go?", GROUNDS)
    what = Sentence(
        "Which data are meant", WHAT_LENGTH,
        "So that the company knows them. Name no student: the letter does, where it is about one.", area=True,
    )  # fmt: skip
    spares = forms.BooleanField(
        label="Leave out the students under a hold", required=False,
        help_text="While a hold stands, nothing under it may be destroyed, and without this no letter is made. The"
        " letter says that you name these students apart from it: ask the custodian of records who they are.",
    )  # fmt: skip

    whole = forms.BooleanField(
        label="It is about all that the company holds of every student", required=False,
        help_text="The letter says so. Without it the company’s answer tells nothing of students whom you do not name"
        " there, and what is known here of them stays on the list of who has left.",
    )  # fmt: skip


class OneStudentsDemandForm(DemandForm):
    """The same about the one student of a family's request: whom it leaves out is no question."""

    spares = None  # type: ignore[assignment]
    whole = None  # type: ignore[assignment]


class CloseDemandForm(forms.Form):
    """Nothing more is awaited."""

    how = one_of("How does it end?", CLOSED)
    words = Sentence("What shows it", HOLDS, "One sentence, with the day. Name no student.", area=True)


class WantForm(forms.Form):
    """Somebody wants to use an app."""

    name = Sentence("What the app or site is called", NAME)
    used_for = Sentence("What you want to use it for", USE)
    clicked = one_of(
        "Have you agreed to its terms already, by a click?", (("yes", "Yes"), ("no", "No")),
        "Nobody is blamed for it. The answer below tells you what to do.",
    )  # fmt: skip


def told(form: forms.Form, error: ValidationError) -> None:
    """What a service found wrong, each at its field, and the rest at the head."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, says in error.message_dict.items():
        at = f"words-{name.removeprefix('clause-')}" if name.startswith("clause-") else name
        form.add_error(at if at in form.fields else None, says)
