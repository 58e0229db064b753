// A comment for a merge request: a sentence, the most urgent causes in a table, the rest folded. A bot finds its own
// comment by the first line, to edit it.
#include <algorithm>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "judge/owners.h"
#include "output/cause_words.h"
#include "output/comment_text.h"
#include "output/document/markdown_text.h"
#include "output/host.h"
#include "output/news.h"

namespace ims {
namespace {

constexpr std::size_t kForEnds = 1'000;  // of these for what is said at the ends of tables
constexpr std::size_t kForDue = 12'000;  // and for what came due, where anything did
constexpr std::size_t kUrgent = 10;      // causes in the open table

class MarkdownComment {
public:
    MarkdownComment(const CheckResult& result, const Style& style)
        : result_(result), style_(style), positions_(result.analysis->sources) {}

    std::string write() {
        text_ = std::string(kCommentMarker) + headline() + "\n";
        const std::size_t most = kMostCommentBytes - kForEnds - (result_.due.empty() ? 0 : kForDue);
        const std::vector<Cause>& causes = result_.causes;
        const std::size_t open = std::min(causes.size(), kUrgent);
        std::size_t shown = 0;
        if (open > 0) {
            text_ += kHead;
            while (shown < open && add(row(causes[shown]), most)) ++shown;
        }
        if (shown == open && open < causes.size()) {
            text_ += folded(counted(causes.size() - open, "more cause"));
            while (shown < causes.size() && add(row(causes[shown]), most)) ++shown;
            text_ += "\n</details>\n";
        }
        tell_left_out(causes.size() - shown, "cause");
        write_due();
        if (!causes.empty())
            text_ += "\n`ims explain` and the name of a rule tell why it matters and how to mend it.\n";
        return text_;
    }

private:
    static constexpr std::string_view kHead = "\n| Grade | What | Where | Who can mend it |\n|---|---|---|---|\n";

    static std::string folded(std::string_view summary) {
        return fmt::format("\n<details>\n<summary>{}</summary>\n{}", summary, kHead);
    }

    bool add(const std::string& row, std::size_t most) {
        if (text_.size() + row.size() > most) return false;
        text_ += row;
        return true;
    }

    void tell_left_out(std::size_t count, std::string_view what) {
        if (count == 0) return;
        text_ += fmt::format("\n{} left out, since a comment holds no more.\n",
                             counted(count, fmt::format("more {} is", what), fmt::format("more {}s are", what)));
    }

    void write_due() {
        if (result_.due.empty()) return;
        text_ +=
            folded(fmt::format("{} came due, only because days have passed", counted(result_.due.size(), "finding")));
        std::vector<FindingId> due = result_.due;
        std::ranges::stable_sort(due, std::greater(), [&](FindingId each) { return result_.finding(each).grade; });
        std::size_t shown = 0;
        while (shown < due.size() && add(row(due[shown]), kMostCommentBytes - kForEnds)) ++shown;
        text_ += "\n</details>\n";
        tell_left_out(due.size() - shown, "finding");
    }

    // "**2 new findings, 1 worse** in 64 records: 1 error, 2 high.", and what it is compared with.
    std::string headline() const {
        std::string grades;
        for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
            const std::size_t count = result_.count(grade);
            if (count == 0) continue;
            grades += grades.empty() ? ": " : ", ";
            grades += grade == Grade::error ? counted(count, "error") : fmt::format("{} {}", count, to_string(grade));
        }
        std::string text = fmt::format("**{}** in {}{}.", what(), counted(result_.records, "record"), grades);
        const auto say = [&](std::size_t count, std::string_view one, std::string_view many) {
            if (count > 0) text += " " + counted(count, one, many) + ".";
        };
        say(result_.analysis->graph.broken_files(), "file could not be read", "files could not be read");
        say(result_.hidden_errors, "error is hidden by the choice of rules",
            "errors are hidden by the choice of rules");
        const std::string compared = tell_comparison(result_, style_.compared_with);
        return compared.empty() ? text : text + "\n" + comment_message(compared);
    }

    std::string what() const {
        if (result_.comparison == nullptr)
            return result_.findings.empty() ? "Nothing found" : counted(result_.findings.size(), "finding");
        const auto worse = static_cast<std::size_t>(std::ranges::count_if(
            result_.findings, [&](FindingId each) { return result_.novelty(each) == Novelty::worse; }));
        const std::size_t fresh = result_.findings.size() - worse;
        if (result_.findings.empty()) return "Nothing new";
        if (fresh == 0) return counted(worse, "finding became worse", "findings became worse");
        return counted(fresh, "new finding") + (worse == 0 ? "" : fmt::format(", {} worse", worse));
    }

    std::string row(const Cause& cause) const {
        const std::string news = is_population(cause) ? "" : result_.news(cause.first());
        std::string words =
            comment_message(news.empty() ? cause_words(result_, cause) : news + ": " + cause_words(result_, cause)) +
            rule(cause.first());
        if (!cause.explains.empty())
            words += fmt::format(", and {} from it", counted(cause.explains.size(), "that follows", "that follow"));
        return row(cause.grade, words, cause.first(), cause.owner);
    }

    std::string row(FindingId id) const {
        const Finding& finding = result_.finding(id);
        const RecordId owner = owner_of(finding, result_.analysis->graph, result_.analysis->facts);
        return row(finding.grade, comment_message(visible(result_.said(id))) + rule(id), id, owner);
    }

    std::string row(Grade grade, std::string_view words, FindingId id, RecordId owner) const {
        const HostPlace place = host_place(result_.finding(id).span, positions_, style_);
        return fmt::format("| {} | {} | {} | {} |\n", to_string(grade), words,
                           comment_code(fmt::format("{}:{}", place.path, place.begin.line)),
                           owner.known() ? comment_code(result_.analysis->graph[owner].name().text()) : "");
    }

    // " (`vacant-role`)", with a link to its page.
    std::string rule(FindingId id) const {
        const RuleEntry& entry = result_.rules()[result_.finding(id).rule];
        const std::string address = rule_address(style_, entry);
        if (address.empty()) return fmt::format(" (`{}`)", entry.name);
        return fmt::format(" ([`{}`]({}))", entry.name, markdown_address(address));
    }

    const CheckResult& result_;
    const Style& style_;
    Positions positions_;
    std::string text_;
};

}  // namespace

void formats::markdown(const CheckResult& result, const Style& style, const Sink& sink) {
    sink(MarkdownComment(result, style).write());
}

}  // namespace ims
