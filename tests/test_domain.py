"""The classes of the domain: what the schema asks for is checked when an object is made, and named when it is wrong."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, get_args

import attrs
import pytest
from domain_strategies import EXAMPLES, burgerservicenummers, example, objects, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import thorough

from sivi2017.binding import class_plan
from sivi2017.codes import (
    Geslachtsaanduiding,
    Naamvoorkeur,
    RedenEindeDienstverband,
    RedenEindeVerzuim,
    SoortAdres,
    SoortCommunicatie,
)
from sivi2017.domain.adres import Adres, BuitenlandsAdres, Communicatie, Postbusadres, Verpleegadres
from sivi2017.domain.base import Domain, DomainField, fields_of
from sivi2017.domain.classes import DOMAIN_CLASSES
from sivi2017.domain.dienstverband import Arbeidsrelatie, Dienstverband, Kostenplaats
from sivi2017.domain.forms import binding_modules
from sivi2017.domain.numbers import bsn_fault, iban_fault, postcode_fault
from sivi2017.domain.verzuimgeval import Verzuimgeval
from sivi2017.domain.verzuimmelding import SoortMelding, Verzuimmelding
from sivi2017.domain.werkgever import Administratiekantoor, Contactpersoon, Werkgever
from sivi2017.domain.werknemer import Bankrekening, Partner, Werknemer
from sivi2017.errors import InvalidValue, SiviError
from sivi2017.rules.burgerservicenummer import is_burgerservicenummer
from sivi2017.rules.iban import is_iban
from sivi2017.rules.postcode import is_postcode

FIELDS = [(domain_class, item) for domain_class in DOMAIN_CLASSES for item in fields_of(domain_class)]
OF_CLASS = pytest.mark.parametrize("domain_class", [*DOMAIN_CLASSES, Verzuimgeval])


def of_fields(wanted: Callable[[DomainField], object]) -> pytest.MarkDecorator:
    """Parametrizes a test with the fields for which a function is true."""
    chosen = [(domain_class, item) for domain_class, item in FIELDS if wanted(item)]
    names = [f"{domain_class.__name__}.{item.name}" for domain_class, item in chosen]
    return pytest.mark.parametrize(("domain_class", "item"), chosen, ids=names)


def faults(domain_class: type[Domain], **wrong: Any) -> tuple[str, ...]:
    """What is said of a small object with some fields that are wrong."""
    with pytest.raises(InvalidValue) as caught:
        example(domain_class, **wrong)
    return caught.value.faults


def longest(item: DomainField) -> int | None:
    """How many characters a text of a field may have."""
    forms = [leaf.format for element in item.elements for leaf in (element, *element.children) if leaf.format]
    return next((form.length or form.max_length for form in forms), None) if item.type is str else None


def wrapped(item: DomainField, value: Any) -> Any:
    """A value as the field takes it: by itself, or in a list."""
    return [value] if item.several else value


# The classes and the messages


def subclasses() -> Iterator[type[Domain]]:
    """The domain classes that there are."""
    return (found for found in Domain.__subclasses__() if found.__module__.startswith("sivi2017."))


def test_every_class_is_in_the_list_of_classes() -> None:
    assert set(subclasses()) == {*DOMAIN_CLASSES, Verzuimgeval}
    assert set(EXAMPLES) == set(DOMAIN_CLASSES)


@of_fields(lambda item: item.says)
def test_a_field_fills_an_element_of_a_message(domain_class: type[Domain], item: DomainField) -> None:
    assert item.elements, domain_class


NOT_OF_THE_DOMAIN = {"verwerking", "werknemer", "dienstverband", "verzuim"}
"""Fields of the bindings that the flows fill: what is to happen with a part, and the parts in it."""


def test_every_element_below_the_employer_is_filled_by_a_field() -> None:
    filled: dict[str, set[str | None]] = {}
    for domain_class in DOMAIN_CLASSES:
        for name in domain_class.bindings:
            filled.setdefault(name, set()).update(item.says for item in fields_of(domain_class))
    for name, module in binding_modules().items():
        if name == "Retourmelding1":
            continue
        groups = [module.Werkgever]
        for group in groups:
            plans = class_plan(group).values()
            inner = [plan.type for plan in plans if plan.is_group and len(class_plan(plan.type)) > 1]
            groups += [found for found in inner if found not in groups]
            assert {plan.name for plan in plans} - NOT_OF_THE_DOMAIN <= filled[group.__name__], group


def test_a_field_is_optional_just_where_the_messages_let_it_be() -> None:
    asked_for = {"Dienstverband.geldt_vanaf"}
    """Optional in the schema, and what the sender of a change of hours or department must say."""
    for domain_class, item in FIELDS:
        if item.elements and not item.several:
            least = min(element.minimum for element in item.elements)
            name = f"{domain_class.__name__}.{item.name}"
            # Of a safety net the messages have a code for what is not known.
            assert item.optional == (not least or name == "Verzuimmelding.vangnet") or name in asked_for, name


# One field


@of_fields(lambda item: not item.several)
def test_another_type_is_refused(domain_class: type[Domain], item: DomainField) -> None:
    (fault,) = faults(domain_class, **{item.name: object()})
    names = " or ".join(option.__name__ for option in get_args(item.type) or [item.type])
    assert fault in {f"{domain_class.__name__}.{item.name}: must be {a} {names}, is an object" for a in ("a", "an")}


@of_fields(lambda item: item.several)
def test_another_type_in_a_list_is_refused_by_its_place(domain_class: type[Domain], item: DomainField) -> None:
    (fault,) = faults(domain_class, **{item.name: [None]})
    assert fault.startswith(f"{domain_class.__name__}.{item.name}: number 1: must be a")
    assert fault.endswith(f" {item.type.__name__}, is a NoneType")


@of_fields(lambda item: item.several)
def test_one_where_several_are_expected_is_refused(domain_class: type[Domain], item: DomainField) -> None:
    (fault,) = faults(domain_class, **{item.name: 1})
    assert fault == f"{domain_class.__name__}.{item.name}: must be several of {item.type.__name__}, is an int"


@of_fields(lambda item: not item.optional)
def test_what_must_be_given_is_asked_for(domain_class: type[Domain], item: DomainField) -> None:
    assert faults(domain_class, **{item.name: None}) == (f"{domain_class.__name__}.{item.name}: must be given",)


@of_fields(lambda item: item.type is str)
@pytest.mark.parametrize("value", ["", " ", "\t\n", "\u00a0", "\u200b", "\ue000"])
def test_a_text_in_which_nothing_can_be_seen_is_refused(domain_class: type[Domain], item: DomainField, value: str) -> None:
    (fault,) = faults(domain_class, **{item.name: wrapped(item, value)})
    assert ": must not be empty or blank" in fault


@of_fields(lambda item: item.type is str)
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\uffff"])
def test_a_character_that_xml_lacks_is_refused(domain_class: type[Domain], item: DomainField, character: str) -> None:
    (fault,) = faults(domain_class, **{item.name: wrapped(item, f"a{character}")})
    assert fault.endswith("has a character that XML does not allow")


@of_fields(longest)
def test_a_text_that_is_too_long_is_refused_with_both_lengths(domain_class: type[Domain], item: DomainField) -> None:
    most = longest(item) or 0
    (fault,) = faults(domain_class, **{item.name: wrapped(item, "x" * (most + 1))})
    assert fault.endswith((f": at most {most} characters, has {most + 1}", f": exactly {most} characters, has {most + 1}"))


CHECKED = {"postcode", "iban"}
"""Fields whose text is checked by more than its length."""


@of_fields(lambda item: longest(item) and item.name not in CHECKED)
def test_a_text_of_the_greatest_length_is_kept_whole(domain_class: type[Domain], item: DomainField) -> None:
    text = "é" * (longest(item) or 0)
    kept = getattr(example(domain_class, **{item.name: wrapped(item, text)}), item.name)
    assert kept == ((text,) if item.several else text)


@pytest.mark.parametrize(
    ("domain_class", "name", "most"),
    [
        (Werknemer, "id", 40),
        (Werknemer, "voorletters", 6),
        (Werknemer, "voorvoegsels", 10),
        (Werknemer, "achternaam", 200),
        (Adres, "woonplaats", 24),
        (Adres, "huisnummertoevoeging", 4),
        (Adres, "straat", 80),
        (BuitenlandsAdres, "huisnummer", 9),
        (Dienstverband, "functie", 35),
        (Dienstverband, "functiecode", 15),
        (Dienstverband, "afdeling", 70),
        (Werkgever, "naam", 100),
        (Werkgever, "loonheffingennummer", 12),
        (Verzuimmelding, "verzuimgeval_id", 40),
        (Verzuimmelding, "vrije_tekst", 512),
    ],
)
def test_the_limits_are_those_of_the_standard(domain_class: type[Domain], name: str, most: int) -> None:
    (item,) = (item for item in fields_of(domain_class) if item.name == name)
    assert longest(item) == most


@of_fields(lambda item: item.several and item.elements)
def test_more_than_a_message_can_hold_is_refused(domain_class: type[Domain], item: DomainField) -> None:
    most = {"acties": 99, "vrije_tekst": 99}.get(item.name, 9)
    one = "x" if item.type is str else next(iter(item.type)) if issubclass(item.type, Enum) else example(item.type)
    assert len(getattr(example(domain_class, **{item.name: [one] * most}), item.name)) == most
    (fault,) = faults(domain_class, **{item.name: [one] * (most + 1)})
    assert fault == f"{domain_class.__name__}.{item.name}: at most {most}, has {most + 1}"


def test_a_contact_needs_a_way_to_be_reached() -> None:
    assert faults(Contactpersoon, communicatie=[]) == ("Contactpersoon.communicatie: at least 1, has 0",)


@of_fields(lambda item: Enum in getattr(item.type, "__mro__", ()))
def test_a_text_is_no_code(domain_class: type[Domain], item: DomainField) -> None:
    (fault,) = faults(domain_class, **{item.name: wrapped(item, "01")})
    hint = "" if item.type is SoortMelding else f": write {item.type.__name__}.of(…) for a code"
    assert fault.endswith(f" {item.type.__name__}, is a str{hint}")


def test_a_code_of_another_list_is_refused() -> None:
    (fault,) = faults(Werknemer, geslacht=Naamvoorkeur.EIGEN_NAAM)
    assert fault == "Werknemer.geslacht: must be a Geslachtsaanduiding, is a Naamvoorkeur"


@of_fields(lambda item: item.type is date)
def test_a_moment_is_no_date(domain_class: type[Domain], item: DomainField) -> None:
    moment = datetime(2017, 3, 6, 9, 15)  # noqa: DTZ001 - any datetime is wrong
    (fault,) = faults(domain_class, **{item.name: moment})
    assert fault == f"{domain_class.__name__}.{item.name}: must be a date, is a datetime: take its .date()"


@of_fields(lambda item: item.type is Decimal)
@pytest.mark.parametrize("value", [36.0, True, "36.00", 1j])
def test_a_decimal_is_a_decimal_or_a_whole_number(domain_class: type[Domain], item: DomainField, value: Any) -> None:
    (fault,) = faults(domain_class, **{item.name: value})
    hint = ': write it as Decimal("36.50"), since a float is not exact' if isinstance(value, float) else ""
    assert fault == f"{domain_class.__name__}.{item.name}: must be a Decimal, is a {type(value).__name__}{hint}"


@of_fields(lambda item: item.type is Decimal)
def test_a_whole_number_becomes_a_decimal(domain_class: type[Domain], item: DomainField) -> None:
    value = getattr(example(domain_class, **{item.name: 36}), item.name)
    assert (type(value), value) == (Decimal, 36)


@of_fields(lambda item: item.type is Decimal)
@pytest.mark.parametrize("text", ["36.001", "-1", "-0", "NaN", "sNaN", "Infinity", "10000", "1E+1000000", "1E-1000000"])
def test_a_number_that_the_message_cannot_hold_is_refused(domain_class: type[Domain], item: DomainField, text: str) -> None:
    (fault,) = faults(domain_class, **{item.name: Decimal(text)})
    assert fault.startswith(f"{domain_class.__name__}.{item.name}: must be ")
    assert "digits" in fault


@pytest.mark.parametrize(
    ("domain_class", "name", "most"),
    [
        (Dienstverband, "uren_per_week", "9999.99"),
        (Dienstverband, "deeltijdfactor", "999.99"),
        (Dienstverband, "loondoorbetaling", "9999.99"),
        (Arbeidsrelatie, "uren_per_week", "999.99"),
    ],
)
def test_the_largest_number_is_taken_and_the_next_is_not(domain_class: type[Domain], name: str, most: str) -> None:
    assert getattr(example(domain_class, **{name: Decimal(most)}), name) == Decimal(most)
    (fault,) = faults(domain_class, **{name: Decimal(most) + Decimal("0.01")})
    assert f"must be at most {'three' if len(most) == 6 else 'four'} digits, a point and two digits" in fault


@of_fields(lambda item: item.type is int)
def test_a_whole_number_is_no_more_than_999(domain_class: type[Domain], item: DomainField) -> None:
    assert getattr(example(domain_class, **{item.name: 999}), item.name) == 999
    place = f"{domain_class.__name__}.{item.name}"
    assert faults(domain_class, **{item.name: 1000}) == (f"{place}: at most 3 digits, has 4",)
    assert faults(domain_class, **{item.name: -1}) == (f"{place}: must be a whole number in digits only; has the form -9",)
    assert faults(domain_class, **{item.name: True}) == (f"{place}: must be an int, is a bool",)
    assert faults(domain_class, **{item.name: 1.0}) == (f"{place}: must be an int, is a float",)


DIGITS = [
    (Administratiekantoor, "kvk_nummer", 8),
    (Werkgever, "kvk_nummer", 8),
    (Werkgever, "vestigingsnummer", 12),
    (Adres, "huisnummer", 5),
    (Postbusadres, "postbusnummer", 5),
    (Werknemer, "burgerservicenummer", 9),
]
OF_DIGITS = pytest.mark.parametrize(("domain_class", "name", "most"), DIGITS)


@OF_DIGITS
@pytest.mark.parametrize("value", [" 1", "1 ", "1\n", "1 2", "+1", "-0"])
def test_a_number_as_text_has_no_blank_and_no_sign(domain_class: type[Domain], name: str, most: int, value: str) -> None:
    (fault,) = faults(domain_class, **{name: value})
    assert fault == f"{domain_class.__name__}.{name}: must have no blanks, and no sign", most


@OF_DIGITS
@pytest.mark.parametrize(("value", "form"), [("1.2", "9.9"), ("12a", "99x"), ("٣", "9")])
def test_a_number_as_text_has_digits_only(domain_class: type[Domain], name: str, most: int, value: str, form: str) -> None:
    (fault,) = faults(domain_class, **{name: value})
    place = f"{domain_class.__name__}.{name}"
    assert fault == f"{place}: must be a whole number in digits only; has the form {form}", most


@OF_DIGITS
def test_a_number_as_text_has_as_many_digits_as_fit(domain_class: type[Domain], name: str, most: int) -> None:
    (fault,) = faults(domain_class, **{name: "9" * (most + 1)})
    assert fault == f"{domain_class.__name__}.{name}: at most {most} digits, has {most + 1}"


def test_a_leading_zero_is_kept() -> None:
    assert example(Adres, huisnummer="0012").huisnummer == "0012"
    assert example(Werkgever, kvk_nummer="01234567").kvk_nummer == "01234567"


@pytest.mark.parametrize("name", ["voorletters", "voorvoegsels", "roepnaam"])
def test_a_name_has_no_digits(name: str) -> None:
    assert faults(Werknemer, **{name: "A1B2"}) == (f"Werknemer.{name}: must have no digits, has 2",)


# Numbers that have a check of their own


@pytest.mark.parametrize("number", ["123456789", "000000000", "12345672"])
def test_a_burgerservicenummer_passes_the_eleven_test_with_nine_digits(number: str) -> None:
    (fault,) = faults(Werknemer, burgerservicenummer=number)
    assert fault == "Werknemer.burgerservicenummer: must be nine digits that pass the eleven test"


def test_a_burgerservicenummer_with_points_is_refused_without_being_shown() -> None:
    (fault,) = faults(Werknemer, burgerservicenummer="012.345.672")
    expected = "must be a whole number in digits only; has the form 999.999.999"
    assert fault == f"Werknemer.burgerservicenummer: {expected}"


@pytest.mark.parametrize("domain_class", [Adres, Postbusadres])
@pytest.mark.parametrize("postcode", ["0123AB", "1234ab", "1234SS", "1234SA", "1234SD", "12345A", "ABCD12", "1234é!"])
def test_a_postcode_is_one_that_there_can_be(domain_class: type[Domain], postcode: str) -> None:
    (fault,) = faults(domain_class, postcode=postcode)
    expected = "must be four digits, the first not 0, and two capitals other than SA, SD and SS"
    assert fault == f"{domain_class.__name__}.postcode: {expected}"


@pytest.mark.parametrize("iban", ["NL02 ABNA 0123 4567 89", "nl02abna0123456789", "NL99ABNA0123456789", "NL03ABNA0123456789"])
def test_an_iban_is_right_just_as_it_is_written(iban: str) -> None:
    (fault,) = faults(Bankrekening, iban=iban)
    assert fault == "Bankrekening.iban: must be an IBAN without blanks whose check digits are right"


_ALMOST = st.sampled_from(["NL02ABNA0123456789", "1234AB", "012345672"]).flatmap(
    lambda right: st.builds(
        lambda place, character: right[:place] + character + right[place + 1 :],
        st.integers(0, len(right)),
        st.sampled_from("0189ASDZaz .-٣") | st.characters(),
    )
)


@settings(max_examples=500)
@given(_ALMOST | texts(18) | burgerservicenummers())
def test_the_domain_refuses_the_numbers_that_the_rules_refuse(text: str) -> None:
    assert (iban_fault(text) is None) == is_iban(text)
    assert (postcode_fault(text) is None) == is_postcode(text)
    if len(text) == 9 and text.isascii() and text.isdecimal():
        assert (bsn_fault(text) is None) == is_burgerservicenummer(text)


# The object as a whole


def test_all_faults_of_an_object_come_in_one_error() -> None:
    expected = (
        "Werknemer.id: must not be empty or blank",
        "Werknemer.voorletters: at most 6 characters, has 9",
        "Werknemer.geboortedatum: must be a date, is a str",
        "Werknemer.geslacht: must be a Geslachtsaanduiding, is a str: write Geslachtsaanduiding.of(…) for a code",
        "Werknemer.adressen: must be several of Adres, is an Adres",
        "Werknemer.burgerservicenummer: must be a str, is an int: write it as text, since a leading zero counts",
    )
    wrong: dict[str, Any] = {
        "id": "",
        "voorletters": "ABCDEFGHI",
        "geboortedatum": "1980-02-29",
        "geslacht": "V",
        "adressen": example(Adres),
        "burgerservicenummer": 123456782,
    }
    assert faults(Werknemer, **wrong) == expected


def test_the_text_of_the_error_has_a_line_for_each_fault() -> None:
    with pytest.raises(SiviError) as caught:
        example(Partner, achternaam="", voorvoegsels="1")
    assert str(caught.value).splitlines() == list(faults(Partner, achternaam="", voorvoegsels="1"))
    assert isinstance(caught.value, ValueError)


def test_the_error_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(InvalidValue(["Adres.postcode: must be given"])))  # noqa: S301 - made here
    assert (type(error), error.faults) == (InvalidValue, ("Adres.postcode: must be given",))


LATER, EARLIER = date(2017, 3, 6), date(2017, 3, 5)
CARE = example(Adres, soort=SoortAdres.VERPLEEGADRES)


@pytest.mark.parametrize(
    ("domain_class", "given", "expected"),
    [
        (Adres, {"ingangsdatum": LATER, "einddatum": EARLIER}, "einddatum: must not be before ingangsdatum"),
        (BuitenlandsAdres, {"ingangsdatum": LATER, "einddatum": EARLIER}, "einddatum: must not be before ingangsdatum"),
        (Postbusadres, {"ingangsdatum": LATER, "einddatum": EARLIER}, "einddatum: must not be before ingangsdatum"),
        (Kostenplaats, {"ingangsdatum": LATER, "einddatum": EARLIER}, "einddatum: must not be before ingangsdatum"),
        (Arbeidsrelatie, {"ingangsdatum": LATER, "einddatum": EARLIER}, "einddatum: must not be before ingangsdatum"),
        (Dienstverband, {"einddatum": date(2009, 12, 31)}, "einddatum: must not be before ingangsdatum"),
        (Dienstverband, {"geldt_vanaf": date(2009, 12, 31)}, "geldt_vanaf: must not be before ingangsdatum"),
        (Dienstverband, {"reden_einde": RedenEindeDienstverband.CODE_99}, "reden_einde: given without an einddatum"),
        (Werknemer, {"overlijdensdatum": date(1980, 2, 28)}, "overlijdensdatum: must not be before geboortedatum"),
        (
            Werknemer,
            {"naamvoorkeur": Naamvoorkeur.NAAM_PARTNER},
            "naamvoorkeur: one with the partner's name needs a partner",
        ),
        (Werknemer, {"adressen": [CARE]}, "adressen: a care address belongs to the Verzuimgeval"),
        (
            Werknemer,
            {"buitenlandse_adressen": [example(BuitenlandsAdres, soort=SoortAdres.VERPLEEGADRES)]},
            "buitenlandse_adressen: a care address belongs to the Verzuimgeval",
        ),
        (Werkgever, {"adressen": [CARE]}, "adressen: number 1: soort must be one of 01, 02, 03, 05 here, is 06"),
        (
            Werknemer,
            {"adressen": [example(Adres), example(Adres, soort=SoortAdres.CODE_03)]},
            "adressen: number 2: soort must be one of 01, 02, 04, 06 here, is 03",
        ),
        (
            Werknemer,
            {"buitenlandse_adressen": [example(BuitenlandsAdres, soort=SoortAdres.CODE_05)]},
            "buitenlandse_adressen: number 1: soort must be one of 01, 02, 04, 06 here, is 05",
        ),
        (Verzuimmelding, {"ingangsdatum": EARLIER}, "ingangsdatum: must not be before eerste_verzuimdag"),
        (
            Verzuimmelding,
            {"einde_verzuim": True, "datum_hersteld": EARLIER},
            "datum_hersteld: must not be before eerste_verzuimdag",
        ),
        (Verzuimmelding, {"einde_verzuim": True}, "datum_hersteld: must be given when the absence has ended"),
        (
            Verzuimmelding,
            {"datum_hersteld": LATER},
            "einde_verzuim: must be True where datum_hersteld or reden_einde is given",
        ),
        (
            Verzuimmelding,
            {"reden_einde": RedenEindeVerzuim.CODE_01},
            "einde_verzuim: must be True where datum_hersteld or reden_einde is given",
        ),
        (Verzuimmelding, {"verzuimpercentage": Decimal("100.01")}, "verzuimpercentage: must be from 0 to 100"),
        (Verzuimmelding, {"percentage_arbeidstherapie": 101}, "percentage_arbeidstherapie: must be from 0 to 100"),
        (Verzuimmelding, {"volgnummer": 0}, "volgnummer: must be 1 or more"),
    ],
)
def test_fields_that_contradict_each_other_are_refused(
    domain_class: type[Domain], given: dict[str, Any], expected: str
) -> None:
    assert faults(domain_class, **given) == (f"{domain_class.__name__}.{expected}",)


@pytest.mark.parametrize("domain_class", [Werkgever, Contactpersoon])
def test_an_employer_has_no_private_number(domain_class: type[Domain]) -> None:
    private = example(Communicatie, soort=EXAMPLES[Communicatie]["soort"].of("07"))
    (fault,) = faults(domain_class, communicatie=[private])
    expected = "communicatie: number 1: soort must be one of 01, 02, 04, 06, 08, 10 here, is 07"
    assert fault == f"{domain_class.__name__}.{expected}"


@pytest.mark.parametrize("soort", SoortCommunicatie)
def test_an_employee_may_have_every_kind_of_number(soort: SoortCommunicatie) -> None:
    assert example(Werknemer, communicatie=[example(Communicatie, soort=soort)]).communicatie[0].soort is soort


def test_what_is_wrong_between_fields_is_only_asked_when_each_is_right() -> None:
    assert len(faults(Dienstverband, einddatum=date(2009, 12, 31), functie="")) == 1


@pytest.mark.parametrize("name", ["ingangsdatum", "einddatum"])
def test_a_period_may_have_one_end_only(name: str) -> None:
    assert getattr(example(Adres, **{name: LATER}), name) == LATER


def test_a_period_may_be_a_day() -> None:
    assert example(Adres, ingangsdatum=LATER, einddatum=LATER).einddatum == LATER


@OF_CLASS
@settings(thorough, max_examples=15)
@given(data=st.data())
def test_an_object_is_what_it_was_after_pickling_copying_and_evolving(domain_class: type[Domain], data: st.DataObject) -> None:
    meldingen = objects(Verzuimmelding).map(lambda melding: Verzuimgeval(meldingen=[melding]))
    value: Any = data.draw(meldingen if domain_class is Verzuimgeval else objects(domain_class))
    loaded = pickle.loads(pickle.dumps(value))  # noqa: S301 - made here
    assert value == loaded == copy.deepcopy(value) == attrs.evolve(value)
    assert hash(value) == hash(loaded)


@OF_CLASS
def test_an_object_cannot_be_changed(domain_class: type[Domain]) -> None:
    value = Verzuimgeval(meldingen=[example(Verzuimmelding)]) if domain_class is Verzuimgeval else example(domain_class)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, fields_of(domain_class)[0].name, None)


@OF_CLASS
def test_fields_are_given_by_name(domain_class: Any) -> None:
    with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
        domain_class(None)


def test_evolving_checks_as_making_does() -> None:
    with pytest.raises(InvalidValue, match=r"^Werknemer\.voorletters: at most 6 characters, has 7$"):
        attrs.evolve(example(Werknemer), voorletters="ABCDEFG")


def test_several_values_may_be_given_in_any_way_that_has_an_order() -> None:
    one, two = example(Adres), example(Adres, huisnummer="2")
    expected = example(Werknemer, adressen=(one, two))
    assert expected.adressen == (one, two)
    assert example(Werknemer, adressen=[one, two]) == expected
    assert example(Werknemer, adressen=iter([one, two])) == expected


def test_a_list_that_changes_later_changes_no_object() -> None:
    adressen = [example(Adres)]
    werknemer = example(Werknemer, adressen=adressen)
    adressen.clear()
    assert len(werknemer.adressen) == 1


def test_a_text_is_not_taken_for_several() -> None:
    assert faults(Verzuimmelding, vrije_tekst="tekst") == ("Verzuimmelding.vrije_tekst: must be several of str, is a str",)


def test_a_field_that_does_not_exist_is_named() -> None:
    with pytest.raises(TypeError, match="voorletter"):
        example(Werknemer, voorletter="A")


def test_a_repr_tells_which_fields_are_given() -> None:
    assert repr(example(Partner, voorvoegsels="van")) == "<Partner: achternaam, voorvoegsels>"
    assert repr(example(Verpleegadres)) == "<Verpleegadres: adres>"
    expected = "<Werknemer: id, achternaam, voorletters, geboortedatum, geslacht, naamvoorkeur>"
    assert repr(example(Werknemer, adressen=[])) == expected


def test_a_later_code_is_taken() -> None:
    assert Geslachtsaanduiding.ONBEKEND.later
    assert example(Werknemer, geslacht=Geslachtsaanduiding.ONBEKEND).geslacht.value == "O"


def test_a_burgerservicenummer_is_no_key() -> None:
    """It would be in every message, asked for or not."""
    with pytest.raises(InvalidValue, match=r"^Werknemer\.id: must not be the burgerservicenummer$"):
        example(Werknemer, id="999990019", burgerservicenummer="999990019")
