"""Files to take away: the original, the reading as JSON, the text. Never shown inside a page."""

import json
from pathlib import PurePath

from django.core.serializers.json import DjangoJSONEncoder
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from donghanh.documents.models import Document
from donghanh.documents.originals import path_of
from donghanh.documents.pictures import NoPictureError, picture_of
from donghanh.documents.review import outputs
from donghanh.documents.review.answers import page_of
from donghanh.documents.review.selectors import reviewed_plan
from donghanh.documents.selectors import reading_of, visible
from donghanh.organisations.downloads import EXCEL, attached

# What a browser may be told that an original is; anything else is plain bytes.
CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "xlsx": EXCEL,
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "text": "text/plain; charset=utf-8",
}


@require_GET
def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it came, byte by byte."""
    document = visible(request.user, pk)
    try:
        file = path_of(document.sha256).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type=CONTENT_TYPES.get(document.kind, "application/octet-stream"))
    response.headers["Content-Length"] = str(document.size)
    return attached(response, document.name)


@require_GET
def searchable(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The pictures with their recognised words behind them, as a PDF in which one can search."""
    document = visible(request.user, pk)
    reading = reading_of(document)
    if not reading.searchable_sha256:
        raise Http404
    try:
        file = path_of(reading.searchable_sha256).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type=CONTENT_TYPES["pdf"])
    return attached(response, f"{PurePath(document.name).stem} (tìm được).pdf")


@require_GET
def plan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What was read with what people made of it, in the schema's form."""
    document = visible(request.user, pk)
    body = json.dumps(
        reviewed_plan(reading_of(document)), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1
    )
    response = HttpResponse(body, content_type="application/json")
    return attached(response, f"{PurePath(document.name).stem}.json")


@require_GET
def text(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The text that the reading's ranges refer to."""
    document = visible(request.user, pk)
    response = HttpResponse(reading_of(document).text, content_type="text/plain; charset=utf-8")
    return attached(response, f"{PurePath(document.name).stem}.txt")


@require_GET
def summary(request: HttpRequest, pk: int, paper: int, ending: str) -> HttpResponseBase:
    """The review on paper: sentence and fact side by side, as Word or Excel."""
    document = visible(request.user, pk)
    page = page_of(request, document, paper)
    made = outputs.as_word(page) if ending == "docx" else outputs.as_workbook(page)
    return attached(
        HttpResponse(made, content_type=CONTENT_TYPES[ending]), f"{_stem(document)} (rà soát).{ending}"
    )


@require_GET
def letter(request: HttpRequest, pk: int, paper: int) -> HttpResponseBase:
    """The letter to the issuer about what is to be asked, as Word."""
    document = visible(request.user, pk)
    made = outputs.as_letter(page_of(request, document, paper))
    return attached(
        HttpResponse(made, content_type=CONTENT_TYPES["docx"]), f"{_stem(document)} (công văn hỏi).docx"
    )


def _stem(document: Document) -> str:
    return PurePath(document.name).stem


@require_GET
def picture(request: HttpRequest, pk: int, page: int) -> HttpResponseBase:
    """A page as a picture. It never changes, so a browser may keep it; nobody between may."""
    document = visible(request.user, pk)
    try:
        drawn = picture_of(document, page)
        response = FileResponse(path_of(drawn.sha256).open("rb"), content_type="image/webp")
    except (NoPictureError, FileNotFoundError) as error:
        raise Http404 from error
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
