"""Bytes to an open PDF, or the reason why not."""

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from donghanh.reading.errors import DamagedFile, EmptyFile, EncryptedFile, FileTooLarge

MAX_PAGES = 1000

# Where a whole file has its header and its end mark; some mail systems add a few bytes.
_HEADER_WITHIN = 1024
_END_WITHIN = 4096


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF that needs no password to be read.

    Raises EmptyFile, DamagedFile, EncryptedFile or FileTooLarge.
    """
    if not data.strip(b"\x00\t\r\n\f "):
        raise EmptyFile
    # PDFium rebuilds a truncated file as far as it goes and keeps silent about the missing pages.
    if data.find(b"%PDF-", 0, _HEADER_WITHIN) < 0 or data.find(b"%%EOF", -_END_WITHIN) < 0:
        raise DamagedFile
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise EncryptedFile from error
        raise DamagedFile from error
    pages = len(document)
    if pages == 0:
        document.close()
        raise DamagedFile
    if pages > MAX_PAGES:
        document.close()
        raise FileTooLarge(
            f"Tệp có {pages} trang, nhiều hơn mức {MAX_PAGES} trang đọc được một lần. "
            "Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."
        )
    return document
