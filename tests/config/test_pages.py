"""What every answer of the site carries, whoever asks."""

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_no_page_may_run_script_or_style_that_stands_in_line(client: Client) -> None:
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "style-src 'self';" in f"{policy};"
    assert "unsafe" not in policy


def test_no_other_site_may_frame_a_page_or_learn_its_address(client: Client) -> None:
    headers = client.get(reverse("account_login")).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_is_vietnamese_whatever_the_browser_asks_for(client: Client) -> None:
    response = client.get(reverse("account_login"), headers={"accept-language": "en-US,en"})
    assert response.headers["Content-Language"] == "vi"


def test_whoever_chooses_english_gets_english(client: Client) -> None:
    client.post(reverse("set_language"), {"language": "en"})
    assert client.get(reverse("account_login")).headers["Content-Language"] == "en"


def test_the_session_cookie_is_out_of_reach_of_scripts() -> None:
    assert django_settings.SESSION_COOKIE_HTTPONLY
    assert django_settings.SESSION_COOKIE_SAMESITE == "Lax"
