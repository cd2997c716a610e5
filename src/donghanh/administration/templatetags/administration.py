from django import template

from donghanh.administration import rights, services
from donghanh.organisations.following import in_words

register = template.Library()
# Whether a person may change a unit, so that its page leads to where that is done.
register.filter("may_reorganise", rights.may_reorganise)
register.simple_tag(rights.may_reorganise, name="may_change")
register.filter("may_build", services.may_build)
# What followed a reorganisation, which is kept without anybody's name.
register.filter("in_words", in_words)
