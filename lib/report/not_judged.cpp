#include "report/not_judged.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What these find is not wrong but not known.
constexpr std::array<std::string_view, 7> kUnknowns = {
    "unrated-risk",        "impact-analysis-incomplete", "dependency-unknown", "backup-unknown",
    "maintenance-unknown", "competence-unknown",         "climate-undecided"};

class NotJudged {
public:
    explicit NotJudged(Page& page) : page_(page) {}

    void run() {
        add_unread();
        add_drafts();
        add_missing_kinds();
        add_without_discipline();
        add_unaddressed();
        add_unknowns();
        add_turned_off();
        add_profile();
        for (const std::string& hint : page_.analysis.hints) add("Left out", 1, Words(hint));
        page_.heading(2, "What could not be judged");
        if (table_.rows.empty())
            page_.say(
                "All files could be read, no record is a draft or counts for nothing, no rule is turned off, and "
                "nothing "
                "that was looked for is unknown.");
        else page_.add(std::move(table_));
        page_.say(
            "This report knows what the records say, not what is done. Where it finds no evidence there may be some; "
            "where it finds evidence, an auditor judges it.");
    }

private:
    void add(std::string_view what, std::size_t count, Words shown) {
        table_.rows.push_back({TableCell(what), TableCell::number(count), TableCell(std::move(shown))});
    }

    // Links with words of their own, the first few and how many more.
    void add_links(std::string_view what, const std::vector<Inline>& links) {
        if (links.empty()) return;
        constexpr std::size_t kMost = 8;
        const std::vector<Inline> shown(links.begin(),
                                        links.begin() + static_cast<std::ptrdiff_t>(std::min(links.size(), kMost)));
        Words words = listed(shown);
        if (links.size() > shown.size()) words << " and " << counted(links.size() - shown.size(), "more", "more");
        add(what, links.size(), std::move(words));
    }

    void add_unread() {
        std::vector<Inline> files;
        std::vector<Inline> values;
        std::vector<Inline> references;
        FileId last;
        for (const Finding& finding : page_.analysis.findings) {
            const std::string_view family = page_.rules[finding.rule].family;
            const std::string& path = page_.analysis.sources[finding.span.file].path;
            if (family == "yaml" && finding.span.file != last) {
                files.push_back(page_.placed(finding.span, path));
                last = finding.span.file;
            }
            if (family == "records") values.push_back(page_.placed(finding.span, path));
            if (finding.rule == RuleId::unknown_reference || finding.rule == RuleId::wrong_kind_reference) {
                references.push_back(page_.placed(finding.span, path));
            }
        }
        add_links("Files that could not be read in full", files);
        add_links("Values that could not be understood", values);
        add_links("References that lead nowhere", references);
    }

    void add_drafts() {
        std::vector<Inline> drafts;
        for (const RecordId id : page_.graph.all()) {
            if (page_.graph[id].status() == Status::draft) drafts.push_back(page_.full(id));
        }
        add_links("Drafts, which count neither as evidence nor as concern", drafts);
    }

    void add_missing_kinds() {
        if (coverage_.missing.empty()) return;
        std::string words;
        for (const Coverage::Missing& each : coverage_.missing) {
            words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", in_words(page_.graph.schema()[each.kind].name),
                                 each.why);
        }
        add("Kinds of which no record is in force", coverage_.missing.size(), Words(capitalised(words)));
    }

    void add_without_discipline() {
        std::vector<Inline> links;
        for (const RecordId id : coverage_.without_discipline) links.push_back(page_.full(id));
        add_links("Records that name no discipline, and so count for none", links);
    }

    void add_unaddressed() {
        if (coverage_.unaddressed == 0) return;
        add("Cells of processes and disciplines in which nothing is said", coverage_.unaddressed,
            Words("no concern, and no reason why there is none; whether there should be one the records do not tell"));
    }

    void add_profile() {
        if (coverage_.outside == 0) return;
        add("Rules outside the profile of ims.yaml", coverage_.outside,
            Words() << code("check.profile") << " is " << code(to_string(coverage_.profile))
                    << "; with a larger one they are looked at too, with " << code(to_string(Profile::full))
                    << " all of them");
    }

    void add_unknowns() {
        std::map<RuleId, std::vector<Inline>> unknown;
        for (const Finding& finding : page_.analysis.findings) {
            if (std::ranges::find(kUnknowns, page_.rules[finding.rule].name) == kUnknowns.end()) continue;
            const auto record = page_.graph.find(finding.record);
            unknown[finding.rule].push_back(
                record ? page_.full(*record)
                       : page_.placed(finding.span, page_.analysis.sources[finding.span.file].path));
        }
        for (const auto& [rule, links] : unknown) add_links(capitalised(page_.rules[rule].summary), links);
        std::vector<Inline> unseen;
        for (const RecordId id : page_.facts.changes_since_review().unknown) unseen.push_back(page_.full(id));
        add_links("Records of which the git history at hand cannot tell whether they changed since their last review",
                  unseen);
    }

    void add_turned_off() {
        std::vector<Inline> rules;
        std::set<std::string_view> families;
        for (const auto& [rule, setting] : page_.settings.rules) {
            if (setting.grade) continue;
            const RuleEntry& off = page_.rules[rule];
            if (!setting.whole_family) rules.push_back(page_.placed(setting.span, off.name));
            else if (families.insert(off.family).second)
                rules.push_back(page_.placed(setting.span, "all of " + std::string(off.family)));
        }
        add_links("Rules that ims.yaml turns off", rules);
    }

    Page& page_;
    const Coverage& coverage_ = page_.analysis.judgement.coverage();
    Table table_ = {.key = "not-judged",
                    .title = "What could not be judged",
                    .columns = {{"what", "What"}, {"count", "How many", Column::Align::right}, {"where", "Where"}}};
};

}  // namespace

void add_what_was_not_judged(Page& page) { NotJudged(page).run(); }

}  // namespace ims
