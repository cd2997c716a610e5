"""The parts of a MIME message that hold words, opened as what it may be: hostile.

Source: RFC 2045 to 2047 (MIME), RFC 2387 (the `start` parameter), RFC 2557 (Content-Location).
"""

import re
from base64 import b64decode
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

from donghanh.reading.errors import DamagedFile, FileTooLarge, HostileFile

LARGEST_MAIL = 40 * 1024 * 1024
MOST_PARTS = 2_000
MOST_MULTIPARTS = 40

_TOO_LARGE = "Tệp .mht quá lớn (trên 40 MB). Hãy mở bằng Word, lưu thành .docx rồi gửi."
_TOO_MANY = "Tệp .mht có quá nhiều thành phần nên không được đọc. Hãy mở bằng Word, lưu thành .docx rồi gửi."
_NO_PAGE = "Tệp .mht không có trang nào để đọc. Hãy mở bằng Word, lưu thành .docx rồi gửi."
_MULTIPART = re.compile(rb"content-type\s*:\s*multipart/", re.IGNORECASE)
_CONTENT_TYPE = re.compile(rb"^content-type\s*:", re.IGNORECASE | re.MULTILINE)
_FRAMES = re.compile(rb"<frameset\b|<frame\b", re.IGNORECASE)
# Of a workbook every sheet is a page; the strip of tabs and the frame around hold none of its cells.
_NO_SHEET = re.compile(r"tabstrip|filelist|header|footer", re.IGNORECASE)
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_FAULTS = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True, slots=True)
class Part:
    """The decoded bytes of one part and the character set that its header tells; page or plain text."""

    data: bytes
    charset: str | None
    is_page: bool


@dataclass(slots=True)
class Mail:
    """What of a message is read: its page or pages, else its plain texts; and the names of attachments.

    torn: the end of the file is missing.
    """

    pages: list[Part] = field(default_factory=list)
    texts: list[Part] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    torn: bool = False


def parts_of(data: bytes) -> Mail:
    """The readable parts of a message.

    Raises: FileTooLarge, HostileFile, DamagedFile (nothing in it can be read).
    """
    if len(data) > LARGEST_MAIL:
        raise FileTooLarge(_TOO_LARGE)
    if len(_MULTIPART.findall(data)) > MOST_MULTIPARTS or len(_CONTENT_TYPE.findall(data)) > MOST_PARTS:
        raise HostileFile(_TOO_MANY)
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        mail = _mail(message)
    except _FAULTS as error:
        raise DamagedFile from error
    if not mail.pages and not mail.texts:
        raise DamagedFile(_NO_PAGE)
    return mail


def _mail(message: Message) -> Mail:
    mail = Mail()
    pages: list[tuple[Message, Part]] = []
    for part in message.walk():
        kind = part.get_content_type()
        mail.torn = mail.torn or any(isinstance(d, CloseBoundaryNotFoundDefect) for d in part.defects)
        if part.is_multipart():
            continue
        if part.get_content_disposition() == "attachment":
            mail.attached.append(str(part.get_filename() or kind))
        elif kind in ("text/html", "application/xhtml+xml"):
            pages.append((part, _part(part, is_page=True)))
        elif kind == "text/plain" and part.get("Content-Type"):
            mail.texts.append(_part(part, is_page=False))
    if pages:
        mail.pages = _chosen(message, pages)
    return mail


def _part(part: Message, is_page: bool) -> Part:
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        letters = _NO_BASE64.sub("", str(part.get_payload()))
        letters = letters[:-1] if len(letters) % 4 == 1 else letters  # torn within a byte
        payload: object = b64decode(letters + "=" * (-len(letters) % 4))
    else:
        payload = part.get_payload(decode=True)
    return Part(payload if isinstance(payload, bytes) else b"", part.get_content_charset(), is_page)


def _chosen(message: Message, pages: list[tuple[Message, Part]]) -> list[Part]:
    """The page that opens; where that is only a frame, the sheets in it."""
    start = message.get_param("start")
    named = [page for part, page in pages if start and part.get("Content-ID") == start]
    first = (named or [pages[0][1]])[0]
    if not _FRAMES.search(first.data):
        return [first]
    sheets = [
        page
        for part, page in pages
        if page is not first
        and not _FRAMES.search(page.data)
        and not _NO_SHEET.search(str(part.get("Content-Location", "")).rpartition("/")[2])
    ]
    return sheets or [first]
