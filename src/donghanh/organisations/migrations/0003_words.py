"""Each whole name among the words of the units that are there."""

from collections import defaultdict

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from donghanh.organisations.words import searched


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the words of every unit anew."""
    units = apps.get_model("organisations", "OrgUnit").objects
    others: dict[int, list[str]] = defaultdict(list)
    for unit, name in apps.get_model("organisations", "UnitName").objects.values_list("unit", "name"):
        others[unit].append(name)
    rows = [
        (searched((name, *others[pk])), pk)
        for pk, name in units.values_list("pk", "name").iterator(chunk_size=5000)
    ]
    with schema_editor.connection.cursor() as cursor:
        cursor.executemany("UPDATE organisations_orgunit SET searched = %s WHERE id = %s", rows)


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_successions")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
