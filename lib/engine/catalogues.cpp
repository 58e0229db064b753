#include "engine/catalogues.h"

#include <algorithm>

#include "schema/catalogues.h"
#include "schema/fields.h"
#include "source/paths.h"

namespace ims {

Result<std::vector<Catalogue>> load_catalogues(const FileSystem& files, const std::string& schema_folder) {
    std::vector<Catalogue> all;
    const std::string folder = join_path(schema_folder, "standards");
    if (schema_folder.empty() || files.type(folder) != EntryType::folder) {
        for (const BuiltInCatalogue& each : built_in_catalogues()) {
            all.push_back({std::string(each.id), std::string(each.text)});
        }
        return all;
    }
    constexpr std::size_t kLargest = 4u << 20;
    constexpr std::string_view kEnding = ".yaml";
    IMS_TRY_ASSIGN(const std::vector<Entry> entries, files.list(folder));
    for (const Entry& entry : entries) {
        if (!entry.name.ends_with(kEnding)) continue;
        IMS_TRY_ASSIGN(std::string text, files.read(join_path(folder, entry.name), kLargest));
        all.push_back({entry.name.substr(0, entry.name.size() - kEnding.size()), std::move(text)});
    }
    std::ranges::sort(all, {}, &Catalogue::id);
    return all;
}

Catalogues::Catalogues(std::vector<Catalogue> all, const Schema& schema) : all_(std::move(all)) {
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        std::vector<Naming>& namings = namings_.emplace_back(schema.paths().size(), Naming::none);
        find_namings(schema.kinds()[index].fields, KindId::from(index) == kinds::standard, namings);
    }
}

std::string Catalogues::path(std::size_t index) const { return std::string(kBuiltIn) + all_[index].id + ".yaml"; }

void Catalogues::find_namings(std::span<const FieldSpec> fields, bool of_standard, std::vector<Naming>& namings) {
    for (const FieldSpec& field : fields) find_namings(*field.shape, field.field, of_standard, namings);
}

void Catalogues::find_namings(const Shape& shape, Field field, bool of_standard, std::vector<Naming>& namings) {
    Naming& naming = namings[field.index()];
    if (shape.scalar == ScalarType::clause) naming = Naming::clause;
    if (const ReferenceSpec* reference = shape.reference; reference != nullptr) {
        const bool named = std::ranges::find(reference->kinds, "standard") != reference->kinds.end();
        const bool alone = named && (reference->kinds.size() == 1 || reference->bare == "standard");
        if (alone || (reference->same_kind && of_standard)) naming = Naming::id;
        else if (named || (reference->kinds.empty() && !reference->same_kind)) naming = Naming::kind_and_id;
    }
    if (shape.item != nullptr) find_namings(*shape.item, field, of_standard, namings);
    if (shape.entry != nullptr) find_namings(*shape.entry, field, of_standard, namings);
    find_namings(shape.fields, of_standard, namings);
}

std::optional<std::uint32_t> Catalogues::find(std::string_view id) const {
    const auto found = std::ranges::lower_bound(all_, id, {}, &Catalogue::id);
    if (found == all_.end() || found->id != id) return std::nullopt;
    return static_cast<std::uint32_t>(found - all_.begin());
}

NamedCatalogues Catalogues::named_by(const ReadFile& file, const UnlinkedFile& fields_of, bool built_in) const {
    constexpr std::string_view kKind = "standard/";
    NamedCatalogues out;
    const auto add = [&](std::vector<std::uint32_t>& list, std::string_view id) {
        const auto index = find(id);
        if (index && std::ranges::find(list, *index) == list.end()) list.push_back(*index);
    };
    for (const Record& record : file.records) {
        if (record.kind == kinds::standard && !built_in) add(out.replaced, record.id);
        const std::vector<Naming>& namings = namings_[record.kind.index()];
        for (std::uint32_t place = record.first; place < record.last; ++place) {
            const Value& value = file.values[place];
            if (value.type != ValueType::reference && value.type != ValueType::text) continue;
            const Naming naming = namings[value.field.index()];
            if (naming == Naming::none) continue;
            std::string_view word = fields_of.value(place).text();
            if (naming == Naming::clause) word = word.substr(0, word.find(':'));
            else if (word.starts_with(kKind)) word.remove_prefix(kKind.size());
            else if (naming == Naming::kind_and_id) continue;
            add(out.named, word);
        }
    }
    // A record of the folder that cannot be read replaces a built-in one all the same.
    const FileTroubles& troubles = file.troubles();
    for (std::size_t index = 0; index < troubles.unread.size(); ++index) {
        if (troubles.unread[index].kind == kinds::standard) add(out.replaced, troubles.unread_ids[index]);
    }
    return out;
}

void NeededCatalogues::note(const NamedCatalogues& file) {
    for (const std::uint32_t index : file.named) states_[index].wanted = true;
    for (const std::uint32_t index : file.replaced) states_[index].replaced = true;
}

std::vector<std::uint32_t> NeededCatalogues::take() {
    std::vector<std::uint32_t> out;
    for (std::uint32_t index = 0; index < states_.size(); ++index) {
        State& state = states_[index];
        if (state.taken || !state.wanted || state.replaced) continue;
        state.taken = true;
        out.push_back(index);
    }
    return out;
}

}  // namespace ims
