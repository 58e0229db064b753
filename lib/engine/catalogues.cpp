#include "engine/catalogues.h"

#include <algorithm>

#include "schema/catalogues.h"
#include "schema/fields.h"
#include "source/find_files.h"

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

NeededCatalogues::NeededCatalogues(std::vector<Catalogue> all, const Schema& schema)
    : all_(std::move(all)), states_(std::make_unique<State[]>(all_.size())) {
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        std::vector<Naming>& namings = namings_.emplace_back(schema.paths().size(), Naming::none);
        find_namings(schema.kinds()[index].fields, KindId::from(index) == kinds::standard, namings);
    }
}

std::string NeededCatalogues::path(std::size_t index) const { return std::string(kBuiltIn) + all_[index].id + ".yaml"; }

void NeededCatalogues::find_namings(std::span<const FieldSpec> fields, bool of_standard, std::vector<Naming>& namings) {
    for (const FieldSpec& field : fields) find_namings(*field.shape, field.field, of_standard, namings);
}

void NeededCatalogues::find_namings(const Shape& shape, Field field, bool of_standard, std::vector<Naming>& namings) {
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

std::size_t NeededCatalogues::find(std::string_view id) const {
    const auto found = std::ranges::lower_bound(all_, id, {}, &Catalogue::id);
    return found != all_.end() && found->id == id ? static_cast<std::size_t>(found - all_.begin()) : all_.size();
}

void NeededCatalogues::want(std::string_view id) {
    if (const std::size_t index = find(id); index < all_.size()) states_[index].wanted = true;
}

void NeededCatalogues::note(const FileRecords& file, const ValueSources& sources) {
    constexpr std::string_view kKind = "standard/";
    const auto replace = [&](std::string_view id) {
        if (const std::size_t index = find(id); index < all_.size()) states_[index].replaced = true;
    };
    for (const Record& record : file.records) {
        if (record.kind == kinds::standard && !record.built_in) replace(record.id);
        const std::vector<Naming>& namings = namings_[record.kind.index()];
        for (std::uint32_t place = record.first; place < record.last; ++place) {
            const Value& value = file.values[place];
            if (value.type != ValueType::reference && value.type != ValueType::text) continue;
            const Naming naming = namings[value.field.index()];
            if (naming == Naming::none) continue;
            std::string_view word = FieldView(file.values.data(), place, &sources).text();
            if (naming == Naming::clause) word = word.substr(0, word.find(':'));
            else if (word.starts_with(kKind)) word.remove_prefix(kKind.size());
            else if (naming == Naming::kind_and_id) continue;
            want(word);
        }
    }
    // A record of the folder that cannot be read replaces a built-in one all the same.
    for (std::size_t index = 0; index < file.unread.size(); ++index) {
        if (file.unread[index].kind == kinds::standard) replace(file.unread_ids[index]);
    }
}

std::vector<std::size_t> NeededCatalogues::take() {
    std::vector<std::size_t> out;
    for (std::size_t index = 0; index < all_.size(); ++index) {
        State& state = states_[index];
        if (state.taken || !state.wanted || state.replaced) continue;
        state.taken = true;
        out.push_back(index);
    }
    return out;
}

}  // namespace ims
