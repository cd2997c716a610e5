"""How an installation sends mail, where it has mail: one address in DONGHANH_MAIL."""

from dataclasses import dataclass, field
from email.headerregistry import Address
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

FORM = "smtp://user:password@host:587/?from=donghanh@example.vn&site=https://donghanh.example.vn"
_SIGNS = "signs in a password are written as %2F, %23, %3F"
_PORTS = {"smtp": 587, "smtps": 465}
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Mail:
    """The server that takes mails from us, who they say they are from, and where links in them lead.

    site: such as "https://donghanh.example.vn", never what a browser calls us by; blank where there is no mail.
    """

    site: str = ""
    sender: str = ""
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    starts_tls: bool = False
    is_tls: bool = False


def read(url: str | None) -> Mail:
    """Read DONGHANH_MAIL; no mail without it.

    smtp:// asks the server for encryption (STARTTLS) unless it is this machine, smtps:// is encrypted from the first byte.

    Raises: ValueError that says what is wrong, without the password.
    """
    if not (url and url.strip()):
        return Mail()
    parts = _parts(url.strip())
    if parts.scheme not in _PORTS or not parts.hostname:
        raise _wrong("it begins with smtp://host or smtps://host")
    told = parse_qs(parts.query)
    if set(told) != {"from", "site"} or parts.path not in {"", "/"} or parts.fragment:
        raise _wrong(f"from and site come after /?, and nothing else; {_SIGNS}")
    return Mail(
        site=_site(told["site"][-1]),
        sender=_sender(told["from"][-1]),
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp" and parts.hostname not in _THIS_MACHINE,
        is_tls=parts.scheme == "smtps",
    )


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:  # it quotes what may be a part of the password
        raise _wrong(f"the host is a name or an address and the port a number; {_SIGNS}") from None
    return parts


def _site(written: str) -> str:
    parts = _parts(written)
    more = (parts.username, parts.path.strip("/"), parts.query, parts.fragment)
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(more):
        raise _wrong("site is the address that people open, such as https://donghanh.example.vn")
    return f"{parts.scheme}://{parts.netloc}"


def _sender(written: str) -> str:
    try:
        validate_email(written)
    except ValidationError:
        raise _wrong("from is one e-mail address") from None
    return str(Address("Đồng Hành", addr_spec=written))


def _wrong(why: str) -> ValueError:
    return ValueError(f"DONGHANH_MAIL: {why}. Expected {FORM}")
