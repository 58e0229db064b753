void again(const Analysis& analysis, Arena& arena) {
    analysis.due_dates();
    due_dates(analysis.graph, analysis.facts, arena);
}
