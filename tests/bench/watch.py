"""Times `ims check --watch` from a save of some files to the end of what it prints, and `ims check` beside it, in turn.

usage: watch.py IMS FOLDER FILES-PER-SAVE SIZE
"""

import os
import statistics
import subprocess
import sys
import time

IMS, FOLDER, SAVES, SIZE = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
OPTIONS = ["--format", "concise", "--fail-on", "never", "--today", "2026-06-01"]
RUNS = int(os.environ.get("RUNS", "15"))
SETTLED = 0.04  # seconds that are waited at most for the end of a save
MOST = 2  # times one check


def now():
    return time.perf_counter()


paths = []
for top, _, names in os.walk(FOLDER):
    paths += [os.path.join(top, name) for name in names if name.endswith(".yaml") and name != "ims.yaml"]
paths = sorted(paths)[:SAVES]
texts = {}
for path in paths:
    with open(path, encoding="utf-8") as file:
        texts[path] = file.read()

watching = subprocess.Popen([IMS, "check", "--watch"] + OPTIONS, cwd=FOLDER, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def read_run():
    for line in watching.stdout:
        if line.startswith("watching "):
            return
    sys.exit(f"it ended with {watching.wait()}")


read_run()
saves, checks = [], []
try:
    for number in range(RUNS):
        begin = now()
        for path in paths:
            with open(path, "w", encoding="utf-8") as file:
                file.write(texts[path] + f"# save {number}\n")
        read_run()
        saves.append(now() - begin)
        begin = now()
        subprocess.run([IMS, "check"] + OPTIONS, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        checks.append(now() - begin)
finally:
    watching.terminate()
    for path, text in texts.items():
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
save, check = statistics.median(saves), statistics.median(checks)
ratio = save / (check + SETTLED)
print(f"{SIZE:>9} {SAVES:>7} {check * 1000:12.1f} {save * 1000:12.1f} {max(saves) * 1000:12.1f} {ratio:9.2f}")
if ratio > MOST:
    sys.exit(f"missed: a save is told after more than {MOST} times one check and the wait for its end")
