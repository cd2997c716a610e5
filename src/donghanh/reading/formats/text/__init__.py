"""Reads plain text and Markdown: plans pasted from web pages, converted from Word or PDF, or typed.

Other readers whose files are text take `decode` for bytes, `recode` for text that was decoded already, and
`read_text` for text that stands line by line.
"""

from donghanh.reading.formats.legacy import recode
from donghanh.reading.formats.text.decoding import decode
from donghanh.reading.formats.text.reader import read, read_text

__all__ = ["decode", "read", "read_text", "recode"]
