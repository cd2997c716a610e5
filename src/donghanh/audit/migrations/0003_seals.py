"""Entries get numbers of their own; the chain moves to a table beside them (0004)."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from donghanh.audit import guards


def remove_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_guards")]

    operations = [
        migrations.RunPython(remove_guards),
        migrations.AlterModelOptions(
            name="entry",
            options={
                "ordering": ["pk"],
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit entries",
            },
        ),
        migrations.RenameField(model_name="entry", old_name="sequence", new_name="id"),
        migrations.AlterField(
            model_name="entry",
            name="id",
            field=models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="unit_id",
            field=models.BigIntegerField(editable=False, null=True, verbose_name="in which unit"),
        ),
        migrations.AlterField(
            model_name="entry",
            name="salt",
            field=models.CharField(blank=True, editable=False, max_length=32),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["unit_id", "at"], name="audit_entry_unit"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["at"], name="audit_entry_at"),
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "sequence",
                    models.BigIntegerField(
                        editable=False, primary_key=True, serialize=False, verbose_name="number"
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="audit.entry",
                        verbose_name="audit entry",
                    ),
                ),
                ("hash", models.CharField(editable=False, max_length=64)),
            ],
            options={
                "verbose_name": "seal of an audit entry",
                "verbose_name_plural": "seals of audit entries",
            },
        ),
        migrations.CreateModel(
            name="Unsealed",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="audit.entry",
                        verbose_name="audit entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "unsealed audit entry",
                "verbose_name_plural": "unsealed audit entries",
            },
        ),
    ]
