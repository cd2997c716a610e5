"""What people corrected measures the reader: export, then score."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.cli.read import main
from donghanh.documents import services as handing
from donghanh.documents.models import Document
from donghanh.documents.review import deciding, services
from donghanh.documents.review.steps import Where

pytestmark = pytest.mark.django_db
SAMPLE = Path(handing.__file__).parent / "samples" / "ke-hoach-dong-hanh-vung-bien-2026.docx"


@pytest.fixture
def accepted(user: User) -> Document:
    """A plan of which a target was corrected, an activity removed, and one error found to be none."""
    document = handing.upload(user, [SAMPLE.read_bytes()], name="Tên riêng.docx").document
    handing.read(document.pk)
    document.refresh_from_db()
    where = Where(document.pk, document.reading_id)
    deciding.decide(user, where, "findings-0", 0, "keep_written")
    findings = document.reading.plan["findings"]
    for number in range(1, len(findings)):
        if findings[number]["severity"] == "error":
            deciding.decide(user, where, f"findings-{number}", 0, "not_a_fault")
    services.correct(user, where, "targets-0", 0, {"quantity": 77})
    services.remove(user, where, "activities-0", 0)
    services.accept(user, where)
    return document


def test_what_was_accepted_becomes_gold_and_every_correction_is_told(
    accepted: Document, tmp_path: Path
) -> None:
    call_command("corrections", "export", str(tmp_path / "ra"))
    name = accepted.sha256[:12]
    assert (tmp_path / "ra" / "files" / f"{name}.docx").read_bytes() == SAMPLE.read_bytes()
    gold = json.loads((tmp_path / "ra" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    assert gold["targets"][0]["quantity"] == 77
    assert len(gold["activities"]) == len(accepted.reading.plan["activities"]) - 1
    assert len(gold["not_findings"]) == 1
    assert not any(key in fact for fact in gold["targets"] for key in ("source", "state"))
    told = json.loads((tmp_path / "ra" / "corrections.json").read_text(encoding="utf-8"))
    by_fact = {one["fact"]: one for one in told}
    assert by_fact["targets-0"]["before"]["quantity"] != 77
    assert by_fact["targets-0"]["after"]["quantity"] == 77
    assert by_fact["activities-0"]["after"] is None
    assert "Tên riêng" not in str(told) + str(gold)
    assert Entry.objects.filter(verb="exported_corrections").exists()


def test_the_reader_is_measured_on_it(
    accepted: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("corrections", "export", str(tmp_path / "ra"))
    capsys.readouterr()
    assert main(["--score", str(tmp_path / "ra")]) == 0
    said = capsys.readouterr().out
    rows = {
        line.split()[0]: line.split()[1:]
        for line in said.split("mean of")[0].splitlines()
        if line.startswith("  ")
    }
    assert rows["amounts"][2] == "1.000"
    targets = len(accepted.reading.plan["targets"])
    assert rows["targets"][3] == f"{targets - 1}/{targets}/{targets}"
    activities = len(accepted.reading.plan["activities"])
    assert rows["activities"][3] == f"{activities - 1}/{activities}/{activities - 1}"
    assert float(rows["findings"][0]) < 1  # one of its errors was none


def test_nothing_is_written_over(accepted: Document, tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    (folder / "a.txt").write_text("của ai đó", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("corrections", "export", str(folder))
    assert [file.name for file in folder.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("lacking", ["", "files", "gold"])
def test_a_folder_that_lacks_something_is_told(
    lacking: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ra"
    for name in ("files", "gold"):
        if name != lacking:
            (folder / name).mkdir(parents=True)
    assert main(["--score", str(folder)]) == 2
    assert "files" in capsys.readouterr().err
