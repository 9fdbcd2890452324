"""Words of the form builder and of the register, in the reader's language. A page gives them; no script holds any."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fileroom.collection.register.standing import Attention
from fileroom.screening import Category

KINDS = {
    "web": _("Web form"),
    "packet": _("Paper or PDF packet"),
    "screen": _("Screen of the student information system"),
}
TONGUES = {
    "en": "English",
    "es": "Español",
    "ko": "한국어",
    "tl": "Tagalog",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
OWNERS = {
    "registrar": _("Registrar"),
    "principal": _("Principal"),
    "administrator": _("Administrator"),
    "counselor": _("Counselor"),
    "nurse": _("Nurse"),
    "teacher": _("Teacher"),
    "aide": _("Aide"),
    "counsel": _("District counsel"),
    "board_clerk": _("Clerk of the Board"),
    "it_lead": _("IT lead"),
}
FIELD_KINDS = {
    "text": _("One line of text"),
    "long": _("Several lines of text"),
    "date": _("A date"),
    "number": _("A number"),
    "choice": _("One of a list"),
    "yes_no": _("Yes or no"),
    "file": _("A paper or file"),
}
ASKED_BY = {
    "title": _("its title"),
    "label": _("its label"),
    "help": _("its help"),
    "placeholder": _("its placeholder"),
    "option": _("one of its options"),
}
FOUND = {
    "": _("One paper demanded, and no other"),
    Category.A_NUMBER: _("An alien registration number"),
    Category.IMMIGRATION_DOCUMENT: _("A paper of immigration"),
    Category.IMMIGRATION_STATUS: _("Citizenship or immigration status"),
    Category.ITIN: _("A taxpayer number"),
    Category.MALWARE: _("A harmful program"),
    Category.PROTECTED_LIST: _("Origin, ethnicity or religion"),
    Category.SSN: _("A Social Security number"),
    Category.SSN_LAST4: _("The last four digits of a Social Security number"),
}
ATTENTION = {
    Attention.ASKS: _("Found asking"),
    Attention.UNDECLARED: _("Exception over"),
    Attention.COUNSEL: _("Counsel first"),
    Attention.UNREAD: _("Not read whole"),
    Attention.LAW_CHANGED: _("Law changed"),
    Attention.SIEVE_CHANGED: _("Sieve changed"),
    Attention.OVERDUE: _("Due again"),
}
WHAT_NOW = {
    Attention.ASKS: _("Take it out of the form, and hand out no copy of the old one."),
    Attention.UNDECLARED: _("The exception it asks under holds no longer: have one declared, or screen it again."),
    Attention.COUNSEL: _("Ask district counsel; until then, leave the field out."),
    Attention.UNREAD: _("Bring it in another form, so that all of it can be read."),
    Attention.LAW_CHANGED: _("Screen it again by the law of today."),
    Attention.SIEVE_CHANGED: _("Screen it again: the sieve sees more now."),
    Attention.OVERDUE: _("Screen it again."),
}
