"""A terminal that a command runs in, and somebody who reads it and types."""
import os
import pty
import re
import select
import sys

PATIENCE = 120  # seconds until a command that says nothing counts as stuck


class Ended:
    def __init__(self, words, code, text):
        self.words = words
        self.code = code
        self.text = text

    def fail(self, why):
        print(f"$ {' '.join(self.words)}\n{self.text}\n(ended with {self.code})\n{why}", file=sys.stderr)
        sys.exit(1)

    def ends_with(self, code):
        if self.code != code:
            self.fail(f"it should have ended with {code}")
        return self

    def says(self, *patterns):
        for pattern in patterns:
            if not re.search(pattern, self.text):
                self.fail(f"nothing in it is like: {pattern}")
        return self


def plain(raw):
    """What somebody sees: without colours, and with the ends of lines of a file."""
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]|[^\n]*\r", "", text)


def run(*words, answers=()):
    """Runs a command in a terminal. `answers`: what is asked, as a pattern, and what is then typed."""
    child, screen = pty.fork()
    if child == 0:
        try:
            os.execvp(words[0], words)
        finally:
            os._exit(127)
    raw = b""
    seen = 0
    waiting = list(answers)
    while True:
        ready, _, _ = select.select([screen], [], [], PATIENCE)
        if not ready:
            os.kill(child, 9)
            Ended(words, None, plain(raw)).fail("it waits, and nobody knows for what")
        try:
            piece = os.read(screen, 65536)
        except OSError:  # how Linux tells that the other side has gone
            piece = b""
        if not piece:
            break
        raw += piece
        if waiting and (asked := re.search(waiting[0][0], plain(raw)[seen:])):
            seen += asked.end()
            os.write(screen, waiting.pop(0)[1].encode() + b"\n")
    os.close(screen)
    ended = Ended(words, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), plain(raw))
    if waiting:
        ended.fail(f"it never asked: {waiting[0][0]}")
    return ended
