"""The code lists, generated from ``xsd/``: never edited by hand.

A code whose meaning is not known is called after its value. How sure a meaning is, is said with it: see ``CodeList``.
"""

from __future__ import annotations

from sivi2017.codelist import CodeList

__all__ = [
    "BijzondereRedenStartVerzuim",
    "FaseIndelingFZ",
    "Geslachtsaanduiding",
    "Naamvoorkeur",
    "NiveauOpleiding",
    "OorzaakVerzuim",
    "RedenEindeDienstverband",
    "RedenEindeVerzuim",
    "RolContactpersoon",
    "SoortActie",
    "SoortAdres",
    "SoortCommunicatie",
    "SoortDienstverband",
    "SoortFoutCode",
    "SoortRetourmelding",
    "SoortVariabeleWerktijden",
    "SoortVerpleegadres",
    "Verwerkingscode",
    "WazoCode",
]


class BijzondereRedenStartVerzuim(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"


class FaseIndelingFZ(CodeList):
    ONBEKEND_OF_NIET_VAN_TOEPASSING = "0", "onbekend of niet van toepassing", "certain"
    FASE_1_MET_UITZENDBEDING = "1", "fase 1 met uitzendbeding", "certain"
    FASE_2_MET_UITZENDBEDING = "2", "fase 2 met uitzendbeding", "certain"
    FASE_3 = "3", "fase 3", "certain"
    FASE_4 = "4", "fase 4", "certain"
    WETTELIJK_REGIME = "5", "wettelijk regime", "certain"
    KETENSYSTEEM = "6", "ketensysteem", "certain"
    FASE_A_MET_UITZENDBEDING = "17", "fase A met uitzendbeding", "certain"
    FASE_B = "18", "fase B", "certain"
    FASE_C = "19", "fase C", "certain"
    FASE_A_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING = "38", "fase A zonder uitzendbeding, met uitsluiting loondoorbetaling", "certain"
    FASE_A_ZONDER_UITZENDBEDING = "40", "fase A zonder uitzendbeding", "certain"
    FASE_1_ZONDER_UITZENDBEDING = "41", "fase 1 zonder uitzendbeding", "certain"
    FASE_2_ZONDER_UITZENDBEDING = "42", "fase 2 zonder uitzendbeding", "certain"
    FASE_1_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING = "43", "fase 1 zonder uitzendbeding, met uitsluiting loondoorbetaling", "certain"
    FASE_2_ZONDER_UITZENDBEDING_MET_UITSLUITING_LOONDOORBETALING = "44", "fase 2 zonder uitzendbeding, met uitsluiting loondoorbetaling", "certain"


class Geslachtsaanduiding(CodeList):
    MAN = "M", "man", "certain"
    ONBEKEND = "O", "onbekend", "certain", True
    VROUW = "V", "vrouw", "certain"


class Naamvoorkeur(CodeList):
    EIGEN_NAAM = "01", "eigen naam", "inferred-medium"
    NAAM_PARTNER = "02", "naam partner", "inferred-medium"
    NAAM_PARTNER_GEVOLGD_DOOR_EIGEN_NAAM = "03", "naam partner gevolgd door eigen naam", "inferred-medium"
    EIGEN_NAAM_GEVOLGD_DOOR_NAAM_PARTNER = "04", "eigen naam gevolgd door naam partner", "inferred-medium"


class NiveauOpleiding(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"
    CODE_06 = "06", None, "unknown"
    CODE_07 = "07", None, "unknown"
    CODE_99 = "99", None, "unknown"


class OorzaakVerzuim(CodeList):
    ARBEIDSONGEVAL = "10", "arbeidsongeval", "inferred-medium"
    ONGEVAL_MET_MOGELIJK_REGRES = "11", "ongeval met mogelijk regres", "inferred-medium"
    OVERIG_OF_NIET_BEKEND = "99", "overig of niet bekend", "inferred-strong"


class RedenEindeDienstverband(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_05 = "05", None, "unknown"
    CODE_06 = "06", None, "unknown"
    CODE_08 = "08", None, "unknown"
    CODE_09 = "09", None, "unknown"
    CODE_10 = "10", None, "unknown"
    CODE_99 = "99", None, "unknown"


class RedenEindeVerzuim(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"
    CODE_07 = "07", None, "unknown"
    CODE_08 = "08", None, "unknown"
    CODE_09 = "09", None, "unknown"
    CODE_10 = "10", None, "unknown"
    CODE_11 = "11", None, "unknown"
    CODE_12 = "12", None, "unknown"
    CODE_13 = "13", None, "unknown"
    CODE_99 = "99", None, "unknown"


class RolContactpersoon(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"


class SoortActie(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"
    CODE_06 = "06", None, "unknown"
    CODE_07 = "07", None, "unknown"
    CODE_08 = "08", None, "unknown"
    CODE_09 = "09", None, "unknown"
    CODE_10 = "10", None, "unknown"
    CODE_11 = "11", None, "unknown"
    CODE_12 = "12", None, "unknown"
    CODE_13 = "13", None, "unknown"
    CODE_14 = "14", None, "unknown"
    CODE_15 = "15", None, "unknown"
    CODE_16 = "16", None, "unknown"
    CODE_17 = "17", None, "unknown"


class SoortAdres(CodeList):
    WOONADRES_OF_HOOFDADRES = "01", "woonadres of hoofdadres", "inferred-medium"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"
    VERPLEEGADRES = "06", "verpleegadres", "inferred-strong"


class SoortCommunicatie(CodeList):
    TELEFOON = "01", "telefoon", "inferred-strong"
    CODE_02 = "02", None, "unknown"
    E_MAIL = "04", "e-mail", "inferred-weak"
    CODE_05 = "05", None, "unknown"
    TELEFOON_ZAKELIJK = "06", "telefoon zakelijk", "inferred-medium", True
    MOBIEL_PRIVE = "07", "mobiel prive", "inferred-medium", True
    MOBIEL_ZAKELIJK = "08", "mobiel zakelijk", "inferred-medium", True
    E_MAIL_PRIVE = "09", "e-mail prive", "inferred-medium", True
    E_MAIL_ZAKELIJK = "10", "e-mail zakelijk", "inferred-medium", True


class SoortDienstverband(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"
    CODE_06 = "06", None, "unknown"
    CODE_07 = "07", None, "unknown"
    CODE_08 = "08", None, "unknown"
    CODE_09 = "09", None, "unknown"
    CODE_10 = "10", None, "unknown"
    CODE_11 = "11", None, "unknown"
    CODE_12 = "12", None, "unknown"
    CODE_13 = "13", None, "unknown"
    CODE_14 = "14", None, "unknown"
    CODE_15 = "15", None, "unknown"
    CODE_16 = "16", None, "unknown"
    CODE_17 = "17", None, "unknown"
    CODE_18 = "18", None, "unknown"
    CODE_19 = "19", None, "unknown"
    CODE_20 = "20", None, "unknown", True
    CODE_21 = "21", None, "unknown", True
    CODE_22 = "22", None, "unknown", True
    CODE_23 = "23", None, "unknown", True
    CODE_24 = "24", None, "unknown", True


class SoortFoutCode(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"
    CODE_05 = "05", None, "unknown"
    CODE_06 = "06", None, "unknown"
    CODE_99 = "99", None, "unknown"


class SoortRetourmelding(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"


class SoortVariabeleWerktijden(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_04 = "04", None, "unknown"


class SoortVerpleegadres(CodeList):
    CODE_01 = "01", None, "unknown"
    CODE_02 = "02", None, "unknown"
    CODE_03 = "03", None, "unknown"
    CODE_99 = "99", None, "unknown"


class Verwerkingscode(CodeList):
    NIEUW = "01", "nieuw (melden)", "inferred-strong"
    WIJZIGING = "02", "wijziging (mutatie)", "inferred-strong"
    CORRECTIE = "03", "correctie", "inferred-medium"
    ONGEWIJZIGD = "04", "ongewijzigd (synchroniseren)", "inferred-medium"
    VERWIJDEREN = "05", "verwijderen (intrekking)", "inferred-medium"


class WazoCode(CodeList):
    ZWANGERSCHAP_OF_BEVALLING = "01", "zwangerschap of bevalling", "inferred-weak"
    ADOPTIE = "02", "adoptie", "inferred-weak"
    PLEEGZORG = "03", "pleegzorg", "inferred-weak"
