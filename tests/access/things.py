"""What there is of each unit of the matrix: of her own, and of those that stand so and so to it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from donghanh.accounts.models import RoleGrant, Substitution, User
from donghanh.accounts.permissions import Role
from donghanh.documents import services as documents
from donghanh.documents.models import Document
from donghanh.documents.review.models import Version
from donghanh.organisations import ordering
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Reorganisation
from donghanh.organisations.orders import New, Order, Verb
from donghanh.plans.models import (
    Assignment,
    Hold,
    Item,
    Party,
    PartyUnit,
    Plan,
    Programme,
    Share,
    State,
    Target,
)  # fmt: skip
from organisations import making
from organisations.conftest import Country

OWN, PARENT, SIBLING, CHILD = "own", "parent", "sibling", "child"
MOVED_AWAY, MOVED_IN, OUTSIDER = "moved away", "moved in", "outsider"
RELATIONS = (OWN, PARENT, SIBLING, CHILD, MOVED_AWAY, MOVED_IN, OUTSIDER)
SINCE = date(2025, 7, 1)
IN_NOBODYS_HANDS = "chua.duoc.giao"
"""Somebody without a role: whoever looks after people may lend her one."""


@dataclass(frozen=True)
class Things:
    """What there is of a unit: a document that was read, a person with a role that is lent, what was changed in it."""

    unit: OrgUnit
    document: Document
    person: User
    grant: RoleGrant
    lent: Substitution
    reorganisation: Reorganisation
    plan: Plan
    party: Party
    target: Target
    programme: Programme
    assignment: Assignment
    hold: Hold
    secret: str

    @property
    def managed(self) -> OrgUnit:
        """The unit as something to be changed."""
        return self.unit

    @property
    def work(self) -> OrgUnit:
        """The unit by what it has to do."""
        return self.unit

    def has(self, about: str) -> bool:
        return hasattr(self, about) if about else False

    def number(self, about: str) -> int:
        return getattr(self, about).pk if self.has(about) else 10**6


def make_things() -> dict[str, Things]:
    """A country in which two units moved today: one from below the person's to the province, one the other way."""
    country = Country()
    country.add("Trung ương", level=Level.CENTRE)
    country.add(PARENT, "Trung ương", level=Level.PROVINCE)
    country.add("tỉnh khác", "Trung ương", level=Level.PROVINCE)
    for name, above in ((OWN, PARENT), (SIBLING, PARENT), (OUTSIDER, "tỉnh khác")):
        country.add(name, above)
    for name, above in ((CHILD, OWN), (MOVED_AWAY, OWN), (MOVED_IN, SIBLING)):
        country.add(name, above, level=Level.VILLAGE)
    today = timezone.localdate()
    making.move(country[MOVED_AWAY], country[SIBLING], country.line, today)
    making.move(country[MOVED_IN], country[OWN], country.line, today)
    making.move(country[OWN], None, Line.objects.create(code="front", name="Mặt trận"), SINCE)
    User.objects.create_user(IN_NOBODYS_HANDS, None, "Chưa có vai trò")
    return {relation: _things_of(country, relation, number) for number, relation in enumerate(RELATIONS)}


def _things_of(country: Country, relation: str, number: int) -> Things:
    unit, secret = country[relation], f"Bimat{number}"
    person = User.objects.create_user(f"nguoi{number}", None, secret)
    # Administrators do not share this role, so that nobody's is taken for the tested one.
    grant = RoleGrant.objects.create(
        user=person, unit=unit, line=country.line, role=Role.DATA_ENTRY, since=SINCE
    )
    friend = User.objects.create_user(f"ban{number}", None, "Bạn")
    lent = Substitution.objects.create(grant=grant, user=friend, since=SINCE)
    order = Order(Verb.FOUND, timezone.localdate(), New(f"tổ {number}"), unit.pk, kind=Kind.GROUP)
    changed = ordering.apply(None, [order], country.line, unit=unit)
    document = documents.upload(person, [f"{secret}\nmột hai ba".encode()], name=f"{secret}.txt").document
    documents.read(document.pk)
    document.refresh_from_db()
    # Of another paper than the one of which a plan can be made.
    Version.objects.create(
        document=document,
        number=1,
        reading=document.reading,
        step=0,
        plan=document.reading.plan,
        accepted_by=person,
    )
    today = timezone.localdate()
    plan = Plan.objects.create(
        unit=unit,
        keeper=unit,
        line=country.line,
        title=f"{secret} kế hoạch",
        searched=f" {secret.lower()}",
        day=today,
    )
    party = Party.objects.create(plan=plan, words="Công ty Hoa Ban")
    target = Target.objects.create(plan=plan, text="Tặng quà", position=1, quantity=5)
    PartyUnit.objects.create(party=party, unit=unit)
    programme = Programme.objects.create(name=f"Chương trình {number}", key=f"={number}", unit=unit)
    Share.objects.create(target=target, party=party, quantity=1)
    asked = _asked(unit, country.line, today)
    waiting = Item.objects.create(plan=plan, kind=Item.Kind.TASK, text=secret, position=1)
    hold = Hold.objects.create(item=waiting, reason=f"{secret} chờ", since=today, made_by=person)
    return Things(
        unit, document, person, grant, lent, changed, plan, party, target, programme, asked, hold, secret
    )


def _asked(unit: OrgUnit, line: Line, today: date) -> Assignment:
    """What a plan that is being carried out asks of a unit."""
    plan = Plan.objects.create(
        unit=unit, keeper=unit, line=line, title="Kế hoạch", searched="", day=today, state=State.ISSUED
    )
    party = Party.objects.create(plan=plan, words="Đơn vị", settled=Party.Settled.CHOSEN)
    PartyUnit.objects.create(party=party, unit=unit)
    item = Item.objects.create(plan=plan, kind=Item.Kind.TASK, text="Việc", position=1)
    return Assignment.objects.create(item=item, party=party, role=Assignment.Role.LEAD, is_asked=True)
