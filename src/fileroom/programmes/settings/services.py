"""A setting is said by the Superintendent or a designee, and holds from then on; what was said before stays there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import add_years, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee, may_act
from fileroom.programmes.enforcement.board_days import settle
from fileroom.programmes.models import DistrictSetting
from fileroom.programmes.policy.numbers import is_number
from fileroom.programmes.settings.catalogue import LANGUAGES, SETTINGS, Kind, Setting
from fileroom.programmes.settings.meetings import BOARD_MEETINGS, days_in
from fileroom.screening import LOOKS_AT_WRITING, findings_in

LONGEST, MOST_CENTS = 2_000, 1_000
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Said:
    """One setting as it holds. `said`: by language; None: the district has to say it first. `at`: since when; None: it
    holds by default."""

    setting: Setting
    said: Mapping[str, str] | None
    at: datetime | None


def settings_now() -> dict[str, Said]:
    """Every setting as it holds now, by name. One statement; joins an open transaction."""
    with district_transaction():
        rows = DistrictSetting.objects.filter(name__in=SETTINGS).order_by("name", "-set_at").distinct("name")
        newest = {row.name: row for row in rows}
    return {name: _said(it, newest.get(name)) for name, it in SETTINGS.items()}


def quoted_now() -> dict[str, Mapping[str, str] | None]:
    """What those settings say that a notice or the regulation may quote; None: nothing yet."""
    return {name: it.said for name, it in settings_now().items() if it.setting.quoted}


def refusal_days() -> int:
    """How many days families have to refuse directory information, as the annual notice tells them."""
    return int(_of_every_language("refusal_days"))


def directory_notice_days() -> int:
    """In how many days families have a notice of what the Board decides on directory information in mid-year."""
    return int(_of_every_language("directory_notice_days"))


def officers_policy() -> str:
    """The number of the Board's policy on requests by immigration enforcement."""
    return _of_every_language("officers_policy")


def credit_bureaus() -> str:
    """The credit reporting agencies' numbers and addresses (Civ. Code 1798.29(d)), on one line."""
    return _of_every_language("credit_bureaus")


def visits_told() -> bool:
    """Does every visit of an officer, a caseworker or somebody who serves papers go the way of immigration's?"""
    return _of_every_language("visits_told") == YES


def family_told_days() -> int:
    """Within how many working days of the office a family is told of a request or of a court's paper: breaks count."""
    return int(_of_every_language("family_told_days"))


def silence_days() -> int:
    """After how many days it is asked whether a court's silence of which no last day is known still holds."""
    return int(_of_every_language("silence_days"))


def orders_days() -> int:
    """After how many days counsel is asked again whether an order past its last day still holds."""
    return int(_of_every_language("orders_days"))


def packet_days() -> int:
    """How many days before a meeting of the Board the packet of its reports is to be ready."""
    return int(_of_every_language("packet_days"))


def days_of_incidents() -> dict[str, int]:
    """What the district's plan for incidents gives in days: copy, substitute, board, insurer, exercise."""
    now = settings_now()
    said = {it: now[f"incident_{it}_days"].said for it in ("copy", "substitute", "board", "insurer", "exercise")}
    return {it: int(days[LANGUAGES[0]]) for it, days in said.items() if days}


def _of_every_language(name: str) -> str:
    """What a setting says that has a default and is the same in every language."""
    said = settings_now()[name].said
    assert said, "it has a default"
    return said[LANGUAGES[0]]


def _said(setting: Setting, row: DistrictSetting | None) -> Said:
    return Said(setting, row.said, row.set_at) if row else Said(setting, setting.default, None)


def settings_page(*, by: SignedIn, at: datetime) -> tuple[list[Said], bool]:
    """Each, for any employee; and whether this account may say them. Raises Missing (it is the office's)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        return list(settings_now().values()), may_act(Programme.NOTICES, by=by, at=at)


def say(id_: UUID, name: str, given: Mapping[str, str], *, by: SignedIn, at: datetime) -> UUID:
    """Say one. `id_`: the second call with it is the same act. Raises Missing, FormUsed and ValidationError."""
    if name not in SETTINGS:
        raise Missing
    return _say(id_, name, _fit(SETTINGS[name], given, district_day(at)), by, at)


@durable_transaction
def _say(id_: UUID, name: str, said: dict[str, str], by: SignedIn, at: datetime) -> UUID:
    role = designee(Programme.NOTICES, by=by, at=at)

    def again() -> UUID | None:
        before = DistrictSetting.objects.filter(pk=id_).first()
        if before and (before.name, before.said, before.set_by) != (name, said, by.account.id):
            raise FormUsed
        return before.entry if before else None

    def act() -> UUID:
        entry = ledger.write(ledger.event(Act.SETTING_SAID, record=id_, part=name, by=by.acting_as(role), at=at))
        DistrictSetting.objects.create(id=id_, name=name, said=said, set_at=at, set_by=by.account.id, entry=entry)
        if name == BOARD_MEETINGS:
            settle(by=by, entry=entry, at=at)
        return entry

    return act_once(again, act)


def _fit(setting: Setting, given: Mapping[str, str], on: date) -> dict[str, str]:
    """What was given, as it is kept. Raises ValidationError where it is no answer to the question."""
    if setting.kind is Kind.WORDS:
        return {it: _words(given.get(it, "")) for it in LANGUAGES}
    one = _words(given.get(LANGUAGES[0], ""))
    if setting.kind is Kind.CENTS and not (one.isdecimal() and int(one) <= MOST_CENTS):
        raise ValidationError(f"Write it in cents, as a whole number up to {MOST_CENTS}.")
    if setting.kind is Kind.DAYS and not (one.isdecimal() and 1 <= int(one) <= setting.most):
        raise ValidationError(f"Write whole days, from 1 to {setting.most}.")
    if setting.kind is Kind.NUMBER and not is_number(one):
        raise ValidationError("Write it like 5145.13.")
    if setting.kind is Kind.YES_NO and one not in (YES, NO):
        raise ValidationError("Choose yes or no.")
    if setting.kind is Kind.MEETINGS and not days_in(one):
        raise ValidationError("Write each day like 2026-12-10, and a comma between two.")
    if setting.kind is Kind.MEETINGS and max(days_in(one)) > add_years(on, 1):
        raise ValidationError("One of them is more than a year from now. Look at the year again.")
    return dict.fromkeys(LANGUAGES, one)


def _words(text: str) -> str:
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST:
        raise ValidationError(f"Write it in each language, in {LONGEST:,} letters at most.")
    if found := findings_in(plain, LOOKS_AT_WRITING):
        raise ValidationError(f"This holds what the law keeps out of every text ({found[0].citation}).")
    return plain
