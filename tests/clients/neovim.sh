#!/bin/sh
# Neovim, with nothing but the lines that README.md gives for 0.7 to 0.10, on a copy of examples/corner-shop: neovim.lua
# does what somebody at the keyboard would. Newer ones than 0.10 understand these lines too, so far.
# usage: neovim.sh IMS TOP
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ims=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
top=$2
. "$here/../missing.sh"
command -v nvim >/dev/null 2>&1 || missing neovim
scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
# No settings of whoever runs this, and no repository around the scratch folder.
export HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CACHE_HOME="$scratch/home" \
    XDG_STATE_HOME="$scratch/home" TERM=dumb LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES="$scratch"
unset CI GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITLAB_CI GIT_DIR GIT_WORK_TREE GIT_CONFIG_GLOBAL VIM VIMRUNTIME VIMINIT NVIM
mkdir "$scratch/home" "$scratch/bin"
# What the editor finds as `ims` is of one day.
printf '#!/bin/sh\nexec "%s" "$@" --today 2026-06-01\n' "$ims" >"$scratch/bin/ims"
chmod +x "$scratch/bin/ims"
PATH=$scratch/bin:$PATH
awk -v mark="neovim 0.7" -f "$here/block.awk" "$top/README.md" >"$scratch/init.lua"
[ -s "$scratch/init.lua" ] || { echo "README.md has no block for Neovim 0.7"; exit 1; }

cp -R "$top/examples/corner-shop" "$scratch/shop"
cd "$scratch/shop"
sed 's/reports_to: florist/reports_to: florst/' roles/driver.yaml >"$scratch/driver" && mv "$scratch/driver" roles/driver.yaml
cp -R "$scratch/shop" "$scratch/by-hand"
failed=0
SCREEN=$scratch/screen
export SCREEN
timeout 60 nvim --headless -u "$scratch/init.lua" -i NONE -n roles/driver.yaml -S "$here/neovim.lua" >"$scratch/out" 2>&1 || failed=1
[ "$failed" -eq 0 ] || { cat "$scratch/out"; echo; }

# What Neovim wrote is what `ims` itself does.
(cd "$scratch/by-hand" && sed 's/florst/florist/' roles/driver.yaml >"$scratch/driver" &&
    mv "$scratch/driver" roles/driver.yaml && ims rename role/driver courier >/dev/null)
diff -r -x bookkeeper.yaml "$scratch/by-hand" "$scratch/shop" || { echo "the folder is not what \`ims rename\` makes of it"; failed=1; }
ims check >"$scratch/check" 2>&1 || { cat "$scratch/check"; failed=1; }

# compare NAME FILE: a screen, and what README.md shows of it.
compare() {
    screen=$here/screens/$1.txt
    if [ -n "${IMS_BLESS:-}" ]; then cp "$2" "$screen"; fi
    diff -u "$screen" "$2" || { echo "If that is what it should be: IMS_BLESS=1"; failed=1; }
    sh "$here/quote.sh" "$top/README.md" "$1" "$screen" || failed=1
}
compare neovim "$SCREEN"
exit $failed
