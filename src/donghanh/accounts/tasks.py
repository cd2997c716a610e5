"""What is done in the background."""

from django_tasks import task

from donghanh.accounts import resetting


@task(priority=50)
def send_link(number: int) -> None:
    """Send one link by mail, before documents are read, since somebody waits for it; see `resetting.send`."""
    resetting.send(number)
