"""The people who use the program."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None, full_name: str) -> "User":
        """Make an account; without a password nobody can sign in to it yet."""
        user = self.model(username=User.normalize_username(username), full_name=full_name.strip())
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=User.normalize_username(username or ""))


class User(AbstractBaseUser):
    """A person with an account. Never deleted, since what they did stays theirs; only closed.

    What a person may see and do comes from roles in units, not from columns here.
    """

    username = models.CharField(
        _("user name"),
        max_length=64,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9._-]{1,63}\Z",
                _("Use 2 to 64 letters without diacritics, digits, dots, hyphens or underscores."),
            )
        ],
    )
    full_name = models.CharField(_("full name"), max_length=200)
    is_active = models.BooleanField(_("may sign in"), default=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.full_name

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """As it is kept: in small letters, since a phone's keyboard begins with a capital."""
        return super().normalize_username(username).strip().casefold()
