"""From an empty folder to a first commit, as somebody would who has never seen ims: each step says what comes next.
Run in an empty folder, with ims and git on PATH."""
import pathlib
import subprocess

from terminal import run


def change(path, was, now):
    file = pathlib.Path(path)
    text = file.read_text(encoding="utf-8")
    assert text.count(was) == 1, f"{path} should hold once: {was}\n{text}"
    file.write_text(text.replace(was, now), encoding="utf-8")


subprocess.run(["git", "init", "-q"], check=True)

# Begin. A word that is mistyped is asked for again, with the one that was likely meant.
run("ims", "init", "--hook", answers=[
    (r"organisation called\? \[Bikes\] ", "Mill Lane Bikes"),
    (r"kind of work.*\? .*\[office\] ", "shpo"),
    (r"did you mean `shop`\?\n.*\[office\] ", "shop"),
    (r"look after\?.*\[quality, .*\] ", "qualty"),
    (r"did you mean `quality`\?\n.*\] ", "iso-9001"),
    (r"is a standard.*did you mean `quality`\?\n.*\] ", "quality, health-and-safety"),
]).ends_with(0).says(
    r"Mill Lane Bikes: \d+ records",
    r"\.git/hooks/ +pre-commit",
    r"\.ims/ ",
    r"Next:\n(.*\n)*? +ims check ",
    r" ims new process ",
)
run("ims", "check").ends_with(0).says(r"nothing found in \d+ records\. Next: .*profile: described")
run("ims", "init").ends_with(1).says(r"is there already", r"`ims check`")

# Write: five records. Without a kind, the one that is lacking most is named, with the line to type.
run("ims", "new").ends_with(0).says(r"ims new \w+")
NEXT = r"Next: .*ims check"
run("ims", "new", "role", "mechanic", "--set", "title=Mechanic", "--set", "holders=1",
    "--set", "reports_to=owner").ends_with(0).says(r"roles/mechanic\.yaml", NEXT)
run("ims", "new", "process", "repair-bikes", "--set", "title=Repair bikes", "--set", "type=core", "--set", "owner=owner",
    "--set", "responsible=mechanic").ends_with(0).says(r"processes/repair-bikes\.yaml", NEXT)
run("ims", "new", "risk", "brake-fails", "--for", "proces/repair-bikes").ends_with(2).says(r"did you mean `process`\?")
run("ims", "new", "risk", "brake-fails", "--for", "process/repair-bike").ends_with(2).says(r"`repair-bikes`")
run("ims", "new", "risk", "brake-fails", "--for", "process/repair-bikes", "--set", "title=A brake fails on the road",
    "--set", "disciplines=quality,health-and-safety", "--set", "owner=owner").ends_with(0).says(
        r"risks/brake-fails\.yaml", NEXT)
run("ims", "new", "control", "test-ride", "--for", "risk/brake-fails", "--set", "title=Test ride before handing over",
    "--set", "owner=mechanic", "--set", "implementation=planned", "--set", "due=2026-09-01").ends_with(0).says(
        r"controls/test-ride\.yaml", NEXT)
run("ims", "new", "supplier", "parts-dealer", "--set", "title=Parts dealer",
    "--set", "provides=Brakes and tyres", "--set", "owner=owner").ends_with(0).says(r"suppliers/parts-dealer\.yaml", NEXT)
run("ims", "check").ends_with(0).says(r"nothing found in \d+ records\. Next: .*profile: described")
subprocess.run(["git", "add", "-A"], check=True)
run("git", "commit", "-m", "Begin").ends_with(0)

# Slips, as they happen. What is wrong is told with its line and with what mends it.
change("processes/repair-bikes.yaml", "responsible:", "responsable:")
change("risks/brake-fails.yaml", "owner: owner", "owner: onwer")
change("controls/test-ride.yaml", "due: 2026-09-01", "due: 1.9.2026")
run("ims", "check").ends_with(1).says(
    r"unknown-field.*`responsable`", r"did you mean `responsible`\?", r"did you mean `owner`\?", r"2026-09-01", r"--fix")
# The hook lets nothing broken through, and says the same.
subprocess.run(["git", "add", "-A"], check=True)
run("git", "commit", "-m", "Broken").ends_with(1).says(r"`responsable`", r"Next: ims ")
# What is certain is mended at once, what is a guess where one says so; nothing else is touched.
run("ims", "check", "--fix").ends_with(1).says(r"1 mended in 1 file", r"--unsafe-fixes")
run("ims", "check", "--unsafe-fixes").ends_with(0).says(r"2 mended in 2 files")
run("ims", "check").ends_with(0).says(r"nothing found in \d+ records\. Next: .*profile: described")
subprocess.run(["git", "add", "-A"], check=True)
assert subprocess.run(["git", "diff", "--cached", "--quiet"]).returncode == 0, "mended is not as it was"

# Move: everything that names the role names it anew; and back again leaves no trace.
run("ims", "rename", "role/owner", "shop-owner").ends_with(0).says(r"references? in \d+ files", r"Next: .*ims check")
run("ims", "check").ends_with(0)
run("ims", "rename", "role/shop-owner", "owner").ends_with(0)
assert subprocess.run(["git", "diff", "--quiet"]).returncode == 0, "there and back again changed something"
run("ims", "rename", "role/owner", "shop-owner").ends_with(0)
subprocess.run(["git", "add", "-A"], check=True)
run("git", "commit", "-m", "Call the owner what she is").ends_with(0)

# Look: with the next profile, the gap report tells what is true of the new process.
change("ims.yaml", "profile: records", "profile: integrated")
run("ims", "report", "gaps").ends_with(0).says(r"Mechanic")
