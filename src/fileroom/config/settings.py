"""Django's settings. What an installation may choose comes from the environment; nothing here opens a gate."""

from __future__ import annotations

import logging
import os
import secrets
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from fileroom.casework import post
from fileroom.disclosure import tables as disclosure
from fileroom.ledger import tables as ledger
from fileroom.people import tables as people
from fileroom.screening.opening import scanner
from fileroom.seal import NotConfigured

PACKAGE = Path(__file__).resolve().parent.parent
ASSETS = Path(os.environ.get("FILEROOM_ASSETS", PACKAGE.parent.parent / "var" / "assets"))


def database(variable: str, engine: str) -> dict[str, Any]:
    """Django's form of a PostgreSQL URL; empty values where the variable is unset (commands that need no database)."""
    parts = conninfo_to_dict(os.environ.get(variable, ""))
    named = {name: parts.pop(name, "") for name in ("user", "password", "host", "port")}
    return {
        "ENGINE": engine,
        "NAME": parts.pop("dbname", "fileroom"),
        **{name.upper(): value for name, value in named.items()},
        "CONN_MAX_AGE": None,
        # Whatever else the URL asks for is libpq's to read: sslmode, sslrootcert, connect_timeout …
        "OPTIONS": {"client_encoding": "UTF8", **parts},
    }


DATABASES = {
    "default": database("FILEROOM_DATABASE_URL", "fileroom.hosting.postgres"),
    "owner": database("FILEROOM_OWNER_URL", "django.db.backends.postgresql"),
}
DATABASE_ROUTERS: list[str] = []
INSERT_ONLY_TABLES = [*ledger.INSERT_ONLY, *disclosure.INSERT_ONLY, *people.INSERT_ONLY]
OBJECTS = os.environ.get("FILEROOM_OBJECTS", "")


def secret_key() -> str:
    """Signs cookies and forms; a file of its own, so that no dump or environment listing shows it."""
    path = os.environ.get("FILEROOM_SECRET_KEY_FILE")
    try:
        return Path(path).read_text().strip() if path else ""
    except (OSError, UnicodeDecodeError) as error:
        says = error.strerror if isinstance(error, OSError) else "it is no text"
        raise NotConfigured(f"The file {path!r} named by FILEROOM_SECRET_KEY_FILE cannot be read: {says}.") from None


# Without the file each process invents a key: commands run, and no cookie signed by one opens another.
SECRET_KEY = secret_key() or secrets.token_urlsafe(48)
DEBUG = False
# Which district a host leads to is the register's to say (web.middleware); a host it does not know gets nothing.
ALLOWED_HOSTS = ["*"]
# The number families are told to call; every page for them shows it. Where it is unset they are sent to the school.
STUDENT_RECORDS_TELEPHONE = os.environ.get("FILEROOM_TELEPHONE", "").strip()
# The number at which a court's order is taken in when the schools are closed. A public page shows it.
ORDERS_AFTER_HOURS = os.environ.get("FILEROOM_AFTER_HOURS", "").strip()
# How the California Cybersecurity Integration Center is reached: an address or number, as the Center gives it today.
# The statute names none, so the district keeps it up to date; the program sends nothing there.
CENTER_CHANNEL = os.environ.get("FILEROOM_CAL_CSIC_CHANNEL", "").strip()
# The mail server that the program's own mails go through. Unset: nothing is sent, and every page that would queue a
# mail says so.
try:
    MAIL = post.server_of(os.environ.get("FILEROOM_MAIL_URL", ""))
except post.BadAddress as error:
    raise NotConfigured(str(error)) from None
# The port that links in mails name, where it is not the usual one of the web.
PUBLIC_PORT = os.environ.get("FILEROOM_PUBLIC_PORT", "").strip()
# Days for which a secure link is open. No law sets a number: a district may choose others, and never more than a month.
LINK_DAYS = min(max(int(os.environ.get("FILEROOM_LINK_DAYS") or 14), 1), 31)
# Days until the custodian of records has decided about what was held back at the gate. No law sets a number: a district
# may choose another, and never so long that a Social Security number lies there through a term.
QUARANTINE_DAYS = min(max(int(os.environ.get("FILEROOM_QUARANTINE_DAYS") or 10), 1), 30)
# Days after which a form that the district asks by is screened again, though nothing changed. No law sets a number: a
# district may choose another, and never more than two years.
FORM_DAYS = min(max(int(os.environ.get("FILEROOM_FORM_DAYS") or 365), 1), 730)
# Days for which an exception is declared for a form at the most; then it is declared and approved anew. No law sets a
# number: a district may choose fewer, and never more than a school year.
DECLARATION_DAYS = min(max(int(os.environ.get("FILEROOM_DECLARATION_DAYS") or 366), 1), 366)
# Days within which an employee completes a course, from being hired, from a new office, or from the end of the last
# training; and months for which a completed one counts. No law sets either: a district may choose, within these bounds.
TRAINING_DAYS = min(max(int(os.environ.get("FILEROOM_TRAINING_DAYS") or 30), 1), 90)
TRAINING_MONTHS = min(max(int(os.environ.get("FILEROOM_TRAINING_MONTHS") or 12), 1), 36)
# Days within which each school's essential list is printed and locked away again. No law sets a number: a district may
# choose another, and never more than a quarter of a year.
ESSENTIALS_DAYS = min(max(int(os.environ.get("FILEROOM_ESSENTIALS_DAYS") or 7), 1), 92)
# From how many on reading looks like a machine's: students in ten minutes; students at one beat, and the spread of the
# beat in hundredths; students in ten minutes of the night; students in a day; refusals in ten minutes; names in
# searches and lists in ten minutes. No law sets a number: a district may choose others, within bounds that keep the
# watch awake.
WATCH = tuple(
    min(max(int(os.environ.get(f"FILEROOM_WATCH_{name}") or usual), least), most)
    for name, usual, least, most in (
        ("FAST", 40, 10, 200), ("STEADY", 20, 10, 100), ("BEAT", 25, 5, 60), ("NIGHT", 15, 5, 100),
        ("DAY", 400, 50, 2000), ("REFUSED", 25, 5, 200), ("NAMES", 500, 100, 5000),
    )
)  # fmt: skip
# A list of more students than this waits for a second person. No law sets a number: a district may choose another, and
# never one so large that a school's whole list goes out on one person's word. 0: every list waits.
LISTS_SECOND_ABOVE = min(max(int(os.environ.get("FILEROOM_LISTS_SECOND_ABOVE") or 30), 0), 200)
# Within so many business days that second person agrees, or it is late: no law sets a number. A day later it lapses.
LISTS_SECOND_WITHIN = min(max(int(os.environ.get("FILEROOM_LISTS_SECOND_WITHIN") or 1), 1), 5)

# So many days before its last day a contract with a company stands on the Superintendent's first screen; and so many a
# company is given to answer when the district demands that it delete, or asks what it does with data.
CONTRACT_DAYS = min(max(int(os.environ.get("FILEROOM_CONTRACT_DAYS") or 90), 1), 365)
CURE_DAYS = min(max(int(os.environ.get("FILEROOM_CURE_DAYS") or 30), 10), 180)
DEMAND_DAYS = min(max(int(os.environ.get("FILEROOM_DEMAND_DAYS") or 30), 5), 90)
# How often a token may ask in a minute. No law sets a number: a district may choose another, within bounds that keep a
# lost one from reading a school in an hour.
TOKEN_RATE = min(max(int(os.environ.get("FILEROOM_TOKEN_RATE") or 120), 10), 600)
# So many years a Safe at Home card holds whose last day nobody has written. No text here sets a number.
CARD_YEARS = min(max(int(os.environ.get("FILEROOM_CARD_YEARS") or 4), 1), 10)
# A scanner for harmful programs on this machine (ClamAV's daemon). The sieve is told: it reads no setting itself.
try:
    scanner.use(os.environ.get(scanner.SETTING, ""))
except ValueError as error:
    raise NotConfigured(str(error)) from None
# Addresses of the district's own proxies, comma apart: only these are believed about whom a request came from.
TRUSTED_PROXIES = frozenset(filter(None, map(str.strip, os.environ.get("FILEROOM_TRUSTED_PROXIES", "").split(","))))
# Until the walls stand (SECURITY.md, not kept yet) every installation says that it is one.
DEMONSTRATION = True

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "fileroom.people",
    "fileroom.ledger",
    "fileroom.duties",
    "fileroom.records",
    "fileroom.collection",
    "fileroom.disclosure",
    "fileroom.casework",
    "fileroom.programmes",
    "fileroom.web",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "fileroom.web.middleware.serve_district",
    "fileroom.web.middleware.security_headers",
    "fileroom.api.middleware.at_the_rest_door",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fileroom.web.sessions.end_unused",
    "django.middleware.locale.LocaleMiddleware",
    "fileroom.web.middleware.refuse_too_large",
    "fileroom.web.middleware.refuse_unreadable",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fileroom.web.middleware.answer_errors",
]
ROOT_URLCONF = "fileroom.config.urls"
WSGI_APPLICATION = "fileroom.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "fileroom.web.context.page",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]

AUTHENTICATION_BACKENDS = ["fileroom.web.sign_in.InDistrict"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "fileroom.web.sign_in.Doorkeeper"
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True

# A whole school may sign in from one address in the morning; wrong passwords are what is few.
# Its own limit of tries, right ones too, is "entrance" here: it counts in a transaction of ours (web.sign_in).
ACCOUNT_RATE_LIMITS = {"login": "", "entrance": "300/m/ip", "login_failed": "10/m/ip,5/5m/key"}
# allauth counts failed sign-ins here; the table is shared by all workers of a district.
CACHES = {"default": {"BACKEND": "fileroom.web.limits.Limits"}}

SESSION_ENGINE = "fileroom.web.sessions"
SESSION_COOKIE_NAME = "fileroom_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 8
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Behind a proxy that ends TLS the installation says so; the demonstration on 127.0.0.1 has no TLS.
BEHIND_TLS = os.environ.get("FILEROOM_BEHIND_TLS", "no") == "yes"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# A document is held in memory until it is sealed, never in a file: what lies on disk lies there sealed. What is larger
# than this is refused before it is read, and above the shelf's own limit (records.contents.LARGEST) in words.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
# The form builder sends seven values a field, of 200 fields at most and one too many, which it is told of.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# Whoever is not signed in has nothing to hand in but a name and a password, or a paper of the district's to be checked.
LARGEST_BODY_OF_A_STRANGER = 64 * 1024
LARGEST_PAPER_OF_A_STRANGER = 2 * 1024 * 1024

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "America/Los_Angeles"

STATIC_URL = "/static/"
STATIC_ROOT = ASSETS / "collected"
STATICFILES_DIRS = [ASSETS] if ASSETS.exists() else []
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# The program's log says what the program did, never what a record holds: no request bodies, no SQL, no values. What a
# logger trips over itself it would print, with the error that it was about to tell of, and all that one says.
logging.raiseExceptions = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "nobody": {"class": "logging.NullHandler"},
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handler logs paths and tracebacks; web.middleware.answer_errors writes the incident instead.
        "django.request": {"handlers": ["nobody"], "propagate": False},
        "django.security": {"handlers": ["nobody"], "propagate": False},
        "django.db.backends": {"handlers": ["nobody"], "propagate": False},
        "fileroom": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
