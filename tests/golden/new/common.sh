# For the cases of `ims new`: a day, a folder to write into, and commands told with what they print and how they end.
day=2026-06-01
say() { echo "\$ ims $*"; if ims "$@" 2>&1; then echo "exit 0"; else echo "exit $?"; fi; echo; }
title() { echo "== $*"; }
shop() { cp -R "$EXAMPLES/corner-shop" shop && cd shop; }
workshop() { cp -R "$EXAMPLES/minimal" workshop && cd workshop; }
