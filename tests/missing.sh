# Read by tests that need what not every machine has, before they forget what is around them.
in_pipeline=${CI:-}

# missing WHAT: ends the test. It is skipped, but fails in a pipeline, where `.ci/setup` got all that tests need.
missing() {
    if [ -n "$in_pipeline" ]; then
        echo "missing: $1; in a pipeline \`.ci/setup\` should have got it"
        exit 1
    fi
    echo "skipped, as there is none here: $1"
    exit 77
}
