#include "lsp/edits/missing_record.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "edit/new_id.h"
#include "edit/new_record.h"
#include "edit/render.h"
#include "lsp/edits/workspace_edit.h"
#include "lsp/place/named_at.h"
#include "schema/valid_id.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kMostKinds = 3;

// The kind that is meant, then the others that the field takes.
std::vector<KindId> kinds_of(const Schema& schema, const NamedAt& named) {
    std::vector<KindId> kinds = {named.record->kind};
    const ReferenceSpec* const spec = schema.reference(named.of, named.field);
    if (spec == nullptr || spec->same_kind || named.text.find('/') != std::string::npos) return kinds;
    for (const std::string_view name : spec->kinds) {
        const auto kind = schema.find_kind(name);
        if (kind && kinds.size() < kMostKinds && std::ranges::find(kinds, *kind) == kinds.end()) kinds.push_back(*kind);
    }
    return kinds;
}

class Beginner {
public:
    Beginner(const Asked& asked, const Finding& finding, const NamedAt& named)
        : asked_(asked), judged_(*asked.judged), analysis_(*judged_.analysis), finding_(finding), named_(named) {}

    std::optional<MissingRecord> begin(KindId kind) const {
        const std::string& id = named_.record->id;
        if (!is_valid_id(id) || same_but_for_capitals(analysis_.graph, kind, id)) return std::nullopt;
        const NewRecordWish wish{kind, id, {}, {}};
        const auto record = begin_record(analysis_, wish);
        const auto place = place_of_new(analysis_, kind, id);
        if (!record || !place) return std::nullopt;
        const auto files = write_record(analysis_, wish, *record, *place);
        WorkspaceEdit edit(asked_);
        if (!files || !write(files->files, edit)) return std::nullopt;
        if (kind != named_.record->kind && !name_kind(kind, *place, edit)) return std::nullopt;
        auto changes = edit.json();
        if (!changes) return std::nullopt;
        return MissingRecord{fmt::format("Add the {} `{}`", in_words(analysis_.schema[kind].name), visible(id)),
                             *std::move(changes)};
    }

private:
    bool write(const std::vector<NewFile>& files, WorkspaceEdit& edit) const {
        for (const NewFile& each : files) {
            const std::string path = join_path(judged_.root, each.path);
            if (const auto file = analysis_.sources.find(each.path)) {
                edit.rewrite(path, analysis_.sources[*file].bytes, each.bytes);
            } else if (asked_.client.creates_files && asked_.disk.type(path) == EntryType::missing) {
                edit.create(path, each.bytes);
            } else {
                return false;
            }
        }
        return true;
    }

    // A bare id means another kind here.
    bool name_kind(KindId kind, const NewPlace& place, WorkspaceEdit& edit) const {
        if (place.path == analysis_.sources[finding_.span.file].path) return false;
        Fix fix;
        fix.title = "name its kind";
        const std::string name = fmt::format("{}/{}", analysis_.schema[kind].name, named_.record->id);
        fix.operations.push_back(ReplaceValue{finding_.span, name});
        const auto edits = render(analysis_, fix);
        if (edits) edit.add(judged_, *edits);
        return edits.has_value();
    }

    const Asked& asked_;
    const JudgedState& judged_;
    const Analysis& analysis_;
    const Finding& finding_;
    const NamedAt& named_;
};

}  // namespace

std::vector<MissingRecord> begin_missing(const Asked& asked, const Finding& finding) {
    const auto named = ReadDocument(*asked.judged, *asked.document).at(finding.span.begin);
    std::vector<MissingRecord> begun;
    if (!named || !named->record || named->what != NamedAt::What::reference ||
        find_record(*asked.judged, *named->record))
        return begun;
    const Beginner beginner(asked, finding, *named);
    for (const KindId kind : kinds_of(asked.judged->graph().schema(), *named)) {
        if (auto record = beginner.begin(kind)) begun.push_back(*std::move(record));
    }
    return begun;
}

}  // namespace ims
