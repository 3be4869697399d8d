"""A message of very many elements is looked at in parts; what is found is what it would be in one piece."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from conftest import RETOUR, VERZUIM, WERKNEMER, changed, check
from lxml import etree

import sivi2017
from sivi2017.codec import werknemergegevens
from sivi2017.reading.binder import bind_valid
from sivi2017.schema import verdict
from sivi2017.schema.model import message_model
from sivi2017.schema.verdict import is_valid

NUMBER = 2_600
"""More than libxml2 should be asked about at a time."""


def crowd(text: str = WERKNEMER, number: int = NUMBER) -> str:
    """A message with its employee so many times."""
    start, end = text.index("    <Wrknmr>"), text.index("    </Wrknmr>") + len("    </Wrknmr>\n")
    each = (text[start:end].replace(">WN-1<", f">WN-{index}<") for index in range(number))
    return text[:start] + "".join(each) + text[end:]


CROWD = crowd()


def verdict_on(data: bytes) -> bool:
    root = etree.fromstring(data)
    return is_valid(root, message_model(etree.QName(root).localname))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many elements libxml2 is asked about each time."""
    numbers: list[int] = []

    class Schema:
        def __init__(self, schema: etree.XMLSchema) -> None:
            self.schema = schema

        @property
        def error_log(self) -> Any:
            return self.schema.error_log

        def validate(self, root: etree._Element) -> bool:
            numbers.append(sum(1 for _ in root.iter()))
            return self.schema.validate(root)

    borrowed = verdict._borrowed

    def watched(*arguments: Any, **options: Any) -> Any:
        return _Watched(borrowed(*arguments, **options))

    class _Watched:
        def __init__(self, manager: Any) -> None:
            self.manager = manager

        def __enter__(self) -> Schema:
            return Schema(self.manager.__enter__())

        def __exit__(self, *error: object) -> Any:
            return self.manager.__exit__(*error)

    monkeypatch.setattr(verdict, "_borrowed", watched)
    return numbers


def test_a_right_message_is_right_in_parts(asked: list[int]) -> None:
    assert verdict_on(CROWD.encode())
    assert len(asked) == NUMBER + 1
    assert max(asked) < 100
    assert check(CROWD.encode()).findings == ()


def test_a_message_of_fewer_parts_is_looked_at_whole(asked: list[int]) -> None:
    assert verdict_on(crowd(number=1_000).encode())
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("change", "finding_id", "path"),
    [
        ((">WN-2599<", f">{'x' * 300}<"), "XSD-LENGTH", "Wrkgvr[1]/Wrknmr[2600]/IdWrknmr"),
        (("<TestJN>J<", "<TestJN>j<"), "XSD-CODE", "BrAlg/TestJN"),
        (("    <Wrknmr>", "    x<Wrknmr>"), "XSD-TEXT", "Wrkgvr[1]"),
        (("  </Wrkgvr>", "  x</Wrkgvr>"), "XSD-TEXT", "Wrkgvr[1]"),
        (("  </Wrkgvr>", "  <Foo/></Wrkgvr>"), "XSD-UNKNOWN", "Wrkgvr[1]/Foo"),
        (("  <Wrkgvr>", "  <Foo/><Wrkgvr>"), "XSD-UNKNOWN", "Foo"),
    ],
)
def test_one_fault_is_found_where_it_is(change: tuple[str, str], finding_id: str, path: str) -> None:
    data = CROWD.replace(*change, 1).encode()
    assert not verdict_on(data)
    assert [(finding.id, finding.path) for finding in check(data).findings] == [(finding_id, f"/WerknemerGegevens/{path}")]


@pytest.mark.parametrize("others", [400, 2_600])
def test_very_many_employers(others: int, asked: list[int]) -> None:
    """libxml2 is asked only after our own look has found nothing."""
    start, end = WERKNEMER.index("  <Wrkgvr>"), WERKNEMER.index("  </Wrkgvr>") + len("  </Wrkgvr>\n")
    data = CROWD.replace("</WerknemerGegevens>", WERKNEMER[start:end] * others + "</WerknemerGegevens>").encode()
    assert not verdict_on(data)
    assert max(asked, default=0) < 2_500
    report = check(data)
    assert report.ok
    assert sivi2017.write(report.message).count(b"<Wrkgvr>") == others + 1  # type: ignore[arg-type]  # it was read


def test_an_employee_that_is_a_crowd_by_itself(asked: list[int]) -> None:
    start = VERZUIM.index("      <Dnstvbnd>")
    end = VERZUIM.index("      </Dnstvbnd>") + len("      </Dnstvbnd>\n")
    contact = "<Cntprsn><Persnr>1</Persnr><Achternaam>Voorbeeld</Achternaam><RolCntprsnCd>01</RolCntprsnCd>"
    contact += "<Com><SrtComCd>01</SrtComCd><NrCom>1</NrCom></Com></Cntprsn>"
    employment = VERZUIM[start:end].replace("        </Vrzm>", f"{contact * 9}</Vrzm>")
    text = VERZUIM[:start] + employment * 99 + VERZUIM[end:]
    for data in (text.encode(), crowd(text, 3).encode()):
        assert not verdict_on(data)
        assert max(asked, default=0) < 2_500
        assert check(data).ok
        assert max(asked) > 2_500
        asked.clear()


def test_very_many_answers() -> None:
    """A message without employees."""
    fault = "<Foutmldng><SrtFoutCd>01</SrtFoutCd><Toelchtng>Voorbeeld</Toelchtng></Foutmldng>"
    data = changed(RETOUR, ("</Retourmelding1>", fault * 2_600 + "</Retourmelding1>"))
    assert not verdict_on(data)
    assert check(data).ok


class TestCollecting:
    """Of a large message nothing that is made is garbage; so the collector rests, and is afterwards as it was."""

    @pytest.mark.parametrize(("number", "rests"), [(1, False), (1_000, True)])
    @pytest.mark.parametrize("enabled", [False, True])
    def test_it_rests_only_while_a_large_message_is_made(
        self, number: int, rests: bool, enabled: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen = []

        def read_message(_root: etree._Element) -> None:
            seen.append(gc.isenabled())
            raise ValueError("a value that cannot be held")

        monkeypatch.setattr(werknemergegevens, "read_message", read_message)
        was_enabled = gc.isenabled()
        (gc.enable if enabled else gc.disable)()
        try:
            with pytest.raises(ValueError, match="cannot be held"):
                bind_valid(etree.fromstring(crowd(number=number).encode()), "WerknemerGegevens")
            assert seen == [enabled and not rests]
            assert gc.isenabled() == enabled
        finally:
            (gc.enable if was_enabled else gc.disable)()
