"""Text of unknown encodings is decoded by what it spells; ordinary text is never touched."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.legacy import LegacyEncoding, Said, recode, recoded_tokens, with_soft_hyphens
from donghanh.vietnam.places.lists import load
from reading.corpus import legacy as write
from reading.corpus.build import all_plans
from reading.corpus.flow import flow
from reading.corpus.text import markdown, plain, wrapped

ROOT = Path(__file__).parents[3]
TCVN3, VNI, VIQR = LegacyEncoding.TCVN3, LegacyEncoding.VNI, LegacyEncoding.VIQR
WRITERS: dict[LegacyEncoding, Callable[[str], str]] = {
    TCVN3: write.tcvn3,
    VNI: write.vni,
    LegacyEncoding.WINDOWS_1258: write.windows_1258,
    VIQR: write.viqr,
}
WORDS = """
    hội phụ nữ xã tổ chức tập huấn cho cán bộ chi hội về kỹ năng điều hành sinh hoạt vận động hội viên tham gia xây dựng nông
    thôn mới được giúp đỡ hộ nghèo phối hợp với ngành giáo dục kiểm tra giám sát thực hiện chế độ báo cáo trước ngày quỹ tiết
    kiệm thuỷ lợi hoà giải ở cơ sở ưu tiên trẻ em khuyết tật nghiêm túc quyết toán bảo vệ người yếu thế
""".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=8, max_size=40).map(" ".join)
some_plan = plain(flow(all_plans()["tin_chap_lang_giang"]))


def read_by(page: str, text: str) -> str:
    """The characters that a program makes of bytes which it takes for a code page."""
    return "".join(bytes([ord(c)]).decode(page, errors="ignore") or c for c in text)


# Decoding


@pytest.mark.parametrize("encoding", WRITERS)
@given(sentences)
def test_a_sentence_comes_back_from_every_encoding(encoding: LegacyEncoding, text: str) -> None:
    recoded = recode(WRITERS[encoding](text))
    assert recoded.text == text
    assert recoded.encodings == (encoding,)


@pytest.mark.parametrize("encoding", [TCVN3, VNI, LegacyEncoding.WINDOWS_1258])
@pytest.mark.parametrize(
    "then",
    [
        lambda s: read_by("cp1252", s),
        lambda s: unicodedata.normalize("NFD", read_by("cp1252", s)),
        lambda s: unicodedata.normalize("NFC", read_by("cp1258", s)),
        lambda s: s.encode("latin-1").decode("ascii", "surrogateescape"),
    ],
    ids=["cp1252", "decomposed", "cp1258 composed", "bytes"],
)
def test_it_does_not_matter_how_a_program_read_the_bytes(
    encoding: LegacyEncoding, then: Callable[[str], str]
) -> None:
    read = then(WRITERS[encoding](some_plan))
    assert unicodedata.normalize("NFC", recode(read).text).lower() == some_plan.lower()


def test_utf_8_that_was_opened_by_another_code_page_comes_back() -> None:
    for page in ("cp1252", "latin-1"):
        recoded = recode(read_by(page, some_plan.encode().decode("latin-1")))
        assert (recoded.text, recoded.encodings) == (some_plan, (LegacyEncoding.UTF_8,))


def test_each_stretch_of_lines_is_read_in_its_own_encoding() -> None:
    writers = [str, write.tcvn3, write.vni]
    lines = [writers[i // 6 % 3](line) for i, line in enumerate(some_plan.split("\n"))]
    recoded = recode("\n".join(lines))
    assert recoded.text.lower() == some_plan.lower()
    assert set(recoded.encodings) == {TCVN3, VNI}


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_a_letterhead_alone_may_be_of_another_encoding(encoding: LegacyEncoding) -> None:
    head = "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    recoded = recode(WRITERS[encoding](head) + some_plan)
    assert recoded.text == head + some_plan
    assert recoded.encodings == (encoding,)


# Left as it is


@pytest.mark.parametrize("manner", [plain, wrapped, markdown])
def test_plans_in_unicode_are_never_touched(manner: Callable[..., str]) -> None:
    for plan in all_plans().values():
        text = manner(flow(plan))
        assert recode(text).text == text
        decomposed = unicodedata.normalize("NFD", text)
        assert recode(decomposed).text == decomposed


@pytest.mark.parametrize(
    "pattern", ["tests/reading/papers/*.py", "docs/*.md", "src/donghanh/locale/vi/*/*.po"]
)
def test_other_texts_in_unicode_are_never_touched(pattern: str) -> None:
    for path in ROOT.glob(pattern):
        text = path.read_text(encoding="utf-8")
        assert recode(text).text == text, path


def test_names_of_places_are_never_touched() -> None:
    lists = load()
    for places in (lists.before, lists.today):
        text = "\n".join(place.name for place in places)
        assert recode(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "José Müller và Noël Åkesson (Nestlé®) thăm São Tomé, Ñuñoa, Üxküll, Zürich.",
        "Nghị quyết «Trao quyền» § 5, 20 m², 15°C, ½ số hộ, 2 × 3 m, ± 5%, © Hội LHPN",
        "xã Kông Lơng Khơng",
        "ÐẢNG ỦY xã Ðông Á họp bàn kế hoạch năm 2025",
        "Bạn có phải là ma? Ai bảo thế? Đi đâu? Ở a, b.",
        "Plan de l'Union des femmes pour l'année 2025 : l'égalité, été compris, où êtes-vous, très cher François?",
        "Frauen größerer Städte übernehmen Aufgaben, fördern Gespräche.",
        "Is it a? It is o. See http://hoi.vn/a?b=c'd and mail ba.o@hoi.vn. Don't ask 'why?' or 'who?'.",
        "def add(self, other): return self.x ^ other.x  # o+o, a(b), i.e. 5^2",
        "đ/c Bí thư, 500.000đ, NĐ-CP, QĐ-TTg, HĐND, LĐTBXH",
        "",
    ],
)
def test_near_misses_are_left_as_they_are(text: str) -> None:
    assert recode(text).text == text


@given(st.text(max_size=200))
def test_any_text_is_taken_and_lines_stay(text: str) -> None:
    assert recode(text).text.count("\n") == text.count("\n")


# VIQR


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Xa~ Phu. Ma~n mo+? 3 lo+'p.", "Xã Phụ Mãn mở 3 lớp."),
        ("I. MU.C DDI'CH, YE^U CA^`U", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("VI. TO^? CHU+'C THU+.C HIE^.N", "VI. TỔ CHỨC THỰC HIỆN"),
        ("Quye^'t ddi.nh so^' 12/QDD-UBND, NDD-CP", "Quyết định số 12/QĐ-UBND, NĐ-CP"),
        (
            "thu+ gu+?i ve^` ba.n@hoi.vn, http://hoi.vn/tin?a=b",
            "thư gửi về ba.n@hoi.vn, http://hoi.vn/tin?a=b",
        ),
        ("ho.c sinh co' nha` o+? xa xo^i\\.", "học sinh có nhà ở xa xôi."),
        ("office project add the^m", "office project add thêm"),
        ("150.000dd/ngu+o+`i", "150.000đ/người"),
    ],
)
def test_viqr_as_it_is_found(written: str, meant: str) -> None:
    around = "Ho^.i Lie^n hie^.p Phu. nu+~ Vie^.t Nam to^? chu+'c ta^.p hua^'n ca'n bo^.\n"
    recoded = recode(around + written + "\n" + around)
    assert recoded.text.split("\n")[1] == meant
    assert recoded.encodings == (VIQR,)


# Capitals


@pytest.mark.parametrize(
    ("meant", "read"),
    [
        ("KẾ HOẠCH", "KẾ HOẠCH"),
        ("BAN TỔ CHỨC HỘI LHPN TỈNH HÀ TĨNH", "BAN TỔ CHỨC HỘI LHPN TỈNH HÀ TĨNH"),
        ("TM. BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
        ("UBND xã Tổ chức kế hoạch", "UBND xã Tổ chức kế hoạch"),
        ("Hội LHPN Hà Nội, UBND Hà Tĩnh", "Hội LHPN Hà Nội, UBND Hà Tĩnh"),
        ("Số: 12/KH-BTV của Hội", "Số: 12/KH-BTV của Hội"),
        ("Đề nghị Ủy ban nhân dân xã", "Đề nghị Ủy ban nhân dân xã"),
        ("Chị Nguyễn Thị Ánh ở thôn Đông Á", "Chị Nguyễn Thị Ánh ở thôn Đông á"),
    ],
)
def test_capitals_come_back_where_there_is_no_doubt(meant: str, read: str) -> None:
    assert recode(write.tcvn3(meant)).text == read


def test_items_and_sentences_begin_as_the_others_do() -> None:
    text = "- Mỗi xã một lớp tập huấn.\n- Ít nhất 80% hộ nghèo được giúp. Ở mỗi thôn một nhóm.\n1. Tổ chức hội nghị\n"
    assert recode(write.tcvn3(text)).text == text
    small = (
        text.replace("- Mỗi", "- mỗi")
        .replace("- Ít", "- ít")
        .replace("1. Tổ", "1. tổ")
        .replace("Ở mỗi", "ở mỗi")
    )
    assert recode(write.tcvn3(small)).text == small


def test_lines_typed_for_a_capital_font_are_capitals() -> None:
    text = "HỘI LHPN TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-BTV\n\nKẾ HOẠCH\nTập huấn cán bộ\n\nI. MỤC ĐÍCH\n"
    typed = "".join(line.lower() if line.isupper() else line for line in text.splitlines(keepends=True))
    recoded = recode(write.tcvn3(typed))
    assert (recoded.text, recoded.raised) == (text, True)


def test_small_lines_of_an_ordinary_paper_stay_small() -> None:
    text = (
        "Số: 5/KH-BTV\n\nKẾ HOẠCH\nTập huấn cán bộ\n\nMở lớp cho cán bộ và\nhội viên nòng cốt\nở các thôn\n"
    )
    assert recode(write.tcvn3(text)).text == text


# Fonts


def test_a_font_is_believed_where_a_word_alone_would_not_do() -> None:
    text = "h\xe9i"
    assert recode("(h\xe9i) " + some_plan).text.startswith("(h\xe9i)")
    (token,), _ = recoded_tokens(text, [Said(0, len(text), TCVN3)])
    assert token.text == "hội"


def test_a_font_that_was_left_on_unicode_text_is_not_believed() -> None:
    text = "Hội phụ nữ là nòng cốt và mọi người cùng làm"
    assert recoded_tokens(text, [Said(0, len(text), TCVN3)]) == ([], False)


def test_the_hyphens_that_pdf_has_for_a_letter_become_that_letter() -> None:
    lines = "phương án của trường, ưu tiên - như đầu tư, kinh tế-xã hội, 12/KH-BTV"
    shown = write.tcvn3(lines).replace("\xad", "-")
    assert with_soft_hyphens(shown) == write.tcvn3(lines)
