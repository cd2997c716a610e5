"""What is done in the background."""

from django_tasks import task

from donghanh.documents import rereading, services


@task()
def read_document(document_id: int) -> None:
    """Read one document; see `services.read`."""
    services.read(document_id)


@task()
def reread_document(document_id: int) -> None:
    """Read one document with the reader of today; see `rereading.reread`."""
    rereading.reread(document_id)
