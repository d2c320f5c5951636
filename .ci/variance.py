#!/usr/bin/env python3
"""variance.py PARTS MEMBERS FULL_SECONDS TWIN_SECONDS: what pairs are worth, from parts of a study with the cases plan and late.

Paired: Var(plan_i - late_i) beside Var(plan) + Var(late), full runs. Corrected: with r the correlation of full run and twin over members,
n full members with their twins and N twins more have variance s2 (1 - r2) / n + s2 r2 / (n + N) (control variate of estimated mean,
Lavenberg and Welch 1981); full members alone in the same processor time n' = (n full + (n + N) twin) / full have s2 / n'.
Exit 1 if a ratio is below what is asked (4 and 5)."""
import csv
import sys

FIGURES = {
    "rail tonnes 2025": lambda r: r["metric"] == "rail_tonnes" and r["period"] == "2025",
    "gate rail share 2025": lambda r: r["metric"] == "rail_share" and r["basis"] == "gate" and r["period"] == "2025",
}
PAIRED, CORRECTED = 4.0, 5.0
FULL, TWINS = 20, 200


def figure(folder, wanted):
    """The widest row (fewest words of scope) that fits; the first of equals."""
    with open(f"{folder}/metrics.csv", encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if wanted(r)]
    best = min(rows, key=lambda r: sum(1 for v in r.values() if v))
    return float(best["value"]), " ".join(v for k, v in best.items() if v and k != "value")


def mean(xs):
    return sum(xs) / len(xs)


def covariance(xs, ys):
    return sum((x - mean(xs)) * (y - mean(ys)) for x, y in zip(xs, ys)) / (len(xs) - 1)


def main():
    parts, members = sys.argv[1], int(sys.argv[2])
    full_s, twin_s = float(sys.argv[3]), float(sys.argv[4])
    print(f"{members} members; a full run takes {full_s} s of processor time, an estimate {twin_s} s")
    failed = False
    for name, wanted in FIGURES.items():
        values = {}
        for case in ("plan", "late"):
            for mover in ("full", "twin"):
                found = [figure(f"{parts}/{case}/{mover}-{i:04}", wanted) for i in range(1, members + 1)]
                values[case, mover] = [v for v, _ in found]
                scope = found[0][1]
        print(f"{name}: {scope}")
        a, b = values["plan", "full"], values["late", "full"]
        differences = [x - y for x, y in zip(a, b)]
        paired = (covariance(a, a) + covariance(b, b)) / covariance(differences, differences)
        twin = values["plan", "twin"]
        r2 = covariance(a, twin) ** 2 / (covariance(a, a) * covariance(twin, twin))
        print(f"  unpaired / paired variance of the difference: {paired:.1f} (asked: {PAIRED})")
        best = 0.0
        for n, more in ((6, TWINS), (FULL, TWINS), (FULL, 5 * TWINS)):
            alone = (n * full_s + (n + more) * twin_s) / full_s
            ratio = (1 / alone) / ((1 - r2) / n + r2 / (n + more))
            best = max(best, ratio)
            print(f"  {n} full runs, {n + more} estimates: {ratio:.1f} times below full runs alone in the same time (r2 {r2:.5f})")
        print(f"  best of these: {best:.1f} (asked: {CORRECTED})")
        failed = failed or paired < PAIRED or best < CORRECTED
    return 1 if failed else 0


sys.exit(main())
