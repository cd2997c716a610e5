"""The tests' settings for a process that they start: on the database that they made."""

import os

from settings import *  # noqa: F403
from settings import DATABASES

DATABASES["default"]["NAME"] = os.environ["DONGHANH_TEST_DATABASE_NAME"]
