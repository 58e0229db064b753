#!/bin/sh
# Writes a file of Markdown as the one comment of its kind on a pull request at GitHub: edits the one that is there, or makes
# one. The file's first line is a hidden marker, by which the comment is found again, among those of the token's owner. A
# comment is a courtesy: where it cannot be written a notice says why, and nothing fails.
# usage: comment.sh FILE, with GITHUB_API_URL, GITHUB_REPOSITORY, IMS_PULL_REQUEST (its number), IMS_TOKEN and, where the
#        token is one of an app other than GitHub Actions, IMS_COMMENT_AUTHOR (`NAME[bot]`)
set -eu
file=$1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# give_up WHY
give_up() {
    echo "::notice title=ims::no comment was written: $1"
    exit 0
}

# ask METHOD PATH [FILE]: what is answered goes to $scratch/answer, and never to the log. The token is no argument: others
# on the machine see these.
ask() {
    status=$(printf 'Authorization: Bearer %s\n' "$IMS_TOKEN" |
        curl --silent --max-time 60 --request "$1" --header @- --header 'Accept: application/vnd.github+json' \
            ${3:+--data-binary "@$3"} --output "$scratch/answer" --write-out '%{http_code}' \
            "$GITHUB_API_URL/$2") || status=none
    case $status in
        2??) ;;
        401 | 403 | 404)
            needed='permissions: {contents: read, pull-requests: write}'
            give_up "the token may not ($status); the job needs \`$needed\`, which no pull request from a fork gets"
            ;;
        none) give_up "GitHub did not answer" ;;
        *) give_up "GitHub answered with status $status" ;;
    esac
}

for tool in curl jq; do
    command -v "$tool" >/dev/null || give_up "there is no \`$tool\` here"
done
[ -n "${IMS_TOKEN:-}" ] || give_up "there is no token"
marker=$(head -n 1 "$file")
case $marker in
    '<!-- ims: '*' -->') ;;
    *) give_up "the text does not begin with a marker" ;;
esac
# What somebody else wrote is not ours, even with our marker. The token of an app, as a job has one, may not ask who it is.
case $IMS_TOKEN in
    ghs_*) author=${IMS_COMMENT_AUTHOR:-github-actions[bot]} ;;
    *)
        ask GET user
        author=$(jq --raw-output '.login // empty' "$scratch/answer" 2>/dev/null) || author=
        [ -n "$author" ] || give_up "GitHub did not say whose the token is"
        ;;
esac
issues=repos/$GITHUB_REPOSITORY/issues

comment=
page=1
while :; do
    ask GET "$issues/$IMS_PULL_REQUEST/comments?per_page=100&page=$page"
    comment=$(jq --raw-output --arg marker "$marker" --arg author "$author" \
        'map(select((.body // "" | startswith($marker)) and .user.login == $author))[0].id // empty' \
        "$scratch/answer" 2>/dev/null) || give_up "GitHub answered with no list of comments"
    if [ -n "$comment" ] || [ "$(jq length "$scratch/answer")" -lt 100 ]; then break; fi
    page=$((page + 1))
done

jq --raw-input --slurp '{body: .}' "$file" >"$scratch/body"
if [ -n "$comment" ]; then
    ask PATCH "$issues/comments/$comment" "$scratch/body"
else
    ask POST "$issues/$IMS_PULL_REQUEST/comments" "$scratch/body"
    # Nobody would find it again.
    if ! jq --exit-status --arg author "$author" '.user.login == $author' "$scratch/answer" >/dev/null 2>&1; then
        echo "::notice title=ims::the next run will write another comment: this one is not by \`$author\`;" \
            "the input \`comment-author\` says whose they are"
    fi
fi
