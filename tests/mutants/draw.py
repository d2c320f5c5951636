#!/usr/bin/env python3
"""Draws random mutants: one operator or one constant each, over the sources of sim/rules, sim/engine and analysis.

    tests/mutants/draw.py SEED COUNT FOLDER     writes FOLDER/r01.patch ... and prints one line each
    tests/mutants/run.sh FOLDER/*.patch         tries them

Some do not compile, some change nothing that can be seen; the others say how much the tests see.
"""
import os
import random
import re
import subprocess
import sys

# What stands there, and what takes its place; None: the number after it, "double": twice it.
SWAPS = [
    (r"(?<![<=>!+\-*/&|])<=(?!>)", "<"), (r" < ", " <= "), (r" > ", " >= "), (r"(?<!<)>=", " > "), (r"==", "!="), (r"!=", "=="),
    (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "), (r"\+= ", "-= "),
    (r"-= ", "+= "), (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"std::min\b", "std::max"), (r"std::max\b", "std::min"),
    (r"\+\+(?=[a-z])", "--"), (r"(?<=[ (\[,])(\d+)(?=[ ),;\]])", None), (r"(?<=[ (\[,])(\d+\.\d+)(?=[ ),;\]])", "double"),
]
SUITES = {"sim/rules": "rules engine hand golden", "sim/engine": "engine hand golden", "analysis": "analysis hand golden"}
NO_CODE = ("#", "//", "using", "template")


def code_spans(line):
    """Where a line is neither text in quotes nor a comment."""
    end = line.find("//") if "//" in line else len(line)
    spans, start, quoted, i = [], 0, False, 0
    while i < end:
        if quoted and line[i] == "\\":
            i += 1
        elif line[i] == '"':
            if not quoted:
                spans.append((start, i))
            quoted, start = not quoted, i + 1
        i += 1
    return spans if quoted else spans + [(start, end)]


def sites_of(root, name):
    for number, line in enumerate(open(os.path.join(root, name), encoding="utf-8")):
        text = line.strip()
        if text.startswith(NO_CODE) or "RAILSHIFT_EXPECTS" in text or "static_assert" in text:
            continue
        for swap, (pattern, _) in enumerate(SWAPS):
            for found in re.finditer(pattern, line):
                if any(a <= found.start() and found.end() <= b for a, b in code_spans(line)):
                    yield name, number, swap, found.start(), found.end()


def changed(line, swap, begin, end):
    new = SWAPS[swap][1]
    if new is None:
        new = str(int(line[begin:end]) + 1)
    elif new == "double":
        new = repr(2 * float(line[begin:end]) or 1.0)
    return line[:begin] + new + line[end:]


def patch(root, name, number, new):
    lines = open(os.path.join(root, name), encoding="utf-8").read().split("\n")
    first, last = max(0, number - 3), min(len(lines), number + 4)
    folder = next(folder for folder in SUITES if name.startswith(folder))
    body = "".join(f"-{lines[i]}\n+{new}\n" if i == number else f" {lines[i]}\n" for i in range(first, last))
    size = last - first
    return (f"{name}:{number + 1}\nSuites: {SUITES[folder]}\n\n--- a/{name}\n+++ b/{name}\n"
            f"@@ -{first + 1},{size} +{first + 1},{size} @@\n{body}"), lines[number].strip()


def main(seed, count, folder):
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    listed = subprocess.run(["git", "-C", root, "ls-files", *SUITES], capture_output=True, text=True, check=True).stdout.split()
    sites = [site for name in listed if name.endswith(".cpp") and "_entries" not in name for site in sites_of(root, name)]
    chance = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    taken = set()
    while len(taken) < count:
        name, number, swap, begin, end = chance.choice(sites)
        if (name, number) in taken:
            continue
        taken.add((name, number))
        line = open(os.path.join(root, name), encoding="utf-8").read().split("\n")[number]
        new = changed(line, swap, begin, end)
        text, old = patch(root, name, number, new)
        with open(f"{folder}/r{len(taken):02d}.patch", "w", encoding="utf-8") as file:
            file.write(text)
        print(f"r{len(taken):02d} {name}:{number + 1}: {old}  ->  {new.strip()}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
