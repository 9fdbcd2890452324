"""A family's page starts in the language that its account has chosen, in whatever browser."""

from __future__ import annotations

from django.test import Client

from tests import factories as make
from tests.conftest import DISTRICTS

PASSWORD = "a long and private phrase"


def signing_in(name: str, asks_for: str = "en") -> Client:
    """A new browser in which this account has just been opened."""
    client = Client(HTTP_HOST=DISTRICTS["alder_creek"], HTTP_ACCEPT_LANGUAGE=asks_for)
    assert client.post("/sign-in/", {"login": name, "password": PASSWORD}).status_code == 302
    return client


def language_of(client: Client) -> str:
    page = client.get("/family/").content.decode()
    return page.split('<html lang="', 1)[1][:2]


def mother(town: make.Town) -> str:
    from fileroom.hosting import district_transaction

    account = town.mother.by.account
    account.set_password(PASSWORD)
    with district_transaction():
        account.save(update_fields=["password"])
    return str(account.sign_in_name)


def test_where_nobody_has_chosen_the_browser_says(town: make.Town) -> None:
    name = mother(town)
    assert language_of(signing_in(name)) == "en"
    assert language_of(signing_in(name, asks_for="es")) == "es"


def test_a_language_once_chosen_goes_with_the_account(town: make.Town) -> None:
    name = mother(town)
    assert signing_in(name).post("/language/", {"language": "es", "next": "/family/"}).status_code == 302
    assert kept(town) == "es"
    elsewhere = signing_in(name)
    assert language_of(elsewhere) == "es"
    elsewhere.post("/language/", {"language": "en", "next": "/family/"})
    assert language_of(signing_in(name, asks_for="es")) == "en"


def kept(town: make.Town) -> str:
    """What the account holds as its language."""
    from fileroom.hosting import district_transaction

    account = town.mother.by.account
    with district_transaction():
        account.refresh_from_db(fields=["language"])
    return str(account.language)


def test_a_language_that_is_not_spoken_here_is_not_kept(town: make.Town) -> None:
    name = mother(town)
    for language in ("tlh", "de", "zh-hans", ""):
        assert signing_in(name).post("/language/", {"language": language}).status_code == 302
        assert kept(town) == ""
        assert language_of(signing_in(name)) == "en"
    stranger = Client(HTTP_HOST=DISTRICTS["alder_creek"])
    assert stranger.post("/language/", {"language": "es"}).status_code == 302
    assert kept(town) == ""
    assert language_of(signing_in(name)) == "en"
