"""What a backup says about itself, before anything else in it."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version

from donghanh.backup.errors import NewerProgramError

PRODUCT = "donghanh"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds at one moment: how many rows in each table, which migrations ran, where the audit ends."""

    rows: dict[str, int]
    migrations: list[str]
    audit_entries: int
    audit_head: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """version: of the program; run: the BackupRun; vendor: which kind of database, as Django names it."""

    version: str
    run: int
    made_at: datetime
    vendor: str
    contents: Contents

    @classmethod
    def of(cls, *, run: int, made_at: datetime, vendor: str, contents: Contents) -> "Manifest":
        return cls(version(PRODUCT), run, made_at, vendor, contents)

    def to_json(self) -> bytes:
        said = {"product": PRODUCT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(said, ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_json(cls, data: bytes) -> "Manifest":
        """Raises: NewerProgramError for a form that this program does not know."""
        try:
            said = json.loads(data)
            if said.pop("product") != PRODUCT:
                raise NewerProgramError(str(said.get("version")))
            contents = Contents(**said.pop("contents"))
            return cls(**{**said, "made_at": datetime.fromisoformat(said["made_at"]), "contents": contents})
        except (ValueError, TypeError, KeyError) as error:
            raise NewerProgramError("?") from error
