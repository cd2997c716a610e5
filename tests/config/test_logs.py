"""The log says where something went wrong and never with whose data."""

import logging
import sys

from donghanh.config.logs import PrivateFormatter


def formatted(error: BaseException) -> str:
    try:
        raise error
    except BaseException:
        record = logging.LogRecord("donghanh", logging.ERROR, __file__, 1, "it failed", None, sys.exc_info())
    return PrivateFormatter().format(record)


def test_an_exception_is_named_with_its_place_but_without_its_message() -> None:
    line = formatted(ValueError("Nguyễn Thị Lan, CCCD 012345678901"))
    assert "builtins.ValueError" in line
    assert "test_logs.py" in line
    assert "Lan" not in line
    assert "0123" not in line


def test_what_an_exception_came_from_is_as_silent() -> None:
    error = ValueError("outer secret")
    error.__cause__ = KeyError("inner secret")
    line = formatted(error)
    assert "builtins.KeyError" in line
    assert "secret" not in line
