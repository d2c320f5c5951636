#!/usr/bin/env python3
"""peak_memory.py COMMAND...: runs it and says at the end, on stderr, the most memory it held and the processor time it took."""
import resource
import subprocess
import sys

code = subprocess.run(sys.argv[1:], check=False).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"peak {used.ru_maxrss} KB, {used.ru_utime:.2f} s of processor time, {used.ru_stime:.2f} s of the system's", file=sys.stderr)
sys.exit(code)
