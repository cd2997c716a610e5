"""What pages and writes ask about reviews."""

from collections import defaultdict

from donghanh.documents.models import Reading
from donghanh.documents.review.models import ReviewedFact, Step
from donghanh.documents.review.state import Review, whole
from donghanh.reading import papers_of


def last_step(reading: Reading) -> int:
    """The number of the last step on a reading, 0 where nobody did anything."""
    return (
        Step.objects.filter(reading=reading).order_by("-number").values_list("number", flat=True).first() or 0
    )


def reviews_of(reading: Reading) -> list[Review]:
    """How the review of each paper of a reading stands: two queries, however long the plan."""
    touched: defaultdict[int, dict[str, ReviewedFact]] = defaultdict(dict)
    for row in ReviewedFact.objects.filter(reading=reading):
        touched[row.paper][row.key] = row
    step = last_step(reading)
    return [
        Review(number, plan, touched[number], step)
        for number, plan in enumerate(papers_of(reading.plan), start=1)
    ]


def reviewed_plan(reading: Reading) -> dict[str, object]:
    """What was read with what people made of it, in the schema's form."""
    return whole(reviews_of(reading))
