"""What a form may ask instead of what the law keeps out (`alternatives.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from fileroom.law import citations
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.citation import Citation


@dataclass(frozen=True)
class Alternative:
    """`says`: one sentence for whoever makes the form. `any_of`: the papers any one of which will do."""

    name: str
    says: str
    citation: Citation
    any_of: tuple[str, ...]


def read_alternatives(text: str) -> Mapping[str, Alternative]:
    """The alternatives of a TOML text by name. KeyError where one cites what there is not."""
    return MappingProxyType(
        {
            name: Alternative(name, row["says"], vars(citations)[row["cites"]], tuple(row.get("any_of", ())))
            for name, row in tomllib.loads(text).items()
        }
    )


ALTERNATIVES = read_alternatives(files("fileroom.law").joinpath("alternatives.toml").read_text("utf-8"))

_BY_KIND = {
    RecordKind.SSN: "no_number",
    RecordKind.SSN_LAST4: "no_number",
    RecordKind.ADULT_SSN_LAST4: "no_number",
    RecordKind.ITIN: "counsel",
    RecordKind.IMMIGRATION_DOCUMENT: "no_status",
    RecordKind.CITIZENSHIP_STATUS: "no_status",
    RecordKind.BIRTH_COUNTRY: "place_of_birth",
    RecordKind.PROOF_OF_AGE: "proof_of_age",
    RecordKind.PROOF_OF_RESIDENCY: "proof_of_residence",
    RecordKind.RELIGION: "no_list",
    RecordKind.ETHNICITY: "no_list",
    RecordKind.NATIONAL_ORIGIN: "no_list",
    RecordKind.TRIBAL_ENROLMENT: "no_list",
}


def instead_of(kind: RecordKind, *, proves: RecordKind | None = None) -> Alternative:
    """What to ask instead of a thing of this kind. `proves`: what the field wants shown by it: the age, the address."""
    return ALTERNATIVES[_BY_KIND[proves or kind]]
