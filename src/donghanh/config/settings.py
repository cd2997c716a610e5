"""Django's settings. What differs from one installation to another comes from the environment.

DONGHANH_DATA           folder of everything that is kept: database, files, secrets (./var)
DONGHANH_AUDIT_HEADS    folder where the audit trail's heads are noted daily (audit-heads in the data folder);
                        best on a disk that the database's operator cannot write to
DONGHANH_DATABASE_URL   postgresql://user:password@host:port/name; without it SQLite in the data folder
DONGHANH_ALLOWED_HOSTS  names that the site is called by, with commas (127.0.0.1,localhost)
DONGHANH_BACKUPS        folder of the backups, best on another disk (beside the data folder)
DONGHANH_BACKUP_KEY     file with the key of the backups, not in their folder (backup-key in the data folder)
DONGHANH_BACKUP_AT      when the nightly backup begins (01:30)
DONGHANH_BACKUP_KEEP    of how many days, weeks and months a backup is kept (7,4,12)
DONGHANH_HTTPS          1 where a proxy in front serves https and sets X-Forwarded-Proto
DONGHANH_PROXIES        how many proxies of our own stand in front and add to X-Forwarded-For (1 with https, else 0)
DONGHANH_MAIL           smtp://user:password@host:587/?from=donghanh@example.vn&site=https://donghanh.example.vn
                        where forgotten passwords are replaced by mail; site: where links in mails lead; smtps:// for
                        servers that are encrypted from the first byte; without it nothing goes out by mail
DONGHANH_DEMO           0 where people work in earnest: no people for trying it out are made (1)
DONGHANH_DEBUG          1 shows a developer what went wrong; never where others can reach it
"""

import os
from datetime import time
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from donghanh.backup.keep import Rule

from . import environment, mail

PACKAGE = Path(__file__).resolve().parents[1]
DATA = environment.folder(Path(os.environ.get("DONGHANH_DATA") or "var").resolve())

DEBUG = environment.flag("DONGHANH_DEBUG")
DEMO = environment.flag("DONGHANH_DEMO", default=True)
HTTPS = environment.flag("DONGHANH_HTTPS")
PROXIES = environment.number("DONGHANH_PROXIES", int(HTTPS))
SECRET_KEY = environment.secret(DATA / "secret-key")
ALLOWED_HOSTS = environment.words("DONGHANH_ALLOWED_HOSTS", ["127.0.0.1", "localhost"])

INSTALLED_APPS = [
    "donghanh.web",
    "donghanh.backup",
    "donghanh.plans",
    "donghanh.documents",
    "donghanh.trail",
    "donghanh.administration",
    "donghanh.organisations",
    "donghanh.accounts",
    "donghanh.audit",
    "donghanh.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "donghanh.config.proxies.real_address",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a long plan's page is 5 times smaller on a poor line
    "django.contrib.sessions.middleware.SessionMiddleware",
    "donghanh.config.language.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "donghanh.accounts.middleware.first_things_first",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "donghanh.config.urls"
WSGI_APPLICATION = "donghanh.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Data

DATABASES = {"default": environment.database(os.environ.get("DONGHANH_DATABASE_URL"), DATA)}
# Shared by all processes: what limits guesses is counted once.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA / "files"
AUDIT_HEADS = Path(os.environ.get("DONGHANH_AUDIT_HEADS") or DATA / "audit-heads").resolve()
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Backups

BACKUP_FOLDER = Path(os.environ.get("DONGHANH_BACKUPS") or DATA.with_name(f"{DATA.name}-backups")).resolve()
BACKUP_KEY_FILE = Path(os.environ.get("DONGHANH_BACKUP_KEY") or DATA / "backup-key").resolve()
BACKUP_AT = environment.time_of_day("DONGHANH_BACKUP_AT", time(1, 30))
BACKUP_KEEP = Rule(*map(int, environment.words("DONGHANH_BACKUP_KEEP", ["7", "4", "12"])))
BACKUP_SECRETS = ["secret-key"]  # what the data folder keeps besides the database and the files

# Words, days and hours

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
FORMAT_MODULE_PATH = ["donghanh.config.formats"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# People

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["donghanh.accounts.backends.PersonBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "donghanh.accounts.hashers.DrawnPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# django-allauth: signing in, second steps, forgotten passwords. Accounts are made by administrators.
ACCOUNT_ADAPTER = "donghanh.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "donghanh.accounts.forms.SignInForm",
    "change_password": "donghanh.accounts.forms.NewPasswordForm",
    "reauthenticate": "donghanh.accounts.forms.AgainForm",
    "reset_password": "donghanh.accounts.forms.ForgottenForm",
    "reset_password_from_key": "donghanh.accounts.forms.PasswordByLinkForm",
    "user_token": "donghanh.accounts.forms.LinkForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}  # the backend takes e-mail and telephone too
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# allauth's own keeps a table of e-mail addresses beside ours, in which former ones would stay.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 30 * 60  # seconds
ACCOUNT_SESSION_REMEMBER = True  # until SESSION_COOKIE_AGE
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60  # seconds
# No limit for an address, which a whole office has: accounts/throttling.py counts strange devices. What allauth goes on
# counting ("change_password", "reauthenticate", and codes here) it counts for the person whose password was given.
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "login_failed": "6/300s/key",  # codes of a second step
    "reset_password": "",
    "reset_password_from_key": "",  # 128 bits, which nobody guesses
}
MFA_FORMS = {
    "activate_totp": "donghanh.accounts.forms.TelephoneForm",
    "authenticate": "donghanh.accounts.forms.CodeForm",
    "reauthenticate": "donghanh.accounts.forms.CodeAgainForm",
    "login_webauthn": "donghanh.accounts.forms.KeyAloneForm",
}
MFA_ADAPTER = "donghanh.accounts.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": ""}  # a signature, which nobody guesses
MFA_TOTP_ISSUER = "Đồng Hành"
MFA_TOTP_TOLERANCE = 1  # the code before and after: clocks of telephones go wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # on this machine itself browsers allow it

# Mail, where the installation has it

_MAIL = mail.read(os.environ.get("DONGHANH_MAIL"))
MAIL_SITE = _MAIL.site  # where links in mails lead; blank without mail
DEFAULT_FROM_EMAIL = _MAIL.sender
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starts_tls, _MAIL.is_tls
EMAIL_TIMEOUT = 30  # seconds

# Units

# What each room keeps by unit follows the units when they are reorganised: see organisations/following.py.
UNIT_FOLLOWERS = ["donghanh.accounts.following.roles", "donghanh.documents.following.uploads"]

# Files

# What rooms above documents keep among the originals: each says of a hash whether it does, see documents/selectors.py.
FILE_KEEPERS = ["donghanh.plans.signing.is_kept"]

# Pages: whatever a page shows comes from here, and nothing stands in line

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
# The third parties' part of the pages' looks, made by scripts/setup from locked packages.
_ASSETS = Path(os.environ.get("DONGHANH_ASSETS") or "build/static").resolve()
STATICFILES_DIRS = [_ASSETS] if _ASSETS.is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False  # without a file the page still comes, in the system's fonts
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# Security

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "donghanh_session"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: a working day
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "donghanh_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

# Uploads

MAX_UPLOAD_BYTES = 50 * 1024 * 1024  # one file; config/uploads.py stops a larger one
FILE_UPLOAD_HANDLERS = [
    "donghanh.config.uploads.SizeLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_TEMP_DIR = environment.folder(DATA / "uploads")
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_NUMBER_FILES = 100

# Logs: where something went wrong, never with whose data

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"private": {"()": "donghanh.config.logs.PrivateFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "donghanh": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django_tasks": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django_tasks_db": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
