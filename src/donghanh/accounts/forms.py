"""What is asked of those who sign in, and of those who administer people."""

from datetime import date
from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    UserTokenForm,
)
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as FactorReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal.auth import get_state
from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from fido2.webauthn import UserVerificationRequirement

from donghanh.accounts import resetting, services, throttling
from donghanh.accounts.access import held, within, within_its_line
from donghanh.accounts.errors import NotNearError
from donghanh.accounts.models import LONGEST_NAME, User
from donghanh.accounts.permissions import Permission, Role
from donghanh.organisations.forms import DayField
from donghanh.organisations.models import OPEN, Line, OrgUnit
from donghanh.organisations.naming import SeveralUnitsError, meant, told
from donghanh.vietnam.text import is_name

_LABELS = {
    "login": gettext_lazy("User name, e-mail or telephone number"),
    "password": gettext_lazy("Password"),
    "email": gettext_lazy("E-mail"),
    "oldpassword": gettext_lazy("Present password"),
    "password1": gettext_lazy("New password"),
    "password2": gettext_lazy("New password once more"),
    "code": gettext_lazy("Code"),
}


class _InOurWords(forms.Form):
    """A form of django-allauth with the product's words beside its fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name in _LABELS:
                field.label = _LABELS[name]
                field.help_text = ""
                field.widget.attrs.pop("placeholder", None)


class SignInForm(_InOurWords, LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attributes = {"autocapitalize": "none", "autocomplete": "username", "autofocus": True}
        self.fields["login"].widget.attrs.update(attributes)

    @property
    def has_mail(self) -> bool:
        """Whether a forgotten password is replaced by mail."""
        return bool(settings.MAIL_SITE)


class _TypedTwice(_InOurWords):
    """A new password, with what allauth says in English alone in our words."""

    def clean(self) -> dict[str, Any] | None:
        told: dict[str, Any] | None = super().clean()
        if told and told.get("password1") and told["password1"] != self.data.get("password2"):
            self.errors.pop("password2", None)
            self.add_error("password2", gettext("The two are not the same. Type the new password twice."))
        return told


class NewPasswordForm(_TypedTwice, ChangePasswordForm):
    def clean(self) -> dict[str, Any] | None:
        """Somebody else may know the present one."""
        told = super().clean()
        if told and told.get("password1") and told["password1"] == told.get("oldpassword"):
            self.add_error("password1", gettext("That is your present password. Choose another one."))
        return told


class ForgottenForm(_InOurWords, ResetPasswordForm):
    """Asks for a link by mail; it looks nobody up, so that its answer is the same for every address."""

    def clean_email(self) -> str:
        address: str = self.cleaned_data["email"]
        if throttling.are_too_many_links(context.request, address):
            raise forms.ValidationError(
                gettext(
                    "Too many links were asked for. Look into the mailbox, wait an hour, or ask your unit's administrator."
                )
            )
        return address

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        address: str = self.cleaned_data["email"]
        resetting.ask(request, address)
        return address


class PasswordByLinkForm(_TypedTwice, ResetPasswordKeyForm):
    def save(self) -> None:
        resetting.choose(context.request, self.user, self.temp_key, self.cleaned_data["password1"])


class LinkForm(UserTokenForm):
    """Whether a link still works; that of an account that was closed since does not."""

    def _get_user(self, uidb36: str) -> User | None:
        person = super()._get_user(uidb36)
        return person if isinstance(person, User) and resetting.may_reset(person) else None


class AgainForm(_InOurWords, ReauthenticateForm):
    pass


class TelephoneForm(_InOurWords, ActivateTOTPForm):
    pass


class CodeForm(_InOurWords, AuthenticateForm):
    def _emit_authentication_failed(self, authenticator: object) -> None:
        """A right password with wrong codes is the clearest sign of a theft."""
        services.note_failed_second_step(context.request, services.as_user(self.user))


class CodeAgainForm(_InOurWords, FactorReauthenticateForm):
    def _emit_authentication_failed(self, authenticator: object) -> None:
        services.note_failed_second_step(context.request, services.as_user(self.user))


class KeyAloneForm(LoginWebAuthnForm):
    """A key in place of name and password: only where the key itself asked who holds it.

    allauth keeps one state for all uses of keys; one that was begun as a second step does not ask for a PIN or finger.
    """

    def clean_credential(self) -> object:
        state = get_state() or {}
        if str(state.get("user_verification")) != UserVerificationRequirement.REQUIRED.value:
            raise forms.ValidationError(gettext("The key was not used. Try again, or choose another way."))
        return super().clean_credential()


class UnitField(forms.CharField):
    """A unit by its name, among those where the person may do something, or among all where no permission is named.
    `asking` says whose question it is, before it is used."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": gettext_lazy("Unit"), "max_length": 250, **kwargs})
        self.asking: tuple[User, Permission | None] | None = None

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        return unit_named(written, *self.asking) if written and self.asking else None


def unit_named(written: str, user: User, permission: Permission | None = None) -> OrgUnit:
    """The one unit that is there or will be and is called so, among those where a person may do something.

    Raises: ValidationError where none or several are meant, with these.
    """
    today = timezone.localdate()
    units = OrgUnit.objects.visible_to(user).filter(until__gt=today)
    none = gettext("No unit is called “%(name)s”. Write its name as the page of units has it.")
    if permission is not None:
        units = units.filter(within(user, permission, "pk"))
        none = gettext("No unit of yours is called “%(name)s”. Write its name as the page of units has it.")
    found = meant(units, written, today)
    if not found:
        raise forms.ValidationError(none % {"name": written[:80]})
    if len(found) > 1:
        raise forms.ValidationError(str(SeveralUnitsError(written, [told(*each) for each in found])))
    return found[0][0]


class _RoleField(forms.ChoiceField):
    """The roles that an administrator can give."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [(role.value, role.label) for role in Role if role != Role.OPERATOR]
        super().__init__(label=gettext_lazy("Role"), choices=choices, **kwargs)


class GrantForm(forms.Form):
    """A role in a unit for some days, in a line in which the person gives roles; a blank end goes on."""

    unit = UnitField()
    role = _RoleField()
    line = forms.ModelChoiceField(
        Line.objects.all(), label=gettext_lazy("Line"), to_field_name="code", empty_label=None
    )
    since = DayField(label=gettext_lazy("Since"), required=False)
    until = DayField(label=gettext_lazy("Until, not including that day"), required=False)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit, line = self.fields["unit"], self.fields["line"]
        if isinstance(unit, UnitField) and isinstance(line, forms.ModelChoiceField):
            unit.asking = (user, Permission.MANAGE_PEOPLE)
            hers = [each.line_id for each in held(user, Permission.MANAGE_PEOPLE)]
            line.queryset = Line.objects.filter(pk__in=hers)

    @property
    def end(self) -> date:
        """The first day on which the role is held no more."""
        return self.cleaned_data["until"] if self.data.get("until", "").strip() else OPEN


class ContactForm(forms.Form):
    """How a person is reached, which are also names by which she signs in."""

    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        required=False,
        error_messages={"invalid": gettext_lazy("Write an e-mail address such as lan@example.vn.")},
        widget=forms.TextInput({"inputmode": "email", "autocomplete": "email", "autocapitalize": "none"}),
    )


class CorrectForm(ContactForm):
    """Who a person is and how she is reached, as her administrator writes it down."""

    field_order: tuple[str, ...] = ("full_name",)
    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=LONGEST_NAME)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"  # it is not the reader's own

    def clean_full_name(self) -> str:
        name: str = self.cleaned_data["full_name"]
        if not is_name(name):
            raise forms.ValidationError(
                gettext("“%(name)s” is no name. Write it as words.") % {"name": name[:40]}
            )
        return name


class PersonForm(CorrectForm, GrantForm):
    """An account with its first role."""

    field_order = ("full_name", "username", "phone", "email")
    username = forms.CharField(
        label=gettext_lazy("User name"),
        max_length=64,
        required=False,
        help_text=gettext_lazy("Left blank, it is made of the name: lannt for Nguyễn Thị Lan."),
    )


class MoveForm(forms.Form):
    """From one unit to another."""

    old = forms.ModelChoiceField(OrgUnit.objects.all(), label=gettext_lazy("Leaves"), empty_label=None)
    unit = UnitField()
    day = DayField(label=gettext_lazy("From the day on"), required=False)

    def __init__(self, user: User, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        old, unit = self.fields["old"], self.fields["unit"]
        if isinstance(old, forms.ModelChoiceField) and isinstance(unit, UnitField):
            grants = person.grants.filter(within_its_line(user, Permission.MANAGE_PEOPLE), until__gt=today)
            old.queryset = OrgUnit.objects.filter(pk__in=grants.values("unit"))
            unit.asking = (user, Permission.MANAGE_PEOPLE)


class SubstituteForm(forms.Form):
    """Who has a role for its holder, from when until when."""

    person = forms.CharField(label=gettext_lazy("User name of the substitute"), max_length=64, required=True)
    since = DayField(label=gettext_lazy("Since"), required=False)
    until = DayField(label=gettext_lazy("Until"))

    def clean_person(self) -> User:
        found = User.objects.named(self.cleaned_data["person"])
        if found is None or not found.is_active:
            raise forms.ValidationError(str(NotNearError()))
        return found


class DayForm(forms.Form):
    day = DayField(label=gettext_lazy("Until"), required=False)


class PeopleForm(forms.Form):
    """What is asked of the list of people."""

    q = forms.CharField(label=gettext_lazy("Name, user name or telephone"), required=False, max_length=100)
    role = forms.ChoiceField(label=gettext_lazy("Role"), required=False)
    unit = forms.ModelChoiceField(
        OrgUnit.objects.none(), label=gettext_lazy("Unit"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role, unit = self.fields["role"], self.fields["unit"]
        if isinstance(role, forms.ChoiceField) and isinstance(unit, forms.ModelChoiceField):
            role.choices = [("", gettext("all")), *((role.value, role.label) for role in Role)]
            unit.queryset = OrgUnit.objects.visible_to(user)


class ListForm(forms.Form):
    """A list from Excel."""

    file = forms.FileField(label=gettext_lazy("Excel file"))
    only_right = forms.BooleanField(
        label=gettext_lazy("Take the right rows, even where others are wrong"), required=False
    )
