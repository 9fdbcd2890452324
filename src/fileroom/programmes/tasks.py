"""What the programmes do without being asked, each round by its own clock: what has come to be owed is found and told,
each night seals its essential lists, and what waits to be sent is sent.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from threading import Event as Signal

from django.conf import settings

from fileroom.casework.sending import Site
from fileroom.casework.sending import look_round as send_round
from fileroom.collection.orders.nightly import look_round as look_over_orders
from fileroom.disclosure.directory.duties import owe_round
from fileroom.disclosure.exports import second_person
from fileroom.hosting import register
from fileroom.hosting.current import in_words
from fileroom.hosting.rounds import go_round
from fileroom.hosting.rounds_noted import Round
from fileroom.law.days import district_day
from fileroom.programmes import told_today
from fileroom.programmes.delegations.leavers import end_of_leavers
from fileroom.programmes.enforcement.board_days import see_to as see_to_the_board
from fileroom.programmes.enforcement.guide import owe_a_look, owe_new_schools
from fileroom.programmes.enforcement.noted_anew import see_to_those_of_before
from fileroom.programmes.enforcement.telling import see_to_inquiries, see_to_papers
from fileroom.programmes.enforcement.whose_duty import see_to_offices
from fileroom.programmes.incidents import nightly
from fileroom.programmes.incidents.exercises import owe_the_next
from fileroom.programmes.notices.sending import open_owed
from fileroom.programmes.outgoing import ABOVE
from fileroom.programmes.overdue_digest import tell
from fileroom.programmes.settings.services import directory_notice_days
from fileroom.programmes.social_media.rounds import look_round
from fileroom.programmes.tools import night as tools
from fileroom.programmes.training.assigning import assign
from fileroom.programmes.training.courses import Rhythm
from fileroom.programmes.training.reminding import remind
from fileroom.programmes.vendors.night import look_over

HOUR, MOMENT = 3600.0, 3.0


def run_social_media(stop_event: Signal, *, every: float = HOUR) -> None:
    """Look in each district, now and again every `every` seconds, for what has fallen due; until told to stop."""
    go_round(stop_event, lambda name, at: look_round(at=at), of=Round.SOCIAL_MEDIA, every=every)


def run_training(stop_event: Signal, *, every: float = HOUR) -> None:
    """See to each district now, and again every `every` seconds until told to stop: whoever has left acts for nobody;
    and on every new day, whoever is here owes their trainings."""
    done: dict[str, date] = {}

    def once(name: str, at: datetime) -> None:
        end_of_leavers(at=at)
        if done.get(name) != district_day(at):
            assign(rhythm=Rhythm(settings.TRAINING_DAYS, settings.TRAINING_MONTHS), at=at)
            done[name] = district_day(at)

    go_round(stop_event, once, of=Round.TRAININGS, every=every)


def run_notices(stop_event: Signal, *, every: float = HOUR) -> None:
    """See to each district now, and every `every` seconds until told to stop: who enrols is owed it the same day, a
    school that has opened owes the guide, and somebody looks each school year whether that has changed; and what the
    Board is to hear has the day of its next meeting, or asks for it. Of an inquiry counsel is asked first, and what is
    owed about a request stands with who hears of it. A list to which no second person came lapses."""
    go_round(stop_event, _owe_to_families, of=Round.NOTICES, every=every)


def _owe_to_families(_name: str, at: datetime) -> None:
    open_owed(at=at)
    owe_a_look(at=at)
    owe_round(notice_days=directory_notice_days(), at=at)
    second_person.lapse(at=at)
    owe_new_schools(at=at)
    see_to_the_board(at=at)
    see_to_inquiries(at=at)
    see_to_papers(at=at)
    try:
        see_to_those_of_before(at=at)  # until then each is about every child under an order
    finally:
        see_to_offices(at=at)


def run_orders(stop_event: Signal, *, every: float = HOUR) -> None:
    """Look over the court orders of each district, now and again every `every` seconds until told to stop."""
    go_round(stop_event, lambda name, at: look_over_orders(at=at), of=Round.ORDERS, every=every)


def run_essentials(stop_event: Signal, *, every: float = HOUR) -> None:
    """Make in each district what lists the night lacks, and owe the next exercise, now and again every `every` seconds
    until told to stop."""
    go_round(stop_event, _stand_ready, of=Round.ESSENTIALS, every=every)


def _stand_ready(_name: str, at: datetime) -> None:
    owe_the_next(at=at)
    nightly.look_round(days=settings.ESSENTIALS_DAYS, at=at)


def run_companies(stop_event: Signal, *, every: float = HOUR) -> None:
    """Look at each district's companies now, and again every `every` seconds until told to stop."""
    go_round(stop_event, lambda name, at: _look_at_companies(at), of=Round.COMPANIES, every=every)


def _look_at_companies(at: datetime) -> None:
    look_over(at=at)
    tools.look_over(at=at)


def run_mail(stop_event: Signal, *, every: float = MOMENT) -> None:
    """Send what waits in each district, now and again every `every` seconds until told to stop."""
    go_round(stop_event, _send, of=Round.MAILS, every=every)


def _send(name: str, at: datetime) -> None:
    """What is owed today is told at once: it is looked for as often as mails are sent."""
    if settings.MAIL is not None:
        told_today.tell(at=at)
    send_round(settings.MAIL, site_of(name), ABOVE, clock=lambda: datetime.now(UTC))


def run_reminders(stop_event: Signal, *, every: float = HOUR) -> None:
    """Queue the reminders of each district, now and again every `every` seconds. Where no mail server is set none is
    queued: years later it would not all go out at once."""
    go_round(stop_event, lambda name, at: _remind(at), of=Round.REMINDERS, every=every)


def _remind(at: datetime) -> None:
    if settings.MAIL is not None:
        remind(at=at)
        tell(at=at)


def site_of(name: str) -> Site:
    """How the mails of this district name it, and where its pages are."""
    scheme, port = "https" if settings.BEHIND_TLS else "http", settings.PUBLIC_PORT
    host = f"{register.host_of(name)}:{port}" if port else register.host_of(name)
    return Site(in_words(name), settings.STUDENT_RECORDS_TELEPHONE, f"{scheme}://{host}")
