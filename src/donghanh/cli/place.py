"""`donghanh place`: what a place was, and what covers it today."""

import json
import sys

from donghanh.vietnam.places import Line, Place, look_up

USAGE = """\
Cách dùng: donghanh place "TÊN NƠI"

Cho biết nơi đó trước ngày 01/7/2025 là gì và nay thuộc đơn vị hành chính nào. In ra JSON.

  donghanh place "xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên"
  donghanh place "leng su sin, muong nhe, dien bien"
  donghanh place "TP. Huế"

Tên cấp, dấu và thứ tự không bắt buộc; càng ghi đủ xã, huyện, tỉnh thì càng chắc.

Trong kết quả:
  matches   mỗi nơi khớp một mục: was là nơi cũ (null nếu tên đã là của đơn vị hiện nay),
            today là các đơn vị hiện nay tiếp nhận nơi đó; partly: chỉ tiếp nhận một phần
  question  điều chưa xác định được, null nếu không có

Mã kết thúc: 0 tìm thấy một hoặc nhiều nơi, 1 không tìm thấy, 2 gọi sai cách.
"""


def main(argv: list[str]) -> int:
    """Print what the words in `argv` mean; returns the exit status."""
    if argv and argv[0] in ("-h", "--help"):
        sys.stdout.write(USAGE)
        return 0
    query = " ".join(argv).strip()
    if not any(c.isalnum() for c in query) or query.startswith("-"):
        sys.stderr.write(USAGE)
        return 2
    answer = look_up(query)
    result = {
        "query": query,
        "matches": [_match(line) for line in answer.lines],
        "question": answer.question,
    }
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    return 0 if answer.lines else 1


def _match(line: Line) -> dict[str, object]:
    return {
        "was": _was(line.was) if line.was else None,
        "today": [
            {
                "code": s.place.code,
                "name": s.place.name,
                "province": s.place.province.name,
                "partly": s.partly,
            }
            for s in line.today
        ],
    }


def _was(place: Place) -> dict[str, object]:
    return {
        "code": place.code,
        "name": place.name,
        "district": place.district.name if place.district else None,
        "province": place.province.name,
        "until": place.until.isoformat() if place.until else None,
    }
