"""Entries give up their hashes, which the seals have, and the guards stand again."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from donghanh.audit import guards


def install_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_chain_moved")]

    operations = [
        migrations.RemoveField(model_name="entry", name="previous_hash"),
        migrations.RemoveField(model_name="entry", name="hash"),
        migrations.RunPython(install_guards),
    ]
