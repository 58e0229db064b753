#include "output/finding_json.h"

#include <nlohmann/json.hpp>

namespace ims {
namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& object, Span span, const Positions& positions) {
    const Position begin = positions.position(span.file, span.begin);
    const Position end = positions.position(span.file, span.end);
    object["path"] = positions.sources()[span.file].path;
    object["line"] = begin.line;
    object["column"] = begin.column;
    object["endLine"] = end.line;
    object["endColumn"] = end.column;
}

Json related_json(const Label& label, const Positions& positions) {
    const Position begin = positions.position(label.span.file, label.span.begin);
    return {{"path", positions.sources()[label.span.file].path},
            {"line", begin.line},
            {"column", begin.column},
            {"message", label.text}};
}

Json fix_json(const Fix& fix, const Positions& positions) {
    Json edits = Json::array();
    for (const Edit& edit : fix.edits) {
        Json each = Json::object();
        add_place(each, edit.span, positions);
        each["text"] = edit.text;
        edits.push_back(std::move(each));
    }
    return {{"title", fix.title},
            {"safety", fix.safety == Fix::Safety::safe ? "safe" : "unsafe"},
            {"edits", std::move(edits)}};
}

}  // namespace

std::string finding_json(const Finding& finding, const std::string& fingerprint, const Positions& positions) {
    Json object;
    object["rule"] = entry(finding.rule).name;
    object["grade"] = to_string(finding.grade);
    object["message"] = finding.message;
    add_place(object, finding.span, positions);
    if (!finding.record.empty()) object["record"] = finding.record;
    if (!finding.field.empty()) object["field"] = finding.field;
    if (!finding.disciplines.empty()) object["disciplines"] = finding.disciplines;
    object["fingerprint"] = fingerprint;
    object["notes"] = finding.notes;
    object["related"] = Json::array();
    for (const Label& label : finding.labels) object["related"].push_back(related_json(label, positions));
    if (!finding.help.empty()) object["help"] = finding.help;
    if (finding.fix) object["fix"] = fix_json(*finding.fix, positions);
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ims
