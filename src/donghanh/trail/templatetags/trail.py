from django import template

from donghanh.trail import selectors

register = template.Library()
# Whether a person audits a unit, so that its page leads to its history.
register.filter("may_audit", selectors.may_audit)
