"""Files that cannot be read, through the real reader in its sealed process: each has its own reason."""

import io
import zipfile
from pathlib import Path

import pytest

import donghanh.documents
from donghanh.accounts.models import User
from donghanh.documents import services
from donghanh.documents.models import Document, State

pytestmark = pytest.mark.django_db

PLAN = Path(donghanh.documents.__file__).parent / "samples" / "ke-hoach-dong-hanh-vung-bien-2026.docx"


def rebuilt(change: dict[str, bytes]) -> bytes:
    """The sample plan with parts of its archive replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(PLAN) as plan, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in plan.namelist():
            if name not in change:
                archive.writestr(name, plan.read(name))
        for name, data in change.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_entities() -> bytes:
    xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'
    return rebuilt({"word/document.xml": xml})


def outlook_of_office() -> bytes:
    """What Word saves under a password: no archive but a compound file."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    )


BAD = {
    "empty": (b"", {"empty"}),
    "truncated": (PLAN.read_bytes()[:20_000], {"damaged"}),
    "inflating": (rebuilt({"word/media/image1.png": bytes(400 * 1024 * 1024)}), {"hostile", "too_large"}),
    "of many parts": (
        rebuilt({f"word/media/{n}.png": b"x" for n in range(20_000)}),
        {"hostile", "too_large"},
    ),
    "with a document type": (with_entities(), {"hostile"}),
    "protected by a password": (outlook_of_office(), {"encrypted"}),
    "a broken image": (b"\x89PNG\r\n\x1a\n" + bytes(3000), {"damaged"}),
    "a moving image": (b"GIF89a" + bytes(3000), {"unsupported"}),
    "in English": (b"Minutes of the meeting.\nWe met on Monday and talked about the harvest.\n" * 20,
                   {"not_vietnamese", "not_a_plan"}),
    "no plan": (
        ("Hôm nay trời đẹp, chúng tôi đi chợ mua rau và gặp lại bạn cũ.\n" * 20).encode(),
        {"not_a_plan"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_each_bad_file_is_kept_and_listed_with_its_own_reason(user: User, kind: str) -> None:
    data, codes = BAD[kind]
    document = services.upload(user, [data], name="kế hoạch.docx").document
    services.read(document.pk)
    document = Document.objects.visible_to(user).get()
    assert document.state == State.FAILED
    assert document.failure_code in codes
    assert document.failure_message.endswith(".")
    assert document.reading is None
