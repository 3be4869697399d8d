"""A coupling from a file of settings, and the profiles that come with the library."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from sivi2017.domain.retourcodes import Retourcodes
from sivi2017.domain.verwerkingscodes import Mutatie, Verwerkingscodes
from sivi2017.domain.werkgever import Administratiekantoor
from sivi2017.errors import InvalidValue
from sivi2017.koppeling import loading
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.koppeling.loading import explanations, koppeling_from_profile, load_koppeling, unknown_key
from sivi2017.koppeling.profiles import GRADEN, profile_content, profile_names
from sivi2017.report import Severity

PARTIES = 'inzender = "SYSTEEM"\nontvanger = "ARBODIENST"\n'

FULL = """
profiel = "standaard"
inzender = "SYSTEEM"
ontvanger = "ARBODIENST"
test = true
ontvangstbevestiging = true
niveaus_met_verwerkingscode = ["werknemer"]
werknemer_bij_verzuim = "wijziging"
gevraagde_gegevens = ["burgerservicenummer", "kostenplaatsen"]
koppelsleutel_werknemer = "personeelsnummer"
koppelsleutel_dienstverband = "personeelsnummer"
datakluis = ["10234", "10235"]
lege_waarde = "weglaten"
verkorten = ["Werknemer.voorletters"]

[administratiekantoor]
naam = "Kantoor De Balans"
kvk_nummer = "01234567"

[versienummers]
Verzuimmeldingen = "00008"

[verwerkingscodes.Verzuimmeldingen]
correctie = "05"
intrekking = "03"

[retourcodes]
geaccepteerd = "01"
geaccepteerd_met_opmerkingen = "02"
geweigerd = "03"
overige_fouten = "99"

[retourcodes.soorten_fout]
xsd = "01"
BSN-1 = "03"

[soorten_communicatie]
mobiel = "07"

[ernst]
PC-1 = "error"
LEEG-1 = "warning"
KOP-2 = "off"

[toelichting]
datakluis = { reden = "Gezegd door de arbodienst.", graad = "practice" }
"Werkgever.id" = { reden = "Het nummer van de arbodienst.", graad = "certain" }
"""


def loaded(text: str, **overrides: Any) -> Koppeling:
    return load_koppeling(text.encode(), **overrides)


def faults(text: str) -> tuple[str, ...]:
    """What is wrong with a file."""
    with pytest.raises(InvalidValue) as caught:
        loaded(text)
    return caught.value.faults


class TestSettings:
    def test_every_setting_can_be_in_a_file(self) -> None:
        """What stands in a file is what the coupling has."""
        koppeling = loaded(FULL)
        expected = Koppeling(
            inzender="SYSTEEM",
            ontvanger="ARBODIENST",
            test=True,
            ontvangstbevestiging=True,
            administratiekantoor=Administratiekantoor(naam="Kantoor De Balans", kvk_nummer="01234567"),
            versienummers={"Verzuimmeldingen": "00008"},
            verwerkingscodes={"Verzuimmeldingen": Verwerkingscodes(correctie="05", intrekking="03")},
            retourcodes=Retourcodes(
                geaccepteerd="01",
                geaccepteerd_met_opmerkingen="02",
                geweigerd="03",
                overige_fouten="99",
                soorten_fout={"xsd": "01", "BSN-1": "03"},
            ),
            niveaus_met_verwerkingscode={"werknemer"},
            werknemer_bij_verzuim=Mutatie.WIJZIGING,
            gevraagde_gegevens={"burgerservicenummer", "kostenplaatsen"},
            koppelsleutel_werknemer="personeelsnummer",
            koppelsleutel_dienstverband="personeelsnummer",
            datakluis=frozenset({"10234", "10235"}),
            soorten_communicatie={"telefoon": "01", "email": "04", "mobiel": "07"},
            lege_waarde="weglaten",
            verkorten={"Werknemer.voorletters"},
            ernst={"PC-1": Severity.ERROR, "LEEG-1": Severity.WARNING, "KOP-2": None},
        )
        for item in attrs.fields(Koppeling):
            assert getattr(koppeling, item.name) == getattr(expected, item.name), item.name

    def test_a_new_setting_must_get_a_place_in_files(self) -> None:
        """Only functions cannot be in a file."""
        names = {item.name for item in attrs.fields(Koppeling)}
        assert set(loading._READERS) == names - {"klok", "referentie"}

    def test_what_is_not_in_a_file_keeps_its_default(self) -> None:
        """Sender and receiver are enough."""
        koppeling, default = loaded(PARTIES), Koppeling(inzender="SYSTEEM", ontvanger="ARBODIENST")
        for item in attrs.fields(Koppeling):
            assert getattr(koppeling, item.name) == getattr(default, item.name), item.name

    @pytest.mark.parametrize(("text", "expected"), [("true", True), ("false", False), ("[]", frozenset())])
    def test_the_datakluis_is_on_for_all_for_none_or_for_some(self, text: str, expected: object) -> None:
        """A list is of the ids of employers; an empty one means none."""
        assert loaded(f"{PARTIES}datakluis = {text}\n").datakluis == expected

    @pytest.mark.parametrize("kind", ["path", "text", "file", "bytes"])
    def test_a_file_is_given_as_a_path_as_bytes_or_open(self, tmp_path: Path, kind: str) -> None:
        """As with messages."""
        path = tmp_path / "koppeling.toml"
        path.write_text(PARTIES, encoding="utf-8")
        sources: dict[str, Any] = {
            "path": path,
            "text": str(path),
            "file": io.BytesIO(PARTIES.encode()),
            "bytes": PARTIES.encode(),
        }
        assert load_koppeling(sources[kind]).inzender == "SYSTEEM"

    def test_a_mark_at_the_start_of_the_file_is_no_part_of_it(self) -> None:
        """Some editors begin a file with a byte order mark."""
        assert load_koppeling(b"\xef\xbb\xbf" + PARTIES.encode()).ontvanger == "ARBODIENST"

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """That is an error of the system, and stays one."""
        with pytest.raises(FileNotFoundError):
            load_koppeling(tmp_path / "koppeling.toml")

    def test_what_the_caller_gives_goes_before_the_file(self) -> None:
        """Also the functions, which no file can hold."""
        moment = datetime(2017, 3, 6, 9, 15)  # noqa: DTZ001 - the clock of a coupling gives local time
        koppeling = loaded(f"{PARTIES}test = true\n", test=False, ontvanger="ANDERE", klok=lambda: moment)
        assert (koppeling.test, koppeling.ontvanger, koppeling.klok()) == (False, "ANDERE", moment)

    def test_the_parties_may_come_from_the_caller(self) -> None:
        """A file can be shared between senders."""
        assert loaded("test = true\n", inzender="A", ontvanger="B").test is True

    def test_two_loads_share_nothing(self) -> None:
        """Who changes the one, against the rules, does not change the other."""
        first, second = loaded(FULL), loaded(FULL)
        for name in ("versienummers", "verwerkingscodes", "soorten_communicatie", "ernst"):
            mapping = getattr(first, name)
            mapping.clear()
            assert getattr(second, name), name


class TestFaults:
    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ('ontvangr = "B"', "ontvangr: unknown; did you mean ontvanger?"),
            ('klok = "now"', "klok: unknown; there are inzender, ontvanger, test,"),
            ("test = 1", "test: must be true or false, is a number"),
            ('test = "J"', "test: must be true or false, is text"),
            ("lege_waarde = 2017-03-06", "lege_waarde: must be text in quotes, is a date or a time"),
            ("lege_waarde = 1.5", "lege_waarde: must be text in quotes, is a number"),
            ("lege_waarde = true", "lege_waarde: must be text in quotes, is true or false"),
            ("lege_waarde = []", "lege_waarde: must be text in quotes, is a list"),
            ('verkorten = "Werknemer.voorletters"', "verkorten: must be a list of texts, is text"),
            ("verkorten = [[]]", "verkorten[0]: must be text in quotes, is a list"),
            ("datakluis = 10234", "datakluis: must be true, false or a list of texts, is a number"),
            ("datakluis = [10234]", "datakluis[0]: must be text in quotes, is a number"),
            ('werknemer_bij_verzuim = "anders"', "werknemer_bij_verzuim: must be one of nieuw, wijziging, correctie,"),
            ("werknemer_bij_verzuim = {}", "werknemer_bij_verzuim: must be one of nieuw, wijziging, correctie,"),
            ('versienummers = "00007"', "versienummers: must be a table, is text"),
            ("versienummers.Verzuimmeldingen = 7", "versienummers.Verzuimmeldingen: must be text in quotes, is a number"),
            ('versienummers.Verzuimmelding = "00007"', "versienummers.Verzuimmelding: unknown; did you mean Verzuimmeldingen?"),
            ('ernst.PC-1 = "off "', "ernst.PC-1: must be one of error, warning, off"),
            ('ernst.PC-9 = "off"', "ernst.PC-9: unknown; did you mean PC-1?"),
            ('ernst.zzz = "off"', "ernst.zzz: unknown"),
            ("ernst = []", "ernst: must be a table, is a list"),
            ("administratiekantoor = {}", "administratiekantoor.naam: must be given"),
            ('administratiekantoor.nam = "X"', "administratiekantoor.nam: unknown; did you mean naam?"),
            (
                'verwerkingscodes.Verzuimmeldingen.correctie = "09"',
                "verwerkingscodes.Verzuimmeldingen.correctie: must be one of",
            ),
            ('verwerkingscodes.Verzuimmeldingen.correctie = "01"', "verwerkingscodes.Verzuimmeldingen: two meanings have"),
            ('retourcodes = "01"', "retourcodes: must be a table, is text"),
            (
                'retourcodes = { geaccepteerd = "01", geweigerd = "02" }',
                "retourcodes.overige_fouten: must be one of 01, 02, 03, 04, 05, 06, 99",
            ),
            ('retourcodes.geacepteerd = "01"', "retourcodes.geacepteerd: unknown; did you mean geaccepteerd?"),
            ("retourcodes.geweigerd = 2", "retourcodes.geweigerd: must be text in quotes, is a number"),
            ("retourcodes.soorten_fout.xsd = 1", "retourcodes.soorten_fout.xsd: must be text in quotes, is a number"),
            (
                'retourcodes = { geaccepteerd = "01", geweigerd = "01", overige_fouten = "99" }',
                "retourcodes: two outcomes have the same code",
            ),
            (
                'retourcodes = { geaccepteerd = "01", geweigerd = "02", overige_fouten = "99", soorten_fout.BSN-9 = "01" }',
                "retourcodes: soorten_fout: BSN-9 is none of ADR-1,",
            ),
            ("soorten_communicatie.telefoon = 1", "soorten_communicatie.telefoon: must be text in quotes, is a number"),
            ('toelichting.datakluis.graad = "zeker"', "toelichting.datakluis.graad: must be one of certain, practice,"),
            ('toelichting.inzendr.reden = "x"', "toelichting.inzendr: unknown; did you mean inzender?"),
            ("profiel = 1", "profiel: must be text in quotes, is a number"),
            ('profiel = "xpert suite"', "profiel: unknown; did you mean xpert-suite?"),
        ],
    )
    def test_a_fault_has_the_name_of_the_setting(self, line: str, fault: str) -> None:
        """And says what was expected, and what may be meant."""
        (found,) = faults(f"{PARTIES}{line}\n")
        assert found.startswith(f"Koppeling.{fault}")

    def test_all_faults_are_told_together(self) -> None:
        """One round is enough to put a file right."""
        found = faults('inzendr = "A"\ntest = 1\nprofiel = "geen"\n[ernst]\nPC-1 = true\n')
        assert [text.partition(":")[0] for text in found] == [
            "Koppeling.profiel",
            "Koppeling.inzendr",
            "Koppeling.test",
            "Koppeling.ernst.PC-1",
        ]

    def test_the_coupling_itself_checks_what_the_values_mean(self) -> None:
        """Its own faults have the same form."""
        assert faults("test = true\n") == ("Koppeling.inzender: must be given", "Koppeling.ontvanger: must be given")

    def test_a_setting_below_a_table_by_mistake(self) -> None:
        """In TOML what follows a table belongs to it, which is easily forgotten."""
        (found,) = faults(f'[versienummers]\nVerzuimmeldingen = "00007"\n{PARTIES}'.replace("ontvanger", "# ontvanger"))
        expected = "stands in the table versienummers; a setting by itself stands above the first table"
        assert found == f"Koppeling.versienummers.inzender: {expected}"

    def test_a_key_that_may_be_a_value_is_not_shown(self) -> None:
        """Who writes a value in the place of a key does not find it in a log."""
        (found,) = faults(f'{PARTIES}[versienummers]\n"Jansen, Anna" = "00007"\n')
        assert found.startswith("Koppeling.versienummers.(a key that is no name): unknown")

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ('inzender = "A"\nontvanger = "ZZGEHEIMZZ\n', "(at line 2, column"),
            ('inzender = "A"\ninzender = "ZZGEHEIMZZ"\ntest = true\n', "(at line 2, column"),
            ("inzender ZZGEHEIMZZ\n", "(at line 1, column"),
        ],
    )
    def test_a_file_that_is_no_toml(self, text: str, place: str) -> None:
        """The line is named, and nothing of what stands there."""
        (found,) = faults(text)
        assert found.startswith("Koppeling: the file is no TOML: ")
        assert place in found
        assert "GEHEIM" not in found

    def test_a_file_that_is_not_in_utf_8(self) -> None:
        """TOML is written in nothing else."""
        with pytest.raises(InvalidValue) as caught:
            load_koppeling(PARTIES.encode() + 'toelichting.test.reden = "café"'.encode("latin-1"))
        assert caught.value.faults == ("Koppeling: the file is no TOML: line 3 is not written in UTF-8",)

    def test_a_file_that_is_nested_without_end(self) -> None:
        """What no person writes is refused as well as what they do."""
        (found,) = faults(f"verkorten = {'[' * 100_000}")
        assert found == "Koppeling: the file is no TOML that can be read: lists or tables stand too deep in each other"

    def test_of_many_names_only_a_near_one_is_told(self) -> None:
        """A sentence does not become a page."""
        assert unknown_key("zzz", [f"name_{number}" for number in range(21)]) == "unknown"
        assert unknown_key("zzz", ["a", "b"]) == "unknown; there are a, b"


class TestProfiles:
    @pytest.mark.parametrize("name", profile_names())
    def test_a_profile_explains_every_setting(self, name: str) -> None:
        """Whoever uses one can see why each setting is as it is, and how sure that is."""
        reasons = explanations(name)
        assert set(loading._READERS) - {"inzender", "ontvanger"} <= set(reasons)
        for setting, reason in reasons.items():
            assert reason.graad in GRADEN, setting
            assert reason.reden.endswith("."), setting

    @pytest.mark.parametrize("name", profile_names())
    def test_what_is_unknown_keeps_its_default(self, name: str) -> None:
        """A profile invents nothing about a receiver."""
        koppeling = koppeling_from_profile(name, inzender="A", ontvanger="B")
        default = Koppeling(inzender="A", ontvanger="B")
        for setting, reason in explanations(name).items():
            if reason.graad in {"unknown", "choice"} and hasattr(default, setting):
                assert getattr(koppeling, setting) == getattr(default, setting), setting

    def test_standaard_has_every_default(self) -> None:
        """The profile is a list of what can be set; it says the same as none at all."""
        default = Koppeling(inzender="A", ontvanger="B")
        koppeling = koppeling_from_profile("standaard", inzender="A", ontvanger="B")
        text = profile_content("standaard").decode()
        for item in attrs.fields(Koppeling):
            assert getattr(koppeling, item.name) == getattr(default, item.name), item.name
        for setting in set(loading._READERS) - {"inzender", "ontvanger", "administratiekantoor", "retourcodes"}:
            assert f"\n{setting} = " in text.partition("[toelichting]")[0] or f"\n[{setting}" in text, setting

    def test_xpert_suite_matches_on_the_key_of_the_employee(self) -> None:
        """One key in both flows, and nobody is told of people who never were ill."""
        koppeling = koppeling_from_profile("xpert-suite", inzender="A", ontvanger="B")
        assert (koppeling.koppelsleutel_werknemer, koppeling.datakluis) == ("id", False)

    def test_settings_go_before_the_profile(self) -> None:
        """A caller knows its own receiver better."""
        koppeling = koppeling_from_profile("xpert-suite", inzender="A", ontvanger="B", datakluis=True)
        assert koppeling.datakluis is True

    def test_a_file_overrides_its_profile_key_by_key(self) -> None:
        """Of a table the keys that the file does not name stay."""
        koppeling = loaded(f'profiel = "standaard"\n{PARTIES}[versienummers]\nDienstverbanden = "00002"\n')
        assert koppeling.versienummers["Dienstverbanden"] == "00002"
        assert koppeling.versienummers["Verzuimmeldingen"] == "00007"

    def test_no_such_profile(self) -> None:
        """The names that there are, are told."""
        for function in (koppeling_from_profile, explanations):
            with pytest.raises(InvalidValue, match=r"^Koppeling\.profiel: unknown; there are standaard, xpert-suite$"):
                function("geen")
        with pytest.raises(KeyError):
            profile_content("geen")
