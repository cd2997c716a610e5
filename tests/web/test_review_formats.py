"""Every kind of file and every kind of fact in a real Chromium: looked at beside its words, and corrected."""

import io
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from donghanh.accounts.models import User
from donghanh.documents.pictures import KINDS
from donghanh.documents.review.forms import SPEC
from donghanh.documents.review.selectors import reviews_of
from reading.corpus import office
from reading.corpus.build import Sample, contents
from reading.corpus.scan import picture, picture_pdf
from web.conftest import hand_over

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHORT = "cong_van_tre_em_an_giang"
WRITTEN = ("docx", "docx_abc", "doc", "odt", "rtf", "pdf", "xlsx", "xls", "ods", "html", "html_portal", "mht")
TEXTS = ("txt", "md", "txt_tcvn3", "txt_vni", "txt_utf16")
# One page each, since recognising takes seconds a page: the file's name and how the picture was made.
SCANS = {"scan": ("quet.pdf", "stamped"), "photo": ("anh-chup.jpg", "photo"), "fax": ("fax.tif", "fax")}
Open = Callable[..., Page]


def file_of(form: str) -> tuple[bytes, str]:
    """The shortest of the invented plans in a format, with its name."""
    if form == "zip":
        plan, annex = (file_of(each) for each in ("docx", "xlsx"))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(plan[1], plan[0])
            archive.writestr(f"phu-luc-{annex[1]}", annex[0])
        return packed.getvalue(), "ke-hoach.zip"
    if form in SCANS:
        name, manner = SCANS[form]
        page = picture(file_of("pdf")[0], 1, manner)
        return picture_pdf([page]) if name.endswith(".pdf") else page, name
    sample = Sample(SHORT, "", form)
    return contents([sample])[sample][0], sample.file


@pytest.mark.parametrize("form", [*WRITTEN, *TEXTS, *SCANS, "zip"])
def test_a_file_of_every_kind_is_looked_at_and_corrected(
    open_signed_in: Open, accessibility: Callable[[Page], None], user: User, form: str
) -> None:
    if not office.available():
        pytest.skip("no LibreOffice here to make and read such files with")
    document = hand_over(user, *file_of(form))
    document.refresh_from_db()
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    assert document.reading is not None, document.failure_message
    review = reviews_of(document.reading)[0]
    key = next(item.key for item in review.items("activities") if item.span)
    row = page.locator(f"#of-{key}")

    row.locator("a.thread").click()
    expect(page.locator(f"#{key}")).to_be_in_viewport()
    assert page.locator(f"#{key}").inner_text().strip()
    accessibility(page)
    row.get_by_role("link", name="Sửa").click()
    expect(row.get_by_role("textbox", name="Nguyên văn:", exact=True)).to_be_focused()
    row.get_by_label("Chủ trì").fill("Hội LHPN xã")
    row.get_by_role("button", name="Lưu").click()
    expect(row).to_contain_text("Chủ trì: Hội LHPN xã")
    expect(row).to_contain_text("đã sửa")

    pictures = page.get_by_role("link", name="Ảnh các trang")
    expect(pictures).to_have_count(1 if document.kind in KINDS else 0)
    if document.kind in KINDS:
        pictures.click()
        expect(page.locator(f'.sheet [data-of="{key}"] rect').first).to_be_visible()


# Of each kind one value as it is typed, and as it is kept.
TYPED = {
    "targets": ("quantity", "1.286", 1286),
    "activities": ("period.to", "30/9/2026", "2026-09-30"),
    "responsibilities": ("duties", "Hướng dẫn\nKiểm tra", ["Hướng dẫn", "Kiểm tra"]),
    "reporting": ("due", "20/11 hằng năm", "--11-20"),
    "amounts": ("value", "1,5 tỷ đồng", 1_500_000_000),
    "allocations": ("quantity", "62,5", 62.5),
    "legal_bases": ("issued_on", "05/6/2026", "2026-06-05"),
    "places": ("within", "tỉnh Nghệ An", "tỉnh Nghệ An"),
    "sections": ("role", "budget", "budget"),
    "document": ("number", "41/KH-BTV", "41/KH-BTV"),
}


def test_a_fact_of_every_kind_is_corrected(open_signed_in: Open, user: User) -> None:
    assert set(TYPED) == set(SPEC)
    document = hand_over(user, *file_of("txt"))
    document.refresh_from_db()
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    for name, (field, typed, kept) in TYPED.items():
        assert document.reading is not None
        items = reviews_of(document.reading)[0].items(name)
        if not items:  # the short plan has none: the official adds it
            page.goto(f"/documents/{document.pk}/papers/1/new/{name}/")
            for needed in page.locator(".fact-form [required]").all():
                needed.fill("7")
            page.get_by_role("button", name="Lưu").click()
            page.wait_for_url(f"**/documents/{document.pk}/**")
            items = reviews_of(document.reading)[0].items(name)
        key = "document-number" if name == "document" else items[0].key
        row = page.locator(f"#of-{key}")
        row.evaluate("row => { row.closest('details').open = true }")
        row.get_by_role("link", name="Sửa").click()
        control = row.locator(f'[name="{field}"]')
        expect(row.locator(".fact-form :is(input, textarea, select):focus")).to_have_count(1)
        if control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(typed)
        else:
            control.fill(typed)
        row.get_by_role("button", name="Lưu").click()
        expect(row.locator(".badge").last).to_have_text("thêm vào" if items[0].read is None else "đã sửa")
        value = next(i for i in reviews_of(document.reading)[0].items(name) if i.key == key).value
        outer, _, inner = field.partition(".")
        assert (value[outer][inner] if inner else value[outer]) == kept, name
