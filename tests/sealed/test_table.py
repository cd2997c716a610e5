"""What the sealed reader of lists makes of CSV: what was written, or a refusal."""

import csv
import io
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from donghanh.sealed.table import RefusedError, from_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=20)
# The first line tells the delimiter.
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5)


@given(ROWS, st.sampled_from(",;\t"))
def test_rows_come_back_as_they_were_written(rows: list[list[str]], delimiter: str) -> None:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator="\n").writerows([["a", "b", "c"], *rows])
    assert list(from_csv(target.getvalue().encode())) == list(enumerate([["a", "b", "c"], *rows], start=1))


@given(st.binary(max_size=300))
def test_whatever_comes_is_rows_or_refused(data: bytes) -> None:
    with suppress(RefusedError):
        list(from_csv(data))
