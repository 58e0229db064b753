#include <algorithm>

#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostNamed = 6;

class Shared {
public:
    explicit Shared(Page& page) : page_(page) {}

    void run() {
        for (const KindId kind : {kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::document,
                                  kinds::plan, kinds::exercise, kinds::audit, kinds::nonconformity}) {
            begin();
            for (const RecordId id : page_.graph.of_kind(kind)) {
                if (page_.graph[id].active()) count(id, page_.facts.disciplines(id).size());
            }
            const KindSpec& spec = page_.graph.schema()[kind];
            end(spec.name, capitalised(page_.say("{} that serve two disciplines or more", plural(kind))));
        }
        begin();
        for (const ProcessFacts& process : page_.facts.processes()) count(process.process, process.concerned.size());
        end("process", page_.say("Processes that carry two disciplines or more"));
        begin();
        for (const RecordId role : page_.graph.of_kind(kinds::role)) {
            if (page_.graph[role].active()) count(role, answered_by(page_, role).size());
        }
        end("role", page_.say("Roles that answer for two disciplines or more"));
        page_.heading(2, "What disciplines share");
        if (table_.rows.empty()) return page_.paragraph("There are no records that could be shared.");
        page_.paragraph(
            "One record that serves several disciplines is kept once, reviewed once and known to all of them.");
        page_.add(std::move(table_));
    }

private:
    void begin() {
        all_ = 0;
        shared_.clear();
    }

    void count(RecordId record, std::size_t disciplines) {
        if (disciplines > 0) ++all_;
        if (disciplines > 1) shared_.push_back(page_.titled(record));
    }

    void end(std::string_view kind, Words what) {
        if (all_ == 0) return;
        const std::size_t shown = std::min(shared_.size(), kMostNamed);
        Words words = page_.in_a_list({shared_.begin(), shared_.begin() + static_cast<std::ptrdiff_t>(shown)});
        if (shared_.size() > shown) words = page_.say("{} and {} more", words, shared_.size() - shown);
        table_.rows.push_back(
            {raw(kind), std::move(what),
             TableCell(page_.say("{} of {}", shared_.size(), all_), static_cast<std::int64_t>(shared_.size())),
             TableCell::number(all_), std::move(words)});
    }

    Page& page_;
    std::size_t all_ = 0;
    std::vector<Inline> shared_;
    Table table_ = {.key = "shared",
                    .title = "What disciplines share",
                    .columns = {{"kind", "Kind", {}, {}, Column::For::programs},
                                {"what", "What"},
                                {"shared", "How many", Column::Align::right},
                                {"all", "Of", {}, {}, Column::For::programs},
                                {"examples", "Which", {}, Column::Holds::records}}};
};

}  // namespace

void add_what_is_shared(Page& page) { Shared(page).run(); }

}  // namespace ims
