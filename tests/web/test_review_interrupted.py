"""A review that is interrupted: by a colleague, a line that breaks, another tab, a document that goes."""

import re

import pytest
from playwright.sync_api import Route, expect

from donghanh.accounts.models import User
from donghanh.documents.models import Document
from donghanh.documents.review import services
from donghanh.documents.review.steps import Where
from web.conftest import hand_over
from web.reviewing import ASKING, PLAN, Open, correct, standing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_a_colleague_does_is_seen_and_nobodys_words_are_lost(
    open_signed_in: Open, plan: Document, user: User, outsider: User
) -> None:
    hand_over(outsider, PLAN.read_bytes(), "cùng tệp.docx", read=False)
    page, other = open_signed_in(), open_signed_in(name="mai")
    for one in (page, other):
        one.goto(f"/documents/{plan.pk}/")
    correct(other, "targets-0")
    other.get_by_label("Cho mỗi").fill("mỗi xã")
    where = Where(plan.pk, plan.reading_id)
    services.correct(user, where, "targets-0", 0, {"per": "mỗi thôn"})
    services.remove(user, where, "targets-1", 0)
    expect(page.locator("#of-targets-1")).to_contain_text("đã bỏ", timeout=15_000)

    other.get_by_role("button", name="Lưu").click()
    expect(other.get_by_role("alert")).to_contain_text("mỗi thôn")
    expect(other.get_by_label("Cho mỗi")).to_have_value("mỗi xã")
    other.get_by_role("button", name="Lưu").click()
    expect(page.locator("#of-targets-0")).to_contain_text("mỗi xã", timeout=15_000)


def test_news_that_were_on_their_way_while_she_acted_are_shown(
    open_signed_in: Open, plan: Document, user: User
) -> None:
    page = open_signed_in()
    on_their_way: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if on_their_way:
            route.continue_()
        else:
            on_their_way.append(route)

    page.route("**/news/*", hold_the_first)
    page.goto(f"/documents/{plan.pk}/")
    services.remove(user, Where(plan.pk, plan.reading_id), "targets-1", 0)
    with page.expect_request("**/news/*"):
        pass
    page.locator("#of-targets-0").get_by_role("button", name="Đúng").click()
    expect(page.locator("#of-targets-0").get_by_role("button", name="Đúng")).to_have_count(0)
    on_their_way[0].continue_()
    expect(page.locator("#of-targets-1")).to_contain_text("đã bỏ")


def test_a_fact_that_a_colleague_added_and_took_back_is_no_fault(
    open_signed_in: Open, plan: Document, user: User
) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    where = Where(plan.pk, plan.reading_id)
    services.add(user, where, "activities", {"text": "Thăm hỏi gia đình chiến sĩ"})
    services.undo(user, where)
    services.remove(user, where, "targets-1", 0)
    expect(page.locator("#of-targets-1")).to_contain_text("đã bỏ", timeout=15_000)


def test_what_was_typed_waits_until_the_line_is_back(
    open_signed_in: Open, plan: Document, complaints: list[str]
) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "targets-0")
    page.get_by_label("Cho mỗi").fill("mỗi bản")
    page.context.set_offline(True)
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#said")).to_contain_text("Mất mạng")
    expect(page.get_by_label("Cho mỗi")).to_have_value("mỗi bản")
    page.context.set_offline(False)
    expect(page.locator("#of-targets-0")).to_contain_text("mỗi bản")
    known = ("htmx:afterRequest", "htmx:sendError", "Failed to load resource: net::ERR_INTERNET_DISCONNECTED")
    complaints[:] = [told for told in complaints if not told.startswith(known)]


def test_what_was_typed_is_there_again_after_the_page_was_left(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "targets-0")
    page.get_by_label("Cho mỗi").fill("mỗi bản")
    page.reload()
    correct(page, "targets-0")
    expect(page.get_by_label("Cho mỗi")).to_have_value("mỗi bản")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#of-targets-0")).to_contain_text("mỗi bản")


def test_a_document_that_is_removed_under_ones_hands_leaves_what_was_typed(
    open_signed_in: Open, plan: Document, user: User, complaints: list[str]
) -> None:
    page, other = open_signed_in(), open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "targets-0")
    page.get_by_label("Cho mỗi").fill("mỗi bản")
    other.goto(f"/documents/{plan.pk}/")
    other.get_by_role("link", name="Gỡ văn bản").click()
    other.get_by_role("button", name="Gỡ hẳn").click()
    expect(other.get_by_text("Đã gỡ")).to_be_visible()

    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#said")).to_contain_text("Văn bản này không còn nữa")
    expect(page.get_by_label("Cho mỗi")).to_have_value("mỗi bản")
    complaints[:] = [told for told in complaints if "404" not in told]


def test_who_is_signed_out_meanwhile_signs_in_again_and_finds_what_she_typed(
    open_signed_in: Open, plan: Document, complaints: list[str]
) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "targets-0")
    page.get_by_label("Cho mỗi").fill("mỗi bản")
    page.context.clear_cookies(name=re.compile("session"))
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_label("Cho mỗi")).to_have_value("mỗi bản")
    page.locator("#said").get_by_role("link", name="Đăng nhập lại").click()
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/documents/{plan.pk}/**")
    correct(page, "targets-0")
    expect(page.get_by_label("Cho mỗi")).to_have_value("mỗi bản")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#of-targets-0")).to_contain_text("mỗi bản")


def test_forms_that_are_open_at_once_keep_to_themselves(open_signed_in: Open, plan: Document) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    correct(page, "activities-0")
    first = page.locator("#of-activities-0").get_by_label("Chủ trì:")
    before = first.input_value()
    second = page.locator("#of-activities-1")
    second.get_by_role("link", name="Sửa").click()
    expect(second.get_by_role("textbox", name="Nguyên văn:", exact=True)).to_be_focused()
    add = second.get_by_label("Thêm đơn vị:").first
    add.fill("Ban Tuyên giáo")
    add.press("Tab")
    expect(second.get_by_label("Chủ trì:")).to_have_value(re.compile("Ban Tuyên giáo$"))
    assert first.input_value() == before

    add.fill("Thôi không thêm")
    add.press("Escape")
    second.get_by_role("link", name="Sửa").click()
    expect(second.get_by_label("Chủ trì:")).not_to_have_value(re.compile("Thôi không thêm|Ban Tuyên giáo"))


def test_a_form_in_use_stays_when_a_colleague_moves_its_row(open_signed_in: Open, user: User) -> None:
    document = hand_over(user, ASKING.encode(), "kế hoạch.txt")
    document.refresh_from_db()
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    sections = page.locator('.facts[data-list="sections"]')
    sections.evaluate("list => { list.closest('details').open = true }")
    row = page.locator("#of-sections-3")
    row.get_by_role("link", name="Sửa").click()
    # Until its first field has the focus, typing would go astray.
    expect(row.locator('[name="label"]')).to_be_focused()
    title = row.locator('[name="title"]')
    title.fill("Hội LHPN các xã vùng ")
    services.move(user, Where(document.pk, document.reading_id), "sections-2", 0, down=False)
    expect(sections.locator(".fact-row").nth(1)).to_have_id("of-sections-2", timeout=15_000)
    expect(title).to_be_focused()
    page.keyboard.type("dep")
    expect(title).to_have_value("Hội LHPN các xã vùng dep")
    assert standing(document, "sections-3")[0] == "unseen"


def test_what_changed_under_the_hand_is_said_and_is_not_taken_for_gone(
    open_signed_in: Open, user: User, complaints: list[str]
) -> None:
    document = hand_over(user, ASKING.encode(), "kế hoạch.txt")
    document.refresh_from_db()
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    where = Where(document.pk, document.reading_id)
    place = page.locator(".fact-row", has_text="phường Cửa Nam").filter(has_text="Nay là đơn vị nào?")
    key = str(place.get_attribute("id")).removeprefix("of-")
    services.correct(user, where, key, 0, {"within": "quận Ba Đình"})
    place.get_by_role("button", name="phường Hoàn Kiếm, thành phố Hà Nội").click()
    expect(page.locator("#said")).to_contain_text("Người khác vừa sửa")
    expect(page.locator(f"#of-{key}")).to_contain_text("quận Ba Đình")
    complaints[:] = [told for told in complaints if "404" not in told]


def test_who_signed_in_anew_elsewhere_is_told_to_load_the_page_again(
    open_signed_in: Open, plan: Document, complaints: list[str]
) -> None:
    page = open_signed_in()
    page.goto(f"/documents/{plan.pk}/")
    page.context.clear_cookies(name="donghanh_csrf")
    page.locator("#of-targets-1").get_by_role("button", name="Đúng").click()
    page.locator("#said").get_by_role("link", name="Tải lại trang").click()
    page.locator("#of-targets-1").get_by_role("button", name="Đúng").click()
    expect(page.locator("#of-targets-1").get_by_role("button", name="Đúng")).to_have_count(0)
    complaints[:] = [told for told in complaints if "403" not in told]


def test_a_new_fact_that_could_not_be_saved_is_there_again_and_one_that_was_is_not(
    open_signed_in: Open, plan: Document, complaints: list[str]
) -> None:
    page = open_signed_in()
    form = f"/documents/{plan.pk}/papers/1/new/activities/?part=1"
    page.goto(form)
    words = page.get_by_role("textbox", name="Nguyên văn:", exact=True)
    expect(words).to_be_focused()
    words.fill("Thăm hỏi gia đình chiến sĩ")
    page.context.clear_cookies(name=re.compile("session"))
    page.get_by_role("button", name="Lưu").click()
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("mật khẩu thử")
    page.keyboard.press("Enter")
    expect(words).to_have_value("Thăm hỏi gia đình chiến sĩ")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".fact-row.added")).to_contain_text("Thăm hỏi gia đình chiến sĩ")
    page.goto(form)
    expect(words).to_be_focused()
    expect(words).to_have_value("")
