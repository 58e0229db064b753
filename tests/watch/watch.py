"""Starts `ims check --watch`, saves files in the ways of editors and of git, and reads until what is said shows each.

Nothing here waits for a while and hopes: each step reads until the run has come that it is about. A timer only ends what
would else wait for ever.

usage: watch.py told|looking SCRATCH IMS     in SCRATCH there is records/
"""

import atexit
import os
import pty
import shutil
import signal
import subprocess
import sys
import threading

WAY, SCRATCH, IMS = sys.argv[1:]
FOLDER = os.path.join(SCRATCH, "records")
COMMAND = [IMS, "check", "--watch", "--format", "concise", "--today", "2026-06-01"] + (["--poll"] if WAY == "looking" else [])
GUARD = 300  # seconds


def guard(ims):
    timer = threading.Timer(GUARD, ims.kill)
    timer.daemon = True
    timer.start()
    atexit.register(ims.kill)
    return timer


def path_of(name):
    return os.path.join(FOLDER, name)


def put(name, text):
    with open(path_of(name), "w", encoding="utf-8") as file:
        file.write(text)


def get(name):
    with open(path_of(name), encoding="utf-8") as file:
        return file.read()


class Watching:
    def __init__(self):
        self.ims = subprocess.Popen(COMMAND, cwd=FOLDER, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True)
        self.guard = guard(self.ims)
        self.all = ""

    def run(self):
        """What one run prints."""
        said = ""
        for line in self.ims.stdout:
            said += line
            self.all += line
            if line.startswith("watching "):
                return said
        sys.exit(f"it ended with {self.ims.wait()}; it said:\n{self.all}")

    def until(self, what, *words, without=()):
        """The runs up to one that says all of these words, and none of the others."""
        said = ""
        while True:
            run = self.run()
            said += run
            if all(word in run for word in words) and not any(word in run for word in without):
                print(f"{what}: seen")
                return said

    def end(self):
        self.guard.cancel()
        return self.ims.wait()


def test_saves():
    subprocess.run(["git", "init", "--quiet"], cwd=FOLDER, check=True)
    put(".gitignore", "build/\n*.out.yaml\n")
    watching = Watching()
    watching.until("the first run", "=== run 1 ===", "watching 3 records")
    mended = get("roles/cashier.yaml")
    broken = mended.replace("shop-owner", "nobody-we-know")

    put("roles/cashier.yaml", broken)
    watching.until("a save in place", "roles/cashier.yaml changed", "nobody-we-know")

    put("roles/.cashier.yaml.new", mended)
    os.replace(path_of("roles/.cashier.yaml.new"), path_of("roles/cashier.yaml"))
    watching.until("a save by rename", "roles/cashier.yaml changed", without=["nobody-we-know"])

    os.rename(path_of("roles/cashier.yaml"), path_of("roles/cashier.yaml~"))
    put("roles/cashier.yaml", broken)
    os.remove(path_of("roles/cashier.yaml~"))
    watching.until("a save that sets the old file aside", "nobody-we-know", "watching 3 records")

    put("roles/cashier.yaml", 'role: cashier\ntitle: "Cashier\n')
    watching.until("a save that cannot be read", "1 file cannot be read, and what may stand in it is not reported")

    os.remove(path_of("roles/cashier.yaml"))
    watching.until("a file that goes", "watching 2 records")
    put("roles/cashier.yaml", mended)
    watching.until("a file that comes", "watching 3 records", without=["nobody-we-know"])

    os.makedirs(path_of("sites/north/roles"))
    put("sites/north/roles/florist.yaml", "role: florist\ntitle: Florist\n")
    watching.until("a file in a new folder", "watching 4 records")
    put("sites/north/roles/florist.yaml", "role: florist\ntitle: Florist\ndeputies: [nobody-there]\n")
    watching.until("a save in a new folder", "sites/north/roles/florist.yaml changed", "nobody-there")

    os.rename(path_of("sites"), path_of("places"))
    watching.until("a folder that is renamed", "places/north/roles/florist.yaml:", "watching 4 records")
    put("places/north/roles/florist.yaml", "role: florist\ntitle: Florist\n")
    watching.until("a save in it", "places/north/roles/florist.yaml changed", without=["nobody-there"])
    shutil.rmtree(path_of("places"))
    watching.until("a folder that goes", "watching 3 records")

    settings = get("ims.yaml")
    put("ims.yaml", "organisation: [\n")
    watching.until("settings that cannot be read", "ims.yaml:", "watching 0 records")
    put("ims.yaml", settings)
    watching.until("settings that are mended", "watching 3 records")
    put("ims.yaml", settings + "ignore: [drafts/]\n")
    watching.until("settings that ignore a folder", "ims.yaml changed", "watching 3 records")

    # None of these is a reason to run.
    os.makedirs(path_of("build"))
    os.makedirs(path_of(".hidden"))
    os.makedirs(path_of("drafts"))
    for name in ["build/made.yaml", ".hidden/role.yaml", "drafts/role.yaml", ".role.yaml.swp", "made.out.yaml", "notes.txt"]:
        put(name, "role: florist\ntitle: Florist\n")
    put("notes.txt", "more")
    put("roles/cashier.yaml", broken)
    said = watching.until("what is ignored, and a save", "roles/cashier.yaml changed", "nobody-we-know")
    for name in ["made", ".hidden", "drafts", "swp"]:
        if name in said:
            sys.exit(f"it ran for {name}:\n{said}")

    # Its path is another folder's from then on, and what is saved there counts.
    for name, moved in [("the folder itself", FOLDER), ("a folder above it", SCRATCH)]:
        os.rename(moved, moved + ".old")
        shutil.copytree(moved + ".old", moved, symlinks=True)
        put("roles/cashier.yaml", mended)
        watching.until(f"{name} moved away and made anew, and a save", "watching 3 records", without=["nobody-we-know"])
        put("roles/cashier.yaml", broken)
        watching.until("another save there", "roles/cashier.yaml changed", "nobody-we-know")
        shutil.rmtree(moved + ".old")

    watching.ims.send_signal(signal.SIGINT)
    code = watching.end()
    if code != -signal.SIGINT:
        sys.exit(f"Ctrl+C ended it with {code}")


def test_reader_that_goes():
    watching = Watching()
    watching.until("broken records", "nobody-we-know")
    watching.ims.stdout.close()
    code = watching.end()
    if code != 1:
        sys.exit(f"where nobody reads any more, it ended with {code}, and not as the last run did")


def test_terminal():
    main, other = pty.openpty()
    ims = subprocess.Popen(COMMAND, cwd=FOLDER, stdin=other, stdout=other, stderr=other, close_fds=True)
    timer = guard(ims)
    os.close(other)

    def until(*words):
        said = ""
        while not all(word in said for word in words):
            try:
                part = os.read(main, 4096)
            except OSError:
                part = b""
            if not part:
                sys.exit(f"it ended with {ims.wait()}; it said:\n{said!r}")
            said += part.decode("utf-8", "replace")
        return said

    said = until("\x1b[2J", "nobody-we-know", "watching 3 records; Ctrl+C ends")
    if "===" in said:
        sys.exit(f"a separator on a terminal: {said!r}")
    put("roles/cashier.yaml", get("roles/cashier.yaml").replace("nobody-we-know", "shop-owner"))
    until("\x1b[2J", "watching 3 records; Ctrl+C ends")
    print("a terminal: seen")
    ims.send_signal(signal.SIGINT)
    ims.wait()
    timer.cancel()


def test_quiet():
    ims = subprocess.Popen(COMMAND + ["--quiet"], cwd=FOLDER, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    timer = guard(ims)
    said = ims.stdout.readline()
    put("roles/cashier.yaml", get("roles/cashier.yaml").replace("shop-owner", "nobody-we-know"))
    for line in ims.stdout:
        said += line
        if "nobody-we-know" in line:
            break
    if not said.startswith("=== run 1 ===\n") or "watching" in said:
        sys.exit(f"--quiet says:\n{said}")
    print("quiet: seen")
    ims.kill()
    timer.cancel()


test_saves()
test_reader_that_goes()
test_terminal()
test_quiet()
