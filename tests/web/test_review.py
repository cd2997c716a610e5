"""Reviewing what was read, in a real Chromium: by mouse, by keyboard, without a script, with a colleague, on a bad line."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from donghanh.accounts.models import User
from donghanh.documents.models import Document
from donghanh.documents.review.models import Version
from web.conftest import hand_over
from web.reviewing import ASKING, PRINTED, SCRIPTED, WIDTHS, Open, correct, said, standing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@WIDTHS
def test_the_pages_of_a_review_have_no_barrier_and_fit_the_screen(
    open_signed_in: Open, accessibility: Callable[[Page], None], plan: Document, width: int
) -> None:
    page = open_signed_in(width)
    base = f"/documents/{plan.pk}/papers/1"
    for path in (f"{base}/targets-0/", f"{base}/amounts-0/", f"{base}/new/activities/?start=0&end=20", f"{base}/several/?pick=targets-0@0&pick=targets-1@0"):  # fmt: skip
        page.goto(path)
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "targets-0")
    accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@SCRIPTED
def test_an_official_decides_corrects_and_accepts(
    open_signed_in: Open, plan: Document, javascript: bool, complaints: list[str]
) -> None:
    page = open_signed_in(java_script_enabled=javascript)
    page.goto(f"/documents/{plan.pk}/")
    page.get_by_role("button", name="Chấp nhận kết quả").click()
    expect(page.get_by_text("chỗ sai chưa có ý kiến")).to_be_visible()

    page.get_by_role("button", name="Dùng 60.000.000 đồng").click()
    expect(page.locator("#of-findings-0, .note.done").first).to_contain_text("dùng số tính được")
    if javascript:
        correct(page, "targets-0")
    else:
        page.locator("#of-targets-0").get_by_role("link", name="Sửa").click()
    page.get_by_label("Số lượng").fill("1,000")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("hiểu được theo hai cách")).to_be_visible()
    if not javascript:
        assert "422" in complaints.pop()
    page.get_by_label("Số lượng").fill("4")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#of-targets-0")).to_contain_text("đã sửa")
    page.locator("#of-targets-1").get_by_role("button", name="Đúng").click()
    expect(page.locator("#of-targets-1")).to_contain_text("đúng")
    page.locator(".note.bad").get_by_role("button", name="Không phải lỗi").click()
    expect(page.locator(".note.bad")).to_have_count(0)
    page.get_by_role("button", name="Chấp nhận kết quả").click()
    expect(page.get_by_text("lưu thành bản 1")).to_be_visible()
    accepted = Version.objects.get().plan
    assert accepted["targets"][0]["quantity"] == 4
    assert [finding.get("state") for finding in accepted["findings"] if finding["severity"] == "error"] == [
        "right",
        "removed",
    ]


def test_the_whole_review_goes_by_keyboard(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    chosen = page.locator(".current")
    page.keyboard.press("n")
    expect(chosen).to_have_id(re.compile("of-findings-"))
    first = chosen.get_attribute("id")
    page.keyboard.press("n")
    assert chosen.get_attribute("id") != first
    page.keyboard.press("p")
    assert chosen.get_attribute("id") == first
    page.goto(f"/documents/{plan.pk}/#of-targets-0")
    expect(page.locator("#targets-0")).to_be_in_viewport()
    page.keyboard.press("d")
    expect(page.locator("#of-targets-0")).to_contain_text("đúng")
    expect(chosen).to_have_id("of-targets-1")
    page.keyboard.press("e")
    expect(said(page)).to_be_focused()
    said(page).fill("Điều khác")
    page.keyboard.press("Escape")
    expect(page.locator("#of-targets-1").get_by_role("link", name="Sửa")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator("#of-targets-0").get_by_role("button", name="Đúng")).to_be_visible()
    page.keyboard.press("Control+y")
    expect(page.locator("#of-targets-0").get_by_role("button", name="Đúng")).to_have_count(0)
    assert standing(plan, "targets-0")[0] == "right"


def test_words_of_the_text_become_a_fact(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    page.locator("#targets-1").evaluate(
        "mark => { const range = document.createRange(); range.selectNodeContents(mark);"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    words = page.locator("#targets-1").inner_text()
    page.locator(".chosen").get_by_role("link", name="Hoạt động").click()
    expect(said(page)).to_have_value(words)
    page.get_by_label("Chủ trì").fill("Hội LHPN các xã\nĐồn Biên phòng")
    page.get_by_role("button", name="Lưu").click()
    row = page.locator(".fact-row.added")
    expect(row).to_contain_text("thêm vào")
    expect(row).to_be_in_viewport()
    state, value = standing(plan, str(row.get_attribute("id")).removeprefix("of-"))
    assert state == "added"
    assert isinstance(value, dict)
    assert value["lead"] == ["Hội LHPN các xã", "Đồn Biên phòng"]
    assert plan.reading.text[value["source"]["start"] : value["source"]["end"]] == words


def test_several_facts_are_given_the_same_leader(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in(java_script_enabled=False)
    page.goto(f"/documents/{plan.pk}/facts/activities/")
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    page.get_by_role("button", name="Ghi giống nhau").click()
    page.get_by_label("Chủ trì: giống nhau cho tất cả").check()
    page.get_by_label("Chủ trì", exact=True).fill("Ban Gia đình - Xã hội")
    page.get_by_role("button", name="Lưu cho tất cả").click()
    expect(page.get_by_text("Đã sửa 2 nội dung")).to_be_visible()
    assert all(
        standing(plan, f"activities-{n}")[1]["lead"] == ["Ban Gia đình - Xã hội"]  # type: ignore[index]
        for n in (0, 1)
    )


@WIDTHS
def test_a_fact_is_lit_on_the_picture_of_its_page(
    open_signed_in: Open, user: User, accessibility: Callable[[Page], None], width: int
) -> None:
    document = hand_over(user, PRINTED.read_bytes(), PRINTED.name)
    page = open_signed_in(width)
    page.goto(f"/documents/{document.pk}/?view=pages")
    place = page.locator('.sheet [data-of="targets-0"]')
    page.locator("#of-targets-0 a.thread").click()
    expect(place).to_have_class("on")
    expect(place.locator("rect").first).to_be_in_viewport()
    accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"/documents/{document.pk}/papers/1/pages/1/")
    accessibility(page)


def test_pictures_of_pages_are_reached_without_a_script(open_signed_in: Open, user: User) -> None:
    document = hand_over(user, PRINTED.read_bytes(), PRINTED.name)
    page = open_signed_in(java_script_enabled=False)
    page.goto(f"/documents/{document.pk}/")
    page.get_by_role("link", name="Ảnh các trang").click()
    page.get_by_role("link", name="Trang 1").click()
    page.locator('.sheet [data-of="targets-0"] rect').first.click()
    expect(page.locator("#of-targets-0")).to_be_in_viewport()


def test_names_of_places_are_offered_while_they_are_typed(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/papers/1/new/places/")
    page.get_by_label("Tên").press_sequentially("nam can")
    offered = page.locator('datalist[id$="-places"] option')
    expect(offered.first).to_be_attached()
    names = [option.get_attribute("value") for option in offered.all()]
    assert "xã Nậm Cắn, huyện Kỳ Sơn, tỉnh Nghệ An" in names


def test_a_question_leads_to_the_fact_that_it_is_about(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    page.locator(".note.bad").first.get_by_role("link", name="Sửa nội dung này").click()
    expect(said(page)).to_have_value(re.compile("150 suất quà"))


def test_letters_can_be_switched_off_as_keys_and_stay_off(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    page.keyboard.press("?")
    page.get_by_label("Phím chữ là phím tắt").uncheck()
    page.reload()
    page.locator("#deed").focus()
    page.keyboard.press("n")
    expect(page.locator(".current")).to_have_count(0)
    page.keyboard.press("?")
    page.get_by_label("Phím chữ là phím tắt").check()
    page.locator("#deed").focus()
    page.keyboard.press("n")
    expect(page.locator(".current")).to_have_count(1)


@SCRIPTED
def test_ambiguous_days_and_places_are_asked_with_what_they_may_be(
    open_signed_in: Open, user: User, javascript: bool
) -> None:
    document = hand_over(user, ASKING.encode(), "kế hoạch.txt")
    page = open_signed_in(java_script_enabled=javascript)
    page.goto(f"/documents/{document.pk}/")
    page.get_by_role("button", name="Hiểu là 30/9/2026").click()
    expect(page.locator(".note.done")).to_contain_text("hiểu là 30/9/2026")
    expect(page.locator("#of-activities-0")).to_contain_text("đến ngày 30/9/2026")
    page.get_by_role("button", name="Hiểu là 01/12").click()
    expect(page.locator("#of-reporting-0")).to_contain_text("01/12")
    place = page.locator(".fact-row", has_text="phường Cửa Nam").filter(has_text="Nay là đơn vị nào?")
    place.get_by_role("button", name="phường Hoàn Kiếm, thành phố Hà Nội").click()
    expect(page.get_by_text("Nay là: Phường Hoàn Kiếm, Thành phố Hà Nội")).to_be_visible()
    assert standing(document, "activities-0")[1]["period"]["to"] == "2026-09-30"  # type: ignore[index]
    assert standing(document, "reporting-0")[1]["due"] == "--12-01"  # type: ignore[index]


def test_a_section_moves_with_all_that_stand_under_it(open_signed_in: Open, user: User) -> None:
    document = hand_over(user, ASKING.encode(), "kế hoạch.txt")
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    sections = page.locator('.facts[data-list="sections"]')
    sections.evaluate("list => { list.closest('details').open = true }")
    rows = sections.locator(".fact-row .fact")
    assert rows.all_inner_texts() == [
        "I NỘI DUNG",
        "II KINH PHÍ",
        "III TỔ CHỨC THỰC HIỆN",
        "1 Hội LHPN các xã",
        "2 Ban Tuyên giáo",
    ]
    row = page.locator("#of-sections-2")
    row.get_by_role("link", name="Sửa").click()
    row.get_by_role("button", name="Lên").click()
    expect(rows).to_have_text(
        ["I NỘI DUNG", "III TỔ CHỨC THỰC HIỆN", "1 Hội LHPN các xã", "2 Ban Tuyên giáo", "II KINH PHÍ"]
    )
    page.keyboard.press("Control+z")
    expect(rows.nth(1)).to_have_text("II KINH PHÍ")
    expect(rows.last).to_have_text("2 Ban Tuyên giáo")


def test_units_of_the_plan_and_of_the_country_are_offered_and_a_deadline_too(
    open_signed_in: Open, accessibility: Callable[[Page], None], plan: Document
) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "activities-0")
    add = page.get_by_label("Thêm đơn vị:").first
    names = [each.get_attribute("value") for each in page.locator('datalist[id$="-units"] option').all()]
    lead = page.get_by_label("Chủ trì:")
    before = lead.input_value()
    assert names
    add.press_sequentially("Hội LHPN xã nam can")
    offered = page.locator('datalist[id$="-units"] option[value^="Hội LHPN xã Nậm Cắn"]')
    expect(offered.first).to_be_attached()
    add.fill(str(offered.first.get_attribute("value")))
    add.press("Tab")
    expect(lead).to_have_value(f"{before}\nHội LHPN xã Nậm Cắn, tỉnh Nghệ An".strip())
    expect(add).to_have_value("")
    accessibility(page)
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#of-activities-0")).to_contain_text("Hội LHPN xã Nậm Cắn")

    page.locator("#of-reporting-0").get_by_role("link", name="Sửa").click()
    assert page.get_by_label("Hạn:").get_attribute("list") == "on-reporting-0-rules"
    expect(page.locator('datalist[id$="-rules"] option[value="ngày 20 hằng tháng"]')).to_be_attached()
