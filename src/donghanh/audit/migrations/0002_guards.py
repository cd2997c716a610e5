"""Installed the guards of that time; now 0005 does, since only a room's last migration can know them all."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_entries")]
    operations: list[migrations.RunPython] = []
