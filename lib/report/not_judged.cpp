#include "report/not_judged.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

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
        const bool of_record = page_.subject.known() && !page_.graph[page_.subject].is(kinds::standard);
        if (of_record) add_of_subject();
        else add_of_folder();
        page_.heading(2, "What could not be judged");
        if (table_.rows.empty() && of_record) {
            page_.paragraph("All that is recorded of it could be read, and nothing that was looked for is unknown.");
        } else if (table_.rows.empty()) {
            page_.paragraph(
                "[[All files could be read, no record is a draft or counts for nothing|All that is recorded could be "
                "read and counts, nothing is a draft]], no rule is turned off, and nothing that was looked for is "
                "unknown.");
        } else {
            page_.add(std::move(table_));
        }
        page_.paragraph(
            "This report knows what the records say, not what is done. Where it finds no evidence there may be some; "
            "where it finds evidence, an auditor judges it.");
    }

private:
    // A page for each record takes no longer for what is found elsewhere.
    void add_of_subject() {
        const RecordId subject = page_.subject;
        std::vector<const Finding*> found;
        for (const FindingId id : page_.analysis.judgement.found_on(subject))
            found.push_back(&page_.analysis.judgement.findings()[id]);
        add_unread(found);
        if (page_.graph[subject].status() == Status::draft)
            add_links("Drafts, which count neither as evidence nor as concern", {link_to(subject)});
        const std::vector<RecordId>& unseen = page_.facts.changes_since_review().unknown;
        const bool is_unseen = std::ranges::find(unseen, subject) != unseen.end();
        add_unknowns(found, is_unseen ? std::vector{subject} : std::vector<RecordId>());
    }

    void add_of_folder() {
        std::vector<const Finding*> found;
        for (const Finding& finding : page_.analysis.findings) found.push_back(&finding);
        add_unread(found);
        add_drafts();
        add_missing_kinds();
        add_without_discipline();
        add_unaddressed();
        add_unknowns(found, page_.facts.changes_since_review().unknown);
        add_turned_off();
        add_profile();
        for (const std::string& hint : page_.analysis.hints) add(page_.say("Left out"), 1, told(hint));
    }

    void add(Words what, std::size_t count, Words shown) {
        table_.rows.push_back({TableCell(std::move(what)), TableCell::number(count), TableCell(std::move(shown))});
    }

    // Links with words of their own, the first few and how many more. Readers see no place twice.
    void add_links(Words what, const std::vector<Inline>& links) {
        if (links.empty()) return;
        constexpr std::size_t kMost = 8;
        std::vector<Inline> places;
        std::set<std::pair<std::string_view, std::string_view>> seen;
        for (const Inline& each : links) {
            if (for_editors_ || seen.emplace(each.text, each.target).second) places.push_back(each);
        }
        const std::vector<Words> shown(places.begin(),
                                       places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), kMost)));
        const std::size_t more = places.size() - shown.size();
        const Words list = page_.in_a_list(shown);
        add(std::move(what), links.size(), more == 0 ? list : page_.say("{} and {} more", list, more));
    }
    void add_links(Message what, const std::vector<Inline>& links) { add_links(page_.say(what), links); }

    // Readers know a record by its title, editors by its lasting name.
    [[nodiscard]] Inline link_to(RecordId record) const {
        if (for_editors_) return page_.full(record);
        // Who a person is, is nobody's business but theirs and their manager's.
        if (page_.graph[record].is(kinds::person) && record != page_.subject)
            return page_.placed(page_.graph[record].id_span(), page_.say("a person").plain());
        return page_.titled(record);
    }

    // Where a finding stands: editors know the file; so do readers where nothing else is known.
    [[nodiscard]] Inline place_of(const Finding& finding) const {
        const std::string& path = page_.analysis.sources[finding.span.file].path;
        if (for_editors_) return page_.placed(finding.span, path);
        if (finding.span.file == page_.settings.file)
            return page_.placed(finding.span, page_.say("the settings of this folder").plain());
        const auto record = page_.graph.find(finding.record);
        return record && !page_.graph[*record].unread() ? link_to(*record) : page_.placed(finding.span, path);
    }

    // What was left out is told of files and fields.
    [[nodiscard]] Words told(const std::string& hint) const {
        if (for_editors_) return raw(hint);
        if (hint.starts_with('`'))
            return page_.say("What changed since its last review: no history of the records is at hand");
        return page_.say("{} was not read", quoted(std::string_view(hint).substr(0, hint.find(": "))));
    }

    void add_unread(const std::vector<const Finding*>& found) {
        std::vector<Inline> files;
        std::vector<Inline> values;
        std::vector<Inline> references;
        FileId last;
        for (const Finding* const each : found) {
            const Finding& finding = *each;
            const std::string_view family = page_.rules[finding.rule].family;
            const std::string& path = page_.analysis.sources[finding.span.file].path;
            if (family == "yaml" && finding.span.file != last) {
                files.push_back(page_.placed(finding.span, path));
                last = finding.span.file;
            }
            if (family == "records") values.push_back(place_of(finding));
            if (finding.rule == RuleId::unknown_reference || finding.rule == RuleId::wrong_kind_reference) {
                references.push_back(place_of(finding));
            }
        }
        add_links("Files that could not be read in full", files);
        add_links("Values that could not be understood", values);
        add_links("[[References|Links]] that lead nowhere", references);
    }

    void add_drafts() {
        std::vector<Inline> drafts;
        for (const RecordId id : page_.graph.all()) {
            if (page_.graph[id].status() == Status::draft) drafts.push_back(link_to(id));
        }
        add_links("Drafts, which count neither as evidence nor as concern", drafts);
    }

    void add_missing_kinds() {
        if (coverage_.missing.empty()) return;
        std::vector<Words> missing;
        for (const Coverage::Missing& each : coverage_.missing)
            missing.push_back(page_.say("[[{0}: {1}|{1} (no {0})]]", in_words(each.kind), each.why));
        add(page_.say(
                "[[Kinds of which no record is in force|Cannot be judged, since nothing of the kind is in force]]"),
            coverage_.missing.size(), capitalised(listed(missing, "; ")));
    }

    void add_without_discipline() {
        std::vector<Inline> links;
        for (const RecordId id : coverage_.without_discipline) links.push_back(link_to(id));
        add_links("Records that name no discipline, and so count for none", links);
    }

    void add_unaddressed() {
        if (coverage_.unaddressed == 0) return;
        add(page_.say("[[Cells of processes and disciplines in which|Places where a process meets a discipline and]] "
                      "nothing is said"),
            coverage_.unaddressed,
            page_.say(
                "[[no concern, and no reason why there is none; whether there should be one the records do not tell|"
                "There is no concern, and no reason why there is none; the records do not tell whether there should be "
                "one]]"));
    }

    void add_profile() {
        if (coverage_.outside == 0) return;
        add(page_.say("Rules outside the profile [[of ims.yaml|that was chosen]]"), coverage_.outside,
            page_.say(
                "[[`check.profile` is {0}|The profile is {0}]]; with a larger one they are looked at too, with {1} "
                "all of them",
                quoted(to_string(coverage_.profile)), quoted(to_string(Profile::full))));
    }

    // `unseen`: records of which it is not known whether they changed.
    void add_unknowns(const std::vector<const Finding*>& found, const std::vector<RecordId>& unseen) {
        std::map<RuleId, std::vector<Inline>> unknown;
        for (const Finding* const each : found) {
            const Finding& finding = *each;
            if (std::ranges::find(kUnknowns, page_.rules[finding.rule].name) == kUnknowns.end()) continue;
            const auto record = page_.graph.find(finding.record);
            unknown[finding.rule].push_back(
                record ? link_to(*record) : page_.placed(finding.span, page_.analysis.sources[finding.span.file].path));
        }
        for (const auto& [rule, places] : unknown) add_links(capitalised(page_.say(page_.rules[rule].summary)), places);
        std::vector<Inline> links;
        for (const RecordId id : unseen) links.push_back(link_to(id));
        add_links(
            "Records of which [[the git history at hand cannot tell|the history at hand does not tell]] whether they "
            "changed since their last review",
            links);
    }

    void add_turned_off() {
        std::vector<Inline> rules;
        std::set<std::string_view> families;
        for (const auto& [rule, setting] : page_.settings.rules) {
            if (setting.grade) continue;
            const RuleEntry& off = page_.rules[rule];
            const Words one = for_editors_ ? raw(off.name) : capitalised(page_.say(off.summary));
            if (!setting.whole_family) rules.push_back(page_.placed(setting.span, one.plain()));
            else if (families.insert(off.family).second)
                rules.push_back(page_.placed(
                    setting.span, page_.say("[[all of|All rules on]] {}", plain(spoken(off.family))).plain()));
        }
        add_links("Rules that [[ims.yaml turns|are turned]] off", rules);
    }

    Page& page_;
    const Coverage& coverage_ = page_.analysis.judgement.coverage();
    const bool for_editors_ = page_.audience() == Audience::editors;
    Table table_ = {.key = "not-judged",
                    .title = "What could not be judged",
                    .columns = {{"what", "What"}, {"count", "How many", Column::Align::right}, {"where", "Where"}}};
};

}  // namespace

void add_what_was_not_judged(Page& page) { NotJudged(page).run(); }

}  // namespace ims
