"""Whatever the domain lets be made becomes a valid message, and comes back from it as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from domain_strategies import Parts, burgerservicenummers, days, example, gevallen, objects, parts, with_room
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import local, thorough

import sivi2017
from sivi2017 import bindings
from sivi2017.codes import SoortAdres
from sivi2017.domain.adres import Adres
from sivi2017.domain.dienstverband import Dienstverband
from sivi2017.domain.verwerkingscodes import Mutatie
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Administratiekantoor, Werkgever
from sivi2017.domain.werknemer import Werknemer
from sivi2017.errors import InvalidValue
from sivi2017.flows.contents import Inhoud
from sivi2017.flows.convert import requestable
from sivi2017.flows.verzuimmutatie import Verzuimregel
from sivi2017.koppeling.koppeling import Koppeling
from sivi2017.report import Finding, Severity
from sivi2017.rules import rule_findings

ALLES = Koppeling(inzender="VERZUIMSYSTEEM", ontvanger="ARBODIENST", gevraagde_gegevens=list(requestable()), datakluis=True)
"""A coupling that asks for everything."""
some = settings(thorough, max_examples=100)


def arrives(koppeling: Koppeling, message: Any) -> tuple[Inhoud, ...]:
    """What a receiver gets of a message, which has no error."""
    data = sivi2017.write(message)
    report = sivi2017.validate(data)
    assert report.ok, report.errors
    assert not [finding for finding in rule_findings(message, koppeling.regelprofiel) if finding.severity is Severity.ERROR]
    received = sivi2017.read(data)
    assert received == message
    return koppeling.inhoud(received)


def says_the_same(melding: Verzuimmelding, sent: Verzuimmelding) -> bool:
    """Whether a report is the one that was sent; a code does not tell apart what the end of absence does."""
    changed = (SoortMelding.GEDEELTELIJKE_HERSTELDMELDING, SoortMelding.HERSTELDMELDING)
    soort = sent.soort if sent.soort not in changed else changed[sent.einde_verzuim]
    return melding == attrs.evolve(sent, soort=soort)


@thorough
@given(parts("Verzuimmeldingen", most=1), gevallen())
def test_an_absence_arrives_as_it_was_sent(given_parts: Parts, geval: Verzuimgeval) -> None:
    werkgever, werknemer, (dienstverband,) = given_parts
    werknemer = with_room(werknemer, geval)
    findings: list[Finding] = []
    message = ALLES.verzuimmutatie(werkgever, werknemer, dienstverband, geval, findings=findings)
    (inhoud,) = arrives(ALLES, message)
    assert (inhoud.werkgever, inhoud.werknemer, inhoud.dienstverband) == (werkgever, werknemer, dienstverband)
    assert says_the_same(inhoud.gevallen[0].melding, geval.melding)
    assert inhoud.gevallen[0].verpleegadres == geval.verpleegadres
    assert not [finding for finding in findings if finding.id.startswith("BLD-") and finding.id != "BLD-OTHER-MESSAGE"]


def for_employees(werkgever: Werkgever) -> Werkgever:
    """What messages about employees have of an employer."""
    return attrs.evolve(werkgever, eigenrisicodrager_wga=None, eigenrisicodrager_zw=None)


@some
@given(parts("WerknemerGegevens"), st.sampled_from(Mutatie))
def test_an_employee_arrives_as_sent(given_parts: Parts, mutatie: Mutatie) -> None:
    werkgever, werknemer, dienstverbanden = given_parts
    findings: list[Finding] = []
    message = ALLES.werknemermutatie(werkgever, werknemer, dienstverbanden, mutatie=mutatie, findings=findings)
    inhoud = arrives(ALLES, message)
    assert tuple(each.dienstverband for each in inhoud) == dienstverbanden
    assert {(each.werkgever, each.werknemer, each.gevallen) for each in inhoud} == {(for_employees(werkgever), werknemer, ())}
    assert not [finding for finding in findings if finding.id.startswith("BLD-") and finding.id != "BLD-OTHER-MESSAGE"]


@some
@given(parts("Dienstverbanden"), st.sampled_from(Mutatie))
def test_employments_arrive_as_sent_without_the_person(given_parts: Parts, mutatie: Mutatie) -> None:
    werkgever, werknemer, dienstverbanden = given_parts
    message = ALLES.dienstverbandmutatie(werkgever, werknemer, dienstverbanden, mutatie=mutatie)
    inhoud = arrives(ALLES, message)
    assert tuple(each.dienstverband for each in inhoud) == dienstverbanden
    assert {(each.werkgever, each.werknemer) for each in inhoud} == {(for_employees(werkgever), None)}
    (part,) = message.werkgever[0].werknemer
    assert part.identificatie_werknemer == werknemer.id
    assert (part.geboortedatum.to_date(), part.geslachtsaanduiding.value) == (werknemer.geboortedatum, werknemer.geslacht.value)


@settings(thorough, max_examples=25)
@given(objects(Administratiekantoor), st.sampled_from([True, False]), st.sampled_from([True, False]))
def test_the_office_and_the_marks_of_the_coupling_arrive(kantoor: Administratiekantoor, test: bool, bevestiging: bool) -> None:
    koppeling = ALLES.met(administratiekantoor=kantoor, test=test, ontvangstbevestiging=bevestiging)
    werkgever, werknemer, dienstverband = example(Werkgever), example(Werknemer), example(Dienstverband)
    geval = Verzuimgeval(meldingen=[example(Verzuimmelding)])
    for message in (
        koppeling.verzuimmutatie(werkgever, werknemer, dienstverband, geval),
        koppeling.werknemermutatie(werkgever, werknemer, [dienstverband]),
    ):
        arrives(koppeling, message)
        kop, office = message.bericht_algemeen, message.administratiekantoor
        assert (kop.test.value, kop.ontvangstbevestiging_gewenst.value) == ("JN"[not test], "JN"[not bevestiging])
        assert office is not None
        assert office.handelsnaam_organisatie == kantoor.naam
        assert office.inschrijvingsnummer_kamer_van_koophandel == kantoor.kvk_nummer
        assert office.vestigingsnummer == kantoor.vestigingsnummer


@some
@given(parts("WerknemerGegevens", most=1), gevallen())
def test_addresses_of_a_kind_that_the_message_lacks_are_left_out_with_a_finding(
    given_parts: Parts, geval: Verzuimgeval
) -> None:
    werkgever, werknemer, (dienstverband,) = given_parts
    werknemer = with_room(werknemer, geval)
    findings: list[Finding] = []
    message = ALLES.verzuimmutatie(werkgever, werknemer, dienstverband, geval, findings=findings)
    (inhoud,) = arrives(ALLES, message)
    home = SoortAdres.WOONADRES_OF_HOOFDADRES
    expected: dict[str, Any] = {
        name: tuple(adres for adres in getattr(werknemer, name) if adres.soort is home)
        for name in ("adressen", "buitenlandse_adressen")
    }
    assert inhoud.werknemer == attrs.evolve(werknemer, **expected)
    lost = sum(len(getattr(werknemer, name)) - len(expected[name]) for name in expected)
    assert len([finding for finding in findings if finding.id == "BLD-NO-PLACE"]) == lost


ON_REQUEST = {
    "postbusadressen": "PbadrsNl",
    "burgerservicenummer": "SofiNr",
    "niveau_opleiding": "NivOpldngCd",
    "bankrekening": "BnkGiro",
    "standplaats": "OmsStandplts",
    "kostenplaatsen": "Kostenplaats",
    "verwacht_herstel": "DatVrwHrstl",
    "wazo": "WAZOCd",
    "nummer_uitkerende_bedrijfsvereniging": "NrUitkBdrver",
    "vrije_tekst": "VrTkst",
}


def test_what_is_sent_on_request_only_is_what_is_sensitive_or_may_be_newer_than_2017() -> None:
    assert requestable() == ON_REQUEST


@some
@given(parts("Verzuimmeldingen", most=1), gevallen(), st.sets(st.sampled_from(sorted(ON_REQUEST))))
def test_only_what_is_asked_for_is_sent_of_what_is_sensitive(given_parts: Parts, geval: Verzuimgeval, asked: set[str]) -> None:
    werkgever, werknemer, (dienstverband,) = given_parts
    werknemer = with_room(werknemer, geval)
    koppeling = ALLES.met(gevraagde_gegevens=asked)
    findings: list[Finding] = []
    message = koppeling.verzuimmutatie(werkgever, werknemer, dienstverband, geval, findings=findings)
    tags = {local(node) for node in etree.fromstring(sivi2017.write(message)).iter()}
    given = {
        name
        for part in (werkgever, werknemer, dienstverband, geval.melding)
        for name in ON_REQUEST
        if getattr(part, name, None) not in (None, ())
    }
    assert tags & set(ON_REQUEST.values()) == {ON_REQUEST[name] for name in given & asked}
    told = {finding.message.split(":")[0].split(".")[1] for finding in findings if finding.id == "BLD-NOT-REQUESTED"}
    assert told == given - asked


# Parts that are right by themselves, and not together


@some
@given(objects(Werknemer), objects(Dienstverband))
def test_nobody_is_employed_before_being_born(werknemer: Werknemer, dienstverband: Dienstverband) -> None:
    geval = Verzuimgeval(meldingen=[example(Verzuimmelding)])
    werkgever = example(Werkgever)

    def messages() -> list[bindings.Message]:
        return [
            ALLES.verzuimmutatie(werkgever, attrs.evolve(werknemer, adressen=[]), dienstverband, geval, findings=[]),
            ALLES.werknemermutatie(werkgever, werknemer, [dienstverband], findings=[]),
            ALLES.dienstverbandmutatie(werkgever, werknemer, [dienstverband], findings=[]),
        ]

    if werknemer.geboortedatum < dienstverband.ingangsdatum:
        assert len(messages()) == 3
    else:
        with pytest.raises(InvalidValue, match=r"^Werknemer.geboortedatum: must be before the ingangsdatum of every Dienst"):
            messages()


def as_employee(dienstverbanden: list[Dienstverband]) -> bindings.Message:
    """A message about an employee with these employments."""
    return ALLES.werknemermutatie(example(Werkgever), example(Werknemer), dienstverbanden)


def as_absence(dienstverbanden: list[Dienstverband]) -> bindings.Message:
    """A message about an absence from each of these employments."""
    meldingen = [example(Verzuimmelding, verzuimgeval_id=f"VG-{number}") for number, _ in enumerate(dienstverbanden)]
    pairs = [(each, [Verzuimgeval(meldingen=[melding])]) for each, melding in zip(dienstverbanden, meldingen, strict=True)]
    return ALLES.verzuimmeldingen(example(Werkgever), [Verzuimregel(example(Werknemer), pairs)])


@settings(thorough, max_examples=40)
@given(st.lists(st.sampled_from(["DV-1", "DV-2", "DV-3"]), min_size=1, max_size=4), st.sampled_from([as_employee, as_absence]))
def test_two_employments_of_an_employee_have_two_keys(
    keys: list[str], build: Callable[[list[Dienstverband]], bindings.Message]
) -> None:
    dienstverbanden = [example(Dienstverband, id=key) for key in keys]
    if len(set(keys)) == len(keys):
        assert len(arrives(ALLES, build(dienstverbanden))) == len(keys)
    else:
        with pytest.raises(InvalidValue, match=r"^Dienstverband\.id: two employments of an employee have the same$"):
            build(dienstverbanden)


@settings(thorough, max_examples=30)
@given(days(), burgerservicenummers())
def test_any_day_and_any_burgerservicenummer_are_written_as_they_are(day: Any, number: str) -> None:
    adres = example(Adres, ingangsdatum=day)
    werknemer = example(Werknemer, burgerservicenummer=number, adressen=[adres])
    message = ALLES.werknemermutatie(example(Werkgever), werknemer, [example(Dienstverband)])
    data = sivi2017.write(message).decode()
    assert f"<SofiNr>{number}</SofiNr>" in data
    assert f"<Ingdat>{day.isoformat()}</Ingdat>" in data
