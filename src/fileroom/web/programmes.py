"""The programmes of the policy: the way to each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from fileroom.web.gates import may_open, staff

# Title, what is done there, route, icon.
PROGRAMMES = (
    ("The policy", "Each sentence of the Board’s policy, and how it stands today", "policy", "assessment"),
    ("Court orders", "On file, with their ends and what is owed about them", "orders", "lock_outline"),
    ("Companies", "That hold student data, their contracts and the nine clauses", "vendors", "work"),
    ("AI tools", "Which may be given a text, and may this text go there?", "tools", "help_outline"),
    (
        "Reading like a machine",
        "Who reads faster than a person, and what they say to it",
        "reading_alarms",
        "visibility",
    ),
    ("Custodians of records", "Who holds each office; paper orders signed for", "custodians", "person"),
    ("Protocol for court orders", "Who takes them in, and what is done; to print", "order_protocol", "print"),
    ("Officers and agents", "Who came, what was owed, and the report to the Board", "enforcement", "campaign"),
    ("May there be an order?", "Whom another system’s file calls restricted", "possible_orders", "help_outline"),
    ("Incidents", "Report one in a minute; what is owed, who is told, what keeps it open", "incidents", "security"),
    ("Looked at twice", "What may show a family’s status, before a copy leaves", "marks", "visibility"),
    (
        "Lists taken away",
        "Which lists of students left a page, for what, and who agreed",
        "taken_lists",
        "file_download",
    ),
    ("Directory information", "What the Board lets go out, and each list that went", "directory", "list"),
    ("Social media", "Whether anything is gathered, under which program; what is kept", "social_media", "public"),
    ("Annual notice", "The families’ rights: adopted, sent, signed, in their languages", "notices", "mail_outline"),
    (
        "Administrative regulation",
        "Drafted from the settings, sentence by sentence",
        "regulation",
        "topic",
    ),
    ("Outgoing", "Messages and links: what waits, went, or was kept back", "outgoing", "mail_outline"),
    ("Delegations", "Who acts as the Superintendent’s designee, and in what", "delegations", "people"),
    ("Tokens", "By which other programs ask: in whose name, what for, until when", "tokens", "api"),
    ("Training", "Your courses, your certificates; by school for the designee", "training", "school"),
)


@require_GET
@staff("disclosure.overview")
def programmes(request: HttpRequest) -> HttpResponse:
    """Each whose page is there for whoever reads. The pages themselves ask the law what may be shown."""
    rows = [
        {"title": title, "text": text, "url": reverse(route), "icon": icon}
        for title, text, route, icon in PROGRAMMES
        if may_open(route, request)
    ]
    return render(request, "programmes.html", {"programmes": rows})
