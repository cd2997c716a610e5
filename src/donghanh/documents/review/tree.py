"""The sections of a paper as a tree: they stand in a list in the order of the text, each naming the one above it."""

from collections.abc import Sequence

from donghanh.documents.review.state import Item, Value


class OwnBranchError(Exception):
    """A section cannot stand under itself, nor under one that stands under it."""


def identity(sections: Sequence[Item], value: Value) -> str:
    """The path by which other facts name a new section: "IV/1", "IV/1#2" where that is taken.

    One without a label counts on within the section above it.
    """
    taken = {item.value.get("id") for item in sections}
    parent, label = value.get("parent"), value.get("label")
    if not label:
        siblings = [item for item in sections if item.value.get("parent") == parent]
        label = f"+{len(siblings) + 1}"
    path = f"{parent}/{label}" if parent else str(label)
    number = 1
    while (own := path if number == 1 else f"{path}#{number}") in taken:
        number += 1
    return own


def offspring(sections: Sequence[Item], above: Item) -> list[Item]:
    """A section with all that stand under it, in their order. One without a path of its own has none under it."""
    found = {above.value.get("id")} - {None}
    below = [above]
    waiting = [item for item in sections if item.key != above.key]
    while children := [item for item in waiting if item.value.get("parent") in found]:
        found |= {item.value.get("id") for item in children} - {None}
        below += children
        waiting = [item for item in waiting if item not in children]
    return sorted(below, key=lambda item: item.position)


def swapped(sections: Sequence[Item], item: Item, *, down: bool) -> dict[str, float]:
    """Where sections stand once two branches have changed places; nothing at the end of the row.

    What stands between the two, such as a removed section with what is under it, stays between them.
    """
    row = [
        other
        for other in sections
        if other.value.get("parent") == item.value.get("parent")
        and (not other.is_removed or other.key == item.key)
    ]
    place = [other.key for other in row].index(item.key) + (1 if down else -1)
    if not 0 <= place < len(row):
        return {}
    first, second = (item, row[place]) if down else (row[place], item)
    ahead, behind = offspring(sections, first), offspring(sections, second)
    both = {each.key: each.position for each in (*ahead, *behind)}
    span = min(both.values()), max(both.values())
    between = [each for each in sections if each.key not in both and span[0] < each.position < span[1]]
    order = [*behind, *between, *ahead]
    positions = sorted(each.position for each in order)
    return {
        each.key: position
        for each, position in zip(order, positions, strict=True)
        if each.position != position
    }


def under(sections: Sequence[Item], item: Item, parent: str | None) -> dict[str, float]:
    """Where a branch stands as the last one under another section, or as the last of the paper.

    Raises: OwnBranchError where that is part of the branch itself.
    """
    branch = offspring(sections, item)
    inside = {each.value.get("id") for each in branch} - {None}
    if parent is not None and parent in inside:
        raise OwnBranchError(parent)
    own = {each.key for each in branch}
    last, beyond = _room([each for each in sections if each.key not in own], parent)
    room = (beyond - last) / (len(branch) + 1)
    return {each.key: last + room * at for at, each in enumerate(branch, start=1)}


def place_for(sections: Sequence[Item], value: Value, before: Item | None) -> float:
    """Where a new section stands: where its words do, if that is within the section above it; else as its last one.

    before: the section before its words, if it has words.
    """
    parent = value.get("parent")
    above = next((each for each in sections if parent and each.value.get("id") == parent), None)
    inside = {each.key for each in offspring(sections, above)} if above else {each.key for each in sections}
    if value.get("source") and before is not None and before.key in inside:
        beyond = (each.position for each in sections if each.position > before.position)
        return (before.position + min(beyond, default=before.position + 2)) / 2
    last, end = _room(sections, parent)
    return (last + end) / 2


def _room(sections: Sequence[Item], parent: str | None) -> tuple[float, float]:
    """Between which positions there is room behind the last one under a section, or of the paper."""
    above = next((each for each in sections if parent and each.value.get("id") == parent), None)
    last = max((each.position for each in (offspring(sections, above) if above else sections)), default=0.0)
    return last, min((each.position for each in sections if each.position > last), default=last + 1)
