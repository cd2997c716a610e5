"""PDF files made from Word files by LibreOffice, many in one call, kept by content for the next run."""

import hashlib
import io
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

OFFICE = "soffice"
KEPT = Path(tempfile.gettempdir()) / "donghanh-corpus-pdf"


def available() -> bool:
    return shutil.which(OFFICE) is not None


def convert(files: dict[str, bytes], cache: Path = KEPT) -> dict[str, bytes]:
    """PDF bytes under the same names; only files whose content the cache does not know are converted."""
    cache.mkdir(parents=True, exist_ok=True)
    kept = {name: cache / f"{_key(data)}.pdf" for name, data in files.items()}
    missing = {name: data for name, data in files.items() if not kept[name].exists()}
    if missing:
        with tempfile.TemporaryDirectory() as folder:
            room = Path(folder)
            sources = []
            for name, data in missing.items():
                source = room / f"{kept[name].stem}.docx"
                source.write_bytes(data)
                sources.append(str(source))
            profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
            command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(room / "out")]
            subprocess.run([*command, *sources], check=True, capture_output=True, timeout=600)
            for target in {kept[name] for name in missing}:  # several names may have one content
                shutil.move(room / "out" / target.name, target)
    return {name: path.read_bytes() for name, path in kept.items()}


def _key(data: bytes) -> str:
    """Of the parts of the file: the archive around them carries the time at which it was written."""

    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            digest.update(name.encode() + archive.read(name))
    return digest.hexdigest()[:24]
