"""Reads what LibreOffice reads better than we could: .doc, .odt, .rtf.

It makes a .docx of the file, in a process of its own, and that is read as any other. Before it sees the
file, what would harm or mislead is found in the file itself.
"""

from dataclasses import replace

from donghanh.reading.blocks import BlockDocument, FileKind
from donghanh.reading.formats import docx
from donghanh.reading.formats.office import doc, odt, rtf
from donghanh.reading.formats.office.conversion import saved_as

__all__ = ["read"]

_CHECKS = {FileKind.DOC: doc.checked, FileKind.ODT: odt.checked, FileKind.RTF: rtf.checked}


def read(data: bytes, kind: FileKind) -> BlockDocument:
    """The blocks of a .doc, .odt or .rtf file.

    Raises: UnreadableFile, in the subclass that says why; MissingProgram where there is no LibreOffice, or
        none may be started.
    """
    data, doubts = _CHECKS[kind](data)
    document = docx.read(saved_as(data, kind), converted=True)
    known = {doubt.code for doubt in document.doubts}
    return replace(
        document,
        kind=kind,
        doubts=(*document.doubts, *(doubt for doubt in doubts if doubt.code not in known)),
    )
