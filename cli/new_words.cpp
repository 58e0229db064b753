#include "cli/new_words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "edit/new_id.h"
#include "judge/lacking.h"
#include "link/graph_names.h"
#include "source/paths.h"

namespace ims {
namespace {

// The option that brought about what a finding is about; empty where none did.
std::string option_of(const NewRecordWish& wish, const Finding& finding, std::string_view message) {
    const auto begins = [](std::string_view text, std::string_view with) {
        return text.starts_with(with) &&
               (text.size() == with.size() || text[with.size()] == '.' || text[with.size()] == '[');
    };
    for (const auto& [path, texts] : wish.set) {
        const std::string name = path.substr(path.rfind('.') + 1);
        if (begins(finding.field, path) || (!finding.field.empty() && begins(path, finding.field)) ||
            message.find(fmt::format("`{}`", name)) != std::string_view::npos)
            return fmt::format("--set {}={}: ", visible(path), visible(fmt::format("{}", fmt::join(texts, ","))));
    }
    return "";
}

std::string counts_by_grade(const std::vector<const Finding*>& findings) {
    std::string text;
    for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
        const auto count = std::ranges::count(findings, grade, &Finding::grade);
        if (count == 0) continue;
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count, to_string(grade),
                            grade == Grade::error && count > 1 ? "s" : "");
    }
    return text;
}

// "finish `document/policy`: delete its `status: draft` (documents/policy.yaml)"
std::string words_of_drafts(const Analysis& analysis, const std::vector<RecordId>& drafts, const std::string& way) {
    constexpr std::size_t kShown = 3;
    std::string text;
    for (std::size_t index = 0; index < std::min(drafts.size(), kShown); ++index) {
        const RecordView draft = analysis.graph[drafts[index]];
        text += fmt::format("{}finish `{}`: when it holds, delete its `status: draft` in {}",
                            text.empty() ? "" : "\n   or ", visible(draft.name().text()),
                            visible(join_path(way, analysis.sources[draft.file()].path)));
    }
    return text;
}

// A line that can be typed as it is, but for what is to be said in it.
std::string line_for(const Analysis& analysis, const Lacking& lacking) {
    std::string line = fmt::format("ims new {}", analysis.schema[lacking.kind].name);
    std::string_view linked;
    if (lacking.about.known()) {
        if (const auto link = find_link(analysis, lacking.kind, lacking.about)) {
            line += fmt::format(" --for {}", visible(analysis.graph[lacking.about].name().text()));
            if (!link->at_other) linked = link->field->name;
        }
    }
    line += " --set title=\"…\"";
    for (const std::string& field : needed_of_people(analysis, lacking.kind)) {
        if (field == linked || lacking.set.starts_with(field + "=")) continue;
        line += fmt::format(" --set {}=\"…\"", field);
    }
    return lacking.set.empty() ? line : fmt::format("{} --set {}", line, lacking.set);
}

std::string why_lacking(const Analysis& analysis, const Lacking& lacking) {
    const FindingList& findings = analysis.judgement.findings();
    std::string why;
    if (!lacking.none.empty()) why = "there is none in force, and " + for_editors(lacking.none, analysis.graph);
    if (!lacking.first) return why;
    const std::string first = for_editors(findings[*lacking.first].message, analysis.graph);
    return fmt::format(
        "{}{}{}{}", why, why.empty() ? "" : "; ",
        lacking.gaps == 1 ? "it would close this: " : fmt::format("it may close {} gaps, first: ", lacking.gaps),
        first);
}

}  // namespace

Error words_of_errors(const Analysis& after, const NewRecordWish& wish, const std::vector<const Finding*>& errors) {
    std::string text;
    for (const Finding* const finding : errors) {
        const std::string message = for_editors(finding->message, after.graph);
        const std::string help = for_editors(finding->help, after.graph);
        text += fmt::format("{}{}{}{}{}", text.empty() ? "" : "\n     ", option_of(wish, *finding, message), message,
                            help.empty() ? "" : "; ", help);
    }
    return Error{text + "\n     nothing was written"};
}

std::string words_of_links(const Analysis& analysis, const NewRecordWish& wish) {
    std::string text;
    for (const NewLink& link : wish.links) {
        if (link.as_well.empty()) continue;
        text += fmt::format("ims: linked to {} by `{}`; {} could name it too\n",
                            visible(analysis.graph[link.other].name().text()), link.field->name,
                            join_names(link.as_well, Ticks::yes, link.as_well.size()));
    }
    return text;
}

std::string words_of_what_is_asked(const NewRecord& record, const NewRecordSeen& seen) {
    std::string text;
    if (!record.to_fill.empty()) {
        text += fmt::format("ims: {} {} nothing yet: {}\n", counted(record.to_fill.size(), "field"),
                            record.to_fill.size() == 1 ? "says" : "say",
                            join_names(record.to_fill, Ticks::no, record.to_fill.size()));
    }
    if (!record.to_check.empty()) {
        const bool one = record.to_check.size() == 1;
        text +=
            fmt::format("ims: nobody said {}: look whether {} right\n",
                        join_names(record.to_check, Ticks::yes, record.to_check.size()), one ? "it is" : "they are");
    }
    std::vector<std::string> required;
    for (const Finding* const finding : seen.unfilled) required.push_back(finding->field);
    std::erase(required, "");
    if (!required.empty()) {
        text +=
            fmt::format("ims: without {} the record is an error\n", join_names(required, Ticks::yes, required.size()));
    }
    std::vector<const Finding*> all = seen.unfilled;
    std::ranges::copy(seen.open, std::back_inserter(all));
    if (!all.empty()) text += fmt::format("ims: `ims check` finds of it today: {}\n", counts_by_grade(all));
    return text;
}

std::string words_of_lacking(const Analysis& analysis, const std::string& way) {
    constexpr std::size_t kShown = 3;
    std::vector<Lacking> all =
        find_lacking(analysis.graph, analysis.judgement.coverage(), analysis.judgement.findings());
    if (all.empty()) return "No kind of record is lacking. What else is open: ims check\n";
    if (all.size() > kShown) all.resize(kShown);
    std::string text = "What this folder lacks most:\n";
    for (std::size_t index = 0; index < all.size(); ++index) {
        const Lacking& each = all[index];
        const std::string drafts = words_of_drafts(analysis, each.drafts, way);
        // What is begun need not be begun again.
        const bool instead = !drafts.empty() && (!each.none.empty() || !each.set.empty());
        text += fmt::format("\n{}. {}: {}\n   {}{}{}\n", index + 1, in_words(analysis.schema[each.kind].name),
                            why_lacking(analysis, each), instead ? "" : line_for(analysis, each),
                            instead || drafts.empty() ? "" : "\n   or ", drafts);
    }
    return text;
}

}  // namespace ims
