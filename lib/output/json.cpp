// One object for programs (schemas/output/check.schema.json). Keys are added to it in time; none is taken away.
#include <array>

#include <fmt/format.h>

#include "output/finding_json.h"
#include "output/format.h"
#include "output/pieces.h"

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
    const auto list = [&](std::string_view key, std::size_t count, const auto& append) {
        sink(fmt::format("\"{}\": [", key));
        write_pieces(
            style.jobs, count,
            [&](std::size_t begin, std::size_t end, std::string& out) {
                const std::size_t mark = out.size();
                append(begin, end, out);
                if (begin == 0) out.erase(mark, 1);  // the comma before the first
            },
            sink);
        sink(count == 0 ? "]" : "\n]");
    };
    list("findings", result.listed.size(), [&](std::size_t begin, std::size_t end, std::string& out) {
        json.findings(std::span(result.listed).subspan(begin, end - begin), ",\n  ", "", out);
    });
    sink(", ");
    list("causes", result.causes.size(), [&](std::size_t begin, std::size_t end, std::string& out) {
        json.causes(std::span(result.causes).subspan(begin, end - begin), ",\n  ", out);
    });
    sink(fmt::format(", \"coverage\": {}}}\n", json.coverage()));
}

}  // namespace ims
