"""The text with its marks: nothing lost, nothing added, every mark in its place."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from donghanh.documents.deed import PIECES, Heading, Mark, render_deed
from donghanh.documents.facts import frame_of, headings_of

VOID = {"br"}


class Page(HTMLParser):
    """The text that a browser shows, the text of each element with an id, and whether tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.marked: dict[str, str] = {}
        self.rests: dict[str, str] = {}
        self.open: list[tuple[str, str | None, str | None]] = []
        self.elements = 0
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        identity = known.get("id")
        if identity:
            assert identity not in self.marked, "an id stands once"
            self.marked[identity] = ""
        self.elements += 1
        self.open.append((tag, identity, known.get("data-of")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, identity, rest in self.open:
            if identity:
                self.marked[identity] += data
            if rest:
                self.rests[rest] = self.rests.get(rest, "") + data


texts = st.text(alphabet=st.sampled_from("abc ạ\n\t<&\">'"), max_size=60)
ranges = st.lists(st.tuples(st.integers(-3, 65), st.integers(-3, 65)), max_size=12)


def marks_of(pairs: list[tuple[int, int]]) -> list[Mark]:
    return [Mark(f"f-{n}", a, b) for n, (a, b) in enumerate(pairs)]


@given(texts, ranges, st.lists(st.integers(0, 65), max_size=3))
def test_the_page_shows_the_text_character_by_character(text, pairs, titles):
    headings = [Heading(at, n) for n, at in enumerate(titles) if at <= len(text)]
    assert Page(render_deed(text, marks_of(pairs), headings)).text == text


@given(texts, ranges)
def test_every_range_with_words_in_it_has_its_anchor(text, pairs):
    page = Page(render_deed(text, marks_of(pairs)))
    for mark in marks_of(pairs):
        words = text[max(0, mark.start) : max(0, mark.end)].strip()
        assert (mark.id in page.marked) == bool(words)
        if words:
            assert page.marked[mark.id].lstrip().startswith(words[0]) or "\n" in words


@given(texts, ranges)
def test_marks_in_one_line_cover_exactly_their_words(text, pairs):
    text = text.replace("\n", " ").replace("\t", " ")
    page = Page(render_deed(text, marks_of(pairs[:PIECES])))
    for mark in marks_of(pairs[:PIECES]):
        words = text[max(0, mark.start) : max(0, mark.end)].strip()
        if words:
            assert page.marked[mark.id] + page.rests.get(mark.id, "") == words


@given(texts, ranges)
def test_the_number_of_elements_grows_with_text_and_marks_only(text, pairs):
    page = Page(render_deed(text, marks_of(pairs)))
    assert page.elements <= 3 * (text.count("\n") + 1) + text.count("\t") + PIECES * len(pairs)


def test_an_amount_lies_inside_its_activity():
    text = "Tặng 120 suất quà, trị giá 60.000.000 đồng cho trẻ em gái."
    amount = text.index("60.000.000")
    page = Page(render_deed(text, [Mark("f-1", 0, len(text)), Mark("f-2", amount, amount + 15)]))
    assert page.marked == {"f-1": text, "f-2": "60.000.000 đồng"}


def test_a_range_over_several_paragraphs_lights_as_a_whole():
    text = "Mở đầu\n1. Ban Gia đình\n- Tham mưu\n- Tổng hợp\nKết thúc"
    start, end = text.index("1. Ban"), text.index("\nKết")
    page = Page(render_deed(text, [Mark("f-1", start, end), Mark("f-2", text.index("Tham"), end - 11)]))
    assert page.marked["f-1"] == text[start:end]
    assert page.marked["f-2"] == "Tham mưu"


def test_rows_of_a_table_become_a_table_with_the_marks_in_their_cells():
    text = "TT\tViệc\tChủ trì\n1\tTập huấn\tHội LHPN xã\n\t\t\nHết"
    html = render_deed(text, [Mark("f-1", 18, 26), Mark("f-2", 16, 38), Mark("f-3", 3, 26)])
    page = Page(html)
    assert page.text == text
    assert html.count("<tr>") == 3
    assert html.count("<td>") == 9
    assert page.marked["f-1"] == "Tập huấn"
    assert (page.marked["f-2"], page.rests["f-2"]) == ("1", "Tập huấnHội LHPN xã")
    assert page.marked["f-3"] == "Việc"


def test_a_mark_over_a_whole_table_lies_around_it():
    text = "Mở\na\tb\nc\td\nHết"
    html = render_deed(text, [Mark("f-1", 0, 10)])
    assert html.startswith('<div class="span" id="f-1"><p>Mở</p>\n<table>')
    assert html.endswith("</table></div>\n<p>Hết</p>")


def test_crossing_ranges_are_both_marked():
    page = Page(render_deed("một hai ba bốn", [Mark("f-1", 0, 10), Mark("f-2", 4, 14)]))
    assert page.marked == {"f-1": "một hai ba", "f-2": "hai ba"}
    assert page.rests == {"f-2": " bốn"}


def test_titles_of_sections_become_headings_by_depth():
    html = render_deed("I. MỤC ĐÍCH\nĐể…\n1. Truyền thông", [], [Heading(0, 0), Heading(19, 1)])
    assert html == "<h3>I. MỤC ĐÍCH</h3>\n<p>Để…</p>\n<h4>1. Truyền thông</h4>"


def test_a_finding_links_back_and_adds_no_words():
    html = render_deed("Số: /KH", [Mark("p-3", 0, 7, "bad", ("finding-3", 3))])
    assert 'href="#finding-3"' in html
    assert Page(html).text == "Số: /KH"


def test_markup_in_a_document_stays_text():
    assert "<script" not in render_deed("<script>alert(1)</script>", [Mark("f-1", 0, 8)])


def test_fifteen_hundred_marks_on_sixty_pages_stay_linear():
    line = "Tổ chức tuyên truyền tại bản, kinh phí 5.000.000 đồng do xã bố trí từ nguồn. "
    text = "\n".join([line * 3] * 750)
    step = len(text) // 1500
    staircase = [Mark(f"f-{n}", n * step, n * step + 40 * step) for n in range(1500)]
    html = render_deed(text, staircase)
    assert Page(html).text == text
    assert len(html) < len(text) + 1500 * PIECES * 60 + 750 * 10


def test_a_title_is_a_heading_only_where_it_fills_its_line():
    text = "I. MỤC ĐÍCH\n1. Yêu cầu: Làm gọn.\n2. Địa bàn:"
    sections = [
        {"id": "I", "source": {"start": 3, "end": 11}},
        {"id": "I/1", "source": {"start": 15, "end": 22}},
        {"id": "I/2", "source": {"start": 36, "end": 43}},
    ]
    assert headings_of(text, {"sections": sections}) == (Heading(3, 0), Heading(36, 1))


def test_the_name_of_the_kind_is_set_as_a_title_and_not_as_letterhead():
    document = {"kind": "ke_hoach", "title": "Giúp nhau", "header": ["HỘI LHPN", "KẾ HOẠCH"]}
    assert frame_of("HỘI LHPN\nKẾ HOẠCH\nGiúp nhau\nI. A", {"document": document}) == {
        0: "mast",
        1: "title",
        2: "title",
    }
