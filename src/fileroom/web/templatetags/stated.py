"""The one tag of the office's forms that asks who is signed in, apart from the tags that ask nothing."""

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from fileroom.web.purpose import hidden_field

register = template.Library()


@register.simple_tag(takes_context=True)
def stated(context: Context) -> SafeString | str:
    """The hidden field that carries what the page says its file is opened for (web.purpose)."""
    return hidden_field(context["request"])
