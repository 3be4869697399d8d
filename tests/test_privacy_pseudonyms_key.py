"""The key of a ``Pseudonymiser``: where it comes from, what is none, and that nothing shows it."""

from __future__ import annotations

import pickle
import re
import stat
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import VERZUIM, WERKNEMER
from marking import said

import sivi2017
from sivi2017.privacy import Pseudonymiser

KEY = bytes(range(32))


def made(pseudonymiser: Pseudonymiser) -> Any:
    """What becomes of a message."""
    return pseudonymiser.message(sivi2017.read(WERKNEMER.encode()))


def test_a_new_one_is_random_and_its_owner_s(tmp_path: Path) -> None:
    paths = [tmp_path / "een", tmp_path / "twee"]
    for path in paths:
        Pseudonymiser.new_key(path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert re.fullmatch("[0-9a-f]{64}\n", path.read_text(encoding="ascii"))
    pseudonyms = {Pseudonymiser.from_file(path).pseudonym("werknemer", "WN-1") for path in paths}
    assert len(pseudonyms) == 2


def test_one_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    """All that was made with it would stand by itself."""
    path = tmp_path / "sleutel"
    Pseudonymiser.new_key(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        Pseudonymiser.new_key(path)
    assert path.read_bytes() == before


def test_it_can_come_from_a_file_and_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the settings as they are given otherwise."""
    path = tmp_path / "sleutel"
    path.write_text(f"{KEY.hex().upper()}\r\n", encoding="ascii")
    path.chmod(0o600)
    monkeypatch.setenv("SLEUTEL", KEY.hex())
    expected = made(Pseudonymiser(KEY, birth_date="month"))
    assert made(Pseudonymiser.from_file(path, birth_date="month")) == expected
    assert made(Pseudonymiser.from_environment("SLEUTEL", birth_date="month")) == expected


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (KEY[:31], "a key must have at least 32 bytes; this one has 31"),
        (b"\x80123456" * 9, "this is no random key: it has the same bytes over and over"),
    ],
)
def test_a_weak_one_is_refused(key: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{told}$"):
        Pseudonymiser(key)


def test_a_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^a key is bytes, not str$"):
        Pseudonymiser(KEY.hex())  # type: ignore[arg-type]  # that is what is tested


def test_what_holds_no_key_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does the error show what it holds."""
    path, secret = tmp_path / "sleutel", "geheim\N{EURO SIGN}87"
    path.write_text(secret, encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setenv("SLEUTEL", secret)
    for call in (lambda: Pseudonymiser.from_file(path), lambda: Pseudonymiser.from_environment("SLEUTEL")):
        told = said(call)
        assert "has no key: a key is written in hexadecimal digits, two for each byte" in told
        assert "geheim" not in told
    with pytest.raises(ValueError, match=r"^there is no such variable in the environment$"):
        Pseudonymiser.from_environment("AFWEZIG")
    with pytest.raises(FileNotFoundError):
        Pseudonymiser.from_file(tmp_path / "afwezig")


def test_nothing_shows_it() -> None:
    """Not what an object says of itself, nor what is in it, nor an error; and it cannot be pickled."""
    key = b"\xffONZE GEHEIME SLEUTEL VAN 32 BYTES"
    pseudonymiser = Pseudonymiser(key)
    wrong: Any = sivi2017.read(VERZUIM.encode())
    wrong.werkgever[0].werknemer[0].geboortedatum = None
    told = said(lambda: [pseudonymiser, vars(pseudonymiser), Pseudonymiser(key[:20])])
    told += said(lambda: [pseudonymiser, vars(pseudonymiser), pseudonymiser._pseudonyms._begun])
    told += said(lambda: pseudonymiser.message(wrong)) + said(lambda: Pseudonymiser(key[:8] * 20))
    assert "<Pseudonymiser: birth_date year, keeps nothing, with addresses>" in told
    assert "GEHEIM" not in told
    assert key.hex()[:20] not in told.lower()
    with pytest.raises(TypeError, match="pickle"):
        pickle.dumps(pseudonymiser)


def test_a_passphrase_is_refused(tmp_path: Path) -> None:
    """And so is what a key file has, as it stands there: that is another key than the file is read for."""
    path = tmp_path / "sleutel"
    Pseudonymiser.new_key(path)
    for key in (path.read_bytes(), b"wachtwoord van onze arbodienst 2017"):
        with pytest.raises(ValueError, match=r"^this is text; a key is random bytes: use from_file$"):
            Pseudonymiser(key)


def test_a_file_has_one(tmp_path: Path) -> None:
    path = tmp_path / "sleutel"
    Pseudonymiser.new_key(path)
    path.write_bytes(path.read_bytes() * 2)
    with pytest.raises(ValueError, match="a key is written on one line, without white space between its digits"):
        Pseudonymiser.from_file(path)


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "sleutel"
    Pseudonymiser.new_key(path)
    path.chmod(mode)
    with pytest.raises(ValueError, match="chmod 600 makes it so"):
        Pseudonymiser.from_file(path)


def test_a_new_one_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space left"):
        Pseudonymiser.new_key(tmp_path / "sleutel")
    assert [*tmp_path.iterdir()] == []


def test_an_error_has_no_key_in_its_frames(tmp_path: Path) -> None:
    """Nor is an object that was not made in the way of whoever shows them."""
    path = tmp_path / "sleutel"
    path.write_text(KEY.hex() + " 00", encoding="ascii")
    path.chmod(0o600)
    calls: list[Callable[[], Any]] = [
        lambda: Pseudonymiser.from_file(path),
        lambda: Pseudonymiser(bytes(range(32)), birth_date="jaar"),  # type: ignore[arg-type]  # that is what is tested
        lambda: Pseudonymiser(bytes(range(31))),
    ]
    for call in calls:
        with pytest.raises(ValueError, match=r"key|birth_date") as caught:
            call()
        shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
        assert "x08\\t\\n" not in shown.replace(repr(KEY), "", shown.count("KEY ="))
        assert "0405060708" not in shown
        assert "repr() failed" not in shown
