"""What the database knows about its rows when it chooses how to answer."""

from django.db import connection
from django.db.models import Model


def learn(*models: type[Model]) -> None:
    """Tell PostgreSQL how many rows there are, after many were written at once.

    It finds out by itself minutes later; until then it takes the tables for empty and compares all rows with all.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
