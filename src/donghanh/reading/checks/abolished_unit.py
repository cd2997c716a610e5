"""abolished_unit: the plan runs on after 1 July 2025 and names a unit that ceased that day; once."""

import re
from datetime import date

from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlaceMention, PlanDocument
from donghanh.vietnam.places import Level, gazetteer

# Source: NQ 202/2025/QH15 (provinces); the district level ended with the two-level model.
REFORM = date(2025, 7, 1)


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    period = plan.document.period
    if period.end is None or period.end < REFORM:
        return []
    ended = [p for p in plan.places if _ceased(p) and not _called_former(outline, p)]
    if not ended:
        return []
    names = ", ".join(p.name for p in ended[:6]) + ("…" if len(ended) > 6 else "")
    return [
        Finding(
            "abolished_unit",
            "warning",
            f"Kế hoạch thực hiện đến {period.end:%d/%m/%Y} nhưng {names} không còn là đơn vị hành chính từ 01/7/2025.",
            ended[0].source,
        )
    ]


def _ceased(place: PlaceMention) -> bool:
    if place.level == "district":
        return True  # every unit of the level ended that day, also those that the lists do not know
    if place.level == "province":
        found = gazetteer().find(place.name, level=Level.PROVINCE)
        return bool(found) and all(gazetteer().ended(p) for p in found)
    return False


def _called_former(outline: Outline, place: PlaceMention) -> bool:
    """ "huyện Kỳ Sơn (cũ)": the paper itself knows that it is no more."""
    return bool(
        re.match(
            r"\s*\(?\s*(?:cũ|trước đây|trước sáp nhập)",
            outline.source.text[place.source.end : place.source.end + 20],
        )
    )
