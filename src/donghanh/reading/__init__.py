"""Reading: a document file becomes a plan with its findings.

    file -> formats (blocks) -> source (text) -> outline (tree) -> extractors (facts) -> checks (findings)

Plain Python: no Django, no clock, no settings, no disk beyond the file it is handed.
"""

from donghanh.reading.compare import papers_of
from donghanh.reading.read import READER_VERSION, Reading, read_document, read_file

__all__ = ["READER_VERSION", "Reading", "papers_of", "read_document", "read_file"]
