"""How wide the columns of a table are, told from what stands in them."""

from donghanh.writing.metrics import width_pt
from donghanh.writing.model import Table

COLUMN_GAP_CM = 0.1
"""What a table leaves free of the text's width, so that its lines stand within the margins."""
_SIZE = 12
_CM_PT = 2.54 / 72
_PADDING_CM = 0.45
_WIDE_COLUMNS = 6
_SHORT = 6  # so many characters a cell need no more than the least
_LESS = 0.7
_SAMPLE = 60  # rows that are looked at; a table of a thousand is no different


def is_wide(table: Table) -> bool:
    """Whether a table wants paper that lies across."""
    return table.width >= _WIDE_COLUMNS


def widths_of(table: Table, room_cm: float) -> list[float]:
    """The widths of its columns in cm, together as wide as the room.

    A column is never narrower than its longest word as far as the room allows; what is left is shared out by how
    much there is to say in it, on the whole and at most, less than in proportion: a long column must not starve others.
    """
    count = table.width
    if table.widths and len(table.widths) == count:
        whole = sum(table.widths)
        return [width / whole * room_cm for width in table.widths]
    least, said, most = [0.6] * count, [0.0] * count, [0.0] * count
    for row in table.rows[:_SAMPLE]:
        column = 0
        for cell in row:
            if cell.columns == 1 and column < count:
                for line in cell.lines:
                    words = line.split()
                    longest = max((width_pt(word, _SIZE, bold=True) for word in words), default=0)
                    least[column] = max(least[column], longest * _CM_PT + _PADDING_CM)
                    said[column] += len(line)
                    most[column] = max(most[column], len(line))
            column += cell.columns
    least = [min(width, room_cm / 3) for width in least]
    spare = room_cm - sum(least)
    if spare <= 0:
        return [width / sum(least) * room_cm for width in least]
    rows = len(table.rows[:_SAMPLE])
    wants = [max(0.0, said[i] / rows + most[i] / 2 - _SHORT) ** _LESS for i in range(count)]
    asked = sum(wants)
    return [least[i] + spare * (wants[i] / asked if asked else 1 / count) for i in range(count)]
