#include "output/finding_json.h"

#include "edit/render.h"
#include "judge/fingerprint.h"

namespace ims {
namespace {

void add_place(Json& object, Span span, const Positions& positions) {
    const Position begin = positions.position(span.file, span.begin);
    const Position end = positions.position(span.file, span.end);
    object["path"] = positions.sources()[span.file].path;
    object["line"] = begin.line;
    object["column"] = begin.column;
    object["endLine"] = end.line;
    object["endColumn"] = end.column;
}

Json related_json(const Label& label, const CheckResult& result, const Positions& positions) {
    const Position begin = positions.position(label.span.file, label.span.begin);
    return Json::object({{"path", positions.sources()[label.span.file].path},
                         {"line", begin.line},
                         {"column", begin.column},
                         {"message", result.words(label.says)}});
}

Json fix_json(const Fix& fix, const std::vector<Edit>& written, const CheckResult& result, const Positions& positions) {
    Json edits = Json::list();
    for (const Edit& edit : written) {
        Json each;
        add_place(each, edit.span, positions);
        each["text"] = edit.text;
        edits.add(std::move(each));
    }
    return Json::object({{"title", result.words(fix.title)},
                         {"safety", fix.safety == Fix::Safety::safe ? "safe" : "unsafe"},
                         {"edits", std::move(edits)}});
}

Json explainer_json(const Finding& finding, std::string_view rule, const std::string& fingerprint) {
    Json object = Json::object({{"rule", rule}});
    if (finding.record.known()) object["record"] = finding.record.text();
    object["fingerprint"] = fingerprint;
    if (finding.silence == Silence::accepted) object["accepted"] = true;
    return object;
}

}  // namespace

ResultJson::ResultJson(const CheckResult& result)
    : result_(result),
      positions_(result.analysis->sources),
      known_as_(fingerprints(result.judgement().findings(), result.rules(), result.analysis->sources)),
      cause_of_(result.judgement().findings().size()),
      explained_(cause_of_.size()) {
    for (const Cause& cause : result.causes) {
        for (const FindingId member : cause.members) cause_of_[member.index()] = &cause;
        for (const FindingId each : cause.explains) explained_[each.index()] = true;
    }
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

std::string ResultJson::finding(FindingId id) const {
    const Finding& finding = result_.finding(id);
    Json object;
    object["rule"] = result_.rules()[finding.rule].name;
    object["grade"] = to_string(finding.grade);
    object["message"] = result_.words(finding.message);
    add_place(object, finding.span, positions_);
    if (finding.record.known()) object["record"] = finding.record.text();
    if (!finding.field.empty()) object["field"] = finding.field;
    if (!finding.disciplines.empty()) object["disciplines"] = Json::list_of(finding.disciplines);
    object["fingerprint"] = known_as_[id.index()];
    if (result_.comparison != nullptr) {
        object["state"] = to_string(result_.novelty(id));
        if (const std::string reason = result_.news(id); !reason.empty()) object["reason"] = reason;
    }
    Json& notes = object["notes"] = Json::list();
    for (const Message& note : finding.notes) notes.add(result_.words(note));
    Json& related = object["related"] = Json::list();
    for (const Label& label : finding.labels) related.add(related_json(label, result_, positions_));
    if (!finding.help.empty()) object["help"] = result_.words(finding.help);
    if (finding.fix) {
        // What a program had better not write is none of its business.
        if (const auto edits = render(*result_.analysis, *finding.fix))
            object["fix"] = fix_json(*finding.fix, *edits, result_, positions_);
    }
    if (explained_[id.index()]) {
        Json& by = object["explained_by"] = Json::list();
        for (const FindingId each : result_.judgement().explanations().of(id)) {
            const Finding& cause = result_.finding(each);
            by.add(explainer_json(cause, result_.rules()[cause.rule].name, known_as_[each.index()]));
        }
    } else if (const Cause* cause = cause_of_[id.index()]) {
        object["cause_grade"] = to_string(cause->grade);
    }
    if (const auto place = result_.judgement().populations().of(id)) object["population"] = population(*place);
    return to_text(object);
}

std::string ResultJson::cause(const Cause& cause) const {
    const Finding& first = result_.finding(cause.first());
    Json object;
    object["rule"] = result_.rules()[first.rule].name;
    object["grade"] = to_string(first.grade);
    object["cause_grade"] = to_string(cause.grade);
    object["message"] = result_.words(first.message);
    if (first.record.known()) object["record"] = first.record.text();
    const Position begin = positions_.position(first.span.file, first.span.begin);
    object["path"] = positions_.sources()[first.span.file].path;
    object["line"] = begin.line;
    object["findings"] = fingerprints_of(cause.members);
    object["explains"] = fingerprints_of(cause.explains);
    object["cost"] = to_string(cause.cost);
    object["cells"] = cause.cells;
    object["system"] = cause.about_system;
    if (cause.owner.known()) object["owner"] = result_.analysis->graph[cause.owner].name().text();
    if (cause.accepted) object["accepted"] = true;
    if (cause.population) object["population"] = population(*cause.population);
    return to_text(object);
}

Json ResultJson::fingerprints_of(const std::vector<FindingId>& findings) const {
    Json out = Json::list();
    for (const FindingId each : findings) out.add(known_as_[each.index()]);
    return out;
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
    for (const FileId each : coverage.unread) unread.add(positions_.sources()[each].path);
    Json& off = object["rules_off"] = Json::list();
    for (const RuleId each : coverage.off) off.add(result_.rules()[each].name);
    object["profile"] = to_string(coverage.profile);
    object["rules_outside_profile"] = coverage.outside;
    object["nothing_in_force"] = coverage.nothing_in_force();
    return to_text(object);
}

}  // namespace ims
