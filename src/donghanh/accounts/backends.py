"""Finding the person who signs in: by user name, e-mail or telephone number."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from donghanh.accounts.models import User

_SLOWLY = "pbkdf2_sha256$"


class PersonBackend(AuthenticationBackend):
    """allauth's own, which takes as long for a name that nobody has as for one that somebody has."""

    def _authenticate_by_username(self, username: str, password: str) -> AbstractBaseUser | None:
        user = User.objects.named(username)
        found = self._check_password(user, password)
        if found is None and user is not None and not user.password.startswith(_SLOWLY):
            self._mitigate_timing_attack(password)  # else a quick answer tells that she never signed in
        return found
