"""Looking at a desk before it is joined: each hindrance has its own sentence, and none shows a password."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from desk_server import NOT_INSTALLED, Server, programs, running

from briefing.library import LibraryFailure, LibraryUnreachable, open_library
from briefing.library.library_stores import can_keep_passwords, keep_password, look_at_desk
from briefing.model.catalogue import in_english

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")
desk_connection = pytest.importorskip("briefing.library.postgres.desk_connection")
desk_passwords = pytest.importorskip("briefing.library.postgres.desk_passwords")

RULES = """
local all     desk trust
local closed  bob  trust
local news    bob  trust
local news    eve  trust
local all     ada  scram-sha-256
"""


@pytest.fixture(scope="module")
def guarded() -> Iterator[Server]:
    """A server that asks who comes: ada has a password, bob is let into one database, and eve may read nothing."""
    found = programs()
    if found is None:
        pytest.skip(NOT_INSTALLED)
    with running(found) as server:
        for statement in (
            "CREATE ROLE ada LOGIN PASSWORD 'open sesame'",
            "CREATE ROLE bob LOGIN",
            "CREATE ROLE eve LOGIN",
            "CREATE DATABASE closed",
            "CREATE DATABASE news",
            "CREATE DATABASE empty OWNER ada",
            "REVOKE CONNECT ON DATABASE closed FROM public",
        ):
            server.execute(statement)
        library = open_library(at(server, "desk", "news"))
        library.close()
        with psycopg.connect(at(server, "desk", "news"), autocommit=True) as connection:
            connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO bob")
            connection.execute("GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO bob")
        Path(server.folder, "data", "pg_hba.conf").write_text(RULES)
        server.execute("SELECT pg_reload_conf()")
        yield server


def at(server: Server, who: str, database: str) -> str:
    return f"postgresql://{who}@/{database}?host={server.folder}"


def told(address: str) -> str:
    return in_english(look_at_desk(address))


@pytest.mark.parametrize(
    ("who", "database", "sentence"),
    [
        ("ada", "news", "asks for a password, and none was given"),
        ("ada:wrong", "news", "does not accept this name with this password"),
        ("desk", "nowhere", "has no such database"),
        ("nobody", "news", "does not let you into this database"),
        ("bob", "closed", "does not let you into this database"),
        ("eve", "news", "not read the library there"),
    ],
)
def test_each_hindrance_is_told_by_itself(guarded: Server, who: str, database: str, sentence: str) -> None:
    with pytest.raises(LibraryFailure, match=sentence) as refused:
        look_at_desk(at(guarded, who, database))
    assert not isinstance(refused.value, LibraryUnreachable)
    assert "wrong" not in refused.value.sentence


def test_an_empty_database_is_made_a_library_by_whoever_may(guarded: Server) -> None:
    assert "it is made when you join" in told(at(guarded, "ada:open%20sesame", "empty"))


def test_whoever_may_only_read_is_told_so_before(guarded: Server) -> None:
    assert "not change it" in told(at(guarded, "bob", "news"))


def test_how_much_there_is_is_told(guarded: Server) -> None:
    assert "it holds 0 articles" in told(at(guarded, "desk", "news"))


def test_a_server_that_is_too_old_is_refused(guarded: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_connection, "OLDEST", 99)
    with pytest.raises(LibraryFailure, match="needs version 99 or newer"):
        look_at_desk(at(guarded, "desk", "news"))


@pytest.mark.parametrize("address", ["postgresql://ada:secret@127.0.0.1:1/news", "postgresql://ada@/news?host=/none"])
def test_no_server_may_come_back(address: str) -> None:
    with pytest.raises(LibraryUnreachable, match="cannot be reached") as refused:
        look_at_desk(address)
    assert "secret" not in refused.value.sentence


@pytest.mark.parametrize("address", ["", "desk/news", "http://desk/news"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(LibraryFailure, match="no address of a desk"):
        look_at_desk(address)


class Keyring:
    """A keyring of the system, as the library that reaches it shows it."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.held.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.held[service, name] = password


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    keyring, errors = Keyring(), ModuleType("keyring.errors")
    errors.KeyringError = OSError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.setattr(desk_passwords, "is_possible", lambda: True)
    return keyring


def test_a_password_is_taken_from_the_keyring_where_the_server_asks_for_one(guarded: Server, keyring: Keyring) -> None:
    assert keep_password(at(guarded, "ada:open%20sesame", "empty"))
    assert list(keyring.held.values()) == ["open sesame"]
    assert "it is made when you join" in told(at(guarded, "ada", "empty"))
    with pytest.raises(LibraryFailure, match="does not accept this name"):
        look_at_desk(at(guarded, "ada:wrong", "empty"))


def test_without_a_keyring_no_password_is_kept(guarded: Server) -> None:
    if not can_keep_passwords():
        assert not keep_password(at(guarded, "ada:open%20sesame", "empty"))


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql://ada@desk.example/news", "require"),
        ("postgresql://ada@desk.example/news?sslmode=disable", "require"),
        ("postgresql://ada@desk.example/news?sslmode=verify-full", None),
        ("postgresql://ada@localhost,desk.example/news", "require"),
        ("postgresql:///news?service=desk", "require"),
        ("postgresql://ada@localhost/news", None),
        ("postgresql://ada@/news?host=/run/postgresql", None),
    ],
)
def test_nothing_goes_to_another_machine_but_encrypted(address: str, mode: str | None) -> None:
    assert desk_connection.terms(address).get("sslmode") == mode


@pytest.mark.parametrize("name", ["PGHOST", "PGHOSTADDR", "PGSERVICE"])
def test_a_server_that_the_environment_names_may_be_another_machine(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "192.0.2.7")
    assert desk_connection.terms("postgresql:///news").get("sslmode") == "require"
