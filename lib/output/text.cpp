// For people. Where there is much to say it ends with a table, and on a screen it shows no more than the screen holds:
// one finding of each of the worst rules. A file or a pipe gets every finding.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "output/finding_text.h"
#include "output/format.h"
#include "output/paint.h"
#include "output/rule_table.h"

namespace ims {
namespace {

constexpr std::size_t kMany = 20;        // more findings than this are summed up in a table
constexpr std::size_t kTableLines = 25;  // of the table where it stands alone
constexpr std::size_t kLeastRows = 24;   // of a screen

class Text {
public:
    Text(const CheckResult& result, const Style& style, const Sink& sink)
        : result_(result), style_(style), sink_(sink), paint_(style.color), positions_(result.analysis->sources) {}

    void write() {
        const std::vector<RuleCount> counts = count_rules(result_);
        const bool many = result_.findings.size() > kMany;
        if (style_.summary_only) {
            if (!counts.empty()) sink_(rule_table(counts, style_.everything ? 0 : kTableLines, style_) + "\n");
        } else if (many && style_.rows > 0 && !style_.everything && !style_.findings_only) {
            write_screenful(counts);
            return;
        } else {
            for (std::size_t index = 0; index < result_.findings.size(); ++index) {
                sink_(finding_text(result_.finding(index), style_, positions_) + "\n");
            }
            if (style_.findings_only) return;
            if (many) sink_(rule_table(counts, 0, style_) + "\n");
        }
        sink_(total());
        if (many) sink_("\n" + way_on(counts.front(), false));
        else if (!counts.empty()) sink_(fmt::format(". Next: ims explain {}", entry(counts.front().rule).name));
        sink_("\n");
    }

private:
    void write_screenful(const std::vector<RuleCount>& counts) {
        const std::size_t rows = std::max(style_.rows, kLeastRows);
        const std::string table = rule_table(counts, rows / 3, style_);
        const std::string end = fmt::format("\n{}\n{}\n", total(), way_on(counts.front(), true));
        const auto lines = [](std::string_view text) {
            return static_cast<std::size_t>(std::ranges::count(text, '\n'));
        };
        // A line for the prompt, and one that says what this is.
        std::size_t left = rows - std::min(rows, lines(table) + lines(end) + 3);
        std::string findings;
        for (std::size_t index = 0; index < counts.size(); ++index) {
            const std::string finding = finding_text(result_.finding(counts[index].first), style_, positions_) + "\n";
            if (index > 0 && lines(finding) > left) break;
            left -= std::min(left, lines(finding));
            findings += finding;
        }
        sink_(findings + table + end);
    }

    // "1 error, 3 high, 5 medium in 64 records".
    std::string total() const {
        std::string text;
        for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
            const std::size_t count = result_.count(grade);
            if (count == 0) continue;
            if (!text.empty()) text += ", ";
            text += paint_.grade(
                grade, grade == Grade::error ? counted(count, "error") : fmt::format("{} {}", count, to_string(grade)));
        }
        if (text.empty()) text = "nothing found";
        text += " in " + counted(result_.records, "record");
        if (const std::size_t unread = result_.analysis->graph.broken_files(); unread > 0) {
            text += fmt::format(" ({} could not be read)", counted(unread, "file"));
        }
        if (result_.hidden_errors > 0) {
            text += fmt::format(", and {} hidden by the choice of rules", counted(result_.hidden_errors, "error"));
        }
        return text;
    }

    std::string way_on(const RuleCount& worst, bool cut) const {
        const std::string_view rule = entry(worst.rule).name;
        const std::string only = fmt::format("{} --select {}", style_.command, rule);
        const std::string all = style_.command + " -v";
        const std::string explain = fmt::format("ims explain {}", rule);
        const std::size_t width = std::max(only.size(), cut ? all.size() : 0);
        std::string text = fmt::format("Next: {:{}}  what this means and how to mend it\n", explain, width);
        text += fmt::format("      {:{}}  all of its findings\n", only, width);
        if (cut) text += fmt::format("      {:{}}  all findings\n", all, width);
        return text +
               "Many alike? `defaults` in ims.yaml, `includes` of roles and `processes` of a discipline say a thing "
               "once;\n"
               "`exceptions` accept what is to stay, `check.rules` in ims.yaml turns a rule off";
    }

    const CheckResult& result_;
    const Style& style_;
    const Sink& sink_;
    Paint paint_;
    Positions positions_;
};

}  // namespace

void formats::text(const CheckResult& result, const Style& style, const Sink& sink) {
    Text(result, style, sink).write();
}

}  // namespace ims
