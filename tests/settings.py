"""The product's settings for the tests: a data folder of their own, and either database.

    DONGHANH_TEST_DATABASE=postgresql   a cluster that tests/postgresql.py starts; without it SQLite

The environment is set here, before anything reads it, and workers of pytest-xdist inherit it.
"""

import os
import tempfile

os.environ.setdefault("DONGHANH_TEST_DATABASE", "sqlite")
if "DONGHANH_TEST_FOLDER" not in os.environ:
    os.environ["DONGHANH_TEST_FOLDER"] = tempfile.mkdtemp(prefix="donghanh-test-")
os.environ["DONGHANH_DATA"] = f"{os.environ['DONGHANH_TEST_FOLDER']}/data"
os.environ.pop("DONGHANH_DATABASE_URL", None)
os.environ.pop("DONGHANH_MAIL", None)
if os.environ["DONGHANH_TEST_DATABASE"] == "postgresql":
    from postgresql import Cluster

    os.environ["DONGHANH_DATABASE_URL"] = Cluster().url

from donghanh.config.settings import *  # noqa: F403
from donghanh.config.settings import DATA, DATABASES, STORAGES

if os.environ["DONGHANH_TEST_DATABASE"] == "sqlite":
    # A file and not memory, so that connections meet each other as they do in the product.
    DATABASES["default"]["TEST"] = {"NAME": DATA / "test.sqlite3"}
# Names without hashes, since nothing has been collected.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",  # fast
    "donghanh.accounts.hashers.DrawnPasswordHasher",
]
