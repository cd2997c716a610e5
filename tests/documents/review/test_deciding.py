"""What deciding does to facts, and that it leaves alone what people wrote: with a plan that is really read."""

from typing import Any

import pytest

from documents.review.conftest import Desk
from donghanh.accounts.models import User
from donghanh.documents import services as handing
from donghanh.documents.review import deciding, services
from donghanh.documents.review.models import FactState
from donghanh.documents.review.state import Item
from donghanh.documents.review.steps import ConflictError, NoSuchFactError
from donghanh.documents.review.ways import ways_of

pytestmark = pytest.mark.django_db
PLAN = """HỘI LIÊN HIỆP PHỤ NỮ TỈNH NGHỆ AN
Số: 18/KH-BTV
Nghệ An, ngày 27 tháng 02 năm 2026

KẾ HOẠCH
Hỗ trợ phụ nữ vùng biên giới năm 2026

I. NỘI DUNG
1. Trao quà tại phường Cửa Nam, quận Hoàn Kiếm, thành phố Hà Nội từ ngày 31/6/2026 đến ngày 31/9/2026.
2. Tặng 120 suất quà, mỗi suất 500.000 đồng, trị giá 65.000.000 đồng.
II. KINH PHÍ
Vận động xã hội hóa.
III. TỔ CHỨC THỰC HIỆN
1. Hội LHPN các xã
Báo cáo kết quả về Hội LHPN tỉnh trước ngày 31/11 hằng năm.
2. Ban Tuyên giáo
Đưa tin, viết bài.
"""


class Read(Desk):
    """A plan that is really read, and what a person answers about it."""

    def __init__(self, user: User) -> None:
        document = handing.upload(user, [PLAN.encode()], name="kế hoạch.txt").document
        handing.read(document.pk)
        document.refresh_from_db()
        super().__init__(document)
        self.user = user

    def about(self, words: str) -> Item:
        """The finding about some words."""
        return next(item for item in self.review.items("findings") if words in item.value["message"])

    def read_as(self, words: str, said: str) -> None:
        finding = self.about(words)
        assert self.document.reading is not None
        ways = [way.said for way in ways_of(self.review, self.document.reading.text, finding)]
        way = ways.index(said)
        deciding.decide(self.user, self.where, finding.key, finding.touched, "read_as", way=way)

    def decide_again(self, words: str) -> None:
        finding = self.about(words)
        services.restore(self.user, self.where, finding.key, finding.touched)

    def period(self) -> Any:
        return self.item("activities-0").value["period"]


@pytest.fixture
def read(user: User) -> Read:
    return Read(user)


def test_two_ambiguous_days_of_one_sentence_are_answered_one_after_the_other(read: Read) -> None:
    read.read_as("31/6/2026", "30/6/2026")
    read.read_as("31/9/2026", "01/10/2026")
    words = "từ ngày 30/6/2026 đến ngày 01/10/2026"
    assert read.period() == {"text": words, "from": "2026-06-30", "to": "2026-10-01"}
    read.decide_again("31/9/2026")
    read.read_as("31/9/2026", "30/9/2026")
    assert read.period()["from"] == "2026-06-30"
    assert read.period()["to"] == "2026-09-30"


def test_deciding_again_takes_back_what_the_first_decision_made(read: Read) -> None:
    before = read.item("reporting-0").value
    read.read_as("31/11", "30/11")
    assert read.item("reporting-0").value["due"] == "--11-30"
    read.decide_again("31/11")
    assert read.item("reporting-0").value == before
    read.read_as("31/11", "01/12")
    assert read.item("reporting-0").value["due"] == "--12-01"
    services.undo(read.user, read.where)
    assert read.item("reporting-0").value == before


def test_the_computed_sum_goes_with_its_decision(read: Read) -> None:
    finding = next(item for item in read.review.items("findings") if item.value.get("computed") == 60_000_000)
    amount = next(item for item in read.review.items("amounts") if item.value["value"] == 65_000_000)
    deciding.decide(read.user, read.where, finding.key, 0, "use_computed")
    assert read.item(amount.key).value["value"] == 60_000_000
    services.restore(read.user, read.where, finding.key, read.item(finding.key).touched)
    assert read.item(amount.key).value["value"] == 65_000_000
    assert read.item(amount.key).state == FactState.RIGHT
    services.correct(read.user, read.where, amount.key, read.item(amount.key).touched, {"value": 1})
    with pytest.raises(ConflictError):
        deciding.decide(read.user, read.where, finding.key, read.item(finding.key).touched, "use_computed")


def test_what_a_person_wrote_by_hand_is_left_alone(read: Read) -> None:
    own = {"text": "cuối tháng 9", "from": "2026-09-25", "to": "2026-09-28"}
    services.correct(read.user, read.where, "activities-0", 0, {"period": own})
    read.read_as("31/9/2026", "30/9/2026")
    assert read.period() == own
    services.correct(read.user, read.where, "reporting-0", 0, {"due": "ngày 15 hằng tháng"})
    read.read_as("31/11", "30/11")
    read.decide_again("31/11")
    assert read.item("reporting-0").value["due"] == "ngày 15 hằng tháng"


def test_a_way_that_there_is_not_is_not_found(read: Read) -> None:
    finding = read.about("31/11")
    with pytest.raises(NoSuchFactError):
        deciding.decide(read.user, read.where, finding.key, 0, "read_as", way=7)


def test_a_place_is_given_once_and_only_to_one_of_its_successors(read: Read) -> None:
    place = next(item for item in read.review.items("places") if item.value["name"] == "phường Cửa Nam")
    with pytest.raises(NoSuchFactError):
        deciding.give(read.user, read.where, place.key, 0, 40)
    deciding.give(read.user, read.where, place.key, 0, 70)
    assert read.item(place.key).value["today"]["name"] == "Phường Hoàn Kiếm"
    with pytest.raises(ConflictError):  # the second press of two, or a colleague's
        deciding.give(read.user, read.where, place.key, 0, 70)


def test_a_branch_goes_back_to_where_it_was_read(read: Read) -> None:
    before = [item.key for item in read.review.items("sections")]
    services.correct(read.user, read.where, "sections-2", 0, {"parent": "I"})
    moved = [item.key for item in read.review.items("sections")]
    assert moved[:4] == ["sections-0", "sections-2", "sections-3", "sections-4"]
    services.restore(read.user, read.where, "sections-2", 1)
    assert [item.key for item in read.review.items("sections")] == before


def test_a_new_section_stands_where_its_words_do_or_as_the_last_of_its_branch(read: Read) -> None:
    blank = {"title": "Mục mới", "role": "other", "label": "4", "parent": "I", "source": None}
    services.add(read.user, read.where, "sections", blank)
    keys = [item.key for item in read.review.items("sections")]
    assert keys[:3] == ["sections-0", "sections-n1", "sections-1"]
    assert read.item("sections-n1").value["id"] == "I/4"
    start = read.item("sections-4").value["source"]["start"]
    source = {"start": start + 1, "end": start + 3, "page": None}
    services.add(read.user, read.where, "sections", {**blank, "parent": "III", "source": source})
    assert [item.key for item in read.review.items("sections")][-1] == "sections-n2"
