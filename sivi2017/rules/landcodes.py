"""The two-letter codes of countries, ISO 3166-1 alpha-2: the 249 that are officially assigned.

The list is that of ``iso3166.tab`` in the time zone database of IANA (https://www.iana.org/time-zones, public domain),
release 2025b, which follows document ISO/TC 46 N1108 of 5 April 2023. It was compared with the package iso3166 3.0.0 of
September 2026: that one has XK (Kosovo) more, which ISO leaves to users and has not assigned. Codes change so seldom, a few
in twenty years, that a list in a file serves better than a package.

>>> "NL" in LAND_CODES, "BE" in LAND_CODES
(True, True)
>>> "AN" in LAND_CODES  # the Nederlandse Antillen, until 2010
False
"""

from __future__ import annotations

__all__ = ["LAND_CODES"]

_ROWS = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ",
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR",
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP",
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT",
    "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW",
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ",
    "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW",
)

LAND_CODES = frozenset(code for row in _ROWS for code in row.split())
"""The codes, in capitals as a message has them."""
