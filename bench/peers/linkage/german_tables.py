"""Tables of the size of gecko-data's de_DE folder, made of generated names: for gecko_german.py where the real ones are
not at hand (names and addresses there are CC BY-SA or of unclear terms, so none of them is kept here).

    env/bin/python german_tables.py FOLDER

Writes FOLDER/de_DE/{last-name,given-name-gender,street-municipality-postcode}.csv, FOLDER/common/ocr.csv and
FOLDER/de-t-k0-windows.xml (the row of digits of a German keyboard in CLDR's form: the example uses no other keys).
Counts fall as one through the rank, as counts of names do."""
import csv
import pathlib
import random
import sys

ONSETS = ["b", "br", "d", "f", "g", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "w", "z", ""]
NUCLEI = ["a", "e", "i", "o", "u", "ei", "au", "ie", "ä", "ö", "ü"]
CODAS = ["", "", "n", "r", "l", "s", "ch", "ck", "rt", "nd", "ng", "tz", "mm", "ll"]
# Shapes that a scanner takes for each other.
OCR = ["5 S", "5 s", "2 Z", "2 z", "1 l", "1 I", "6 G", "g 9", "g q", "q 9", "B 8", "O 0", "o 0", "m rn", "n ri", "h li",
       "d cl", "w vv", "k lc", "u ii", "l 1", "I 1", "s 5", "z 2", "e c", "c e", "b h", "i j", "v y", "t f"]
DIGITS = [("E%02d" % (k + 1), "1234567890"[k]) for k in range(10)]


def word(rng, syllables):
    return "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(syllables)).capitalize()


def names(rng, count, syllables, end=""):
    found = {}
    while len(found) < count:
        found[word(rng, rng.choice(syllables)) + end] = None
    return list(found)


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        if header:
            writer.writerow(header)
        writer.writerows(rows)


def make(folder):
    folder = pathlib.Path(folder)
    rng = random.Random(1)
    surnames = names(rng, 3420, [2, 2, 3])
    write(folder / "de_DE" / "last-name.csv", ["last_name", "count"],
          [(name, 700_000 // (rank + 3)) for rank, name in enumerate(surnames)])
    given = names(rng, 2003, [1, 2, 2, 3])
    write(folder / "de_DE" / "given-name-gender.csv", ["given_name", "gender", "count"],
          [(name, "mf"[rank % 2], 400_000 // (rank + 3)) for rank, name in enumerate(given)])
    streets, places = names(rng, 900, [2, 3], "straße"), names(rng, 4000, [2, 3])
    postcodes = ["%05d" % rng.randrange(1067, 99999) for _ in places]
    addresses = {}
    while len(addresses) < 27121:
        place = min(int(rng.paretovariate(0.6)), len(places)) - 1
        addresses[rng.choice(streets), places[place], postcodes[place]] = rng.randint(1, 4)
    write(folder / "de_DE" / "street-municipality-postcode.csv", ["street_name", "municipality", "postcode", "count"],
          [(*address, count) for address, count in addresses.items()])
    write(folder / "common" / "ocr.csv", None, [rule.split() for rule in OCR])
    keys = "".join(f'<map iso="{place}" to="{digit}"/>' for place, digit in DIGITS)
    with open(folder / "de-t-k0-windows.xml", "w", encoding="utf-8") as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?><keyboard locale="de-t-k0-windows"><keyMap>{keys}</keyMap></keyboard>')


if __name__ == "__main__":
    make(sys.argv[1])
