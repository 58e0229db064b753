# Read by the runners: puts ims ($ims) on PATH and makes the surroundings the same on every machine.
PATH=$(cd "$(dirname "$ims")" && pwd):$PATH
HOME=$scratch
LC_ALL=C
TZ=UTC
GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=ims GIT_AUTHOR_EMAIL=ims@example.org GIT_AUTHOR_DATE='2026-01-01T00:00:00Z'
GIT_COMMITTER_NAME=ims GIT_COMMITTER_EMAIL=ims@example.org GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'
export PATH HOME LC_ALL TZ GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE
export GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
EXAMPLES=$(cd "$(dirname "$0")/../examples" && pwd)
export EXAMPLES
# The commit that reports name changes with every commit: git looks for no repository around the examples.
GIT_CEILING_DIRECTORIES=$EXAMPLES
export GIT_CEILING_DIRECTORIES
unset NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS CI GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITLAB_CI \
    GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
