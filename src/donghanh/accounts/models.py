"""The people who use the program, and the roles that they hold in units."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from donghanh.accounts.access import each_within, is_wide, may, within, within_its_line
from donghanh.accounts.permissions import Held, Permission, Role
from donghanh.organisations.models import Level, Line, OrgUnit, Position, Span
from donghanh.organisations.tree import on
from donghanh.organisations.words import asked, searched
from donghanh.vietnam.text import tidy

LONGEST_NAME = 200

# Below units of these levels stand so many that a list of them is long: a province has some thousands.
_WIDE = frozenset({Level.CENTRE.value, ""})


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, user: "User | AnonymousUser") -> "UserQuerySet":
        """Herself, and whoever has or had a role in a unit whose people she may see."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        within_reach = within(user, Permission.VIEW_PEOPLE)
        roles = RoleGrant.objects.order_by()
        if is_wide(user, Permission.VIEW_PEOPLE):
            # Herself by her own roles, which whoever reaches so far has.
            return self.filter(Exists(roles.filter(Q(user=user.pk) | within_reach, user=OuterRef("pk"))))
        herself = User.objects.filter(pk=user.pk).values("pk")
        return self.filter(pk__in=herself.union(roles.filter(within_reach).values("user")))

    def named_like(self, words: str) -> "UserQuerySet":
        """Those in whose names all the words begin a word; marks are asked where typed."""
        found = self if asked(words) else self.none()
        for word in asked(words):
            found = found.filter(searched__contains=word)
        return found


class UserManager(BaseUserManager["User"]):
    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def visible_to(self, user: "User | AnonymousUser") -> UserQuerySet:
        return self.get_queryset().visible_to(user)

    def create_user(
        self,
        username: str,
        password: str | None,
        full_name: str,
        *,
        email: str | None = None,
        phone: str | None = None,
        must_change_password: bool = False,
    ) -> "User":
        """Make an account; without a password nobody can sign in to it yet.

        Raises: ValidationError.
        """
        user = self.model(
            username=User.normalize_username(username), must_change_password=must_change_password
        )
        user.take_down(full_name, email or "", phone or "")
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def named(self, name: str) -> "User | None":
        """Whoever signs in by this user name, e-mail or telephone number."""
        wanted = User.normalize_username(name)
        phone = User.normalize_phone(name)
        asked = Q(username=wanted) | Q(email=wanted) if wanted else Q(pk=None)
        return self.filter(asked | Q(phone=phone) if phone else asked).first()

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
                r"^(?!0[0-9]{9,10}\Z)[a-z0-9][a-z0-9._-]{1,63}\Z",  # no telephone number, which is another's
                _("Use 2 to 64 letters without diacritics, digits, dots, hyphens or underscores."),
            )
        ],
    )
    full_name = models.CharField(_("full name"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail"), max_length=254, unique=True, null=True, blank=True)
    phone = models.CharField(
        _("phone number"),
        max_length=16,
        unique=True,
        null=True,
        blank=True,
        validators=[
            RegexValidator(r"^0[0-9]{9,10}\Z", _("Write a Vietnamese number of 10 or 11 digits: 0912345678."))
        ],
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    must_change_password = models.BooleanField(_("must choose a password"), default=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    searched = models.TextField(_("words by which she is found"), editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        indexes = [models.Index(fields=["full_name", "id"], name="accounts_user_by_name")]

    def __str__(self) -> str:
        return self.full_name

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """As it is kept: in small letters, since a phone's keyboard begins with a capital."""
        return super().normalize_username(username).strip().casefold()

    @classmethod
    def normalize_phone(cls, phone: str) -> str:
        """Ten or eleven digits from 0 on, however it was written; blank where it is no telephone number.

        >>> User.normalize_phone("+84 912.345.678")
        '0912345678'
        """
        digits = re.sub(r"[\s.()-]", "", phone)
        digits = re.sub(r"^(\+|00)84", "0", digits)
        return digits if digits.isdecimal() and digits.isascii() else ""

    @property
    def sees_people(self) -> bool:
        """Whether the pages of people are any use to her."""
        return may(self, Permission.VIEW_PEOPLE)

    @property
    def sees_trail(self) -> bool:
        """Whether she is the auditor of any unit."""
        return may(self, Permission.VIEW_AUDIT)

    @property
    def adds_documents(self) -> bool:
        """Whether she works in a unit for which she hands documents over."""
        return may(self, Permission.ADD_DOCUMENTS)

    @property
    def writes_plans(self) -> bool:
        """Whether she works in a unit whose plans she writes."""
        return may(self, Permission.WRITE_PLANS)

    @property
    def reorganised(self) -> Q | None:
        """Which reorganisations are of units that she looks after in their line; None where she looks after none."""
        permission = Permission.REORGANISE_UNITS
        return within_its_line(self, permission) if may(self, permission) else None

    def take_down(self, full_name: str, email: str, phone: str) -> None:
        """Who she is and how she is reached, as it is kept however it was written; blank where there is none."""
        self.full_name = tidy(full_name)
        self.email = tidy(email).casefold() or None
        self.phone = User.normalize_phone(phone) or tidy(phone) or None
        self.searched = self.words()

    def unique_error_message(
        self, model_class: type[models.Model], unique_check: Sequence[str]
    ) -> ValidationError:
        """In words that say what to do; whose account it is they do not say."""
        label = self._meta.get_field(unique_check[0]).verbose_name  # type: ignore[union-attr]
        return ValidationError(
            gettext("Another account has this %(field)s already. Write another one.") % {"field": label},
            code="unique",
        )

    def words(self) -> str:
        """Her names as they are kept for the search."""
        return searched((self.full_name, self.username, self.phone or "", self.email or ""))

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The roles that she has today, as they were when this was first asked of this object; one query."""
        return RoleGrant.objects.held_by(self, timezone.localdate())

    @property
    def home_unit_id(self) -> int | None:
        """The unit in which she works: that of the role of hers that was given first, whatever its days, so that nobody
        changes it by giving her another; None where she has none today."""
        own = (each for each in self.held if not each.is_substitute)
        first = min(own, key=lambda each: each.grant_id, default=None)
        return first.unit_id if first else None


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def visible_to(self, user: "User | AnonymousUser") -> "RoleGrantQuerySet":
        """Her own, and those in units whose people she may see."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        # Of each row: they are asked for by their people, who are few.
        return self.filter(Q(user=user.pk) | each_within(user, Permission.VIEW_PEOPLE))

    def on(self, day: date) -> "RoleGrantQuerySet":
        """Those that hold on a day."""
        return self.filter(on(day))

    def held_by(self, user: User, day: date) -> tuple[Held, ...]:
        """What a person has on a day, her own and what she has for people who are away."""
        own = RoleGrant.objects.filter(user=user.pk).order_by().values("pk")
        lent = Substitution.objects.filter(on(day), user=user.pk, grant__user__is_active=True).order_by()
        path = Position.objects.filter(on(day), unit=OuterRef("unit"), line=OuterRef("line"))
        rows = (
            self.on(day)
            # No "or", for which both databases would go through the roles of the whole country.
            .filter(pk__in=own.union(lent.values("grant")))
            .annotate(path=Subquery(path.values("path")[:1]))
            .values_list("pk", "role", "unit_id", "line_id", "path", "unit__level", "user_id")
        )
        return tuple(
            Held(pk, Role(role), unit, line, path, level in _WIDE, holder != user.pk)
            for pk, role, unit, line, path, level, holder in rows
        )


class RoleGrant(Span):
    """A role that a person holds in a unit for some days; line: in which of the unit's lines it reaches down."""

    user = models.ForeignKey(User, verbose_name=_("person"), on_delete=models.PROTECT, related_name="grants")
    unit = models.ForeignKey(OrgUnit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="grants")
    line = models.ForeignKey(Line, verbose_name=_("line"), on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=16, choices=Role)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role in a unit")
        verbose_name_plural = _("roles in units")
        ordering = ["-since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "unit", "role", "since"], name="accounts_role_once"),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="accounts_role_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} ({self.unit})"


class SubstitutionQuerySet(models.QuerySet["Substitution"]):
    def visible_to(self, user: "User | AnonymousUser") -> "SubstitutionQuerySet":
        """Those in which she stands in for somebody, and those of roles that she sees."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        return self.filter(Q(user=user.pk) | Q(grant__in=RoleGrant.objects.visible_to(user)))


class Substitution(Span):
    """Who has a role for somebody who is away, for some days."""

    grant = models.ForeignKey(
        RoleGrant, verbose_name=_("role"), on_delete=models.PROTECT, related_name="substitutions"
    )
    user = models.ForeignKey(
        User, verbose_name=_("substitute"), on_delete=models.PROTECT, related_name="substitutions"
    )

    objects = SubstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("substitution")
        verbose_name_plural = _("substitutions")
        ordering = ["-since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "user", "since"], name="accounts_substitution_once"),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="accounts_substitution_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.grant}"


class ResetRequest(models.Model):
    """Somebody's wish for a link by mail, kept until the next one after it counts no more; mailbox and network (or who
    asked on a device of hers) are hashed.

    person: None where the link goes to nobody. The row is written all the same, so that both take the same time. ip: where
    the wish came from, for the trail. Both are emptied as soon as the wish was looked at.
    """

    mailbox = models.CharField(max_length=64, editable=False)
    network = models.CharField(max_length=64, editable=False)
    person = models.ForeignKey(
        User, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+", null=True, editable=False
    )
    ip = models.CharField(max_length=64, blank=True, editable=False)
    at = models.DateTimeField(_("when"), db_index=True, editable=False)

    class Meta:
        verbose_name = _("request for a password link")
        verbose_name_plural = _("requests for password links")

    def __str__(self) -> str:
        return f"{self.at}"


class FailedSignIn(models.Model):
    """A wrong password, kept until the next one after it counts no more; name and network are hashed, device is blank for
    a strange one."""

    name = models.CharField(max_length=64, editable=False)
    network = models.CharField(max_length=64, editable=False)
    device = models.CharField(max_length=16, blank=True, editable=False)
    at = models.DateTimeField(_("when"), db_index=True, editable=False)

    class Meta:
        verbose_name = _("failed sign-in")
        verbose_name_plural = _("failed sign-ins")

    def __str__(self) -> str:
        return f"{self.at}"
