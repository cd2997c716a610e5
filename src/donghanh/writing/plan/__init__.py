"""Writes any file of the reading's form `donghanh.plan/1` as an official document."""

from donghanh.writing.plan.document import document_of
from donghanh.writing.plan.form import FormError, parse, strange_keys
from donghanh.writing.plan.left_out import left_out

__all__ = ["FormError", "document_of", "left_out", "parse", "strange_keys"]
