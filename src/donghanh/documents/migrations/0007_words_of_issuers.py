from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from donghanh.documents import search


def make_table_anew(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """With the issuer and the programme as columns of their own."""
    schema_editor.execute(f"DROP TABLE {search.TABLE}")
    for statement in search.statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)
    documents = apps.get_model("documents", "Document").objects.filter(reading__isnull=False)
    for document in documents.select_related("reading").iterator(chunk_size=50):
        search.index(document.pk, document.reading)


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_documents_of_units")]

    operations = [migrations.RunPython(make_table_anew, migrations.RunPython.noop)]
