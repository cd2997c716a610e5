"""A document that was read, and what to say of it."""

from collections.abc import Callable

import pytest

from donghanh.accounts.models import User
from donghanh.documents import services
from donghanh.documents.models import Document
from donghanh.documents.review.selectors import reviews_of
from donghanh.documents.review.state import Item, Review
from donghanh.documents.review.steps import Where


class Desk:
    """A read document of three activities and one error, as a person has it before her."""

    def __init__(self, document: Document) -> None:
        self.document = document
        assert document.reading is not None
        self.where = Where(document.pk, document.reading.pk)

    @property
    def review(self) -> Review:
        self.document.refresh_from_db()
        assert self.document.reading is not None
        return reviews_of(self.document.reading)[0]

    def item(self, key: str) -> Item:
        item = self.review.item(key)
        assert item is not None
        return item

    def standing(self, name: str = "activities") -> list[tuple[str, str]]:
        """The facts of a list in their order: key and state."""
        return [(item.key, str(item.state)) for item in self.review.items(name)]


@pytest.fixture
def desk(hand_over: Callable[..., Document]) -> Desk:
    return Desk(hand_over("3\nmột hai ba bốn năm"))


@pytest.fixture
def colleague(desk: Desk, outsider: User) -> User:
    """Another person who handed the same file over."""
    services.upload(outsider, ["3\nmột hai ba bốn năm".encode()], name="cùng tệp.txt")
    return outsider
