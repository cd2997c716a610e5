"""What the page of a review costs on the server, a plan of 60 pages against one of 6; and what an edit costs.

    python benchmarks/review.py

Both plans have 25 facts a page, in a database of their own (SQLite). Times are those of the processor, the shortest
of some rounds; sizes are those of the answers before they are packed for the line.
"""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 7
TARGET = 2.0
"""A page of 60 pages' plan should cost no more than this many times one of 6."""
MOST_BYTES = 150_000
FACTS_A_PAGE = 25


def prepare(folder: str) -> None:
    """A database of its own, before Django is asked for."""
    os.environ["DONGHANH_DATA"] = folder
    (Path(folder) / "static").mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    from django.conf import settings

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)


def plan_of(pages: int) -> tuple[str, dict[str, object]]:
    """A text and its plan: a section a page, in each as many activities as a page holds facts."""
    lines: list[str] = []
    sections, activities = [], []
    at = 0
    for page in range(1, pages + 1):
        title = f"{page}. NỘI DUNG {page}"
        sections.append({"id": str(page), "label": str(page), "title": title, "role": "content", "parent": None, "body": [], "source": {"start": at, "end": at + len(title), "page": page}})  # fmt: skip
        lines.append(title)
        at += len(title) + 1
        for number in range(FACTS_A_PAGE - 1):
            line = f"- Tổ chức truyền thông lần {number} tại bản số {page}, Hội LHPN xã chủ trì, kinh phí 2.000.000 đồng."  # fmt: skip
            activities.append({"text": line[2:], "label": None, "section": str(page), "lead": ["Hội LHPN xã"], "partners": [], "period": None, "note": None, "source": {"start": at + 2, "end": at + len(line), "page": page}})  # fmt: skip
            lines.append(line)
            at += len(line) + 1
    document = {"kind": "ke_hoach", "number": "1/KH-BTV", "issued_on": "2026-02-05", "issuer": "Hội LHPN tỉnh", "title": f"Kế hoạch {pages} trang", "programme": None, "period": {"from": None, "to": None}, "signatory": {}, "recipients": []}  # fmt: skip
    return "\n".join(lines), {"schema": "donghanh.plan/1", "document": document, "sections": sections, "activities": activities, "findings": []}  # fmt: skip


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def report() -> None:
    from django.test import Client

    from donghanh.accounts.models import RoleGrant, User
    from donghanh.accounts.permissions import Role
    from donghanh.documents import results, search
    from donghanh.documents.models import Document, Reading, State, Upload
    from donghanh.documents.review import services
    from donghanh.documents.review.steps import Where
    from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Position
    from donghanh.organisations.tree import step

    line = Line.objects.create(code="bench", name="Hội LHPN")
    unit = OrgUnit.objects.create(
        kind=Kind.UNION, level=Level.COMMUNE, name="Hội LHPN xã Na Loi", searched=""
    )
    Position.objects.create(unit=unit, line=line, path=step(unit.pk))
    user = User.objects.create_user("lan", "mật khẩu đo", "Nguyễn Thị Lan")
    RoleGrant.objects.create(user=user, unit=unit, line=line, role=Role.DATA_ENTRY)
    client = Client()
    client.force_login(user)
    costs: dict[int, float] = {}
    for pages in (6, 60):
        text, plan = plan_of(pages)
        document = Document.objects.create(sha256=f"{pages:064}", size=1, kind="docx", pages=pages)
        Upload.objects.create(document=document, unit=unit, uploaded_by=user, original_name=f"{pages}.docx")
        reading = Reading.objects.create(document=document, reader_version="0", text=text, plan=plan, **results.columns(plan))  # fmt: skip
        Document.objects.filter(pk=document.pk).update(reading=reading, state=State.READ)
        search.index(document.pk, reading)
        where = Where(document.pk, reading.pk)
        for number in range(pages):  # a fact a page is looked at
            services.confirm(user, where, {f"activities-{number * 20}": 0})
        url = f"/documents/{document.pk}/"
        size = len(client.get(url).content)
        costs[pages] = best(lambda url=url: client.get(url))
        act = {"reading": reading.pk, "part": 1, "since": 0}
        touched = iter(range(1, 1000))

        def edit(url: str = url, act: dict[str, int] = act, touched: object = touched) -> None:
            key = f"activities-{next(touched) * 2 - 1}"  # type: ignore[call-overload]
            client.post(
                f"{url}papers/1/act/", {**act, "act": f"right:{key}@0"}, headers={"hx-request": "true"}
            )

        edited = best(edit)
        warning = "" if size < MOST_BYTES else f"  over {MOST_BYTES} bytes"
        print(f"{pages:>3} pages, {len(plan['activities']) + len(plan['sections']):>4} facts: page {costs[pages] * 1000:6.1f} ms, {size / 1000:.0f} kB; an edit {edited * 1000:6.1f} ms{warning}")  # type: ignore[arg-type]  # fmt: skip
    ratio = costs[60] / costs[6]
    print(f"ratio {ratio:.2f}" + ("" if ratio <= TARGET else f"  over the target of {TARGET:g}"))
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="donghanh-bench-") as own:
        prepare(own)
        report()
