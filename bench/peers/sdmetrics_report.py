"""SDMetrics' quality and diagnostic reports of two CSV files, timed: prints one line of JSON.

    env/bin/python sdmetrics_report.py real.csv synthetic.csv metadata.json

Reading is not timed. The reports run at their defaults (thresholds 0.5 and 0.3), without progress bars.
"""
import json
import sys
import time
import warnings

import pandas

warnings.filterwarnings("ignore")

import sdmetrics  # noqa: E402
from sdmetrics.reports.single_table import DiagnosticReport, QualityReport  # noqa: E402


def main(real, synthetic, metadata):
    with open(metadata, encoding="utf-8") as source:
        metadata = json.load(source)
    real, synthetic = pandas.read_csv(real), pandas.read_csv(synthetic)
    begun = time.perf_counter()
    quality, diagnostic = QualityReport(), DiagnosticReport()
    quality.generate(real, synthetic, metadata, verbose=False)
    diagnostic.generate(real, synthetic, metadata, verbose=False)
    seconds = time.perf_counter() - begun
    print(json.dumps({
        "version": sdmetrics.__version__,
        "seconds": seconds,
        "sdmetrics-quality": quality.get_score(),
        "sdmetrics-diagnostic": diagnostic.get_score(),
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
