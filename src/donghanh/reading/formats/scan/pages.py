"""Pictures of pages as the pages that the PDF reader makes, for the same stages to go on with."""

from collections.abc import Sequence

from donghanh.reading.blocks import RecognisedPage, RecognisedWord
from donghanh.reading.formats.pdf.grids import find_grids
from donghanh.reading.formats.pdf.lines import gather_lines
from donghanh.reading.formats.pdf.pages import Page, share_out
from donghanh.reading.formats.pdf.shapes import Drawing
from donghanh.reading.formats.scan.pictures import PagePicture
from donghanh.reading.formats.scan.settling import SettledPage, settle
from donghanh.reading.formats.scan.shapes import ScannedPage


def laid_out(pages: Sequence[ScannedPage]) -> list[Page]:
    """The scanned pages of a document as lines and ruled tables."""
    return [_page(page) for page in settle(pages)]


def _page(page: SettledPage) -> Page:
    grids = find_grids(Drawing(page.across, page.upright))
    outside, tables = share_out(list(page.spans), grids)
    letters = sum(len(span.text.strip()) for span in page.spans)
    return Page(
        number=page.number,
        width=page.width,
        height=page.height,
        lines=tuple(gather_lines(outside)),
        tables=tables,
        across=page.across,
        letters=letters,
        recognised=letters,
    )


def as_shown(page: ScannedPage, picture: PagePicture) -> RecognisedPage:
    """The words as they were recognised, where they stand on the page as the file shows it."""
    words = tuple(
        RecognisedWord(
            word.text,
            *page.to_original.box(word.left, word.top, word.right, word.bottom),
            confidence=word.confidence,
        )
        for word in page.words
    )
    return RecognisedPage(page.number, picture.width, picture.height, words)
