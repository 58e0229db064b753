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
constexpr std::size_t kLeastTable = 4;   // lines of it on a small screen
constexpr std::size_t kLeastRows = 24;   // of a screen

// How many lines of a screen a text takes; long ones take several. Colour counts as width: rather too many than too
// few.
std::size_t screen_lines(std::string_view text, std::size_t columns) {
    std::size_t lines = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        const std::size_t width = display_width(text.substr(0, end));
        lines += columns == 0 || width == 0 ? 1 : (width + columns - 1) / columns;
        text.remove_prefix(end + 1);
    }
    return lines;
}

class Text {
public:
    Text(const CheckResult& result, const Style& style, const Sink& sink)
        : result_(result), style_(style), sink_(sink), paint_(style.color), positions_(result.analysis->sources) {}

    void write() {
        const std::vector<RuleCount> counts = count_rules(result_);
        const bool many = result_.findings.size() > kMany;
        if (style_.summary_only) {
            if (!counts.empty())
                sink_(rule_table(result_.rules(), counts, style_.everything ? 0 : kTableLines, style_) + "\n");
        } else if (many && style_.rows > 0 && !style_.everything && !style_.findings_only) {
            write_screenful(counts);
            return;
        } else {
            for (std::size_t index = 0; index < result_.findings.size(); ++index) {
                sink_(text_of(index) + "\n");
            }
            if (style_.findings_only) return;
            if (many) sink_(rule_table(result_.rules(), counts, 0, style_) + "\n");
        }
        sink_(end(counts, false));
    }

private:
    void write_screenful(const std::vector<RuleCount>& counts) {
        const std::size_t rows = std::max(style_.rows, kLeastRows);
        const auto lines = [this](std::string_view text) { return screen_lines(text, style_.columns); };
        const std::string worst = text_of(counts.front().first);
        const std::string last_words = "\n" + end(counts, true);
        // The rest: blank lines, what this is, the head and the last line of the table, and the prompt.
        const std::size_t taken = lines(worst) + lines(last_words) + 6;
        const std::size_t table_rows = std::clamp<std::size_t>(rows - std::min(rows, taken), kLeastTable, rows / 3);
        const std::string table = rule_table(result_.rules(), counts, table_rows, style_);
        std::size_t left = rows - std::min(rows, lines(table) + lines(last_words) + 4);
        std::string findings;
        std::size_t shown = 0;
        for (; shown < counts.size(); ++shown) {
            const std::string finding = text_of(counts[shown].first) + "\n";
            if (shown > 0 && lines(finding) > left) break;
            left -= std::min(left, lines(finding));
            findings += finding;
        }
        sink_(fmt::format("{}Shown: {} of {} findings, one of each of the worst rules. All, by rule:\n\n{}{}", findings,
                          shown, result_.findings.size(), table, last_words));
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

    std::string end(const std::vector<RuleCount>& counts, bool cut) const {
        std::string text = total();
        if (counts.empty()) return text + "\n";
        const std::string_view worst = result_.rules()[counts.front().rule].name;
        text += fmt::format(". Next: ims explain {}\n", worst);
        if (result_.findings.size() <= kMany) return text;
        text += fmt::format("  only these:   {} --select {}\n", style_.command, worst);
        if (cut) text += fmt::format("  everything:   {} -v\n", style_.command);
        // What is wrong is mended one by one; what is missing is often missing everywhere.
        if (result_.findings.size() - result_.count(Grade::error) <= kMany) return text;
        return text +
               "  many alike?   `defaults` in ims.yaml, `includes` of roles and `processes` of a discipline say a "
               "thing once;\n"
               "                `exceptions` accept what is to stay; `check.rules` in ims.yaml turns a rule off\n";
    }

    std::string text_of(std::size_t index) const {
        const Finding& finding = result_.finding(index);
        return finding_text(finding, result_.rules()[finding.rule].name, style_, positions_);
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
