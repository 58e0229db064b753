// All processes together: the map, what each takes from whom and gives to whom (SIPOC), and where these do not meet.
#include <algorithm>
#include <array>
#include <map>

#include "check/run.h"
#include "diagnostics/rules.h"
#include "report/sections/paper.h"
#include "report/sections/register.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::processes {
namespace {

namespace own = fields::process;

constexpr std::array<std::string_view, 3> kTypes = {"management", "core", "support"};

class Landscape {
public:
    explicit Landscape(const ReportInput& input) : page_(input, "processes", "Processes"), gaps_(collect_gaps(page_)) {
        for (const RecordId id : page_.graph.of_kind(kinds::process)) {
            if (!page_.graph[id].retired()) processes_.push_back(page_.graph[id]);
        }
        // What the organisation is there for comes first.
        std::ranges::stable_sort(processes_, {}, [](const RecordView& process) {
            const std::string_view type = process.word(own::type);
            return std::pair(!process.active(), type == "core" ? 0 : type == "management" ? 1 : type.empty() ? 3 : 2);
        });
        for (const Gap& gap : gaps_) found_[gap.record].push_back(&gap);
    }

    Document run() {
        add_summary();
        if (!processes_.empty()) {
            page_.heading(2, "Map");
            add_process_map(page_, processes_);
            add_landscape();
            add_sipoc();
            if (all_meet()) {
                page_.heading(2, "Where inputs and outputs do not meet");
                page_.paragraph(
                    "Nowhere: every input has a giver, every output has a taker, and every output that names a process "
                    "is taken there.");
                add_other_gaps();
                return page_.finish();
            }
            add_chapter(page_, {RuleId::unmatched_input, "Inputs that no process gives", "Every input has a giver."},
                        gaps_);
            add_chapter(page_,
                        {RuleId::untaken_output, "Outputs that their taker does not take",
                         "Every output that names a process is taken there."},
                        gaps_);
            add_chapter(page_, {RuleId::unused_output, "Outputs that nobody takes", "Every output has a taker."},
                        gaps_);
            add_other_gaps();
        }
        return page_.finish();
    }

private:
    static constexpr std::size_t kMostRows = 100;

    // Looked for, and nothing found.
    [[nodiscard]] bool all_meet() const {
        return !page_.facts.processes().empty() &&
               std::ranges::all_of(std::array{RuleId::unmatched_input, RuleId::untaken_output, RuleId::unused_output},
                                   [&](RuleId rule) {
                                       const auto is_of = [rule](const Gap& gap) { return gap.finding->rule == rule; };
                                       return silence_of(page_.rules[rule], page_.rules, page_.settings) ==
                                                  Silence::none &&
                                              std::ranges::none_of(gaps_, is_of);
                                   });
    }

    void add_summary() {
        page_.heading(2, "In short");
        if (processes_.empty()) {
            if (page_.graph.may_be_unread(kinds::process))
                return page_.paragraph("No process could be read. Some may stand in files that could not be read.");
            return page_.paragraph(
                "No process is recorded. Begin with what customers pay for[[: a file with `process`, `title`, "
                "`type: core`, an `owner`, its `inputs` and its `outputs`|: who owns it, what it takes in, and what it "
                "gives out]].");
        }
        const std::vector<Words> types = counts_by_type();
        const auto drafts = std::ranges::count_if(processes_, [](const auto& each) { return !each.active(); });
        Words told = strong(page_.say("{0} {0:process|processes}", processes_.size()));
        if (!types.empty()) told = page_.say("{}: {:all}", told, types);
        if (drafts > 0) told = page_.say("{}; {} in draft", told, drafts);
        const auto found = std::ranges::count_if(
            processes_, [&](const RecordView& process) { return found_.contains(process.record()); });
        page_.paragraph(
            in_a_row({page_.say("{}.", told), found == 0 ? page_.say("No gap was found.")
                                                         : page_.say("Gaps were found in {} of them.", found)}));
    }

    // "1 management", "3 core"
    std::vector<Words> counts_by_type() const {
        std::vector<Words> counts;
        for (const std::string_view type : kTypes) {
            const auto is_of = [&](const RecordView& process) { return process.word(own::type) == type; };
            const auto first = std::ranges::find_if(processes_, is_of);
            if (first == processes_.end()) continue;
            counts.push_back(page_.say("{} {}", std::ranges::count_if(processes_, is_of),
                                       word_cell(page_, *first, own::type).words));
        }
        const auto untyped = std::ranges::count_if(
            processes_, [&](const RecordView& process) { return process.word(own::type).empty(); });
        if (untyped > 0) counts.push_back(page_.say("{} without a known type", untyped));
        return counts;
    }

    void add_landscape() {
        TableOf<RecordView> table(
            {.key = "landscape", .title = "The processes", .most_shown = kMostRows},
            {{{"process", "Process", {}, Column::Holds::record},
              [&](const auto& each) { return page_.introduced(each.record()); }},
             {{"type", "Type"},
              [&](const auto& each) {
                  return each.word(own::type).empty() ? not_stated(page_) : word_cell(page_, each, own::type);
              }},
             {{"part_of", "Part of", {}, Column::Holds::record},
              [&](const auto& each) { return linked_cell(page_, each, {own::part_of}); }},
             {{"owner", "Owner", {}, Column::Holds::record},
              [&](const auto& each) { return linked_cell(page_, each, {fields::owner}, "nobody is named"); }},
             {{"sites", "Sites", {}, Column::Holds::records},
              [&](const auto& each) { return linked_cell(page_, each, {own::sites}); }},
             {{"carries", "Carries"},
              [&](const auto& each) {
                  const ProcessFacts* const facts = page_.facts.process(each.record());
                  if (facts == nullptr) return not_stated(page_, "draft");
                  return TableCell(discipline_words(page_, facts->concerned), page_.settings.names(facts->concerned));
              }},
             {{"objectives", "Objectives", {}, Column::Holds::records, Column::For::programs},
              [&](const auto& each) { return linked_cell(page_, each, {own::objectives}); }},
             {{"rto", "Back within"},
              [&](const auto& each) { return back_within(each[own::continuity][own::continuity.rto]); }},
             {{"found", "What was found"}, [&](const auto& each) {
                  const auto found = found_.find(each.record());
                  return found_cell(page_, found == found_.end() ? std::vector<const Gap*>() : found->second);
              }}});
        table.add_all(processes_);
        page_.add_titled(2, without_empty_columns(table.take()));
    }

    // For programs as it is written.
    TableCell back_within(const FieldView& rto) const {
        if (rto.text().empty()) return {};
        return {page_.say("{}", plain(rto)), std::string(rto.text())};
    }

    // Where an input comes from: who it names, or else the processes that give it.
    Words givers(const FieldView& input) const {
        if (const FieldView from = input[own::inputs.from]) return targets(page_, from);
        return page_.titles(page_.facts.flows().givers(input[own::inputs.item]));
    }

    Words takers(const FieldView& output) const {
        if (const FieldView to = output[own::outputs.to]) return targets(page_, to);
        return page_.titles(page_.facts.flows().takers(output[own::outputs.item]));
    }

    void add_sipoc() {
        Table table{.key = "sipoc",
                    .title = "Who gives what to whom",
                    .columns = {{"suppliers", "From", {}, Column::Holds::records},
                                {"inputs", "Input"},
                                {"process", "Process", {}, Column::Holds::record},
                                {"outputs", "Output"},
                                {"customers", "To", {}, Column::Holds::records}},
                    .most_shown = 2 * kMostRows};
        for (const RecordView& process : processes_) {
            const auto inputs = process[own::inputs].children();
            const auto outputs = process[own::outputs].children();
            // A row for each pair, so that what belongs together stands together.
            auto input = inputs.begin();
            auto output = outputs.begin();
            bool first = true;
            while (first || input != inputs.end() || output != outputs.end()) {
                std::vector<TableCell>& row = table.rows.emplace_back(5);
                row[2] = first ? TableCell(page_.titled(process.record())) : TableCell(Words(), process.name().text());
                if (input != inputs.end()) {
                    const FieldView entry = *input;
                    row[0] = or_unknown(givers(entry));
                    row[1] = item_words(page_, entry[own::inputs.item]);
                    ++input;
                }
                if (output != outputs.end()) {
                    const FieldView entry = *output;
                    row[3] = item_words(page_, entry[own::outputs.item]);
                    row[4] = or_unknown(takers(entry));
                    ++output;
                }
                first = false;
            }
        }
        page_.heading(2, "Who gives what to whom");
        page_.paragraph(
            "Suppliers, inputs, process, outputs, customers (SIPOC); the rows without a process belong to the one "
            "above. An input and an output in the same row need not belong together.");
        page_.add(std::move(table));
    }

    Words or_unknown(const Words& words) const { return words.empty() ? page_.say("not known") : words; }

    // Of processes, and of how they hang together.
    void add_other_gaps() {
        std::vector<Gap> others;
        for (const Gap& gap : gaps_) {
            const RuleId rule = gap.finding->rule;
            const bool told =
                rule == RuleId::unmatched_input || rule == RuleId::untaken_output || rule == RuleId::unused_output;
            if (!told) others.push_back(gap);
        }
        page_.heading(2, "Other gaps");
        add_gaps_about(page_, others, kinds::process, "processes");
    }

    Page page_;
    std::vector<Gap> gaps_;
    std::vector<RecordView> processes_;
    std::map<RecordId, std::vector<const Gap*>> found_;
};

}  // namespace

Document build(const ReportInput& input) { return Landscape(input).run(); }

}  // namespace ims::reports::processes
