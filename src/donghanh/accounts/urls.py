from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as paper
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from .views import forgotten, own, people

# allauth looks for its pages by these names. What changes something does so in one transaction with its audit entry.
signing_in = [
    path("sign-in/", login_not_required(account.login), name="account_login"),
    path("sign-in/second-step/", login_not_required(factors.authenticate), name="mfa_authenticate"),
    path("sign-in/key/", login_not_required(keys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/closed/", login_not_required(account.account_inactive), name="account_inactive"),
    path("sign-in/forgotten/", forgotten.ask, name="account_reset_password"),
    path("sign-in/forgotten/asked/", forgotten.asked, name="account_reset_password_done"),
    path(
        "sign-in/forgotten/<str:uidb36>/<str:key>/",
        forgotten.choose,
        name="account_reset_password_from_key",
    ),
    path("sign-out/", own.SignOut.as_view(), name="account_logout"),
    path("password/", account.password_change, name="account_change_password"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("again/code/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("again/key/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second-step/", factors.index, name="mfa_index"),
    path("second-step/telephone/", own.recorded(totp.activate_totp), name="mfa_activate_totp"),
    path("second-step/telephone/remove/", own.recorded(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-step/paper/", paper.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "second-step/paper/new/",
        own.recorded(paper.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("second-step/keys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("second-step/keys/new/", own.recorded(keys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "second-step/keys/<int:pk>/remove/",
        own.recorded(keys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
]

pages = [
    path("me/", own.me, name="own"),
    path("me/contact/", own.contact, name="contact"),
    path("me/sessions/<int:pk>/end/", own.end_session, name="end_session"),
    path("me/sessions/end/", own.end_other_sessions, name="end_other_sessions"),
    path("people/", people.people, name="people"),
    path("people/new/", people.new, name="new"),
    path("people/import/", people.bring, name="import"),
    path("people/import/list.xlsx", people.template, name="template"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/correct/", people.correct, name="correct"),
    path("people/<int:pk>/roles/", people.grant, name="grant"),
    path("people/<int:pk>/roles/<int:grant>/end/", people.end, name="end"),
    path("people/<int:pk>/roles/<int:grant>/substitute/", people.substitute, name="substitute"),
    path("people/<int:pk>/substitutes/<int:lent>/end/", people.end_substitution, name="end_substitution"),
    path("people/<int:pk>/move/", people.move, name="move"),
    path("people/<int:pk>/password/", people.password, name="password"),
    path("people/<int:pk>/second-steps/", people.remove_factors, name="remove_factors"),
    path("people/<int:pk>/close/", people.close, name="close"),
    path("people/<int:pk>/reopen/", people.reopen, name="reopen"),
]

urlpatterns = [*signing_in, path("", include((pages, "accounts")))]
