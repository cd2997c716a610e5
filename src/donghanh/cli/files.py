"""Files that commands are given and write: what went wrong with one, and results that stand whole or not at all."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

_OPENING = {
    errno.ENOENT: "Không tìm thấy tệp. Hãy kiểm tra lại tên tệp và thư mục.",
    errno.ENOTDIR: "Không tìm thấy tệp. Hãy kiểm tra lại tên tệp và thư mục.",
    errno.ENAMETOOLONG: "Tên tệp quá dài. Hãy đổi tên tệp cho ngắn lại.",
    errno.EACCES: "Không có quyền mở tệp. Hãy xin quyền đọc tệp, hoặc chép tệp sang thư mục của mình.",
    errno.EPERM: "Không có quyền mở tệp. Hãy xin quyền đọc tệp, hoặc chép tệp sang thư mục của mình.",
    errno.EISDIR: "Đây là thư mục, không phải tệp. Hãy ghi tên tệp trong thư mục đó.",
    errno.ELOOP: "Đường dẫn tới tệp đi vòng tròn. Hãy ghi tên tệp gốc.",
}
_WRITING = {
    errno.ENOSPC: "Ổ đĩa đã đầy nên không ghi được kết quả. Hãy xóa bớt tệp hoặc chọn thư mục khác.",
    errno.EDQUOT: "Ổ đĩa đã đầy nên không ghi được kết quả. Hãy xóa bớt tệp hoặc chọn thư mục khác.",
    errno.EACCES: "Không có quyền ghi vào thư mục kết quả. Hãy chọn thư mục khác.",
    errno.EPERM: "Không có quyền ghi vào thư mục kết quả. Hãy chọn thư mục khác.",
    errno.EROFS: "Thư mục kết quả chỉ cho đọc. Hãy chọn thư mục khác.",
    errno.ENOENT: "Không có thư mục đó. Hãy tạo thư mục, hoặc chọn thư mục khác.",
    errno.ENOTDIR: "Không có thư mục đó. Hãy tạo thư mục, hoặc chọn thư mục khác.",
    errno.ENAMETOOLONG: "Tên tệp quá dài nên không ghi được kết quả. Hãy đổi tên tệp cho ngắn lại.",
}


def opening_problem(error: OSError) -> str:
    return _OPENING.get(
        error.errno or 0, "Không mở được tệp (lỗi ổ đĩa hoặc mạng). Hãy chép tệp về máy rồi đọc lại."
    )


def writing_problem(error: OSError) -> str:
    return _WRITING.get(error.errno or 0, "Không ghi được kết quả. Hãy chọn thư mục khác.")


def put_text(path: Path, text: str) -> None:
    """Put `text` there, as `put` does."""
    put(path, text.encode("utf-8", "backslashreplace"))


def put(path: Path, data: bytes) -> None:
    """Put `data` there whole or not at all: a reader never sees half of it.

    Raises: OSError where the folder does not take it.
    """
    number, name = tempfile.mkstemp(prefix=".donghanh-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as part:
            part.write(data)
        # Made for the owner alone; a result is a file like any other.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
