"""A Word file of ours as PDF, the way LibreOffice prints it, in the process of its own that reading has for it."""

from donghanh.reading.blocks import FileKind
from donghanh.reading.errors import MissingProgram
from donghanh.reading.formats.office.conversion import saved_as

_MISSING = (
    "Máy này chưa cài LibreOffice để in ra PDF. Hãy viết ra tệp .docx rồi in bằng Word, hoặc báo người phụ trách "
    "máy cài gói libreoffice-writer-nogui."
)


def pdf(document: bytes) -> bytes:
    """The PDF of a .docx.

    Raises: MissingProgram where there is no LibreOffice; UnreadableFile where it fails over the file.
    """
    try:
        return saved_as(document, FileKind.DOCX, "pdf")
    except MissingProgram as error:
        raise MissingProgram(_MISSING) from error
