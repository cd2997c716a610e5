"""Makes a small installation, in a process with the product's own settings: `django` is set up by then."""

from django.core.management import call_command

from donghanh.accounts.services import ensure_demo_user
from donghanh.documents import services

call_command("migrate", verbosity=0)
user = ensure_demo_user("mật khẩu thử")
for number in range(6):
    services.add_sample([f"Kế hoạch số {number}\n".encode() * 8000 * number], name=f"Kế hoạch {number}.txt")
