"""The name of the database in a URL such as postgresql://user:password@host:port/name."""

from urllib.parse import quote, unquote, urlsplit


def name_in(url: str) -> str:
    return unquote(urlsplit(url).path.removeprefix("/"))


def with_name(url: str, name: str) -> str:
    """The same server and login, another database."""
    return urlsplit(url)._replace(path="/" + quote(name, safe="")).geturl()
