"""Fits Gompertz's law to the deaths between 40 and 100 of a period life table: the constants of generate.people.Mortality.

Run by hand:  python reference/gompertz.py
The table is the Social Security Administration's for 2017 (ssa.gov/oact/STATS/table4c6.html, public domain): chances to
die within a year at some ages; between them their logarithms are straight, which gives the table's life expectancy at 60
(21.58 and 24.56 years) to within .05. Prints force at 60 and growth, and how far the law is off.
"""

import math

TABLE = {
    "men": {40: .002482, 45: .003285, 50: .004997, 55: .007766, 60: .011519, 65: .016013, 70: .022889, 75: .035668,
            80: .058206, 85: .097854, 90: .165452, 95: .263672, 100: .354198},
    "women": {40: .001429, 45: .002029, 50: .003118, 55: .004813, 60: .006886, 65: .009874, 70: .015285, 75: .024929,
              80: .042771, 85: .074258, 90: .131392, 95: .218908, 100: .307747},
}


def yearly(table):
    out = []
    for age in range(40, 101):
        low = min(95, age // 5 * 5)
        share = (age - low) / 5
        out.append(math.exp((1 - share) * math.log(table[low]) + share * math.log(table[low + 5])))
    return out


def law(force, growth, age):
    """The chance to die within a year."""
    return 1 - math.exp(-force * math.exp(growth * (age - 60)) * math.expm1(growth) / growth)


def fit(chances):
    alive, deaths, living = 1.0, [], []
    for chance in chances:
        living.append(alive)
        deaths.append(alive * chance)
        alive *= 1 - chance

    def likelihood(force, growth):
        total = 0
        for i in range(len(chances)):
            chance = law(force, growth, 40 + i)
            total += deaths[i] * math.log(chance) + (living[i] - deaths[i]) * math.log(1 - chance)
        return total

    return max(
        ((f * 1e-4, g * 1e-3) for f in range(40, 140) for g in range(70, 125)),
        key=lambda pair: likelihood(*pair),
    )


for sex, table in TABLE.items():
    chances = yearly(table)
    force, growth = fit(chances)
    print(sex, "force at 60", round(force, 4), "growth", round(growth, 3))
    print("  law / table", {age: round(law(force, growth, age) / table[age], 2) for age in sorted(table)})
    survive = math.prod(1 - chance for chance in chances[20:40])
    print("  60 to 80: table", round(survive, 3), "law", round(math.exp(-force * math.expm1(20 * growth) / growth), 3))
