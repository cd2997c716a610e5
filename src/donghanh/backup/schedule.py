"""When a backup is due: once a day at a set hour, and as soon as can be where the hour was missed."""

from datetime import datetime, time, timedelta


def latest_time(now: datetime, at: time) -> datetime:
    """The last moment, now or before, at which a backup should have begun; in the time zone of `now`."""
    today = datetime.combine(now.date(), at, now.tzinfo)
    return today if today <= now else today - timedelta(days=1)


def next_time(now: datetime, at: time) -> datetime:
    """The first moment after now."""
    return latest_time(now, at) + timedelta(days=1)
