"""What share of made-up cases of each kind of fault is right, though nobody mended anything with them in view.

    python tests/benchmarks/first_sight.py [--rows]

A case is right if each expectation in it holds, no claim has a status that it forbids, no source the words it forbids.
"""

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing.analysis import Analyser
from briefing.model import Analysis, words_of
from tests.analysis.test_passages import as_article, failures

CASES = Path(__file__).with_suffix(".toml")


def faults_of(case: dict[str, Any], analysis: Analysis) -> list[str]:
    """What is wrong with the ledger of a case, in a few words each."""
    text = case["text"]
    expected = case.get("expect")
    faults = [fault for one in expected or () for fault in failures(analysis, text, one)]
    said = [words_of(claim.content, text) for claim in analysis.claims]
    if expected == [] and said:
        faults.append(f"found {said}")
    faults += [f"{claim.status.value}" for claim in analysis.claims if claim.status.value in case.get("never", ())]
    sources = [words_of(hop.source, text) for claim in analysis.claims for hop in claim.attributions]
    faults += [f"source “{source}”" for source in sources if set(source.split()) & set(case.get("nobody", ()))]
    return faults


def main() -> None:
    """Run all cases and print the share of each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", action="store_true", help="print what is wrong with each case that is")
    options = parser.parse_args()
    analyser = Analyser.open()
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]:
        *_, analysis = analyser.analyse(as_article(case["text"]))
        faults = faults_of(case, analysis)
        cases[case["kind"]] += 1
        right[case["kind"]] += not faults
        if faults and options.rows:
            print(f"{case['kind']}: {case['text'][:90]!r}: {'; '.join(faults)}")
    for kind, count in cases.items():
        print(f"{kind:20} {right[kind]} of {count}")
    print(f"{'all':20} {right.total()} of {cases.total()}")


if __name__ == "__main__":
    main()
