"""Plain mails to one person, where the installation has mail."""

import logging
from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise

logger = logging.getLogger(__name__)


def send(address: str, subject: str | Promise, template: str, context: Mapping[str, object]) -> None:
    """Send a mail in the installation's language, whichever the page is in. After the act was committed: a server that does
    not take the mail undoes nothing and is left to the log."""
    with translation.override(settings.LANGUAGE_CODE):
        title, body = str(subject), render_to_string(template, dict(context))
    mail = EmailMessage(title, body, to=[address], headers={"Auto-Submitted": "auto-generated"})
    try:
        mail.send()
    except OSError:  # its message, which the log leaves out, may quote the address
        logger.exception("A mail could not be sent.")
