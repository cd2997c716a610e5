"""What the audit trail costs: acts of several writers at once, sealing, and an auditor's page, each against the bare rows.

    python benchmarks/audit.py

Writers are processes. Each commits one act a transaction, by `record` and then by bare inserts of the same two rows, with
and without a sealer beside them. The database is SQLite of its own, or the one that DONGHANH_DATABASE_URL names, which
must be empty. Rates are those of the best round.
"""

import json
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WRITERS, SECONDS, ROUNDS = 4, 3.0, 3
BACKLOG, ENTRIES = 20_000, 100_000
INSERT = (
    "INSERT INTO audit_entry (at, actor_id, verb, object_type, object_id, unit_id, details, salt, commitment) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"
)


def prepare(folder: str) -> None:
    """A database of its own, before Django is asked for."""
    os.environ["DONGHANH_DATA"] = folder
    (Path(folder) / "static").mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from donghanh.accounts.models import User

    User.objects.create_user("lan", None, "Nguyễn Thị Lan")


def by_record(until: float) -> int:
    from django.db import transaction

    from donghanh.accounts.models import User
    from donghanh.audit.services import record

    user, count = User.objects.get(), 0
    while time.monotonic() < until:
        with transaction.atomic():
            record("renamed", user, actor=user, changes={"full_name": ["Lan", f"Lan {count}"]}, ip="10.0.0.7")
        count += 1
    return count


def by_bare_inserts(until: float) -> int:
    from django.db import connection, transaction
    from django.utils import timezone

    count = 0
    details = json.dumps({"changes": {"full_name": ["Lan", "Lan 1"]}, "ip": "10.0.0.7"})
    while time.monotonic() < until:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                INSERT,
                (timezone.now(), 1, "renamed", "accounts.user", "1", None, details, "5" * 32, "5" * 64),
            )
            cursor.execute("INSERT INTO audit_unsealed (entry_id) VALUES (%s)", cursor.fetchone())
        count += 1
    return count


def by_sealing(until: float) -> int:
    from donghanh.audit.sealing import seal

    while time.monotonic() < until:
        seal()
        time.sleep(1)
    return 0


def together(works: list[Callable[[float], int]]) -> float:
    """Acts a second of processes that work at the same time; the best of some rounds."""
    from django.db import connection

    connection.close()  # not to be taken into children
    with multiprocessing.get_context("fork").Pool(len(works)) as pool:
        rates = []
        for _ in range(ROUNDS):
            until = time.monotonic() + SECONDS
            rates.append(
                sum(each.get() for each in [pool.apply_async(work, (until,)) for work in works]) / SECONDS
            )
    return max(rates)


def writing() -> None:
    for writers in (1, WRITERS):
        bare = together([by_bare_inserts] * writers)
        act = together([by_record] * writers)
        sealed = together([*([by_record] * writers), by_sealing])
        print(
            f"{writers} writers  bare inserts {bare:7,.0f}/s  record {act:7,.0f}/s  with a sealer {sealed:7,.0f}/s"
            f"  ratio {bare / act:.2f}"
        )


def sealing() -> None:
    """A backlog sealed, against the bare insert of as many seals."""
    from django.db import transaction

    from donghanh.accounts.models import User
    from donghanh.audit.models import Seal
    from donghanh.audit.sealing import BATCH, seal
    from donghanh.audit.selectors import verify
    from donghanh.audit.services import record

    user = User.objects.get()
    with transaction.atomic():
        for _ in range(BACKLOG):
            record("renamed", user, actor=user)
    start = time.perf_counter()
    count = seal()
    took = time.perf_counter() - start
    rows = [Seal(sequence=-number, entry_id=-number, hash="0" * 64) for number in range(1, count + 1)]
    start = time.perf_counter()
    with transaction.atomic():
        for at in range(0, count, BATCH):
            Seal.objects.bulk_create(rows[at : at + BATCH])
        bare = time.perf_counter() - start
        transaction.set_rollback(True)
    print(
        f"sealing  {count / took:,.0f} entries/s  bare inserts of the seals {count / bare:,.0f}/s  ratio {took / bare:.2f}"
    )
    start = time.perf_counter()
    found = verify()
    took = time.perf_counter() - start
    print(f"verify  {found.entries / took:,.0f} entries/s, fault: {found.fault}")


def searching() -> None:
    """An auditor's page, in a trail of all units, against the same entries by their keys."""
    from django.db import transaction
    from django.utils import timezone

    from donghanh.accounts.models import RoleGrant, User
    from donghanh.accounts.permissions import Role
    from donghanh.audit.models import Entry
    from donghanh.audit.services import record
    from donghanh.organisations.journal import Journal
    from donghanh.organisations.models import Kind, Level, Line, OrgUnit
    from donghanh.organisations.placing import NewUnit, found
    from donghanh.trail import selectors
    from donghanh.trail.forms import SearchForm

    line = Line.objects.create(code="union", name="Hội")
    top = found(Journal(), NewUnit(Kind.UNION, Level.CENTRE, "Trung ương"), None, line)
    provinces, communes = [], []
    for number in range(34):
        province = NewUnit(Kind.UNION, Level.PROVINCE, f"Tỉnh {number}")
        provinces.append(found(Journal(), province, top, line))
        for each in range(20):
            commune = NewUnit(Kind.UNION, Level.COMMUNE, f"Xã {number} {each}")
            communes.append(found(Journal(), commune, provinces[-1], line))
    user = User.objects.get()
    with transaction.atomic():
        for number in range(ENTRIES):
            unit = communes[number * 7919 % len(communes)]
            record("unit_renamed", unit, actor=user, changes={"name": ["cũ", f"mới {number}"]}, unit=unit)

    def auditor(unit: OrgUnit) -> User:
        person = User.objects.create_user(f"auditor{unit.pk}", None, unit.name)
        RoleGrant.objects.create(
            user=person, unit=unit, line=line, role=Role.AUDITOR, since=timezone.localdate()
        )
        return person

    form = SearchForm({})
    form.is_valid()
    worded = SearchForm({"q": "không có đâu"})
    worded.is_valid()
    for unit in (top, provinces[3], communes[3]):
        person = auditor(unit)
        page = selectors.search(person, form.asked, None)
        keys = [told.entry.pk for told in page.rows]
        took = best(lambda: selectors.search(person, form.asked, None))  # noqa: B023 (called at once)
        words = best(lambda: selectors.search(person, worded.asked, None))  # noqa: B023
        bare = best(lambda: list(Entry.objects.filter(pk__in=keys)))  # noqa: B023
        print(
            f"page of {len(keys)} in {ENTRIES:,}  auditor of {unit.name:<10} {took:7.1f} ms  by key {bare:5.1f} ms"
            f"  ratio {took / bare:.1f}  words that nothing has {words:7.1f} ms"
        )


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        sealing()
        writing()
        searching()
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
