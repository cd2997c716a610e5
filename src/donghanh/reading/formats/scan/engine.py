"""Tesseract, one engine a thread, and where its Vietnamese lies on this computer."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from donghanh.reading.errors import MissingProgram

LANGUAGE = "vie"

# Where Debian, Ubuntu, Fedora and a build of one's own put what Tesseract has learnt.
_PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tesseract-ocr/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
)


@cache
def data_folder() -> str:
    """The folder with Tesseract's Vietnamese.

    Raises: MissingProgram.
    """
    for folder in _folders():
        if (folder / f"{LANGUAGE}.traineddata").is_file():
            return f"{folder}/"
    raise MissingProgram(
        "Máy này chưa có dữ liệu nhận dạng chữ tiếng Việt nên chưa đọc được ảnh và bản quét. Hãy báo người phụ trách "
        "máy cài gói tesseract-ocr-vie; tệp đã gửi được giữ lại và sẽ được đọc sau khi cài."
    )


def _folders() -> Iterator[Path]:
    told = os.environ.get("TESSDATA_PREFIX")
    if told:
        yield Path(told)
    for place in _PLACES:
        yield from sorted(Path("/").glob(place.lstrip("/")), reverse=True)  # the newest version first


def tesseract() -> Any:
    """The module `tesserocr`.

    Raises: MissingProgram.
    """
    try:
        import tesserocr  # noqa: PLC0415 (large, and wanted for pictures only)
    except ImportError as error:
        raise MissingProgram(
            "Máy này chưa cài chương trình nhận dạng chữ (Tesseract) nên chưa đọc được ảnh và bản quét. Hãy báo "
            "người phụ trách máy cài thư viện tesserocr; tệp đã gửi được giữ lại và sẽ được đọc sau khi cài."
        ) from error
    return tesserocr
