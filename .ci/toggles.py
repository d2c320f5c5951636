#!/usr/bin/env python3
"""toggles.py CITY RUN PARTS [CITY RUN PARTS]...: what the measures of plans bring, each left out. RUN is a run of the plan by the quick twin
(verdicts.csv: which figure a target judges and how far it is from what is asked; the journal: why a measure is idle). PARTS are parts of a
study with the case `plan` and a case without each measure, named after it.

Of every measure, every target and every year: the figure of the target, plan less without, member by member, mean and 95 % interval
(Student's t), beside the gap of the target, |value - threshold| when it is due. A measure moves a figure if 0 lies outside of the interval
and the mean is a hundredth of the gap or more. Printed is the figure that it moves most, in gaps, and the differences of the full runs of
the members that have them. One of these says little: which truck carries what differs from run to run, so their mean is asked for its sign.
Exit 1 if fewer than three quarters of the measures move a figure, the mean of the full pairs has the other sign, a measure without any
difference does not say why, or too few members were not refused."""
import csv
import math
import os
import sqlite3
import statistics
import sys

SCOPE = ("firm county rail_station commodity haul_class numerator_kind basis denominator_kind direction level segment standard powertrain "
         "ring").split()
# Student's t, 97.5 %, by degrees of freedom from 1 on.
T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093)
OF_THE_GAP = 0.01
MEASURES = 0.75
PAIRS = 10


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def figure_of(metric, scope, unit):
    return metric, tuple(scope.get(name, "") for name in SCOPE), unit


def targets(run):
    """Target -> (figure, gap); one without a value has no gap."""
    found = {}
    for r in rows(f"{run}/verdicts.csv"):
        if r["value"]:
            scope = dict(part.split("=", 1) for part in r["scope"].split(";") if part)
            found[r["target"]] = figure_of(r["metric"], scope, r["unit"]), abs(float(r["value"]) - float(r["threshold"]))
    return found


def idle(run):
    """Measure -> reason."""
    with sqlite3.connect(f"file:{run}/run.gpkg?mode=ro", uri=True) as file:
        return {m: text.removeprefix("reason=") for m, text in file.execute("select subject, detail from journal where event = 'idle'")}


class Parts:
    def __init__(self, folder, wanted):
        self.folder, self.wanted, self.read = folder, wanted, {}
        self.cases = sorted(case for case in os.listdir(folder) if case != "plan" and os.path.isdir(f"{folder}/{case}"))

    def names(self, case, engine):
        found = os.listdir(f"{self.folder}/{case}")
        return {n for n in found if n.startswith(f"{engine}-") and os.path.exists(f"{self.folder}/{case}/{n}/metrics.csv")}

    def figures(self, case, name):
        """(figure, year) -> value."""
        if (case, name) not in self.read:
            found = {}
            for r in rows(f"{self.folder}/{case}/{name}/metrics.csv"):
                figure = figure_of(r["metric"], r, r["unit"])
                if len(r["period"]) == 4 and figure in self.wanted:
                    found[figure, r["period"]] = float(r["value"])
            self.read[case, name] = found
        return self.read[case, name]

    def pairs(self, case, engine):
        both = sorted(self.names("plan", engine) & self.names(case, engine))
        return [(self.figures("plan", name), self.figures(case, name)) for name in both]


def interval(xs):
    mean = statistics.fmean(xs)
    half = T[min(len(xs) - 1, len(T)) - 1] * statistics.stdev(xs) / math.sqrt(len(xs))
    return mean, mean - half, mean + half


def most_moved(asked, pairs):
    """The target and year that move most: those whose interval leaves 0 out before others."""
    best = None
    for target, (figure, gap) in asked.items():
        for key in sorted(k for k in pairs[0][0] if k[0] == figure):
            differences = [a[key] - b[key] for a, b in pairs if key in a and key in b]
            if len(differences) < 2 or not any(differences):
                continue
            mean, low, high = interval(differences)
            found = low > 0 or high < 0, abs(mean) / gap if gap else math.inf, target, key, (mean, low, high)
            best = max(best, found) if best else found
    return best


def city(name, run, folder):
    asked, why = targets(run), idle(run)
    parts = Parts(folder, {figure for figure, _ in asked.values()})
    moved, wrong = 0, []
    for case in parts.cases:
        pairs = parts.pairs(case, "twin")
        if len(pairs) < PAIRS:
            wrong.append(f"{case}: {len(pairs)} pairs (asked: {PAIRS})")
        best = most_moved(asked, pairs) if len(pairs) > 1 else None
        if best is None:
            says = why.get(case, "nothing")
            print(f"{name} {case:16} {len(pairs):3} pairs, no figure of a target differs; the product says: {says}")
            if says == "nothing":
                wrong.append(f"{case} changes nothing and does not say why")
            continue
        sure, size, target, key, (mean, low, high) = best
        moves = sure and size >= OF_THE_GAP
        moved += moves
        full = [a[key] - b[key] for a, b in parts.pairs(case, "full") if key in a and key in b]
        verdict = "moves" if moves else "moves little" if sure else "not sure"
        if not moves and case in why:
            verdict += f"; as stated the product says: {why[case]}"
        print(f"{name} {case:16} {len(pairs):3} pairs, {target} {key[1]}: {mean:+.6g} [{low:+.6g}, {high:+.6g}], {size:.4f} of its gap, "
              f"full {' '.join(f'{x:+.6g}' for x in full) or 'none'}: {verdict}")
        if moves and full and statistics.fmean(full) * mean <= 0:
            wrong.append(f"{case}: the full pairs have another sign")
    return moved, len(parts.cases), wrong


def main():
    words = sys.argv[1:]
    found = [city(*words[i:i + 3]) for i in range(0, len(words), 3)]
    moved, of = sum(m for m, _, _ in found), sum(n for _, n, _ in found)
    print(f"{moved} of {of} measures move a figure (asked: {MEASURES:.0%})")
    wrong = [text for _, _, texts in found for text in texts]
    for text in wrong:
        print("WRONG", text, file=sys.stderr)
    return 1 if wrong or moved < MEASURES * of else 0


sys.exit(main())
