#include "output/finding_json.h"

#include "base/json_text.h"
#include "edit/render.h"
#include "judge/fingerprint.h"

namespace ims {
namespace {

std::string_view safety_of(const Fix& fix) { return fix.safety == Fix::Safety::safe ? "safe" : "unsafe"; }

}  // namespace

ResultJson::ResultJson(const CheckResult& result)
    : result_(result),
      known_as_(fingerprints(result.judgement().findings(), result.rules(), result.analysis->sources)),
      cause_of_(result.judgement().findings().size()),
      explained_(cause_of_.size()) {
    for (const Cause& cause : result.causes) {
        for (const FindingId member : cause.members) cause_of_[member.index()] = &cause;
        for (const FindingId each : cause.explains) explained_[each.index()] = true;
    }
    const std::size_t populations = result.judgement().populations().all().size();
    for (std::size_t place = 0; place < populations; ++place) populations_.push_back(to_text(population(place)));
}

Json ResultJson::population(std::size_t place) const {
    const Judgement& judgement = result_.judgement();
    const Population& population = judgement.populations().all()[place];
    const Graph& graph = result_.analysis->graph;
    Arena arena;
    return Json::object({{"says", result_.words(told(population, graph, result_.rules(), arena))},
                         {"found", population.found},
                         {"asked", population.asked},
                         {"mend", result_.words(mending(population, graph, result_.rules(), arena))}});
}

class ResultJson::PieceWriter {
public:
    PieceWriter(const ResultJson& json, Positions& positions, std::string& out)
        : json_(json), result_(json.result_), names_(result_.analysis->graph), positions_(positions), out_(out) {}

    void write(FindingId id) {
        const Finding& finding = result_.finding(id);
        out_.begin_object();
        out_.member("rule", result_.rules()[finding.rule].name);
        out_.member("grade", to_string(finding.grade));
        words("message", finding.message);
        place(finding.span);
        if (finding.record.known()) out_.member("record", name(finding.record));
        if (!finding.field.empty()) out_.member("field", finding.field);
        if (!finding.disciplines.empty()) {
            list("disciplines", finding.disciplines, [&](std::string_view each) { out_.value(each); });
        }
        out_.member("fingerprint", json_.known_as_[id.index()]);
        if (result_.comparison != nullptr) {
            out_.member("state", to_string(result_.novelty(id)));
            if (const std::string reason = result_.news(id); !reason.empty()) out_.member("reason", reason);
        }
        list("notes", finding.notes, [&](const Message& each) { out_.value(said(each)); });
        list("related", finding.labels, [&](const Label& each) { related(each); });
        if (!finding.help.empty()) words("help", finding.help);
        if (finding.fix) {
            // What a program had better not write is none of its business.
            if (const auto edits = render(*result_.analysis, *finding.fix)) fix(*finding.fix, *edits);
        }
        cause(id);
        if (const auto place = result_.judgement().populations().of(id)) population(*place);
        out_.end_object();
    }

    void write(const Cause& cause) {
        const Finding& first = result_.finding(cause.first());
        out_.begin_object();
        out_.member("rule", result_.rules()[first.rule].name);
        out_.member("grade", to_string(first.grade));
        out_.member("cause_grade", to_string(cause.grade));
        words("message", first.message);
        if (first.record.known()) out_.member("record", name(first.record));
        out_.member("path", positions_.sources()[first.span.file].path);
        out_.member("line", positions_.position(first.span.file, first.span.begin).line);
        fingerprints("findings", cause.members);
        fingerprints("explains", cause.explains);
        out_.member("cost", to_string(cause.cost));
        out_.member("cells", cause.cells);
        out_.member("system", cause.about_system);
        if (cause.owner.known()) out_.member("owner", name((result_.analysis->graph[cause.owner]).name()));
        if (cause.accepted) out_.member("accepted", true);
        if (cause.population) population(*cause.population);
        out_.end_object();
    }

private:
    std::string_view said(const Message& message) {
        said_.clear();
        say_to_editors(message, names_, said_);
        return said_;
    }
    std::string_view name(const RecordName& record) {
        said_.clear();
        record.append_to(said_);
        return said_;
    }
    void words(std::string_view key, const Message& message) { out_.member(key, said(message)); }

    template <class Items, class Write>
    void list(std::string_view key, const Items& items, const Write& write) {
        out_.key(key);
        out_.begin_list();
        for (const auto& item : items) write(item);
        out_.end_list();
    }

    void begin_place(Span span) {
        out_.member("path", positions_.sources()[span.file].path);
        const Position begin = positions_.position(span.file, span.begin);
        out_.member("line", begin.line);
        out_.member("column", begin.column);
    }

    void place(Span span) {
        begin_place(span);
        const Position end = positions_.position(span.file, span.end);
        out_.member("endLine", end.line);
        out_.member("endColumn", end.column);
    }

    void related(const Label& label) {
        out_.begin_object();
        begin_place(label.span);
        words("message", label.says);
        out_.end_object();
    }

    void fix(const Fix& fix, const std::vector<Edit>& written) {
        out_.key("fix");
        out_.begin_object();
        words("title", fix.title);
        out_.member("safety", safety_of(fix));
        list("edits", written, [&](const Edit& edit) {
            out_.begin_object();
            place(edit.span);
            out_.member("text", edit.text);
            out_.end_object();
        });
        out_.end_object();
    }

    void population(std::size_t place) {
        out_.key("population");
        out_.raw(json_.populations_[place]);
    }

    void fingerprints(std::string_view key, const std::vector<FindingId>& findings) {
        list(key, findings, [&](FindingId each) { out_.value(json_.known_as_[each.index()]); });
    }

    void cause(FindingId id) {
        if (json_.explained_[id.index()]) {
            list("explained_by", result_.judgement().explanations().of(id), [&](FindingId each) { explainer(each); });
        } else if (const Cause* cause = json_.cause_of_[id.index()]) {
            out_.member("cause_grade", to_string(cause->grade));
        }
    }

    void explainer(FindingId id) {
        const Finding& finding = result_.finding(id);
        out_.begin_object();
        out_.member("rule", result_.rules()[finding.rule].name);
        if (finding.record.known()) out_.member("record", name(finding.record));
        out_.member("fingerprint", json_.known_as_[id.index()]);
        if (finding.silence == Silence::accepted) out_.member("accepted", true);
        out_.end_object();
    }

    const ResultJson& json_;
    const CheckResult& result_;
    GraphNames names_;
    Positions& positions_;
    JsonText out_;
    std::string said_;  // room for one text at a time
};

void ResultJson::findings(std::span<const FindingId> of, std::string_view before, std::string_view after,
                          std::string& out) const {
    Positions positions(result_.analysis->lines);
    for (const FindingId id : of) {
        out += before;
        PieceWriter(*this, positions, out).write(id);
        out += after;
    }
}

void ResultJson::causes(std::span<const Cause> of, std::string_view before, std::string& out) const {
    Positions positions(result_.analysis->lines);
    for (const Cause& cause : of) {
        out += before;
        PieceWriter(*this, positions, out).write(cause);
    }
}

std::string ResultJson::coverage() const {
    const Coverage& coverage = result_.judgement().coverage();
    const Graph& graph = result_.analysis->graph;
    Arena arena;
    Json object;
    object["says"] = result_.words(in_words(coverage, arena));
    object["in_force"] = coverage.all.in_force;
    object["drafts"] = coverage.all.drafts;
    object["retired"] = coverage.all.retired;
    Json& kinds = object["kinds"] = Json::list();
    for (const Coverage::OfKind& each : coverage.kinds) {
        kinds.add(Json::object({{"kind", graph.schema()[each.kind].name},
                                {"in_force", each.in_force},
                                {"drafts", each.drafts},
                                {"retired", each.retired}}));
    }
    Json& missing = object["missing"] = Json::list();
    for (const Coverage::Missing& each : coverage.missing)
        missing.add(Json::object({{"kind", graph.schema()[each.kind].name}, {"why", result_.words(each.why)}}));
    Json& without = object["without_discipline"] = Json::list();
    for (const RecordId each : coverage.without_discipline) without.add(graph[each].name().text());
    object["unaddressed_cells"] = coverage.unaddressed;
    Json& unread = object["unread_files"] = Json::list();
    for (const FileId each : coverage.unread) unread.add(result_.analysis->sources[each].path);
    Json& off = object["rules_off"] = Json::list();
    for (const RuleId each : coverage.off) off.add(result_.rules()[each].name);
    object["profile"] = to_string(coverage.profile);
    object["rules_outside_profile"] = coverage.outside;
    object["nothing_in_force"] = coverage.nothing_in_force();
    return to_text(object);
}

}  // namespace ims
