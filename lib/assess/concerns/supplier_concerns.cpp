#include "assess/concerns/supplier_concerns.h"

#include <algorithm>
#include <utility>

#include "assess/concerns/concerns.h"
#include "assess/concerns/linked_concerns.h"
#include "settings/settings.h"

namespace ims {
namespace {

bool is_hazard(const RecordView& record) {
    return record.is(kinds::risk) && record.word(fields::risk::type) == "hazard";
}

// Disciplines in which it matters who sees what.
DisciplineSet about_information(const Settings& settings) {
    DisciplineSet out;
    for (const Discipline discipline : settings.in_force()) {
        if (settings.cost(discipline) == Cost::information || settings.name(discipline) == "privacy")
            out.add(discipline);
    }
    return out;
}

class TieFinder {
public:
    TieFinder(const RecordView& supplier, const Disciplines& disciplines, std::span<const RecordId> processes,
              const std::function<bool(RecordId)>& is_high)
        : supplier_(supplier),
          graph_(supplier.graph()),
          disciplines_(disciplines),
          processes_(processes),
          is_high_(is_high) {}

    std::vector<SupplierTie> run() {
        add_on_site();
        add_handled();
        add_named();
        return std::move(ties_);
    }

private:
    using Kind = SupplierTie::Kind;

    void add(Kind kind, RecordId concern, const RecordView& through, DisciplineSet among) {
        const DisciplineSet served = disciplines_[concern] & among;
        if (served.empty()) return;
        ties_.push_back({kind, concern, through == supplier_ ? RecordId() : through.record(), served});
    }

    // Of the concerns of a record those that are high risks and fit.
    template <class Fits>
    void add_high(Kind kind, const RecordView& holder, DisciplineSet among, const Fits& fits) {
        visit_linked_concerns(holder, [&](RecordId concern) {
            const RecordView record = graph_[concern];
            if (record.is(kinds::risk) && is_high_(concern) && fits(record)) add(kind, concern, holder, among);
        });
    }

    void add_on_site() {
        namespace own = fields::supplier;
        std::vector<RecordId> sites;
        for (const RecordView site : supplier_.linked(own::works_on_site)) sites.push_back(site.record());
        const bool named = !sites.empty();
        if (!named && !supplier_.says_yes(own::works_on_site)) return;
        if (!named) sites = likely_sites();
        const auto any = [](const RecordView&) { return true; };
        const DisciplineSet all = graph_.settings().in_force();
        for (const RecordId id : sites) {
            const RecordView site = graph_[id];
            if (!site.active()) continue;
            add_high(Kind::on_site, site, all, any);
            for (const Edge& edge : graph_.references_to(id)) {
                if (edge.field == fields::asset::location && graph_[edge.other].active())
                    add_high(Kind::on_site, graph_[edge.other], all, any);
            }
        }
        add_high(Kind::on_site, supplier_, all, is_hazard);
        for (const RecordId id : processes_) {
            const RecordView process = graph_[id];
            if (!named || may_be_at(process, sites)) add_high(Kind::on_site, process, all, is_hazard);
        }
    }

    // One that names no site may be anywhere.
    static bool may_be_at(const RecordView& process, std::span<const RecordId> sites) {
        const LinkedRecords own = process.linked(fields::process::sites);
        for (const RecordView site : own) {
            if (std::ranges::find(sites, site.record()) != sites.end()) return true;
        }
        return own.empty();
    }

    std::vector<RecordId> likely_sites() const {
        std::vector<RecordId> sites;
        for (const RecordId process : processes_) {
            for (const RecordView site : graph_[process].linked(fields::process::sites)) sites.push_back(site.record());
        }
        std::ranges::sort(sites);
        const auto twice = std::ranges::unique(sites);
        sites.erase(twice.begin(), twice.end());
        if (!sites.empty()) return sites;
        const auto all = graph_.of_kind(kinds::site);
        return {all.begin(), all.end()};
    }

    void add_handled() {
        const auto any = [](const RecordView&) { return true; };
        bool some = false;
        for (const RecordView asset : supplier_.linked(fields::supplier::handles)) {
            if (!asset.active()) continue;
            some = true;
            add_high(Kind::handles, asset, graph_.settings().in_force(), any);
        }
        if (!some) return;
        const DisciplineSet information = about_information(graph_.settings());
        add_high(Kind::handles, supplier_, information, any);
        for (const RecordId process : processes_) add_high(Kind::handles, graph_[process], information, any);
    }

    void add_named() {
        const DisciplineSet all = graph_.settings().in_force();
        const auto add_all = [&](Kind kind, const RecordView& holder) {
            visit_linked_concerns(holder, [&](RecordId concern) { add(kind, concern, holder, all); });
        };
        add_all(Kind::named, supplier_);
        for (const Edge& edge : graph_.references_to(supplier_.record())) {
            if (edge.field == fields::asset::provider && graph_[edge.other].active())
                add_all(Kind::provides, graph_[edge.other]);
        }
        for (const RecordView asset : supplier_.linked(fields::supplier::handles)) {
            if (asset.active()) add_all(Kind::sees, asset);
        }
    }

    RecordView supplier_;
    const Graph& graph_;
    const Disciplines& disciplines_;
    std::span<const RecordId> processes_;
    const std::function<bool(RecordId)>& is_high_;
    std::vector<SupplierTie> ties_;
};

}  // namespace

DisciplineSet asked_anyway(const RecordView& supplier, const Disciplines& disciplines) {
    DisciplineSet out;
    for (const RecordView risk : supplier.linked(fields::supplier::risks)) {
        if (risk.active() && is_hazard(risk)) out |= disciplines[risk.record()];
    }
    for (const RecordView asset : supplier.linked(fields::supplier::handles)) {
        if (asset.active()) visit_linked_concerns(asset, [&](RecordId concern) { out |= disciplines[concern]; });
    }
    return out;
}

std::vector<SupplierTie> ties_of(const RecordView& supplier, const Disciplines& disciplines,
                                 std::span<const RecordId> processes, const std::function<bool(RecordId)>& is_high) {
    return TieFinder(supplier, disciplines, processes, is_high).run();
}

DisciplineSet nearest_disciplines(const RecordView& supplier, const Disciplines& disciplines,
                                  const Concerns& concerns) {
    DisciplineSet out;
    for (const SupplierTie& tie : ties_of(supplier, disciplines, {}, [](RecordId) { return false; }))
        out |= tie.disciplines;
    return out.empty() ? concerns.concerned_by(supplier.record()) : out;
}

}  // namespace ims
