"""`donghanh restore`: puts a backup into an empty place, after every check, or leaves the place as it is."""

import os
import signal
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghanh.backup.key import Key
    from donghanh.backup.restoring import Restored

DESCRIPTION = """\
Khôi phục một bản sao lưu vào một nơi còn trống.

  donghanh restore donghanh-20261122-013000-7.backup
  donghanh restore E/donghanh-20261122-013000-7.backup --key khoa.txt --data /srv/donghanh

Không có --key thì chương trình hỏi khóa, gõ lại từ tờ giấy: 8 nhóm, mỗi nhóm 5 chữ.
Với PostgreSQL, DONGHANH_DATABASE_URL ghi tên một cơ sở dữ liệu còn trống hoặc chưa có.

Bản sao lưu bị hỏng, bị cắt, khác khóa hoặc của chương trình mới hơn thì bị từ chối. Mọi số liệu,
tệp và nhật ký được kiểm tra ở một chỗ tạm trước khi vào chỗ; có gì sai thì chỗ trống vẫn trống.

Mã kết thúc: 0 đã khôi phục, 1 không khôi phục, 2 gọi sai cách, 3 đã khôi phục nhưng dữ liệu có lỗi
từ trước khi sao lưu.
"""


def main(argv: list[str]) -> int:
    """Restore as `argv` says; returns the exit status."""
    parser = ArgumentParser(
        "donghanh restore", description=DESCRIPTION, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="bản sao lưu")
    parser.add_argument("--key", type=Path, help="tệp khóa")
    parser.add_argument("--data", type=Path, help="thư mục dữ liệu còn trống (DONGHANH_DATA hoặc ./var)")
    arguments = parser.parse_args(argv)
    data = (arguments.data or Path(os.environ.get("DONGHANH_DATA") or "var")).resolve()
    os.umask(0o077)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that nothing is left lying about
    return _restore(arguments.file.resolve(), arguments.key, data)


def _restore(file: Path, key_file: Path | None, data: Path) -> int:
    from donghanh.backup.address import name_in, with_name  # noqa: PLC0415
    from donghanh.backup.working import working_folder  # noqa: PLC0415

    # The settings of this process are those of the place to work in.
    work = data.with_name(f".{data.name}.restoring")
    os.environ["DONGHANH_DATA"] = str(work)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.config.settings")
    url = os.environ.get("DONGHANH_DATABASE_URL")
    database = name_in(url) if url else ""
    if url:
        os.environ["DONGHANH_DATABASE_URL"] = with_name(url, f"{database}_restoring")
    try:
        with working_folder(work):
            return _restore_there(file, key_file, data, database)
    except BlockingIOError:
        sys.stderr.write(f"Một lượt khôi phục khác vào “{data}” đang chạy. Hãy đợi lượt đó xong.\n")
    except OSError as error:
        sys.stderr.write(f"Không ghi được vào “{data.parent}”: {error.strerror}. Hãy chọn thư mục khác.\n")
    return 1


def _restore_there(file: Path, key_file: Path | None, data: Path, database: str) -> int:
    import django  # noqa: PLC0415

    django.setup()
    from django.utils import translation  # noqa: PLC0415

    from donghanh.backup.errors import explained  # noqa: PLC0415
    from donghanh.backup.restoring import Target, restore  # noqa: PLC0415

    with translation.override("vi"):
        try:
            restored = restore(file, _key(key_file), Target(data, database))
        except Exception as error:  # noqa: BLE001 (told in plain words, whatever it is)
            sys.stderr.write(f"{explained(error, data)}\n")
            return 1
    sys.stdout.write(f"{_say(restored, data)}\n")
    if restored.faults:
        found = "; ".join(restored.faults[:5])
        sys.stderr.write(f"Dữ liệu đã có lỗi từ lúc sao lưu và được giữ nguyên như thế: {found}\n")
        return 3
    return 0


def _say(restored: "Restored", data: Path) -> str:
    from django.utils import timezone  # noqa: PLC0415

    contents, when = restored.manifest.contents, timezone.localtime(restored.manifest.made_at)
    return (
        f"Đã khôi phục vào “{data}” và kiểm tra đủ: {len(contents.rows)} bảng với {sum(contents.rows.values())} dòng, "
        f"{restored.files} tệp, {contents.audit_entries} mục nhật ký; dữ liệu lúc {when:%H:%M %d/%m/%Y}."
    )


def _key(file: Path | None) -> "Key":
    """The key in a file, or as somebody types it."""
    from donghanh.backup.errors import MistypedKeyError  # noqa: PLC0415
    from donghanh.backup.key import Key, load  # noqa: PLC0415

    if file is not None:
        return load(file)
    while True:
        try:
            return Key.from_text(input("Gõ khóa (8 nhóm, mỗi nhóm 5 chữ): "))
        except EOFError:
            raise MistypedKeyError from None
        except MistypedKeyError as error:
            if not sys.stdin.isatty():
                raise
            sys.stderr.write(f"{error}\n")
