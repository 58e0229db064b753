// One object for programs (schemas/output/check.schema.json). Keys are added to it in time; none is taken away.
#include <array>

#include <fmt/format.h>

#include "output/finding_json.h"
#include "output/format.h"

namespace ims {
namespace {

// Of all that is listed, what is known too.
std::string summary_json(const CheckResult& result) {
    std::array<std::size_t, 4> grades{};
    std::array<std::size_t, 4> states{};
    for (const FindingId id : result.listed) {
        ++grades[static_cast<std::size_t>(result.finding(id).grade)];
        ++states[static_cast<std::size_t>(result.novelty(id))];
    }
    std::string text = fmt::format("{{\"records\": {}", result.records);
    const auto add = [&](std::string_view key, std::size_t count) { text += fmt::format(", \"{}\": {}", key, count); };
    for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low})
        add(to_string(grade), grades[static_cast<std::size_t>(grade)]);
    add("unreadFiles", result.analysis->graph.broken_files());
    add("hiddenErrors", result.hidden_errors);
    if (result.comparison != nullptr) {
        for (const Novelty novelty : {Novelty::fresh, Novelty::worse, Novelty::known, Novelty::due})
            add(to_string(novelty), states[static_cast<std::size_t>(novelty)]);
    }
    return text + "}";
}

}  // namespace

void formats::json(const CheckResult& result, const Style& style, const Sink& sink) {
    sink(fmt::format("{{\"version\": 1, \"today\": \"{}\", \"root\": {}, \"summary\": {}, ",
                     to_string(result.analysis->facts.today()), to_text(Json(style.repository)), summary_json(result)));
    const ResultJson json(result);
    // Piece by piece: a long result never stands in memory twice.
    const auto list = [&](std::string_view key, const auto& items, const auto& text_of) {
        sink(fmt::format("\"{}\": [", key));
        bool first = true;
        for (const auto& item : items) {
            sink(first ? "\n  " : ",\n  ");
            sink(text_of(item));
            first = false;
        }
        sink(first ? "]" : "\n]");
    };
    list("findings", result.listed, [&](FindingId id) { return json.finding(id); });
    sink(", ");
    list("causes", result.causes, [&](const Cause& cause) { return json.cause(cause); });
    sink(fmt::format(", \"coverage\": {}}}\n", json.coverage()));
}

}  // namespace ims
