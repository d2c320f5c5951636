#!/usr/bin/env python3
"""twin_beside.py TWIN FULL: an estimate beside a full run on the same seed. Every target, and what is asked of the twin: rail shares within
half a point, the register equal, NOx within two per cent. Ends with 1 if the register differs."""
import csv
import sys

SCOPE = ("metric firm county rail_station commodity haul_class numerator_kind basis denominator_kind direction level segment standard "
         "powertrain ring period unit").split()


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def figures(folder):
    return {tuple(r[c] for c in SCOPE): float(r["value"]) for r in rows(folder, "metrics.csv") if len(r["period"]) == 4}


def targets(twin, full):
    print(f"{'target':44} {'unit':6} {'full':>14} {'twin':>14} {'twin - full':>12}  full / twin")
    theirs = {r["target"]: r for r in rows(twin, "verdicts.csv")}
    for mine in rows(full, "verdicts.csv"):
        other = theirs[mine["target"]]
        if not mine["value"] or not other["value"]:
            continue
        a, b = float(mine["value"]), float(other["value"])
        print(f"{mine['target']:44} {mine['unit']:6} {a:14.4f} {b:14.4f} {b - a:12.4f}  {mine['outcome']} / {other['outcome']}")


def worst(kind, a, b, pick, difference):
    found = [(abs(difference(a[k], b[k])), k) for k in a if pick(k) and k in b]
    if found:
        size, key = max(found)
        print(f"{kind}: {len(found)} figures, worst difference {size:.4f} at {' '.join(x for x in key if x)}")


def main():
    twin, full = sys.argv[1], sys.argv[2]
    targets(twin, full)
    a, b = figures(full), figures(twin)
    metric = lambda name: lambda key: key[0] == name
    city = lambda key: not any(key[i] for i in range(1, 6))
    whole = lambda key: city(key) and not any(key[i] for i in range(7, 15))
    worst("rail shares", a, b, metric("rail_share"), lambda x, y: y - x)
    worst("rail shares of the whole city", a, b, lambda k: k[0] == "rail_share" and city(k), lambda x, y: y - x)
    worst("clean shares", a, b, metric("clean_share"), lambda x, y: y - x)
    nox = lambda k: k[0] == "exhaust" and k[6] == "NOx" and whole(k)
    worst("NOx, relative", a, b, nox, lambda x, y: y / x - 1 if x else 0.0)
    register = ("register_stock", "register_left", "transferred_out", "retired_share", "new_energy_stock_share", "new_energy_new_share")
    others = sum(1 for k in a if k[0] in register and a[k] != b.get(k))
    print(f"register: {sum(1 for k in a if k[0] in register)} figures, {others} differ")
    return 1 if others else 0


sys.exit(main())
