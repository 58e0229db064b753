// For people: what was judged, what cannot be read, then one thing for each cause, the gravest first, each with what
// follows from it. On a screen no more than the screen holds; a file or a pipe gets every cause.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "diagnostics/voice.h"
#include "output/cause_words.h"
#include "output/finding_text.h"
#include "output/format.h"
#include "output/mendable.h"
#include "output/news.h"
#include "output/paint.h"
#include "output/rule_table.h"

namespace ims {
namespace {

constexpr std::size_t kMany = 20;          // more findings than this are summed up in a table
constexpr std::size_t kTableLines = 25;    // of the table where it stands alone
constexpr std::size_t kLeastTable = 4;     // lines of it on a small screen
constexpr std::size_t kLeastRows = 24;     // of a screen
constexpr std::size_t kMostUrgent = 10;    // causes on a screen
constexpr std::size_t kMostFollowing = 8;  // of one rule, a line each

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
        if (!style_.findings_only) sink_(judged());
        if (style_.summary_only) {
            if (!counts.empty())
                sink_(rule_table(result_.rules(), counts, style_.everything ? 0 : kTableLines, style_) + "\n");
        } else if (style_.rows > 0 && !style_.everything && !style_.findings_only && (many || is_too_long())) {
            write_screenful(counts);
            return;
        } else {
            for (const Cause& cause : result_.causes) sink_(in_full(cause) + "\n");
            sink_(came_due());
            if (style_.findings_only) return;
            if (many) sink_(rule_table(result_.rules(), counts, 0, style_) + "\n");
        }
        sink_(end(Cut::no));
    }

private:
    enum class Cut : std::uint8_t { no, yes, with_hints };

    bool due_is_told() const {
        return std::ranges::any_of(result_.findings, [&](FindingId id) { return result_.novelty(id) == Novelty::due; });
    }

    // What only the days brought, a line each.
    std::string came_due() const {
        if (result_.due.empty()) return "";
        std::string text = "Came due since the baseline was written, and brought by no commit:\n";
        for (const FindingId each : result_.due) {
            const Finding& finding = result_.finding(each);
            text +=
                fmt::format("  {} {}  {}\n", paint_.grade(finding.grade, fmt::format("{:6}", to_string(finding.grade))),
                            visible(result_.words(finding.message)),
                            paint_.frame(fmt::format("{} {}", place(each), result_.rules()[finding.rule].name)));
        }
        return text + "\n";
    }

    // What was judged, in a sentence; nothing where all of it was.
    std::string judged() const {
        Arena arena;
        const std::string words = result_.words(in_words(result_.judgement().coverage(), arena));
        const std::vector<std::string> lines =
            wrap_words(capital(words) + ".", style_.columns == 0 ? kWidth : std::max(style_.columns, kLeastWidth));
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        if (const std::string compared = tell_comparison(result_, style_.compared_with); !compared.empty()) {
            const std::size_t width = style_.columns == 0 ? kWidth : std::max(style_.columns, kLeastWidth);
            for (const std::string& line : wrap_words(compared, width)) text += line + "\n";
        }
        return text + "\n";
    }

    static std::string capital(std::string text) {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    // Few findings can take more lines than the screen has.
    bool is_too_long() const {
        std::size_t lines = 4;  // what was judged, the last line, the prompt
        for (const Cause& cause : result_.causes) lines += screen_lines(in_full(cause), style_.columns) + 1;
        return lines > std::max(style_.rows, kLeastRows);
    }

    void write_screenful(const std::vector<RuleCount>& counts) {
        const std::size_t rows = std::max(style_.rows, kLeastRows);
        const auto lines = [this](std::string_view text) { return screen_lines(text, style_.columns); };
        const std::size_t most = std::min(kMostUrgent, result_.causes.size());
        // Besides: blank lines, what this is, the table's head and last line, the prompt.
        const std::size_t table = std::min(kLeastTable, counts.size());
        std::string last_words = "\n" + end(Cut::with_hints);
        std::size_t taken = lines(judged()) + lines(last_words) + 7 + table;
        // On a small screen what is most urgent matters more than advice, and a line of it has to do.
        const bool small = taken + 2 * most > rows;
        if (small) {
            taken -= lines(last_words);
            last_words = "\n" + end(Cut::yes);
            taken += lines(last_words);
        }
        const bool tiny = taken + 2 * most > rows;
        std::size_t left = rows - std::min(rows, taken);
        std::string causes;
        std::size_t shown = 0;
        for (; shown < most; ++shown) {
            const std::string cause = tiny ? in_a_line(result_.causes[shown]) : in_short(result_.causes[shown]);
            if (shown > 0 && lines(cause) > left) break;
            left -= std::min(left, lines(cause));
            causes += cause;
        }
        sink_(fmt::format("{}\nShown: the most urgent {} of {}, {} in all. By rule:\n\n{}{}", causes, shown,
                          counted(result_.causes.size(), "cause"), counted(result_.findings.size(), "finding"),
                          rule_table(result_.rules(), counts, table + left, style_), last_words));
    }

    // "1 error, 3 high, 5 medium in 64 records, from 6 causes".
    std::string total() const {
        std::string text;
        for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
            const std::size_t count = result_.count(grade);
            if (count == 0) continue;
            if (!text.empty()) text += ", ";
            text += paint_.grade(
                grade, grade == Grade::error ? counted(count, "error") : fmt::format("{} {}", count, to_string(grade)));
        }
        const bool compared = result_.comparison != nullptr;
        if (text.empty()) text = compared ? "nothing new" : "nothing found";
        else if (compared) text += due_is_told() ? " new, worse or due" : " new or worse";
        text += " in " + counted(result_.records, "record");
        if (const std::size_t unread = result_.analysis->graph.broken_files(); unread > 0) {
            text += fmt::format(" ({} could not be read)", counted(unread, "file"));
        }
        if (result_.causes.size() < result_.findings.size())
            text += fmt::format(", from {}", counted(result_.causes.size(), "cause"));
        if (result_.hidden_errors > 0) {
            text += fmt::format(", and {} hidden by the choice of rules", counted(result_.hidden_errors, "error"));
        }
        return text;
    }

    // Where all is well as far as it is looked at: how to look further.
    std::string next_profile() const {
        const Profile profile = result_.analysis->settings.profile;
        const bool all_well = result_.comparison == nullptr && result_.hidden_errors == 0 && !style_.findings_only &&
                              result_.analysis->graph.broken_files() == 0;
        if (!all_well || profile == Profile::full) return {};
        const auto next = static_cast<Profile>(static_cast<int>(profile) + 1);
        return fmt::format(". Next: `profile: {}` under `check` in ims.yaml looks further", to_string(next));
    }

    std::string end(Cut cut) const {
        std::string text = total();
        if (const std::string mendable = told(count_mendable(result_)); !mendable.empty())
            text += fmt::format(" ({})", mendable);
        if (result_.causes.empty()) return text + next_profile() + "\n";
        const std::string_view worst = rule_of(result_.causes.front()).name;
        text += fmt::format(". Next: ims explain {}\n", worst);
        if (result_.findings.size() <= kMany && cut == Cut::no) return text;
        text += fmt::format("  only these:   {} --select {}\n", style_.command, worst);
        if (cut != Cut::no) text += fmt::format("  everything:   {} -v\n", style_.command);
        // What is wrong is mended one by one; what is missing is often missing everywhere.
        if (cut == Cut::yes) return text;
        if (result_.causes.size() - std::min(result_.causes.size(), result_.count(Grade::error)) <= kMany) return text;
        return text +
               "  many alike?   `defaults` in ims.yaml, `includes` of roles and `processes` of a discipline say a "
               "thing once;\n"
               "                `check: {profile: described}` in ims.yaml looks at less for a start;\n"
               "                `exceptions` accept what is to stay; `check.rules` in ims.yaml turns a rule off\n";
    }

    const RuleEntry& rule_of(const Cause& cause) const { return result_.rules()[result_.finding(cause.first()).rule]; }

    std::string place(FindingId id) const {
        const Span span = result_.finding(id).span;
        const Position at = positions_.position(span.file, span.begin);
        return fmt::format("{}:{}:{}", shown_path(style_, positions_.sources()[span.file].path), at.line, at.column);
    }

    std::string message(const Cause& cause) const { return cause_words(result_, cause); }

    std::string accepted(const Cause& cause) const {
        if (!cause.accepted) return "";
        const std::optional<Date> until = result_.finding(cause.first()).until;
        return until ? fmt::format(", accepted until {}", to_string(*until)) : ", accepted";
    }

    // "roles/driver.yaml:1:7  vacant-role, and 3 that follow"
    std::string in_short(const Cause& cause) const {
        // One line each, so that ten of them fit; all of it is told with -v.
        const std::size_t room = style_.columns > kIndent + 1 ? style_.columns - kIndent - 1 : 0;
        const std::string what = room > 0 ? shorten(message(cause), room) : message(cause);
        std::string text = fmt::format(
            "{} {}\n", paint_.grade(cause.grade, fmt::format("{:6}", to_string(cause.grade))), paint_.strong(what));
        text += fmt::format("       {} {}  {}{}", paint_.frame("-->"), place(cause.first()), rule_of(cause).name,
                            accepted(cause));
        if (const std::string news = result_.news(cause.first()); !news.empty()) text += ", " + news;
        if (!cause.explains.empty())
            text += fmt::format(", and {} that {} from it", cause.explains.size(),
                                cause.explains.size() == 1 ? "follows" : "follow");
        return text + "\n";
    }

    // "high   nobody holds role `driver`  vacant-role"
    std::string in_a_line(const Cause& cause) const {
        const std::string_view rule = rule_of(cause).name;
        const std::size_t taken = kIndent + rule.size() + 3;
        const std::string what =
            style_.columns > taken ? shorten(message(cause), style_.columns - taken) : message(cause);
        return fmt::format("{} {}  {}\n", paint_.grade(cause.grade, fmt::format("{:6}", to_string(cause.grade))),
                           paint_.strong(what), rule);
    }

    std::string in_full(const Cause& cause) const {
        const Finding& first = result_.finding(cause.first());
        std::string text;
        if (is_population(cause)) {
            const Population& population = result_.judgement().populations().all()[*cause.population];
            Arena arena;
            text = fmt::format(
                "{}: {}\n",
                paint_.grade(cause.grade, fmt::format("{}[{}]", to_string(cause.grade), rule_of(cause).name)),
                paint_.strong(message(cause)));
            text += remark("for example: ", fmt::format("{} {}", place(cause.first()), result_.words(first.message)));
            text +=
                remark("help: ", result_.words(mending(population, result_.analysis->graph, result_.rules(), arena)));
            // What cannot be read is mended place by place.
            if (style_.everything || is_unread(first, result_.rules()))
                text += following("each", cause.members, cause.members.size());
            else
                text += remark("each of them: ",
                               fmt::format("{} --format concise --select {}", style_.command, rule_of(cause).name));
        } else if (cause.accepted) {
            text = fmt::format(
                "{}: {}{}\n   {} {}\n",
                paint_.grade(cause.grade, fmt::format("{}[{}]", to_string(cause.grade), rule_of(cause).name)),
                paint_.strong(message(cause)), accepted(cause), paint_.frame("-->"), place(cause.first()));
        } else {
            // A cause is as grave as the gravest that follows from it.
            Finding shown = first;
            shown.grade = cause.grade;
            text = finding_text(shown, rule_of(cause).name, style_, positions_, GraphNames(result_.analysis->graph),
                                result_.news(cause.first()));
        }
        if (cause.explains.empty()) return text;
        return text + (style_.everything ? following("follows from it", cause.explains, cause.explains.size())
                                         : following_by_rule(cause));
    }

    // A line for each; where there are many of one rule, one for all of them.
    std::string following_by_rule(const Cause& cause) const {
        std::map<RuleId, std::vector<FindingId>> by_rule;
        for (const FindingId each : cause.explains) by_rule[result_.finding(each).rule].push_back(each);
        std::string text;
        for (const auto& [rule, findings] : by_rule) {
            if (findings.size() <= kMostFollowing) {
                text += following("follows from it", findings, findings.size());
                continue;
            }
            const RuleEntry& entry = result_.rules()[rule];
            text += fmt::format("   {} follows from it: {} of {} ({})\n", paint_.frame("+"), findings.size(),
                                entry.name, for_editors(entry.summary));
        }
        return text;
    }

    std::string remark(std::string_view opening, std::string_view words) const {
        return fmt::format("   {} {} {}\n", paint_.frame("="), paint_.strong(trim(opening)), visible(words));
    }

    // A line for each: what follows from a cause, or of what a population consists.
    std::string following(std::string_view what, const std::vector<FindingId>& findings, std::size_t most) const {
        std::string text;
        for (std::size_t index = 0; index < findings.size() && index < most; ++index) {
            const Finding& finding = result_.finding(findings[index]);
            text += fmt::format("   {} {}: {}[{}] {} {}\n", paint_.frame("+"), what, to_string(finding.grade),
                                result_.rules()[finding.rule].name, place(findings[index]),
                                visible(result_.said(findings[index])));
        }
        if (findings.size() > most)
            text += fmt::format("   {} and {} more\n", paint_.frame("+"), findings.size() - most);
        return text;
    }

    static constexpr std::size_t kIndent = 7;   // "medium "
    static constexpr std::size_t kWidth = 120;  // where no screen says otherwise
    static constexpr std::size_t kLeastWidth = 40;
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
