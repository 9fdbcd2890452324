"""A number that must not be kept is found wherever a file can hold it, or the file is not called clean."""

from __future__ import annotations

import json

import pytest

from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from fileroom.screening.screened import Screened, screen_extracted

NUMBER = "536-90-4271"
PLAIN = "536904271"


def screened(body: bytes, name: str = "") -> Screened:
    """What a file comes to, opened in this process."""
    return screen_extracted(extract(body, name), name)


def found(body: bytes, name: str = "") -> bool:
    """Whether something was found in a file."""
    return bool(screened(body, name).findings)


def never_clean(body: bytes, name: str = "") -> bool:
    """Whether a file is found to hold it, or not to be examined whole."""
    result = screened(body, name)
    return result.outcome is not Outcome.CLEAN and (bool(result.findings) or not result.fully_examined)


@pytest.mark.parametrize(
    "document",
    [
        {"students": {NUMBER: {"name": "Juan Perez"}}},
        {"students": {NUMBER: []}},
        {"student": {"id": NUMBER}},
        {"student": {"name": "Juan Perez", "socialSecurityNumber": {"value": PLAIN}}},
        {"socialSecurityNumber": [[{"digits": {"all": PLAIN}}]]},
        {"properties": {"socialSecurityNumber": {"type": "string", "minLength": 9}}},
        {"properties": {"immigrationStatus": {"type": "string"}}},
    ],
)
def test_a_name_that_others_stand_under_is_read(document: object) -> None:
    assert found(json.dumps(document).encode(), "a.json")


@pytest.mark.parametrize(
    "document",
    [
        f'<student id="{NUMBER}"/>',
        f'<student xml:space="{NUMBER}"/>',
        f'<student style="ssn: {PLAIN}"/>',
        f"<SocialSecurityNumber><Value>{PLAIN}</Value></SocialSecurityNumber>",
        f"<SocialSecurityNumber><a><b><c><d>{PLAIN}</d></c></b></a></SocialSecurityNumber>",
        "<SocialSecurityNumber><Value/></SocialSecurityNumber>",
        "<p>Juan Perez 536<b>-90-</b>4271</p>",
        "<svg><text><tspan>536</tspan><tspan>-90-</tspan><tspan>4271</tspan></text></svg>",
        f"<a><?note {NUMBER}?></a>",
        f'<a xmlns:b="{NUMBER}"/>',
    ],
)
def test_no_name_and_no_attribute_of_xml_is_left_out(document: str) -> None:
    assert found(f'<?xml version="1.0"?><r>{document}</r>'.encode(), "a.xml")
