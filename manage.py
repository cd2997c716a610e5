#!/usr/bin/env python3
"""Django's commands from a checkout; an installed copy has the same as `donghanh COMMAND`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.config.settings")
    execute_from_command_line(sys.argv)
