"""When an activity takes place, where a table has columns for it."""

import pytest

from reading.building import read, table


@pytest.mark.parametrize(
    "heads", [("Bắt đầu", "Kết thúc"), ("Từ ngày", "Đến ngày"), ("Thời gian", "Thời hạn hoàn thành")]
)
def test_columns_for_beginning_and_end_make_one_time(heads: tuple[str, str]) -> None:
    rows = table(
        ["TT", "Nội dung", "Đơn vị thực hiện", *heads],
        ["1", "Phát tin", "Hội LHPN xã", "Tháng 3", "Tháng 9"],
        ["2", "Tặng quà", "Hội LHPN xã", "01/5/2025", ""],
    )
    first, second = read("I. NỘI DUNG", rows)["activities"]
    assert first["period"] == {"text": "Tháng 3 - Tháng 9", "from": "2025-03-01", "to": "2025-09-30"}
    assert second["period"]["from"] == "2025-05-01"
