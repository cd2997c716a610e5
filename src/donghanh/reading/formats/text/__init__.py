"""Reads plain text and Markdown: plans pasted from web pages, converted from Word or PDF, or typed."""

from donghanh.reading.formats.text.reader import read, read_text

__all__ = ["read", "read_text"]
