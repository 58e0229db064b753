// Above each record: how many others name it, and how many gaps were found of it.
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "lsp/judged/asked.h"

namespace ims::requests {
namespace {

// In one document: more would take longer to send than to find.
constexpr std::size_t kMostPlacesShown = 3000;

class Lenses {
public:
    explicit Lenses(const Asked& asked) : asked_(asked), judged_(*asked.judged), graph_(judged_.graph()) {}

    Json run() {
        const auto file = judged_.file(asked_.document->path);
        if (!file || *file == graph_.settings().file) return std::move(lenses_);
        const std::size_t records = graph_.files()[file->index()].read->records.size();
        for (std::size_t place = 0; place < records; ++place) add_for(graph_[graph_.record_of(*file, place)]);
        return std::move(lenses_);
    }

private:
    void add_for(const RecordView& record) {
        std::set<RecordId> naming;
        std::set<Span> places;
        for (const Edge& edge : graph_.references_to(record.record())) {
            naming.insert(edge.other);
            if (asked_.client.show_references.empty()) continue;
            for (const FieldView& each : graph_.places(edge.other, edge)) places.insert(each.span());
        }
        const std::string named =
            naming.empty() ? "named by no record" : "named by " + counted(naming.size(), "record");
        // All places of a record or none: a part of them would pass for all.
        shown_ += places.size();
        if (places.empty() || shown_ > kMostPlacesShown) add(record, named, "", Json());
        else add(record, named, asked_.client.show_references, shown(record, places));
        const std::size_t gaps = judged_.analysis->judgement.found_on(record.record()).size();
        if (gaps > 0) add(record, counted(gaps, "gap"), "", Json());
    }

    // What the command of the client takes: a document, a position, the places.
    [[nodiscard]] Json shown(const RecordView& record, const std::set<Span>& places) const {
        Json locations = Json::list();
        for (const Span& each : places) locations.add(asked_.location(judged_, each));
        const Json range = asked_.range(judged_, record.id_span());
        return Json::list({asked_.document->uri, at(range, {"start"}), std::move(locations)});
    }

    void add(const RecordView& record, const std::string& title, std::string_view command, Json arguments) {
        Json call = Json::object({{"title", title}, {"command", command}});
        if (arguments.as_list() != nullptr) call["arguments"] = std::move(arguments);
        lenses_.add(Json::object({{"range", asked_.range(judged_, record.id_span())}, {"command", std::move(call)}}));
    }

    const Asked& asked_;
    const JudgedState& judged_;
    const Graph& graph_;
    std::size_t shown_ = 0;  // places, so far
    Json lenses_ = Json::list();
};

}  // namespace

Reply code_lenses(const Asked& asked) { return Lenses(asked).run(); }

}  // namespace ims::requests
