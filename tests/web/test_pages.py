"""Home, help and the pages that say what went wrong."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views import defaults

from donghanh.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def test_home_says_what_to_do_first(signed_in: Client) -> None:
    page = signed_in.get("/").content.decode()
    assert "Chào Nguyễn Thị Lan" in page
    assert "Hãy bắt đầu với một kế hoạch" in page
    assert reverse("documents:upload") in page


def test_home_asks_a_stranger_to_sign_in(client: Client) -> None:
    assert client.get("/")["Location"].startswith(reverse("account_login"))


def test_help_is_there_for_everyone(client: Client) -> None:
    assert "Máy không đoán" in client.get("/help/").content.decode()


def test_what_is_not_there_is_said_in_vietnamese(signed_in: Client) -> None:
    response = signed_in.get("/documents/999/")
    assert response.status_code == 404
    assert "Không tìm thấy" in response.content.decode()
    assert "Nguyễn Thị Lan" in response.content.decode()


def test_a_fault_of_the_program_is_said_without_its_cause(rf: RequestFactory) -> None:
    response = defaults.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Chương trình gặp lỗi" in response.content.decode()


def test_pages_are_complete_in_english_too(client: Client) -> None:
    client.post(reverse("set_language"), {"language": "en"})
    page = client.get("/help/").content.decode()
    assert "How a plan is read" in page
    assert '<html lang="en">' in page
