"""By which numbers the district knows its policies, for pages that name one."""

from django import template
from django.utils import timezone

from fileroom.programmes.policy import numbers
from fileroom.programmes.settings import services as settings

register = template.Library()


@register.simple_tag
def records_policy() -> str:
    """The number of the policy on student records, and of its regulation."""
    return numbers.records_policy(timezone.localdate())


@register.simple_tag
def officers_policy() -> str:
    """The number of the policy on requests by immigration enforcement."""
    return settings.officers_policy()
