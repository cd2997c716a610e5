"""Which pages of a PDF have to be read as pictures: those whose text is none, or is not what they show."""

from donghanh.reading.formats.pdf.pages import Page
from donghanh.vietnam.syllables import is_syllable
from donghanh.vietnam.text import bare

# A page that is a picture carries its recognised text unseen.
_SCAN = 0.5
# A page without text is blank but for a picture of this share, or so many shapes that they may be letters.
_SEEN = 0.02
_SHAPES = 200
# What a scan may have of true text: the mark of an electronic signature, of the app that made it.
_FEW_LETTERS = 400
# Shares of letters that a font does not explain, beyond which the text is lost.
_LOST = 0.4
# Text that another program recognised is kept where this share of its words are Vietnamese, and this share
# of these have a mark. In the corpus, plans that were typed have 0.97 and 0.72 at least, so read by Tesseract
# without its Vietnamese 0.75 and 0.02 at most.
_VIETNAMESE = 0.9
_MARKED = 0.5


def is_picture(page: Page) -> bool:
    """Whether a page has to be recognised: its own text does not say what is to be seen on it."""
    if not page.letters:
        return page.pictured >= _SEEN or page.drawn >= _SHAPES
    if page.unknown > _LOST * page.letters:
        return True
    if page.pictured < _SCAN:
        return False
    if page.recognised:
        return not _is_well_recognised(page)
    return page.letters < _FEW_LETTERS


def _is_well_recognised(page: Page) -> bool:
    words = [word for word in page.words if word.isalpha() and len(word) > 1 and not word.isupper()]
    syllables = [word for word in words if is_syllable(word)]
    marked = sum(1 for word in syllables if bare(word) != word.lower())
    return len(syllables) >= _VIETNAMESE * len(words) and marked >= _MARKED * len(syllables) > 0
