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
    """A section with all that stand under it, in their order."""
    found = {above.value.get("id")}
    below = [above]
    waiting = [item for item in sections if item.key != above.key]
    while children := [item for item in waiting if item.value.get("parent") in found]:
        found |= {item.value.get("id") for item in children}
        below += children
        waiting = [item for item in waiting if item not in children]
    return sorted(below, key=lambda item: item.position)


def swapped(sections: Sequence[Item], item: Item, *, down: bool) -> dict[str, float]:
    """Where the sections of two branches stand once they have changed places; nothing at the end of the row."""
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
    positions = sorted(each.position for each in (*ahead, *behind))
    return dict(zip((each.key for each in (*behind, *ahead)), positions, strict=True))


def under(sections: Sequence[Item], item: Item, parent: str | None) -> dict[str, float]:
    """Where a branch stands as the last one under another section, or as the last of the paper.

    Raises: OwnBranchError where that is part of the branch itself.
    """
    branch = offspring(sections, item)
    inside = {each.value.get("id") for each in branch}
    if parent is not None and parent in inside:
        raise OwnBranchError(parent)
    rest = [each for each in sections if each.value.get("id") not in inside]
    above = next((each for each in rest if each.value.get("id") == parent), None)
    last = (offspring(rest, above) if above else rest)[-1].position if rest else 0.0
    beyond = min((each.position for each in rest if each.position > last), default=last + 1)
    room = (beyond - last) / (len(branch) + 1)
    return {each.key: last + room * at for at, each in enumerate(branch, start=1)}
