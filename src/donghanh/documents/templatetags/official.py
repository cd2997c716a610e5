"""Filters that write values as official papers do."""

from django import template

from donghanh.documents import failures, words
from donghanh.documents.models import Document

register = template.Library()
register.filter("official_date", words.official_date)
register.filter("official_number", words.number)
register.filter("document_kind", words.document_kind)
register.filter("shorten", words.shorten)
register.filter("file_size", words.file_size)


@register.filter
def failure(document: Document) -> str:
    """Why a document could not be read, and what to do."""
    return failures.explain(document.failure_code, document.failure_message)
