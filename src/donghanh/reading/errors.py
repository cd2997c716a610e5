"""Why a file could not be read.

    UnreadableFile
    ├── EmptyFile             nothing in it
    ├── UnsupportedFile       a kind that is not read (the message names the kinds that are)
    ├── EncryptedFile         protected by a password
    ├── DamagedFile           truncated, or not what it claims to be
    ├── HostileFile           inflates, refers outside, carries what no plan needs
    ├── FileTooLarge          over a limit of size, pages or parts
    ├── NoText                pages of images only, or no words
    ├── MissingProgram        this computer lacks a program that reads such files
    ├── NotVietnamese         text in another language or an unknown encoding
    └── NotAPlan              Vietnamese, but no official document

Each carries a message in Vietnamese that says what is wrong and what to do. Anything else that
escapes a reader is a fault of ours.
"""


class UnreadableFile(Exception):
    """A file that cannot be read; `code` is stable, `message` is for the person."""

    code = "unreadable"
    default = "Không đọc được tệp này. Hãy mở lại bằng Word, lưu thành .docx rồi gửi lại."

    def __init__(self, message: str | None = None) -> None:
        self.message = message or self.default
        super().__init__(self.message)


class EmptyFile(UnreadableFile):
    code = "empty"
    default = "Tệp không có nội dung. Hãy kiểm tra lại tệp rồi gửi tệp đầy đủ."


class UnsupportedFile(UnreadableFile):
    code = "unsupported"
    default = (
        "Loại tệp này chưa đọc được. Hãy gửi tệp Word, Excel, PDF, ảnh chụp văn bản hoặc văn bản (.txt)."
    )


class EncryptedFile(UnreadableFile):
    code = "encrypted"
    default = "Tệp được đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi gửi."


class DamagedFile(UnreadableFile):
    code = "damaged"
    default = "Tệp bị hỏng hoặc bị cắt cụt. Hãy tải lại từ nơi gửi, hoặc mở bằng Word và lưu lại."


class HostileFile(UnreadableFile):
    code = "hostile"
    default = (
        "Tệp có thành phần không an toàn nên không được đọc. Hãy gửi bản do chính cơ quan ban hành lưu lại."
    )


class FileTooLarge(UnreadableFile):
    code = "too_large"
    default = "Tệp quá lớn. Hãy tách kế hoạch và phụ lục thành từng tệp rồi gửi."


class NoText(UnreadableFile):
    code = "no_text"
    default = "Không tìm thấy chữ nào trong tệp. Hãy chụp hoặc quét lại cho rõ, hoặc gửi bản Word."


class MissingProgram(UnreadableFile):
    code = "program_missing"
    default = (
        "Máy này chưa cài chương trình để đọc loại tệp này. Hãy báo người phụ trách máy cài thêm; "
        "tệp đã gửi được giữ lại và sẽ được đọc sau khi cài."
    )


class NotVietnamese(UnreadableFile):
    code = "not_vietnamese"
    default = "Không thấy tiếng Việt trong tệp, hoặc phông chữ cũ chưa đọc được. Hãy lưu lại bằng phông Unicode rồi gửi."


class NotAPlan(UnreadableFile):
    code = "not_a_plan"
    default = (
        "Tệp không có dáng một văn bản hành chính (không thấy tên loại, số mục hay nơi nhận). "
        "Hãy kiểm tra xem đã chọn đúng tệp kế hoạch chưa."
    )
