"""The tree of sections: branches move as wholes, and every section keeps a name of its own."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.documents.review import tree
from donghanh.documents.review.state import Item, Review


def review_of(*paths: str) -> list[Item]:
    """Sections by their paths, in order."""
    rows: list[dict[str, Any]] = [
        {
            "id": path,
            "label": path.rpartition("/")[2],
            "title": path,
            "parent": path.rpartition("/")[0] or None,
        }
        for path in paths
    ]
    return Review(1, {"sections": rows}).items("sections")


def order(items: list[Item], places: dict[str, float]) -> list[str]:
    """The paths as they stand after some were given other places."""
    ordered = sorted(items, key=lambda item: places.get(item.key, item.position))
    return [item.value["id"] for item in ordered]


@st.composite
def papers(draw: st.DrawFn) -> list[Item]:
    """A paper of up to three levels."""
    paths = []
    for top in range(draw(st.integers(1, 4))):
        paths.append(f"{top}")
        for middle in range(draw(st.integers(0, 3))):
            paths.append(f"{top}/{middle}")
            paths += [f"{top}/{middle}/{low}" for low in range(draw(st.integers(0, 2)))]
    return review_of(*paths)


PAPER = ("I", "I/1", "I/2", "II", "II/1", "III")


def test_a_branch_changes_places_with_the_next_one_of_its_level() -> None:
    items = review_of(*PAPER)
    assert order(items, tree.swapped(items, items[0], down=True)) == ["II", "II/1", "I", "I/1", "I/2", "III"]
    assert order(items, tree.swapped(items, items[2], down=False)) == ["I", "I/2", "I/1", "II", "II/1", "III"]
    assert tree.swapped(items, items[5], down=True) == {}
    assert tree.swapped(items, items[4], down=False) == {}


def test_a_branch_goes_under_another_as_its_last() -> None:
    items = review_of(*PAPER)
    assert order(items, tree.under(items, items[3], "I")) == ["I", "I/1", "I/2", "II", "II/1", "III"]
    assert order(items, tree.under(items, items[0], "III")) == ["II", "II/1", "III", "I", "I/1", "I/2"]
    assert order(items, tree.under(items, items[1], None)) == ["I", "I/2", "II", "II/1", "III", "I/1"]
    with pytest.raises(tree.OwnBranchError):
        tree.under(items, items[0], "I/2")


@given(papers(), st.data())
def test_a_move_there_and_back_changes_nothing_and_keeps_branches_whole(
    items: list[Item], data: st.DataObject
) -> None:
    item = data.draw(st.sampled_from(items))
    places = tree.swapped(items, item, down=True)
    paths = order(items, places)
    for path in paths:  # all that stand under a section follow it without gaps
        below = [at for at, other in enumerate(paths) if other.startswith(f"{path}/")]
        start = paths.index(path)
        assert below == list(range(start + 1, start + 1 + len(below)))
    moved = sorted(
        (Item(i.key, i.name, i.value, i.state, places.get(i.key, i.position), 0, i.read) for i in items),
        key=lambda i: i.position,
    )
    if places:
        again = next(i for i in moved if i.key == item.key)
        assert order(moved, tree.swapped(moved, again, down=False)) == [i.value["id"] for i in items]


def test_a_new_section_is_named_by_its_path_and_never_like_another() -> None:
    items = review_of(*PAPER)
    assert tree.identity(items, {"parent": "II", "label": "2"}) == "II/2"
    assert tree.identity(items, {"parent": "I", "label": "1"}) == "I/1#2"
    assert tree.identity(items, {"parent": None, "label": "IV"}) == "IV"
    assert tree.identity(items, {"parent": "I", "label": None}) == "I/+3"


def test_what_stands_between_two_branches_stays_between_them() -> None:
    items = review_of("I", "I/1", "I/2", "II", "II/1", "III", "III/1")
    gone = [
        Item(i.key, i.name, i.value, "removed" if i.value["id"] == "II" else i.state, i.position, 0, i.read)
        for i in items
    ]
    assert order(gone, tree.swapped(gone, gone[0], down=True)) == [
        "III",
        "III/1",
        "II",
        "II/1",
        "I",
        "I/1",
        "I/2",
    ]


def test_a_section_without_a_path_moves_alone() -> None:
    items = review_of("I", "I/1", "II")
    items[2].value["id"] = None
    assert [item.key for item in tree.offspring(items, items[2])] == [items[2].key]
    assert order(items, tree.swapped(items, items[2], down=False)) == [None, "I", "I/1"]
