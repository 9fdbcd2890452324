"""The law, in plain Python: no table, no clock, no door. Ask `decide(Question(...))`."""

from fileroom.law.book import BOOK, BY_ID, RULES, decide, digest
from fileroom.law.catalogue import CATALOGUE, HoldingClass, Item
from fileroom.law.days import Calendar, default_calendar, district_day
from fileroom.law.facts import ConsentForm, Order, PaperKind, Purpose, Question, RequesterKind, Unreadable
from fileroom.law.kernel.decision import Because, Deadline, Decision, Duty, Missing, Outcome

__all__ = [
    "BOOK", "BY_ID", "CATALOGUE", "RULES", "Because", "Calendar", "ConsentForm", "Deadline", "Decision", "Duty",
    "HoldingClass", "Item", "Missing", "Order", "Outcome", "PaperKind", "Purpose", "Question", "RequesterKind",
    "Unreadable", "decide", "default_calendar", "digest", "district_day",
]  # fmt: skip
