"""The address of a desk is read without its driver, and shown without its password."""

from pathlib import Path

import pytest

from briefing.desk_address import desk_name, parted, shown, with_password, without_password
from briefing.library_place import local_folder, own_folder


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("postgresql://ada:secret@desk.example:5433/news", "postgresql://ada@desk.example:5433/news"),
        ("postgres://desk.example/news?sslmode=verify-full", "postgresql://desk.example/news"),
        ("postgresql:///news?host=/run/pg&user=ada&password=secret", "postgresql://ada@/run/pg/news"),
        ("postgresql://ada:sec@ret@desk.example/news", "postgresql://ada@desk.example/news"),
        ("postgresql://ada:secret@[::1/news", "postgresql://…"),
        ("mysql://ada:secret@desk/news", "postgresql://…"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, seen: str) -> None:
    assert shown(address) == seen


def test_a_desk_is_called_by_its_server_and_database() -> None:
    assert desk_name("postgresql://ada:secret@desk.example/news") == "desk.example/news"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ada@desk.example:5433/news?sslmode=verify-full",
        "postgresql://ada@/news?host=/run/pg",
        "postgresql:///news?host=/run/pg",
    ],
)
def test_a_password_comes_into_an_address_and_goes_out_of_it(address: str) -> None:
    secret = with_password(address, "op/en@ s€same:")
    found = parted(secret)
    assert found is not None
    assert found.password == "op/en@ s€same:"
    assert without_password(secret) == address
    assert without_password(address) == address
    assert with_password(secret, "another") == secret


def test_the_driver_reads_the_same() -> None:
    conninfo = pytest.importorskip("psycopg.conninfo")
    told = conninfo.conninfo_to_dict(with_password("postgresql://ada@desk.example/news?connect_timeout=3", "a b@c"))
    assert told == {
        "user": "ada",
        "password": "a b@c",
        "host": "desk.example",
        "dbname": "news",
        "connect_timeout": "3",
    }


def test_each_desk_has_a_folder_on_this_machine_whatever_the_password() -> None:
    first = local_folder("postgresql://ada:secret@desk.example/news")
    assert first == local_folder("postgresql://ada@desk.example/news")
    assert first != local_folder("postgresql://ada@desk.example/sports")
    assert first.parent.parent == own_folder()
    assert local_folder(Path("/news")) == Path("/news")
