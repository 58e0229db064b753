"""Runs the real ims where it cannot end as it would, and looks at every file afterwards, byte for byte.

kill       SIGKILL at each system call that makes, writes, syncs, names or removes something: each file is as before or as
           it is to be, and once the next command has run, all of them are so together, and nothing lies beside them.
           The same of the command that finishes what was killed.
change     It is stopped at each sync, somebody else saves one of its files, and it goes on: what they saved stays.
two        It is stopped while it writes, and another of its kind begins: that one says that it waits, and undoes nothing.
full       A file system of 64 KB with ever more room on it: all is as before, or all is done.
forbidden  Folders and files that may not be written: all is as before, and the message names what is in the way.

usage: nothing_lost.py kill|change|two|full|forbidden SCRATCH IMS
"""

import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
TEST, SCRATCH, IMS = sys.argv[1:]
# What makes, writes, syncs, names, removes; the program is stopped before it is done.
CALLS = ["openat", "write", "fsync", "chmod", "fchmod", "fchown", "link", "rename", "renameat2", "unlink", "mkdir", "rmdir"]
GUARD = 300  # seconds, which only end what would else wait for ever
TEMPORARY = re.compile(r"(^|/)\.ims-(change(\.begun)?|[0-9-]+\.tmp)$")
# Those that take long: with IMS_LONG_TESTS they go through all commands, else through those marked with a `+`.
SHORTENED = ["kill", "change"]
failures = []


def read_commands():
    commands = []
    with open(os.path.join(HERE, "commands.txt"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            name, command = line.strip().split(":", 1)
            if name.startswith("+"):
                name = name[1:]
            elif TEST in SHORTENED and not os.environ.get("IMS_LONG_TESTS"):
                continue
            prepare, _, command = command.rpartition("&&")
            words = shlex.split(command)
            assert words[0] == "ims", line
            commands.append((name, prepare.strip(), [IMS] + words[1:]))
    return commands


def make_folder(prepare, name="records"):
    folder = os.path.join(SCRATCH, name)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(HERE, "records"), folder)
    if prepare:
        subprocess.run(["sh", "-c", prepare], cwd=folder, check=True)
    return folder


def tree(folder):
    """Each path with its mode and bytes; a folder has none."""
    found = {}
    for top, folders, files in os.walk(folder):
        for each in folders:
            path = os.path.join(top, each)
            found[os.path.relpath(path, folder) + "/"] = None
        for each in files:
            path = os.path.join(top, each)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = (stat.S_IMODE(os.stat(path).st_mode), file.read())
    return found


def is_of_git(path):
    return path.startswith(".git/")


def is_whole(now, before, after):
    """All as before, or all as it is to be; what is git's has its place by itself, just before the others."""
    ours = [{path: found for path, found in each.items() if not is_of_git(path)} for each in (now, before, after)]
    theirs = [path for path in set(now) | set(before) | set(after) if is_of_git(path)]
    return ours[0] in ours[1:] and all(now.get(path) in (before.get(path), after.get(path)) for path in theirs)


def guard(*processes):
    """Whoever reads from these gets an end, should they never come to one."""
    def kill():
        print("the guard's time is over", file=sys.stderr)
        for each in processes:
            each.kill()
    timer = threading.Timer(GUARD, kill)
    timer.daemon = True
    timer.start()
    return timer


def run(words, folder, **more):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, **more)


def fail(what, said, expected=None, got=None):
    text = [what]
    if expected is not None:
        for path in sorted(set(expected) | set(got)):
            if expected.get(path, "nothing") != got.get(path, "nothing"):
                text.append(f"  {path}: {got.get(path, 'nothing')}, not {expected.get(path, 'nothing')}")
    text.append(said)
    failures.append("\n".join(text))
    print("\n".join(text))


def before_and_after(prepare, command):
    folder = make_folder(prepare)
    before = tree(folder)
    ended = run(command, folder)
    after = tree(folder)
    if before == after or ended.returncode not in (0, 1):
        sys.exit(f"{shlex.join(command)} changes nothing\n{ended.stdout}{ended.stderr}")
    return before, after


# Empty folders may lie there for a moment, and what is hidden.
def look_at_each_file(what, folder, before, after):
    for path, found in tree(folder).items():
        allowed = [before.get(path, "nothing"), after.get(path, "nothing")]
        if not path.endswith("/") and not TEMPORARY.search(path) and found not in allowed:
            fail(f"{what}: {path} is neither as before nor as it is to be", str(found))
    for path in set(before) & set(after):
        if not os.path.exists(os.path.join(folder, path)):
            fail(f"{what}: {path} is gone", "")


def killed(command, folder, call, number):
    """Whether it was: it may end before that call."""
    log = os.path.join(SCRATCH, "strace.log")
    inject = f"inject={call}:signal=SIGKILL:when={number}"
    ended = run(["strace", "-o", log, "-e", f"trace={call}", "-e", inject] + command, folder)
    if ended.returncode in (0, 1):
        return False
    if ended.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        sys.exit(f"{shlex.join(command)} ended with {ended.returncode} at {call} {number}\n{ended.stderr}")
    return True


def tree_is_mixed(now, before, after):
    changed = [path for path in set(before) | set(after) if before.get(path) != after.get(path)]
    done = [path for path in changed if now.get(path) == after.get(path)]
    return 0 < len(done) < len(changed)


def state_of(now):
    """The same for two runs that were killed with the same done: names of temporary files hold the number of the process."""
    number = re.compile(rb"\.ims-[0-9]+-")
    return tuple(sorted((number.sub(b"", path.encode()), found and (found[0], number.sub(b"", found[1])))
                        for path, found in now.items()))


def kill_who_finishes(what, half, after):
    """`half`: a folder of which nobody knows whether all is well."""
    folder = os.path.join(SCRATCH, "finishing")
    finish = [IMS, "doctor", "--finish"]
    stops = 0
    seen = set()
    for call in CALLS:
        number = 1
        while True:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(half, folder)
            if not killed(finish, folder, call, number):
                break
            stops += 1
            number += 1
            if state_of(tree(folder)) in seen:
                continue
            seen.add(state_of(tree(folder)))
            ended = run(finish, folder)
            if ended.returncode != 0 or tree(folder) != after:
                fail(f"{what}, and who finishes it at {call} {number - 1}", ended.stderr, after, tree(folder))
    return stops


def test_kill(name, prepare, command):
    before, after = before_and_after(prepare, command)
    stops = halves = in_turn = 0
    mixed = False
    seen = set()
    for call in CALLS:
        number = 1
        while True:
            folder = make_folder(prepare)
            if not killed(command, folder, call, number):
                break
            stops += 1
            what = f"{name}: killed at {call} {number}"
            number += 1
            left = tree(folder)
            if state_of(left) in seen:
                continue
            seen.add(state_of(left))
            look_at_each_file(what, folder, before, after)
            again = os.path.join(SCRATCH, "again")
            shutil.rmtree(again, ignore_errors=True)
            shutil.copytree(folder, again)
            # Who only reads says so, and changes nothing.
            if ".ims-change" in left:
                halves += 1
                # Nothing has its place yet the first time, and not all have theirs the second time.
                if call.startswith("rename") and in_turn == 0 or tree_is_mixed(left, before, after) and not mixed:
                    in_turn += kill_who_finishes(what, folder, after)
                    mixed = tree_is_mixed(left, before, after)
                told = run([IMS, "check", "--today", "2026-06-01"], folder)
                # Where ims.yaml itself is still to come, there is nothing to be read.
                is_told = "ims doctor --finish" in told.stderr and told.returncode in (0, 1) or "ims.yaml" not in left
                if not is_told or tree(folder) != left:
                    fail(f"{what}: check does not say that it is to be finished", told.stderr)
            ended = run([IMS, "doctor", "--finish"], folder)
            now = tree(folder)
            is_there = "ims.yaml" in left or ".ims-change" in left or ".ims-change.begun" in left
            if is_there and ended.returncode != 0 or not is_whole(now, before, after):
                fail(f"{what}, then finished", ended.stderr, after if ".ims-change" in left else before, now)
            ended = run(command, again)
            if tree(again) != after:
                fail(f"{what}, then run again", ended.stderr, after, tree(again))
    changed = sum(1 for path in set(before) | set(after) if before.get(path) != after.get(path) and path[-1] != "/")
    if changed > 1 and halves == 0:
        fail(f"{name}: {changed} files change, and it was never killed between two of them", "")
    print(f"{name}: killed {stops} times, in {len(seen)} states, {halves} of them half way; who finishes it {in_turn} times")


def test_change(name, prepare, command):
    before, after = before_and_after(prepare, command)
    stops = refused = 0
    theirs = b"# somebody else was here\n"
    changed = sorted(path for path in after if before.get(path) != after[path] and not path.endswith("/"))
    for path in sorted({changed[0], changed[len(changed) // 2], changed[-1]}):
        # The folders that it lies in stay for it.
        above = {path[: at + 1] for at, each in enumerate(path) if each == "/"}
        number = 1
        while True:
            folder = make_folder(prepare)
            inject = f"inject=fsync:signal=SIGSTOP:when={number}"
            # The shell becomes the program, so its number is known.
            ims = subprocess.Popen(
                ["strace", "-o", "/dev/stderr", "-e", "trace=fsync", "-e", inject, "sh", "-c", 'echo $$; exec "$@"', "sh"]
                + command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            timer = guard(ims)
            process = int(ims.stdout.readline())
            stopped = False
            said = ""
            for line in ims.stderr:
                said += line
                if "stopped by SIGSTOP" in line:
                    stopped = True
                    there = os.path.exists(os.path.join(folder, path))
                    mine = there and tree(folder)[path] == after[path]
                    os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
                    with open(os.path.join(folder, path), "wb") as file:
                        file.write(theirs)
                    os.kill(process, signal.SIGCONT)
            ims.stdout.read()
            code = ims.wait()
            timer.cancel()
            if not stopped:
                break
            stops += 1
            what = f"{name}: {path} saved at sync {number}"
            now = tree(folder)
            if now.pop(path, (0, None))[1] != theirs:
                fail(f"{what}: what was saved is lost", said)
            now = {each: found for each, found in now.items() if each not in above}
            others = [{each: found for each, found in all.items() if each != path and each not in above}
                      for all in (before, after)]
            if code == 2:
                refused += 1
                if "changed meanwhile" not in said:
                    fail(f"{what}: the refusal does not say so", said)
                if now != others[0]:
                    fail(f"{what}: refused", said, others[0], now)
            elif not mine or now != others[1]:
                fail(f"{what}: ended with {code}", said, others[1], now)
            number += 1
    if refused == 0:
        fail(f"{name}: it was never refused", "")
    print(f"{name}: saved at {stops} moments, {refused} times refused")


def test_two(name, prepare, command):
    before, after = before_and_after(prepare, command)
    folder = make_folder(prepare)
    first = subprocess.Popen(
        ["strace", "-o", "/dev/stderr", "-e", "trace=fsync", "-e", "inject=fsync:signal=SIGSTOP:when=2", "sh", "-c",
         'echo $$; exec "$@"', "sh"] + command,
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    timer = guard(first)
    process = int(first.stdout.readline())
    for line in first.stderr:
        if "stopped by SIGSTOP" in line:
            break
    timer.cancel()
    second = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    timer = guard(first, second)
    # Its end comes where it never waits.
    waited = ""
    for line in second.stderr:
        waited += line
        if "waiting for another command that writes here" in line:
            break
    else:
        fail(f"{name}: another did not say that it waits while this one was writing", waited)
    if tree(folder) == after:
        fail(f"{name}: another was done while this one was writing", waited)
    os.kill(process, signal.SIGCONT)
    said = first.communicate()[1]
    if first.returncode not in (0, 1):
        fail(f"{name}: ended with {first.returncode} while another waited", said)
    said = second.communicate()[1]
    timer.cancel()
    if tree(folder) != after or second.returncode not in (0, 1, 2):
        fail(f"{name}: two at once, the second ended with {second.returncode}", said, after, tree(folder))
    print(f"{name}: the second waited, and ended with {second.returncode}")


def test_full(name, prepare, command):
    # In this process's own mount namespace: nobody else sees it.
    place = os.path.join(SCRATCH, "full")
    os.makedirs(place, exist_ok=True)
    before, after = before_and_after(prepare, command)
    full = 0
    for pages in range(16):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], check=True)
        folder = make_folder(prepare, "full/records")
        with open(os.path.join(place, "filler"), "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                pass
            filler.truncate(max(filler.tell() - pages * 4096, 0))
        ended = run(command, folder)
        now = tree(folder)
        if now != (before if ended.returncode == 2 else after):
            fail(f"{name}: with room for {pages} pages, ended with {ended.returncode}", ended.stderr,
                 before if ended.returncode == 2 else after, now)
        if ended.returncode == 2:
            full += 1
            if "No space left on device" not in ended.stderr:
                fail(f"{name}: with room for {pages} pages, it does not say why", ended.stderr)
        subprocess.run(["umount", place], check=True)
    fits = sum(len(found[1]) for found in after.values() if found) < 32768
    if full == 0 or full == 16 and fits:
        fail(f"{name}: {full} of 16 times there was too little room", "")
    print(f"{name}: {full} times too little room")


def test_forbidden(name, prepare, command):
    before, after = before_and_after(prepare, command)
    me = os.geteuid()
    # Root may do whatever it likes; nobody may not.
    drop = []
    if me == 0:
        drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for each in (SCRATCH, os.path.dirname(IMS)):
            os.chmod(each, 0o755)
    changed = [path for path in before | after if before.get(path) != after.get(path) and not path.endswith("/")]
    cases = {os.path.dirname(path) or "." for path in changed} | {path for path in changed if path in before}
    for closed in sorted(cases):
        folder = make_folder(prepare)
        at = os.path.join(folder, closed)
        while not os.path.exists(at):
            at = os.path.dirname(at)
        if me == 0:
            for top, _, files in os.walk(folder):
                for each in [top] + [os.path.join(top, file) for file in files]:
                    os.chown(each, 65534, 65534)
        mode = stat.S_IMODE(os.stat(at).st_mode)
        os.chmod(at, mode & ~0o222)
        there = tree(folder)
        ended = run(drop + command, folder)
        if ended.returncode != 2 or tree(folder) != there:
            fail(f"{name}: {closed} may not be written, ended with {ended.returncode}", ended.stderr, there, tree(folder))
        # As from where one stands: the folder itself is `.`.
        if f"ims: {os.path.relpath(at, folder)}: " not in ended.stderr:
            fail(f"{name}: {closed} may not be written, and it is not named", ended.stderr)
        os.chmod(at, mode)
    print(f"{name}: {len(cases)} times forbidden")


TESTS = {"kill": test_kill, "change": test_change, "two": test_two, "full": test_full, "forbidden": test_forbidden}
for name, prepare, command in read_commands():
    TESTS[TEST](name, prepare, command)
if failures:
    sys.exit(f"{len(failures)} failures")
