"""Makes a small installation, in a process with the product's own settings: `django` is set up by then."""

from django.core.management import call_command

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.documents import services
from donghanh.organisations.models import Kind, Level, Line, Position
from donghanh.organisations.placing import NewUnit
from donghanh.organisations.tree import step

call_command("migrate", verbosity=0)
line = Line.objects.create(code="union", name="Hội Liên hiệp Phụ nữ")
unit = NewUnit(Kind.UNION, Level.COMMUNE, "Hội LHPN xã Mường Pồn").row()
unit.save()
Position.objects.create(unit=unit, line=line, superior=None, path=step(unit.pk))
lan = User.objects.create_user("lan", "mật khẩu thử", "Nguyễn Thị Lan")
RoleGrant.objects.create(user=lan, unit=unit, line=line, role=Role.DATA_ENTRY)
for number in range(6):
    services.upload(lan, [f"Kế hoạch số {number}\n".encode() * 8000 * number], name=f"Kế hoạch {number}.txt")
