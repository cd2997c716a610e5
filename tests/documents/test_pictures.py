"""Pages as pictures: drawn in the sealed child, kept, and with each fact where its words stand."""

import io
import sys
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image

from donghanh.accounts.models import User
from donghanh.documents import child, pictures, services
from donghanh.documents.models import Document, PagePicture
from donghanh.documents.review.state import Item
from donghanh.reading.errors import UnreadableFile, UnsupportedFile
from donghanh.reading.showing import show_page

pytestmark = pytest.mark.django_db
SAMPLES = Path(services.__file__).parent / "samples"
PDF = SAMPLES / "ke-hoach-binh-dang-gioi-muong-pon-2026.pdf"


@pytest.fixture
def plan(user: User) -> Document:
    document = services.upload(user, [PDF.read_bytes()], name=PDF.name).document
    services.read(document.pk)
    document.refresh_from_db()
    return document


def test_a_page_is_drawn_once_and_kept(
    plan: Document, signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"/documents/{plan.pk}/pages/1.webp"
    first = signed_in.get(url)
    picture = Image.open(io.BytesIO(b"".join(first)))  # type: ignore[arg-type]
    assert (picture.format, picture.width) == ("WEBP", 1200)
    assert first["Content-Type"] == "image/webp"
    assert first["Cache-Control"].startswith("private")
    monkeypatch.setattr(child, "READER", ("false",))
    assert signed_in.get(url).status_code == 200
    assert PagePicture.objects.count() == 1


def test_each_fact_of_the_page_lies_over_its_words(plan: Document, signed_in: Client) -> None:
    page = signed_in.get(f"/documents/{plan.pk}/papers/1/pages/1/").content.decode()
    assert 'data-of="targets-0"' in page
    drawn = PagePicture.objects.get()
    words = pictures.words_on(plan.reading, drawn)
    start, end = (plan.reading.plan["targets"][0]["source"][edge] for edge in ("start", "end"))
    wanted = plan.reading.text[start:end].split()
    item = Item("targets-0", "targets", plan.reading.plan["targets"][0], "unseen", 0, 0, None)
    (overlay,) = pictures.overlays([item], plan.reading.text, words)
    inside = [w[0] for w in words for left, top, width, height in overlay.rects if left <= w[1] < left + width and top <= (w[2] + w[4]) / 2 <= top + height]  # fmt: skip
    assert inside == wanted


@pytest.mark.parametrize("path", ["pages/99.webp", "pages/0.webp", "papers/1/pages/99/", "papers/7/pages/1/"])
def test_a_page_that_is_not_there_is_not_found(path: str, plan: Document, signed_in: Client) -> None:
    assert signed_in.get(f"/documents/{plan.pk}/{path}").status_code == 404


def test_a_word_file_has_no_pictures(signed_in: Client, user: User) -> None:
    name = "ke-hoach-dong-hanh-vung-bien-2026.docx"
    document = services.upload(user, [(SAMPLES / name).read_bytes()], name=name).document
    services.read(document.pk)
    assert signed_in.get(f"/documents/{document.pk}/pages/1.webp").status_code == 404
    assert "view=pages" not in signed_in.get(f"/documents/{document.pk}/").content.decode()


@pytest.mark.parametrize(
    "printed",
    [
        "nothing of JSON",
        '{"page": {"picture": "aGVsbG8=", "width": 1, "height": 1, "words": []}}',
        '{"page": {"picture": "UklGRgAAAABXRUJQ", "width": NaN, "height": 1, "words": []}}',
        '{"page": {"picture": "UklGRgAAAABXRUJQ", "width": 5, "height": 5, "words": [1]}}',
        '{"unreadable": {"code": "damaged", "message": "hỏng"}}',
        "[]",
    ],
)
def test_an_answer_that_is_not_as_agreed_is_not_kept(
    printed: str, plan: Document, signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "READER", (sys.executable, "-I", "-c", f"print('''{printed}''')"))
    assert signed_in.get(f"/documents/{plan.pk}/pages/1.webp").status_code == 404
    assert not PagePicture.objects.exists()


def test_an_outsider_sees_no_page(plan: Document, other: Client) -> None:
    assert other.get(f"/documents/{plan.pk}/pages/1.webp").status_code == 404
    assert other.get(f"/documents/{plan.pk}/papers/1/pages/1/").status_code == 404


# ---- where the words stand


def item(start: int, end: int) -> Item:
    return Item(
        "targets-0", "targets", {"source": {"start": start, "end": end, "page": 1}}, "unseen", 0, 0, None
    )


def line(words: str, top: float) -> list[pictures.Word]:
    return [(word, 10.0 + 50 * n, top, 50.0 + 50 * n, top + 10, 90.0) for n, word in enumerate(words.split())]


def test_words_over_two_lines_have_a_box_on_each() -> None:
    words = line("Mục tiêu năm nay", 10) + line("Tặng 150 suất quà", 30) + line("cho trẻ em", 50)
    (overlay,) = pictures.overlays([item(0, 20)], "Tặng 150 suất quà cho trẻ em"[:24], words)
    assert [rect[1] for rect in overlay.rects] == [30, 50]
    assert overlay.rects[0][0] == 10


def test_words_that_were_recognised_a_little_wrong_are_found() -> None:
    words = line("Tang 15O suất qua cho", 10)
    assert list(pictures.overlays([item(0, 17)], "Tặng 150 suất quà", words))


def test_a_fact_that_is_not_on_the_page_lies_over_nothing() -> None:
    words = line("Hoàn toàn khác hẳn ở đây", 10)
    assert list(pictures.overlays([item(0, 17)], "Tặng 150 suất quà", words)) == []
    assert list(pictures.overlays([item(0, 17)], "Tặng 150 suất quà", [])) == []


def test_words_that_are_hard_to_read_stand_out() -> None:
    words = [("rõ", 1.0, 1.0, 9.0, 9.0, 95.0), ("mờ", 10.0, 1.0, 19.0, 9.0, 31.0)]
    assert list(pictures.unsure(words)) == [("mờ", (10.0, 1.0, 9.0, 8.0))]


def test_a_picture_file_shows_its_pages() -> None:
    target = io.BytesIO()
    Image.new("L", (2480, 3508), 255).save(target, "PNG", dpi=(300, 300))
    page = show_page(target.getvalue(), 1)
    assert (round(page.width), round(page.height)) == (595, 842)
    assert page.words == ()
    with pytest.raises(UnsupportedFile):
        show_page(target.getvalue(), 2)


@pytest.mark.parametrize("data", [b"", b"Ke hoach", b"PK\x03\x04"])
def test_no_other_file_is_drawn(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        show_page(data, 1)
