"""Files that pages hand out, here and in the rooms above: saved under their names, never shown, kept by nobody between."""

from typing import TypeVar
from urllib.parse import quote

from django.http import HttpResponse
from django.http.response import HttpResponseBase

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Response = TypeVar("Response", bound=HttpResponseBase)


def excel(data: bytes, name: str) -> HttpResponse:
    """A workbook, to be saved under a name."""
    return attached(HttpResponse(data, content_type=EXCEL), name)


def attached(response: Response, name: str) -> Response:
    """To be saved, not shown, under a name that any letters may stand in (RFC 6266, RFC 5987)."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
