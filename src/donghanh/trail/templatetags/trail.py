"""Who is shown the way to the trail."""

from django import template

from donghanh.accounts.access import Person, may
from donghanh.accounts.permissions import Permission

register = template.Library()


@register.filter
def sees_trail(user: Person) -> bool:
    """Whether a person is the auditor of any unit."""
    return may(user, Permission.VIEW_AUDIT)
