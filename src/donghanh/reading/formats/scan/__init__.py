"""Pictures of pages to words where they stand.

From the ground up: `pictures` (files to pictures of pages), `preparing` (upright, straight, clean),
`engine` and `recognising` (words), `shapes` (what is yielded).
"""

from donghanh.reading.formats.scan.pictures import PagePicture, image_pages, pdf_pages
from donghanh.reading.formats.scan.recognising import recognise_pages
from donghanh.reading.formats.scan.searchable import searchable_pdf
from donghanh.reading.formats.scan.shapes import Recognition, Rule, ScannedPage, ScannedWord

__all__ = [
    "PagePicture",
    "Recognition",
    "Rule",
    "ScannedPage",
    "ScannedWord",
    "image_pages",
    "pdf_pages",
    "recognise_pages",
    "searchable_pdf",
]
