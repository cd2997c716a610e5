"""Each entry's place in the chain and its hash become its seal, as they are: every hash noted before still holds."""

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def move(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_seal (sequence, entry_id, hash) SELECT id, id, hash FROM audit_entry ORDER BY id"
        )
        # What counts the numbers of entries does not know yet of those that are there.
        for statement in connection.ops.sequence_reset_sql(no_style(), [apps.get_model("audit", "Entry")]):
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_seals")]
    operations = [migrations.RunPython(move)]
