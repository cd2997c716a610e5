"""`python -m tests.reading.papers OUTDIR` writes OUTDIR/files and OUTDIR/gold."""

import sys
from pathlib import Path

from . import write_all

if len(sys.argv) != 2:
    sys.exit(__doc__)
write_all(Path(sys.argv[1]))
