"""A file that is too large is dropped while it arrives, and the view can say so."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from pytest_django import Settings

MEGABYTE = 1024 * 1024


def test_a_file_over_the_limit_is_dropped_and_named(settings: Settings, rf: RequestFactory) -> None:
    settings.MAX_UPLOAD_BYTES = MEGABYTE
    request = rf.post(
        "/",
        {
            "file": [
                SimpleUploadedFile("nhỏ.docx", b"x" * MEGABYTE),
                SimpleUploadedFile("lớn.docx", b"x" * (MEGABYTE + 1)),
            ]
        },
    )
    assert [file.name for file in request.FILES.getlist("file")] == ["nhỏ.docx"]
    assert request.META["donghanh.too_large"] == ["lớn.docx"]


@pytest.mark.parametrize("size", [10, 3 * MEGABYTE])
def test_a_file_within_the_limit_arrives_whole(rf: RequestFactory, size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    request = rf.post("/", {"file": SimpleUploadedFile("kế hoạch.docx", content)})
    assert request.FILES["file"].read() == content
    assert "donghanh.too_large" not in request.META
