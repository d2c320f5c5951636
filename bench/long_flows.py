#!/usr/bin/env python3
"""long_flows.py ROWS dated|alone|chains FOLDER: tiny with ROWS more rows of flows.

dated: rows of the four flows, a day apart. alone: flows of their own, of a kilogram, without chains (`check` says so).
chains: the same, each with a chain and a leg, so that `check` accepts them.
"""
import datetime
import pathlib
import shutil
import sys

rows, form, folder = int(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
shutil.copytree(pathlib.Path(__file__).parent.parent / "scenarios" / "tiny", folder, dirs_exist_ok=True)
table = folder / "tables" / "flows.csv"
lines = table.read_text().splitlines()
column = lines[0].split(",").index
why = "assumed,,invented: a round number for a long table"
if form == "dated":
    for flow in lines[1:]:
        cells = flow.split(",")
        for day in range(1, rows // 4 + 1):
            cells[column("valid_from")] = str(datetime.date(2023, 1, 1) + datetime.timedelta(days=day))
            lines.append(",".join(cells))
else:
    lines += [f"fl-x{i:06},slag,st-works,st-dump,fixed,2023-01-01,0.001,pf-flat,tipper,,0.001,0.001,{why}" for i in range(rows)]
if form == "chains":
    with open(folder / "tables" / "chains.csv", "a") as chains, open(folder / "tables" / "legs.csv", "a") as legs:
        for i in range(rows):
            chains.write(f"ch-x{i:06},fl-x{i:06},1,1,1,{why}\n")
            legs.write(f"ch-x{i:06},1,truck,,,,,,,0,,,{why}\n")
table.write_text("\n".join(lines) + "\n")
