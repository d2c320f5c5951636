#!/usr/bin/env python3
"""twin_members.py PARTS COUNT CITY: estimates beside full runs of members that `study --shard` left in PARTS. Worst differences of rail
shares, register and NOx over the members that are whole. Exit 3 if some are missing, 1 if a figure lies beyond what is asked."""
import csv
import os
import sys

KEY = ("metric firm county rail_station commodity haul_class numerator_kind basis denominator_kind direction level segment standard "
       "powertrain ring period unit").split()
REGISTER = ("register_stock", "register_left", "transferred_out", "retired_share", "new_energy_stock_share", "new_energy_new_share")
RAIL_SHARE, NOX = 0.005, 0.02


def figures(folder):
    with open(f"{folder}/metrics.csv", encoding="utf-8-sig", newline="") as file:
        return {tuple(r[c] for c in KEY): float(r["value"]) for r in csv.DictReader(file) if len(r["period"]) == 4}


def kind_of(key):
    if key[0] == "rail_share":
        return "rail share, points"
    if key[0] in REGISTER:
        return "register"
    return "NOx, relative" if key[0] == "exhaust" and key[6] == "NOx" else None


def difference(kind, full, twin):
    if kind == "NOx, relative":
        return abs(twin / full - 1) if full else 0.0
    return abs(twin - full)


def main():
    parts, count, city = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    worst, compared, refused, missing = {}, 0, 0, 0
    for number in range(1, count + 1):
        twin, full = f"{parts}/twin-{number:04}", f"{parts}/full-{number:04}"
        if any(os.path.exists(f"{folder}/refused.json") for folder in (twin, full)):
            refused += 1
            continue
        if not all(os.path.exists(f"{folder}/metrics.csv") for folder in (twin, full)):
            missing += 1
            continue
        compared += 1
        a, b = figures(full), figures(twin)
        of_member = {}
        for key in a:
            kind = kind_of(key)
            if kind is None:
                continue
            found = (difference(kind, a[key], b.get(key, float("nan"))), number, " ".join(x for x in key if x), a[key], b.get(key))
            for table in (worst, of_member):
                if kind not in table or not found[0] <= table[kind][0]:
                    table[kind] = found
        print(f"{city} member {number}: " + "; ".join(f"{kind} {of_member[kind][0]:.5f}" for kind in sorted(of_member)))
    print(f"{city}: {compared} of {count} members compared, {refused} refused by the scenario, {missing} missing")
    beyond = False
    for kind, asked in (("rail share, points", RAIL_SHARE), ("register", 0.0), ("NOx, relative", NOX)):
        if kind not in worst:
            continue
        size, number, key, full, twin = worst[kind]
        print(f"{city}: {kind}: worst difference {size:.5f} (asked: {asked}) of member {number} at {key}: full {full:.6g}, twin {twin:.6g}")
        beyond = beyond or not size <= asked
    return 3 if missing else 1 if beyond else 0


sys.exit(main())
