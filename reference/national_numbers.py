"""Checks national numbers against the rules of another implementation: python-stdnum 2.2.

Needs: pip install python-stdnum. Run by hand over lines of country,serial,birthday,sex,number
(the committed ones are core/src/test/resources/reference/national_numbers.csv):

    python reference/national_numbers.py core/src/test/resources/reference/national_numbers.csv

Prints per country how many numbers pass, and what is read out of them: birthday and sex where the library reads them.
The library refuses the American ones, because they were never given out: here their shape and that refusal are
checked. The Russian SNILS is not in it: its sum is written out below after the rules of the Pension Fund. Years of two
digits leave the century open (Greece, South Africa): there the birthday is compared without it.
"""

import csv
import datetime
import importlib
import re
import sys
from collections import Counter

MODULES = {
    "SE": "se.personnummer", "FI": "fi.hetu", "NO": "no.fodselsnummer", "DK": "dk.cpr", "PL": "pl.pesel",
    "BG": "bg.egn", "RO": "ro.cnp", "CZ": "cz.rc", "UA": "ua.rntrc", "GR": "gr.amka", "GB": "gb.nhs",
    "DE": "de.idnr", "FR": "fr.nir", "ES": "es.dni", "PT": "pt.nif", "NL": "nl.bsn", "BE": "be.nn",
    "TR": "tr.tckimlik", "BR": "br.cpf", "IL": "il.idnr", "JP": "jp.in_", "ZA": "za.idnr", "CN": "cn.ric", "KR": "kr.rrn",
}


def american(text):
    """Never given out: area 000, 666 or from 900 on, group 00, serial 0000."""
    from stdnum.us import ssn

    area, group, serial = text.split("-")
    unused = area in ("000", "666") or area >= "900" or group == "00" or serial == "0000"
    return re.fullmatch(r"\d{3}-\d{2}-\d{4}", text) is not None and unused and not ssn.is_valid(text)


def russian(text):
    """Pension Fund: nine digits times 9 to 1, modulo 101, a rest of 100 counts as 0; not checked up to 001-001-998."""
    digits = re.sub(r"\D", "", text)
    rest = sum((9 - i) * int(d) for i, d in enumerate(digits[:9])) % 101 % 100
    return re.fullmatch(r"\d{3}-\d{3}-\d{3} \d{2}", text) is not None and digits[:9] > "001001998" and rest == int(digits[9:])


def chinese(text):
    """The library wants the district to have had its code in the year of birth; who is older got it later."""
    from stdnum.cn import ric

    place = ric.get_birth_place(text[:6] + "20180615" + text[14:])
    return bool(place["county"]) and text[17] == ric.calc_check_digit(text) and ric.get_birth_date(text) is not None


def danish(text):
    """The library counts the date only: numbers given out since 2007 need no check digit, ours all have one."""
    from stdnum.dk import cpr

    return cpr.is_valid(text) and cpr.checksum(cpr.compact(text)) == 0


SPECIAL = {"US": american, "RU": russian, "CN": chinese, "DK": danish}


def passes(country, text):
    if country in SPECIAL:
        return SPECIAL[country](text)
    return importlib.import_module("stdnum." + MODULES[country]).is_valid(text)


def read(country, text, what):
    """What the library reads out of a number; None where it does not."""
    if country not in MODULES:
        return None
    function = getattr(importlib.import_module("stdnum." + MODULES[country]), what, None)
    return function(text) if function else None


def main():
    good, bad, days, sexes = Counter(), {}, Counter(), Counter()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for country, _, day, sex, text in csv.reader(line for line in lines if not line.startswith("#")):
            if passes(country, text):
                good[country] += 1
            else:
                bad.setdefault(country, []).append(text)
                continue
            born = read(country, text, "get_birth_date")
            if born is not None:
                asked = datetime.date.fromisoformat(day)
                century = country in ("GR", "ZA") or born.year == asked.year
                same = (born.year % 100, born.month, born.day) == (asked.year % 100, asked.month, asked.day)
                days[country, century and same] += 1
            gender = read(country, text, "get_gender")
            if gender is not None:
                sexes[country, gender == sex] += 1
    for country in ["US", "RU"] + sorted(MODULES):
        print(
            country,
            "valid", good[country],
            "refused", len(bad.get(country, [])), bad.get(country, [])[:5],
            "birthday right/wrong", days[country, True], days[country, False],
            "sex right/wrong", sexes[country, True], sexes[country, False],
        )


main()
