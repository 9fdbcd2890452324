"""The form by which a court's order is taken in at the counter: its terms as sentences, and three questions."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from fileroom.collection.orders.terms import Terms
from fileroom.disclosure.about import Person
from fileroom.law.order_terms import READINGS, OrderTerm
from fileroom.web.order_sentences import DAYS, GROUPS
from fileroom.web.whose import named
from fileroom.web.written import Name, Sentence

SOMEBODY, THE_STUDENT, NOT_LISTED = "somebody", "the_student", "not_listed"
NOBODY_ON_FILE = ("", THE_STUDENT, NOT_LISTED)
WHOM = "Say whom it protects: they bring it, and are not to be taken for whom it binds."
COURT, NUMBER = 120, 60  # as their columns
ANSWERS = (("yes", "Yes"), ("no", "No"), ("not_known", "Not known"))
REACHED = (
    ("on_file", "By the telephone on file"),
    ("in_person", "Only here, in person"),
    ("not_at_all", "Not at all: wait until they come"),
)
BROUGHT = (
    ("protected", "Whom it protects"),
    ("restrained", "Whom it binds"),
    ("lawyer", "A lawyer"),
    ("officer", "An officer of the court, or of the police"),
    ("other", "Somebody else"),
)
STAGES = (
    ("after_hearing", "After a hearing"),
    ("temporary", "Temporary, until a hearing, or in an emergency"),
)
LANGUAGES = (("en", "English"), ("es", "Spanish"))
REQUIRED = {"required": "Fill this in."}
NO_DAY = {"invalid": "Write the day like 2026-11-20."}


class OrderForm(forms.Form):
    """`people`: the contacts of the child; `siblings`: other children of theirs, id and name."""

    kind = forms.ChoiceField(
        label="What does it say?", choices=GROUPS, widget=forms.RadioSelect,
        help_text="If it says two of these, file it once for each. If you are not sure, choose the stricter one. If no"
        " sentence fits, choose the last: counsel reads it the same day, and until then it is one to stay away.",
        error_messages={"required": "Choose what the order says."},
    )  # fmt: skip
    collects_on = forms.MultipleChoiceField(
        label="On which days may they collect the child?", required=False, choices=DAYS,
        widget=forms.CheckboxSelectMultiple, help_text="Where it says that somebody collects the child only on some"
        " days.",
    )  # fmt: skip
    restrained = forms.ChoiceField(label="Whom does it bind?", required=False)
    given = Name("First name, if somebody else")
    family = Name("Last name, if somebody else")
    protected = forms.ChoiceField(label="Whom does it protect, besides the child?", required=False)
    from_on = forms.DateField(
        label="The day the court made it", error_messages=REQUIRED | {"invalid": "Write the day like 2026-11-20."},
        help_text="As it stands on the order. It is obeyed from the moment you file it.",
    )  # fmt: skip
    to_on = forms.DateField(
        label="Until", required=False, help_text="Leave it empty where the order names no last day.",
        error_messages=NO_DAY,
    )  # fmt: skip
    stage = forms.ChoiceField(
        label="How was it made?", choices=[("", "Not said"), *STAGES], required=False,
        help_text="A temporary order, or an emergency one, says so on its first page.",
    )  # fmt: skip
    hearing_on = forms.DateField(
        label="The day of the hearing, of a temporary order", required=False, error_messages=NO_DAY,
        help_text="As it stands on the notice of the hearing. Leave it empty where there is none.",
    )  # fmt: skip
    court = Sentence("Which court made it?", COURT, "As its first page has it", required=False)
    number = Sentence("Its case number", NUMBER, "As its first page has it", required=False)
    brought_by = forms.ChoiceField(
        label="Who brings it?", choices=[("", "Not said"), *BROUGHT], required=False,
    )  # fmt: skip
    served = forms.ChoiceField(
        label="Has the other person been served with it?", choices=ANSWERS, widget=forms.RadioSelect, required=False
    )
    safe_tonight = forms.ChoiceField(
        label="Are they and the children safe tonight?", choices=ANSWERS, widget=forms.RadioSelect, required=False
    )
    reached = forms.ChoiceField(
        label="How may we reach them?", choices=REACHED, widget=forms.RadioSelect, required=False,
        help_text="Nothing is mailed because of this order.",
    )  # fmt: skip
    names_others = forms.BooleanField(label="It names a child who is not listed here", required=False)
    language = forms.ChoiceField(label="Language of the receipt", choices=LANGUAGES)
    pages = forms.IntegerField(
        label="Pages handed in", min_value=1, max_value=2000, error_messages=REQUIRED | {"invalid": "Write a number."}
    )
    file = forms.FileField(
        label="The order", help_text="A scan or a photograph of every page: PDF, PNG, JPEG or TIFF, at most 50 MB",
        error_messages={"required": "Choose the file.", "empty": "This file is empty."},
    )  # fmt: skip

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        people: tuple[Person, ...],
        siblings: tuple[tuple[UUID, str], ...],
        today: date,
    ) -> None:
        super().__init__(data, files, initial={"language": "en"})
        contacts = [(str(it.contact), named(it)) for it in people]
        self.choose("restrained", [("", "Nobody"), *contacts, (SOMEBODY, "Somebody else")])
        nobody = [(THE_STUDENT, "Nobody besides the child"), (NOT_LISTED, "Somebody who is not listed here")]
        self.choose("protected", [("", "Not said"), *contacts, *nobody])
        for name in ("from_on", "to_on", "hearing_on"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"})
        if siblings:
            self.fields["siblings"] = forms.MultipleChoiceField(
                label="Which other children does it name?", required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(str(id_), name) for id_, name in siblings],
            )  # fmt: skip

    def choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        """The choices of a field that depend on the file."""
        self.fields[field].choices = choices  # type: ignore[attr-defined]

    def terms(self, child: UUID) -> Terms:
        """What was said, of a form whose fields are valid but for its file."""
        said = self.cleaned_data
        other = said.get("restrained") == SOMEBODY
        named_one = (said["given"].strip(), said["family"].strip()) if other else None
        term = OrderTerm(said["kind"])
        return Terms(
            READINGS[term].order,
            term=term.value,
            collects_on="".join(sorted(said.get("collects_on", ()))),
            restrained=None if other else _id(said.get("restrained")),
            protected=_id(said.get("protected")),
            children=(child, *(UUID(it) for it in said.get("siblings", ()))),
            from_on=said["from_on"],
            to_on=said.get("to_on"),
            named=named_one,
            names_others=said.get("names_others", False),
            stage=said.get("stage", ""),
            hearing_on=said.get("hearing_on"),
            served=said.get("served", ""),
            safe_tonight=said.get("safe_tonight", ""),
            reached=said.get("reached", ""),
            **{it: said.get(it, "") for it in ("court", "number", "brought_by")},
        )

    def clean(self) -> dict[str, Any]:
        """Somebody who is on no list is named in full; whom it protects is said where they bring it."""
        said = super().clean() or self.cleaned_data
        if said.get("brought_by") == "protected" and said.get("protected") == "":
            self.add_error("protected", WHOM)
        if said.get("restrained") == SOMEBODY and not (
            said.get("given", "").strip() and said.get("family", "").strip()
        ):
            self.add_error("given", "Write first and last name, as the order has them.")
        return said


def _id(chosen: str | None) -> UUID | None:
    return UUID(chosen) if chosen and chosen not in NOBODY_ON_FILE else None
