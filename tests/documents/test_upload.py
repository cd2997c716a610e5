"""Handing files over: once kept, hostile names tamed, limits said in words."""

import hashlib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from donghanh.accounts.models import User
from donghanh.documents import originals, services
from donghanh.documents.models import Document, Upload

pytestmark = pytest.mark.django_db
UPLOAD = "/documents/upload/"


def a_file(content: str | bytes = "Kế hoạch", name: str = "kế hoạch.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def test_a_file_leads_to_the_page_of_its_document(signed_in: Client) -> None:
    response = signed_in.post(UPLOAD, {"files": [a_file()]})
    document = Document.objects.get()
    assert response["Location"] == reverse("documents:detail", args=[document.pk])
    assert document.sha256 == hashlib.sha256("Kế hoạch".encode()).hexdigest()
    assert originals.path_of(document.sha256).read_bytes() == "Kế hoạch".encode()


def test_several_files_lead_to_the_list(signed_in: Client) -> None:
    files = [a_file(f"Kế hoạch {n}") for n in range(3)]
    response = signed_in.post(UPLOAD, {"files": files}, follow=True)
    assert response.redirect_chain[0][0] == reverse("documents:list")
    assert "Đã nhận 3 tệp." in response.content.decode()


def test_the_same_file_again_leads_to_the_document_already_there(signed_in: Client) -> None:
    first = signed_in.post(UPLOAD, {"files": [a_file()]})
    again = signed_in.post(UPLOAD, {"files": [a_file(name="bản khác tên.txt")]}, follow=True)
    assert again.redirect_chain[0][0] == first["Location"]
    assert "đã được tải lên từ trước" in again.content.decode()
    assert Document.objects.count() == 1
    assert Upload.objects.get().original_name == "kế hoạch.txt"


def test_the_same_file_from_another_person_stays_one_document_under_her_own_name(
    signed_in: Client, other: Client
) -> None:
    signed_in.post(UPLOAD, {"files": [a_file(name="của Lan.txt")]})
    page = other.post(UPLOAD, {"files": [a_file(name="của Mai.txt")]}, follow=True).content.decode()
    assert Document.objects.count() == 1
    assert "của Mai.txt" in page
    assert "của Lan.txt" not in page
    assert "từ trước" not in page


def test_an_empty_file_is_taken_and_listed(signed_in: Client) -> None:
    signed_in.post(UPLOAD, {"files": [a_file(b"")]})
    assert Document.objects.get().size == 0


def test_no_file_is_said_at_the_form(signed_in: Client) -> None:
    response = signed_in.post(UPLOAD)
    assert response.status_code == 422
    assert "Chưa chọn tệp nào" in response.content.decode()


def test_a_file_that_is_too_large_is_named_and_the_others_are_taken(
    signed_in: Client, settings: Settings
) -> None:
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    files = [a_file(), a_file(b"x" * (1024 * 1024 + 1), name="ảnh to.docx")]
    response = signed_in.post(UPLOAD, {"files": files})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Tệp “ảnh to.docx” lớn hơn 1 MB" in page
    assert "kế hoạch.txt" in page
    assert Document.objects.count() == 1


def test_more_files_than_one_request_may_bring_are_refused_in_words(signed_in: Client) -> None:
    files = [a_file(str(n)) for n in range(101)]
    response = signed_in.post(UPLOAD, {"files": files})
    assert response.status_code == 400
    assert "quá 100 tệp" in response.content.decode()
    assert not Document.objects.exists()


def test_a_script_gets_json(signed_in: Client, settings: Settings) -> None:
    settings.MAX_UPLOAD_BYTES = 1024
    headers = {"accept": "application/json"}
    taken = signed_in.post(UPLOAD, {"files": [a_file()]}, headers=headers)
    document = Document.objects.get()
    url = reverse("documents:detail", args=[document.pk])
    assert taken.json() == {"files": [{"name": "kế hoạch.txt", "url": url, "known": False}], "errors": []}
    refused = signed_in.post(UPLOAD, {"files": [a_file(b"x" * 1025)]}, headers=headers)
    assert refused.status_code == 422
    assert refused.json()["files"] == []
    assert "kế hoạch.txt" in refused.json()["errors"][0]


def test_without_its_token_a_form_is_refused(user: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    response = client.post(UPLOAD, {"files": [a_file()]})
    assert response.status_code == 403
    assert "Trang đã mở quá lâu" in response.content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Lan\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("ke\x00 hoa\x1fch\r\n.pdf", "ke hoach.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("Kế hoạch.docx", "Kế hoạch.docx"),
        ("   ", originals.NAMELESS),
        ("..", originals.NAMELESS),
        ("", originals.NAMELESS),
        ("a" * 300 + ".docx", "a" * 195 + ".docx"),
    ],
)
def test_a_hostile_name_is_tamed(given: str, shown: str) -> None:
    assert originals.clean_name(given) == shown


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_can_be_shown_and_stored(name: str) -> None:
    clean = originals.clean_name(name)
    assert 0 < len(clean) <= originals.NAME_LENGTH
    assert "/" not in clean
    assert "\\" not in clean
    assert clean.isprintable()
    clean.encode()


def test_markup_in_a_name_stays_text(signed_in: Client, hand_over: Callable[..., Document]) -> None:
    hand_over("crash", name="<img src=x onerror=alert(1)>.txt")
    for url in ("/", "/documents/", f"/documents/{Document.objects.get().pk}/"):
        page = signed_in.get(url).content.decode()
        assert "<img" not in page
        assert "&lt;img" in page


def test_a_file_cut_off_while_it_arrives_leaves_nothing(user: User, settings: Settings) -> None:
    def chunks():  # type: ignore[no-untyped-def]
        yield b"x" * 1000
        raise OSError("connection lost")

    with pytest.raises(OSError, match="connection lost"):
        services.upload(user, chunks(), name="a.txt")
    assert not Document.objects.exists()
    assert [path for path in (settings.MEDIA_ROOT / "originals").rglob("*") if path.is_file()] == []
