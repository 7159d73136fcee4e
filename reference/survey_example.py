"""Makes examples/survey/survey.csv: a survey of 1,200 people who do not exist, with the troubles that surveys have.

python reference/survey_example.py > examples/survey/survey.csv

Incomes of -8 were refused, some are missing; hours are 0 for those without work; nobody under 18 is or was married.
"""

import math
import random

random.seed(20)
EDUCATION = ["primary", "vocational", "secondary", "higher"]
print("sex,age,education,marital,hours,income,smoker,satisfaction,region")
for _ in range(1200):
    sex = random.choice("FM")
    age = min(89, max(16, round(random.triangular(14, 92, 40))))
    drift = (60 - age) / 40 + random.gauss(0, 1)
    education = EDUCATION[0 if age < 19 else min(3, max(0, round(1.4 + drift)))]
    if age < 18:
        marital = "SINGLE"
    else:
        chance = random.random()
        alone = 1 / (1 + math.exp((age - 27) / 5))
        widow = 0.6 / (1 + math.exp((76 - age) / 5)) * (1.4 if sex == "F" else 0.6)
        marital = "SINGLE" if chance < alone + 0.07 else "WIDOWED" if chance > 1 - widow else "MARRIED"
    works = 0.8 - 0.15 * (sex == "F") - 0.9 * (age > 64) - 0.5 * (age < 20)
    hours = min(60, max(8, round(random.gauss(39 - 5 * (sex == "F"), 6)))) if random.random() < works else 0
    level = EDUCATION.index(education)
    income = round(math.exp(6.6 + 0.25 * level + 0.012 * hours + random.gauss(0, 0.35)), -1)
    income = "" if random.random() < 0.06 else -8 if random.random() < 0.08 + 0.05 * level else int(income)
    smoker = "yes" if random.random() < 0.42 - 0.08 * level + 0.08 * (sex == "M") - 0.2 * (age > 65) else "no"
    known = income if isinstance(income, int) and income > 0 else 1000
    satisfaction = min(7, max(1, round(random.gauss(3.4 + 0.5 * math.log2(known / 700) + 0.6 * (marital == "MARRIED"), 1.1))))
    region = random.choices(["north", "south", "east", "west"], [3, 3, 2, 2])[0]
    print(sex, age, education, marital, hours, income, smoker, satisfaction, region, sep=",")
