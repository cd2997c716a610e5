from django import template

from donghanh.administration import rights, services

register = template.Library()
# Whether a person may change a unit, so that its page leads to where that is done.
register.filter("may_reorganise", rights.may_reorganise)
register.filter("may_build", services.may_build)
