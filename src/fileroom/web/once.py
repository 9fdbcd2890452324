"""A form sent twice is one act.

Each form is rendered with a fresh id (`{% once %}`), and its service takes it as the id of the row it will make. The
second post of the same form finds that row and is shown the same page. The primary key decides, so it holds between
workers and for two posts at the same moment; no session is asked.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

FIELD = "once"
UNREADABLE = "This page is too old or was changed on its way. Open the form afresh; nothing was kept."


def hidden_field() -> SafeString:
    """The form's own id, new each time a form is rendered."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4())


def once(request: HttpRequest) -> UUID:
    """The id that the posted form was rendered with. ValidationError where it carries none, or one of another make."""
    try:
        given = UUID(request.POST.get(FIELD, ""))
    except ValueError as error:
        raise ValidationError(UNREADABLE) from error
    if given.version != 4:  # an id somebody can guess is no id for a record
        raise ValidationError(UNREADABLE)
    return given
