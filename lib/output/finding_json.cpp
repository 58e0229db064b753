#include "output/finding_json.h"

#include "base/json.h"

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

Json related_json(const Label& label, const Positions& positions) {
    const Position begin = positions.position(label.span.file, label.span.begin);
    return Json::object({{"path", positions.sources()[label.span.file].path},
                         {"line", begin.line},
                         {"column", begin.column},
                         {"message", label.text}});
}

Json fix_json(const Fix& fix, const Positions& positions) {
    Json edits = Json::list();
    for (const Edit& edit : fix.edits) {
        Json each;
        add_place(each, edit.span, positions);
        each["text"] = edit.text;
        edits.add(std::move(each));
    }
    return Json::object({{"title", fix.title},
                         {"safety", fix.safety == Fix::Safety::safe ? "safe" : "unsafe"},
                         {"edits", std::move(edits)}});
}

}  // namespace

std::string finding_json(const Finding& finding, std::string_view rule, const std::string& fingerprint,
                         const Positions& positions) {
    Json object;
    object["rule"] = rule;
    object["grade"] = to_string(finding.grade);
    object["message"] = finding.message;
    add_place(object, finding.span, positions);
    if (!finding.record.empty()) object["record"] = finding.record;
    if (!finding.field.empty()) object["field"] = finding.field;
    if (!finding.disciplines.empty()) object["disciplines"] = Json::list_of(finding.disciplines);
    object["fingerprint"] = fingerprint;
    object["notes"] = Json::list_of(finding.notes);
    Json& related = object["related"] = Json::list();
    for (const Label& label : finding.labels) related.add(related_json(label, positions));
    if (!finding.help.empty()) object["help"] = finding.help;
    if (finding.fix) object["fix"] = fix_json(*finding.fix, positions);
    return to_text(object);
}

}  // namespace ims
