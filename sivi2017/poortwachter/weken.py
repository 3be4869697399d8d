"""The usual table of weeks. A law is named where the week follows from it; "gebruikelijk" is common practice."""

from __future__ import annotations

from sivi2017.poortwachter.termijn import Telling, Termijn

__all__ = ["WEKEN"]

_REGELING = "Regeling procesgang eerste en tweede ziektejaar"
_GEBRUIKELIJK = "gebruikelijk"

WEKEN = (
    Termijn(
        naam="probleemanalyse",
        week=6,
        telling=Telling.LAATSTE_DAG,
        verplichting="De bedrijfsarts of arbodienst geeft de probleemanalyse.",
        bron=_REGELING,
    ),
    Termijn(
        naam="plan van aanpak",
        week=8,
        telling=Telling.LAATSTE_DAG,
        verplichting="Werkgever en werknemer stellen het plan van aanpak vast.",
        bron=_REGELING,
        verschil="De termijn is twee weken na de probleemanalyse; kwam die eerder dan in week 6, dan valt hij voor week 8.",
    ),
    Termijn(
        naam="42e-weeksmelding",
        week=42,
        telling=Telling.DAG_ERNA,
        verplichting="De werkgever meldt de werknemer ziek bij UWV.",
        bron="Ziektewet",
        verschil="Ook geteld als de laatste dag van week 42, of als de eerste werkdag na 42 weken.",
    ),
    Termijn(
        naam="eerstejaarsevaluatie",
        vanaf_week=46,
        week=52,
        telling=Telling.LAATSTE_DAG,
        verplichting="Werkgever en werknemer evalueren het eerste ziektejaar en stellen zo nodig het plan van aanpak bij.",
        bron=_GEBRUIKELIJK,
        verschil="Genoemd als tijdvak van week 46 tot en met week 52, en als week 52 alleen.",
    ),
    Termijn(
        naam="UWV-brief, eindevaluatie en re-integratieverslag",
        vanaf_week=87,
        week=91,
        telling=Telling.LAATSTE_DAG,
        verplichting=(
            "UWV stuurt de werknemer een brief over de WIA-aanvraag; "
            "werkgever en werknemer maken de eindevaluatie en het re-integratieverslag."
        ),
        bron=_GEBRUIKELIJK,
        verschil="De drie stappen worden verschillend over deze weken verdeeld.",
    ),
    Termijn(
        naam="WIA-aanvraag",
        week=93,
        telling=Telling.LAATSTE_DAG,
        verplichting="De werknemer vraagt bij UWV een WIA-uitkering aan, met het re-integratieverslag.",
        bron=_GEBRUIKELIJK,
    ),
    Termijn(
        naam="einde wachttijd en loondoorbetaling",
        week=104,
        telling=Telling.LAATSTE_DAG,
        verplichting="De wachttijd voor de WIA en de loondoorbetaling bij ziekte eindigen met deze dag.",
        bron="BW 7:629 en Wet WIA",
        verschil="Als einde wordt ook de dag erna genoemd, waarop een WIA-uitkering kan ingaan.",
    ),
)
"""The usual weeks, in order of time."""
