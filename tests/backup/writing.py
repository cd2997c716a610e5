"""Hands documents over and takes every second one back, until killed.

Small and large by turns, so that some are being stored, named and swept away at any moment.
"""

import itertools
import os

from donghanh.accounts.models import User
from donghanh.documents import services
from donghanh.documents.withdrawing import withdraw

user = User.objects.get()
for number in itertools.count():
    content = f"{os.getpid()} {number}\n".encode() * (10 if number % 3 else 20_000)
    document = services.upload(user, [content], name=f"{number}.txt").document
    if number % 2:
        withdraw(user, document.pk)
