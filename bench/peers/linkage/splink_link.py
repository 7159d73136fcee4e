"""Links source.csv to target.csv with Splink 5 (link_only, its own comparisons and blocking), and judges the links with
Splink's own accuracy analysis and with er-evaluation: prints one line of JSON.

    env/bin/python splink_link.py FOLDER [--threshold 0.5]

FOLDER holds source.csv, target.csv and, to judge, truth.csv (src_idx,trg_idx). Writes FOLDER/links.csv (src_idx,trg_idx,
score: Splink's match weight, of all pairs from the threshold up) and FOLDER/candidates.csv (the pairs that blocking kept).

Splink wants the columns of both files to be called and written alike, so this does what its user would do by hand: headers
by their synonyms, names in small letters and in two parts, dates in one form. Nothing of the truth is used for linking."""
import argparse
import datetime
import importlib.metadata
import json
import pathlib
import re
import time

import duckdb
import pandas
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

SYNONYMS = {
    "identifier": ["client id", "number", "unique id"],
    "full_name": ["name", "client name", "client"],
    "first_name": ["given name"],
    "last_name": ["family name", "surname"],
    "sex": ["gender"],
    "birth_date": ["date of birth", "birthdate", "dob"],
    "birth_year": ["year of birth", "birthyear"],
    "age": [],
    "visit_date": ["date of visit", "date"],
    "postcode": ["zip"],
    "phone": ["telephone"],
    "email": ["e-mail"],
    "national_id": ["national identifier"],
}
FORMATS = ["%Y-%m-%d", "%d %b %Y", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%Y%m%d"]


def role(header):
    """The plain word of a header, whatever its letters."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header).replace("_", " ").strip().lower()
    for name, others in SYNONYMS.items():
        if plain == name.replace("_", " ") or plain in others:
            return name
    return None


def date(text):
    """In ISO's form, whatever its own; None where it is no date."""
    for form in FORMATS:
        try:
            return datetime.datetime.strptime(text, form).strftime("%Y-%m-%d").zfill(10)
        except (TypeError, ValueError):
            continue
    return None


def names(frame):
    """First and last token of a full name; what Splink's documentation advises for names in one column."""
    tokens = frame.pop("full_name").fillna("").str.replace(",", " ").str.split()
    frame["first_name"] = tokens.map(lambda words: words[0] if words else None)
    frame["last_name"] = tokens.map(lambda words: words[-1] if len(words) > 1 else None)


def read(path):
    raw = pandas.read_csv(path, dtype=str, keep_default_na=False)
    frame = pandas.DataFrame({"unique_id": range(len(raw))})
    for header in raw.columns:
        name = role(header)
        if name is not None and name not in frame:
            text = raw[header].str.strip().str.lower()
            frame[name] = text.mask(text == "", None)
    if "full_name" in frame:
        names(frame)
    for column in ("birth_date", "visit_date"):
        if column in frame:
            frame[column] = frame[column].map(date)
    if "sex" in frame:
        frame["sex"] = frame["sex"].replace({"1": "f", "0": "m"}).str[:1]
    frame["whole_name"] = frame["first_name"] + " " + frame["last_name"]
    return frame


def people(truth, sources, targets):
    """A label per row: rows that truth puts together have the same one. Of two files, truth is whole: every row of a person
    in one is paired with every row of hers in the other."""
    above = list(range(sources + targets))

    def top(k):
        while above[k] != k:
            above[k] = above[above[k]]
            k = above[k]
        return k

    for a, b in truth.itertuples(index=False):
        above[top(a)] = top(sources + b)
    labels = [top(k) for k in range(sources + targets)]
    return labels[:sources], labels[sources:]


def settings(columns):
    comparisons = [cl.ForenameSurnameComparison(
        "first_name", "last_name", forename_surname_concat_col_name="whole_name")]
    if "birth_date" in columns:
        comparisons.append(cl.DateOfBirthComparison("birth_date", input_is_string=True, datetime_format="%Y-%m-%d"))
    if "email" in columns:
        comparisons.append(cl.EmailComparison("email"))
    comparisons += [cl.ExactMatch(column) for column in ("sex", "birth_year", "age", "phone") if column in columns]
    comparisons += [
        cl.LevenshteinAtThresholds(column, [1, 2])
        for column in ("identifier", "national_id", "postcode") if column in columns]
    rules = [block_on("first_name", "last_name")]
    birth = next((column for column in ("birth_date", "birth_year", "age") if column in columns), None)
    if birth:
        rules += [block_on(birth, "sex"), block_on(birth, "first_name"), block_on(birth, "last_name")]
        if birth == "birth_date":
            rules.append(block_on(birth))
    rules += [block_on("last_name", "substr(first_name, 1, 1)"), block_on("first_name", "substr(last_name, 1, 1)")]
    rules += [block_on(column) for column in ("identifier", "national_id", "phone") if column in columns]
    return SettingsCreator(
        link_type="link_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        additional_columns_to_retain=["person"] if "person" in columns else [],
        retain_intermediate_calculation_columns=True,
    ), rules, birth


def link(source, target, seed):
    """The trained linker and all pairs that blocking kept, with their match weights."""
    columns = set(source.columns) & set(target.columns)
    chosen, rules, birth = settings(columns)
    kept = [column for column in source.columns if column in columns]
    api = DuckDBAPI()
    linker = Linker([
        api.register(source[kept], dataset_display_name="source"),
        api.register(target[kept], dataset_display_name="target"),
    ], chosen, log_level=None)
    sure = [block_on("first_name", "last_name", birth)] if birth else [block_on("first_name", "last_name")]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=seed)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "last_name"))
    if birth:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(birth))
    return linker, linker.inference.predict()


def judged(linker, threshold_weight):
    """Splink's own counts at the last of its thresholds that is not above ours: the same pairs are links to both."""
    table = linker.evaluation.accuracy_analysis_from_labels_column(
        "person", output_type="table", match_weight_round_to_nearest=None, add_metrics=["f1"])
    rows = table.as_pandas_dataframe()
    rows = rows[rows["truth_threshold"] >= threshold_weight].sort_values("truth_threshold")
    first = rows.iloc[0]
    return {name: float(first[name]) for name in ("tp", "fp", "fn", "precision", "recall", "f1")}


def clusters(truth_labels, links, sources):
    """er-evaluation's figures of the clusters that links make: what hangs together is one."""
    import er_evaluation
    found = people(links, sources, len(truth_labels) - sources)
    predicted = pandas.Series(found[0] + found[1])
    true = pandas.Series(truth_labels)
    return {
        "er_evaluation": importlib.metadata.version("er-evaluation"),
        "b3": [er_evaluation.b_cubed_precision(predicted, true), er_evaluation.b_cubed_recall(predicted, true)],
        "cluster": [er_evaluation.cluster_precision(predicted, true), er_evaluation.cluster_recall(predicted, true)],
    }


def main(folder, threshold, seed):
    begun = time.perf_counter()
    source, target = read(folder / "source.csv"), read(folder / "target.csv")
    truth = folder / "truth.csv"
    if truth.exists():
        pairs = pandas.read_csv(truth)[["src_idx", "trg_idx"]]
        source["person"], target["person"] = people(pairs, len(source), len(target))
    linker, predictions = link(source, target, seed)
    frame = predictions.as_pandas_dataframe()
    ours = frame["source_dataset_l"] == "source"
    frame["src_idx"] = frame["unique_id_l"].where(ours, frame["unique_id_r"]).astype(int)
    frame["trg_idx"] = frame["unique_id_r"].where(ours, frame["unique_id_l"]).astype(int)
    frame["score"] = frame["match_weight"]
    frame = frame.sort_values(["src_idx", "trg_idx"])
    weight = float(frame["match_weight"][frame["match_probability"] >= threshold].min())
    links = frame[frame["match_weight"] >= weight]
    links[["src_idx", "trg_idx", "score"]].to_csv(folder / "links.csv", index=False)
    frame[["src_idx", "trg_idx"]].to_csv(folder / "candidates.csv", index=False)
    line = {
        "splink": splink.__version__,
        "duckdb": duckdb.__version__,
        "rows": [len(source), len(target)],
        "candidates": len(frame),
        "links": len(links),
        "seconds": time.perf_counter() - begun,
    }
    if truth.exists():
        line["splink_accuracy"] = judged(linker, weight)
        line["clusters"] = clusters(
            list(source["person"]) + list(target["person"]), links[["src_idx", "trg_idx"]], len(source))
    print(json.dumps(line))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--threshold", type=float, default=0.5, help="match probability from which a pair is a link")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.folder, asked.threshold, asked.seed)
