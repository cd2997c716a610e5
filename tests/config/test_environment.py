"""The environment's variables become settings, and secrets are made once."""

import stat
from pathlib import Path

import pytest

from donghanh.config import environment


def test_without_a_url_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    entry = environment.database(None, tmp_path)
    assert entry["NAME"] == tmp_path / "donghanh.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_url_names_a_postgresql_server(tmp_path: Path) -> None:
    entry = environment.database("postgresql://hoi:m%40t%20khau@db.local:5433/dong_hanh", tmp_path)
    named = {key: entry[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")}
    assert named == {
        "USER": "hoi",
        "PASSWORD": "m@t khau",
        "HOST": "db.local",
        "PORT": "5433",
        "NAME": "dong_hanh",
    }


def test_a_url_may_name_the_folder_of_a_socket(tmp_path: Path) -> None:
    assert environment.database("postgresql:///hoi?host=/run/pg", tmp_path)["HOST"] == "/run/pg"


def test_another_kind_of_database_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected postgresql://"):
        environment.database("mysql://root:secret@db/hoi", tmp_path)


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "data" / "secret"
    first = environment.secret(file)
    assert environment.secret(file) == first
    assert len(first) > 60
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(("value", "words"), [("", []), ("a", ["a"]), ("a, b,,", ["a", "b"])])
def test_lists_of_words_are_set_apart_by_commas(
    monkeypatch: pytest.MonkeyPatch, value: str, words: list[str]
) -> None:
    monkeypatch.setenv("DONGHANH_WORDS", value)
    assert environment.words("DONGHANH_WORDS", ["default"]) == words


def test_only_the_owner_enters_the_data_folder(tmp_path: Path) -> None:
    folder = environment.folder(tmp_path / "deep" / "data")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert environment.folder(folder) == folder
