"""The values of a workbook by calamine, a library in Rust, with its failures told in our words."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeVar

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from donghanh.reading.errors import DamagedFile, EncryptedFile
from donghanh.reading.formats.sheets.sheet import Area, Value

_T = TypeVar("_T")
# A broken invariant in the library arrives as this class, which derives from BaseException and has no
# name that could be imported.
_PANIC = "PanicException"


def guarded(work: Callable[[], _T]) -> _T:
    """What `work` with the library returns.

    Raises: EncryptedFile, DamagedFile.
    """
    try:
        return work()
    except PasswordError as error:
        raise EncryptedFile from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise DamagedFile from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise DamagedFile from error
        raise


class Values:
    """An opened workbook: its worksheets with their values from A1 on; archive: of parts that were checked."""

    def __init__(self, archive: bytes) -> None:
        self._book = guarded(lambda: CalamineWorkbook.from_filelike(BytesIO(archive)))
        sheets = [s for s in self._book.sheets_metadata if s.typ is SheetTypeEnum.WorkSheet]
        self.visible = [s.name for s in sheets if s.visible is SheetVisibleEnum.Visible]
        self.hidden = [s.name for s in sheets if s.visible is not SheetVisibleEnum.Visible]

    def sheet(self, name: str) -> tuple[list[list[Value]], list[Area]]:
        """The rows of a sheet, all of one length, and its merged areas."""
        sheet = guarded(lambda: self._book.get_sheet_by_name(name))
        rows = guarded(lambda: sheet.to_python(skip_empty_area=False))
        return rows, list(_areas(sheet.merged_cell_ranges or ()))


def _areas(ranges: object) -> Iterator[Area]:
    for (top, left), (bottom, right) in ranges:  # type: ignore[attr-defined]
        yield Area(top, left, bottom, right)
