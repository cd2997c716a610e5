"""What a sealed child says: a value as JSON, or a fault of ours. The parent takes none of it on trust."""

import json
import traceback
from pathlib import Path
from typing import Any


def fault(error: BaseException) -> dict[str, Any]:
    """Kind and place of an error, never its message: that may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return {"fault": {"kind": type(error).__name__, "where": where}}


def load(output: bytes) -> Any:
    """What a child printed, without what a database or a page cannot hold.

    Raises: ValueError for what is no JSON, RecursionError for what is nested too deeply.
    """
    return _storable(json.loads(output, parse_constant=_refuse))


def _refuse(constant: str) -> Any:
    """No database takes NaN and infinity as JSON."""
    raise ValueError(constant)


def _storable(value: Any) -> Any:
    """Without NUL and halves of surrogate pairs."""
    if isinstance(value, str):
        if "\0" in value or not value.isprintable():
            value = value.replace("\0", "\N{REPLACEMENT CHARACTER}")
            value = value.encode("utf-8", "replace").decode("utf-8")
        return value
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(each) for key, each in value.items()}
    return value
