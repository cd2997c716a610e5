"""Finding the person who signs in: by user name, e-mail or telephone number."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from donghanh.accounts.models import User


class PersonBackend(AuthenticationBackend):
    """allauth's own, which takes as long for a name that nobody has as for one that somebody has."""

    def _authenticate_by_username(self, username: str, password: str) -> AbstractBaseUser | None:
        return self._check_password(User.objects.named(username), password)
