"""The whole job in a real Chromium: upload a plan, see it read, go from a fact to its sentence."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import donghanh.documents
from donghanh.accounts.models import User
from donghanh.documents import rereading
from donghanh.documents.models import Document, Reading
from web.conftest import hand_over

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLES = Path(donghanh.documents.__file__).parent / "samples"
PLAN = SAMPLES / "ke-hoach-dong-hanh-vung-bien-2026.docx"
OTHER = SAMPLES / "ke-hoach-kinh-te-ho-muong-xen-2026.txt"
WIDTHS = pytest.mark.parametrize("width", [390, 1280])
SCRIPTED = pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])


ANNEX = (
    "PHỤ LỤC\nDanh sách xã\n(Kèm theo Kế hoạch)\nTT\tTên xã\tSố suất\n1\tXã Bình An\t10\n2\tXã Yên Mô\t15\n"
)


def packed() -> bytes:
    """An archive of a plan and its annex."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.write(OTHER, "Kế hoạch.txt")
        archive.writestr("Phụ lục.txt", ANNEX)
    return buffer.getvalue()


def read_otherwise(user: User) -> Document:
    """A document of which the reader of today says otherwise than the one before it."""
    document = hand_over(user, OTHER.read_bytes() + b"\n", OTHER.name)
    plan = document.readings.get().plan
    plan["document"]["number"] = "1/KH-BTV"
    plan["activities"][0]["lead"] = ["Hội LHPN xã"]
    plan["targets"][0]["quantity"] = 1_000_000
    plan["amounts"].pop()
    Reading.objects.filter(document=document).update(plan=plan, reader_version="0")
    rereading.ask(user, document.pk)
    rereading.reread(document.pk)
    return document


@WIDTHS
def test_no_page_has_a_barrier_or_is_wider_than_the_screen(
    open_signed_in: Callable[..., Page], accessibility: Callable[[Page], None], user: User, width: int
) -> None:
    read = hand_over(user, PLAN.read_bytes(), PLAN.name)
    failed = hand_over(user, b"", "trống.docx")
    waiting = hand_over(user, OTHER.read_bytes(), OTHER.name, read=False)
    Document.objects.filter(pk=waiting.pk).update(pages_done=3, pages_to_do=40)
    annexed = hand_over(user, packed(), "hồ sơ.zip")
    changed = read_otherwise(user)
    page = open_signed_in(width)
    for path in (
        "/",
        "/documents/",
        "/documents/upload/",
        f"/documents/{read.pk}/",
        f"/documents/{read.pk}/#activities-1",
        f"/documents/{read.pk}/facts/activities/",
        f"/documents/{failed.pk}/",
        f"/documents/{waiting.pk}/",
        f"/documents/{annexed.pk}/?paper=2",
        f"/documents/{changed.pk}/",
        f"/documents/{changed.pk}/again/",
        "/help/",
    ):
        page.goto(path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        accessibility(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@SCRIPTED
@WIDTHS
def test_an_official_uploads_a_plan_and_goes_from_a_fact_to_its_sentence(
    open_signed_in: Callable[..., Page], run_work: Callable[[], None], width: int, javascript: bool
) -> None:
    page = open_signed_in(width, java_script_enabled=javascript)
    page.get_by_role("link", name="Tải văn bản lên").click()
    page.get_by_label("Tệp kế hoạch").set_input_files(PLAN)
    page.get_by_role("button", name="Tải lên").click()
    expect(page.get_by_role("heading", name=PLAN.name)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="bước")).to_be_visible()

    run_work()
    if not javascript:
        page.get_by_role("link", name="Xem đã xong chưa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch 41/KH-BTV")
    expect(page.locator("#findings")).to_contain_text("150 x 400.000 = 60.000.000 đồng")

    page.get_by_role("link", name="Tặng 150 suất quà khai giảng").click()
    lit = page.locator("mark:target")
    expect(lit).to_contain_text("Tặng 150 suất quà khai giảng")
    expect(lit).to_be_in_viewport()


@SCRIPTED
def test_several_files_come_to_the_list_and_the_list_brings_itself_up_to_date(
    open_signed_in: Callable[..., Page], run_work: Callable[[], None], javascript: bool
) -> None:
    page = open_signed_in(java_script_enabled=javascript)
    page.goto("/documents/upload/")
    page.get_by_label("Tệp kế hoạch").set_input_files([PLAN, OTHER])
    page.get_by_role("button", name="Tải lên").click()
    if javascript:
        expect(page.locator("#sum")).to_have_text("Đã tải lên 2/2 tệp")
        page.get_by_role("link", name="Xem danh sách văn bản").click()
    expect(page.get_by_role("status").filter(has_text="Đang đọc 2 văn bản")).to_be_visible()
    run_work()
    if not javascript:
        page.get_by_role("link", name="Xem đã xong chưa").click()
    expect(page.get_by_role("row", name=re.compile("41.KH-BTV"))).to_contain_text("lỗi")
    expect(page.get_by_role("row", name=re.compile("12.KH-BCH"))).to_be_visible()
    expect(page.get_by_text("Đang đọc")).to_have_count(1)  # the filter's own word


def test_files_can_be_dragged_onto_the_frame(open_signed_in: Callable[..., Page]) -> None:
    page = open_signed_in()
    page.goto("/documents/upload/")
    files = page.evaluate_handle(
        """() => {
            const files = new DataTransfer();
            files.items.add(new File(["một"], "một.txt"));
            files.items.add(new File(["hai"], "hai.txt"));
            return files;
        }"""
    )
    page.dispatch_event("#drop", "dragover", {"dataTransfer": files})
    expect(page.locator("#drop")).to_have_class(re.compile("over"))
    page.dispatch_event("#drop", "drop", {"dataTransfer": files})
    expect(page.locator(".sending li")).to_have_count(2)
    expect(page.locator(".sending")).to_contain_text("đã nhận")
    expect(page.locator("#sum")).to_have_text("Đã tải lên 2/2 tệp")


def test_the_same_file_again_says_so(open_signed_in: Callable[..., Page], user: User) -> None:
    hand_over(user, PLAN.read_bytes(), PLAN.name)
    page = open_signed_in()
    page.goto("/documents/upload/")
    page.get_by_label("Tệp kế hoạch").set_input_files([PLAN, OTHER])
    page.get_by_role("button", name="Tải lên").click()
    expect(page.locator(".sending")).to_contain_text("đã tải lên từ trước")


def test_everything_is_reached_with_the_keyboard(open_signed_in: Callable[..., Page], user: User) -> None:
    document = hand_over(user, PLAN.read_bytes(), PLAN.name)
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    wanted = ["Bản gốc", "Kết quả đọc (JSON)", "xem chỗ này", "Chỉ tiêu", "Mỗi xã biên giới", "Hoạt động"]
    order = [next(n for n, text in enumerate(reached) if text.startswith(words)) for words in wanted]
    assert order == sorted(order)
    summary = page.locator("summary").filter(has_text="Văn bản căn cứ")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_choosing_files_needs_no_mouse(open_signed_in: Callable[..., Page]) -> None:
    page = open_signed_in()
    # Whoever begins to listen with the key pressed may come too late for it.
    page.on("filechooser", lambda _: None)
    page.goto("/documents/upload/")
    page.get_by_label("Tệp kế hoạch").focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files([OTHER])
    expect(page.locator("#chosen")).to_contain_text(OTHER.name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=OTHER.name)).to_be_visible()


def test_the_language_can_be_changed_and_stays_changed(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("/help/")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How a plan is read")
    page.goto("/accounts/sign-in/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")


@SCRIPTED
def test_an_official_sees_what_a_newer_reader_would_change_and_decides(
    open_signed_in: Callable[..., Page], user: User, javascript: bool
) -> None:
    document = read_otherwise(user)
    page = open_signed_in(java_script_enabled=javascript)
    page.goto(f"/documents/{document.pk}/")
    page.get_by_role("link", name="Xem sẽ đổi gì").click()
    expect(page.get_by_role("heading", name="Bộ đọc mới sẽ đổi những gì")).to_be_visible()
    expect(page.get_by_text("1/KH-BTV", exact=True)).to_be_visible()
    page.get_by_role("button", name="Dùng kết quả mới").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("1/KH-BTV")
    expect(page.get_by_text("Bộ đọc mới đọc văn bản này khác đi")).to_have_count(0)


def test_the_papers_of_an_archive_are_reached_one_from_the_other(
    open_signed_in: Callable[..., Page], user: User
) -> None:
    document = hand_over(user, packed(), "hồ sơ.zip")
    page = open_signed_in()
    page.goto(f"/documents/{document.pk}/")
    page.get_by_role("link", name="Phụ lục: Danh sách xã").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phụ lục")
    page.get_by_role("link", name="Xã Bình An").first.click()
    expect(page.locator("mark:target")).to_have_text("Xã Bình An")
