#include "link/link.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>

#include "base/unicode.h"
#include "diagnostics/rules.h"
#include "link/copied_files.h"
#include "link/dead_references.h"
#include "link/foreign_files.h"
#include "link/same_ids.h"
#include "link/stated_links.h"
#include "schema/fields.h"

namespace ims {

class Linker {
public:
    Linker(std::shared_ptr<const FolderFiles> files, const Schema& schema, const Settings& settings, const Jobs& jobs,
           std::vector<Finding>& findings, Arena& arena)
        : schema_(schema), jobs_(jobs), findings_(findings), arena_(arena), files_(*files) {
        graph_.files_ = std::move(files);
        graph_.schema_ = &schema;
        graph_.settings_ = settings;
        number_files();
        add_findings_of_files();
        graph_.by_kind_.resize(schema.kinds().size());
        graph_.by_id_.resize(schema.kinds().size());
        for (std::size_t index = 0; index < schema.kinds().size(); ++index) read_references_of(KindId::from(index));
    }

    Graph run() {
        number_records();
        settle_same_ids();
        report_foreign_files(files_, ignore(), findings_, arena_);
        add_unread();
        graph_.fields_ = FieldIndex(schema_, graph_.records_, jobs_,
                                    [this](const Record& record) { return graph_.values(record.file); });
        dead_.emplace(graph_, files_, findings_, arena_);
        resolve_all();
        build_edges();
        return std::move(graph_);
    }

private:
    void number_files() {
        std::size_t references = 0;
        for (const FolderFile& file : files_) references += file.read->references;
        graph_.targets_.resize(references);
        graph_.value_sources_.reserve(files_.size());
        graph_.folder_ = std::make_unique<FolderSources>();
        const RecordId* targets = graph_.targets_.data();
        for (const FolderFile& file : files_) {
            const ParsedFile& parsed = *file.read->parsed;
            const FileId number = graph_.sources_.add(file.path, parsed.bytes);
            const ValueSource source{&parsed, number};
            graph_.value_sources_.push_back({source, graph_.folder_.get(), file.read->values.data(), targets});
            if (file.path == "ims.yaml") *graph_.folder_ = {source, &schema_};
            targets += file.read->references;
            const auto& documents = parsed.tree.documents;
            const bool broken = std::ranges::any_of(documents, [](const YamlDocument& each) { return each.broken; });
            if (broken || file.read->troubles().opaque) ++graph_.broken_files_;
        }
        graph_.settings_.place_in(graph_.folder_->settings.file);
    }

    void add_findings_of_files() {
        for (std::size_t index = 0; index < files_.size(); ++index) {
            for (const Finding& finding : files_[index].read->troubles().findings)
                place_in(findings_.emplace_back(finding), FileId::from(index));
        }
    }

    struct Reference {
        const ReferenceSpec* spec = nullptr;
        bool clause = false;                            // names a clause, and so its standard
        std::vector<std::pair<KindId, Field>> inverse;  // the other side's field, by kind
    };

    // What a value of a kind's field may name, by Field, looked up once a kind and not once a value.
    void read_references_of(KindId kind) {
        references_.emplace_back(schema_.paths().size());
        read_references_of(schema_[kind].fields);
    }

    void read_references_of(std::span<const FieldSpec> fields) {
        for (const FieldSpec& field : fields) {
            Reference& reference = references_.back()[field.field.index()];
            for (const Shape* shape = field.shape; shape != nullptr;) {
                if (reference.spec == nullptr) reference.spec = shape->reference;
                if (shape->scalar == ScalarType::clause) reference.clause = true;
                read_references_of(shape->fields);
                shape = shape->item != nullptr ? shape->item : shape->entry;
            }
            if (reference.spec == nullptr || reference.spec->inverse.empty()) continue;
            for (const std::string_view name : reference.spec->kinds) {
                const auto other = schema_.find_kind(name);
                if (!other) continue;
                const FieldSpec* back = schema_.find_field(*other, reference.spec->inverse);
                if (back != nullptr) reference.inverse.emplace_back(*other, back->field);
            }
        }
    }

    void number_records() {
        std::size_t count = 0;
        for (const FolderFile& file : files_) count += file.read->records.size() + file.read->troubles().unread.size();
        graph_.records_.reserve(count);
        graph_.all_.reserve(count);
        graph_.first_records_.reserve(files_.size());
        make_room_by_kind();
        for (std::size_t index = 0; index < files_.size(); ++index) {
            graph_.first_records_.push_back(static_cast<std::uint32_t>(graph_.records_.size()));
            for (const Record& read : files_[index].read->records) {
                const RecordId id = RecordId::from(graph_.records_.size());
                const Record& record = graph_.records_.emplace_back(placed(read, index));
                if (schema_[record.kind].settings) {
                    graph_.settings_record_ = id;
                    continue;
                }
                if (!record.built_in) graph_.all_.push_back(id);
                graph_.by_kind_[record.kind.index()].push_back(id);
                const auto [place, added] = graph_.by_id_[record.kind.index()].try_emplace(record.id, id);
                if (added) continue;
                SameId& same = same_ids_[place->second];
                if (same.empty()) same.push_back(place->second);
                same.push_back(id);
            }
        }
    }

    void make_room_by_kind() {
        std::vector<std::size_t> counts(schema_.kinds().size());
        for (const FolderFile& file : files_) {
            for (const Record& record : file.read->records) ++counts[record.kind.index()];
        }
        for (std::size_t kind = 0; kind < counts.size(); ++kind) {
            graph_.by_kind_[kind].reserve(counts[kind]);
            graph_.by_id_[kind].reserve(counts[kind]);
        }
    }

    // Of records with one id the first keeps it, but for one in a file that is a copy of another.
    void settle_same_ids() {
        if (same_ids_.empty()) return;
        std::vector<SameId> all;
        for (auto& [first, same] : same_ids_) all.push_back(std::move(same));
        const std::vector<CopiedFile> copies = find_copied_files(files_, graph_.records_, all);
        const auto in_copy = [&](RecordId record) {
            return std::ranges::binary_search(copies, graph_.records_[record.index()].file, {}, &CopiedFile::copy);
        };
        for (const SameId& same : all) {
            const auto original = std::ranges::find_if_not(same, in_copy);
            const RecordId kept = original == same.end() ? same.front() : *original;
            const Record& first = graph_.records_[same.front().index()];
            graph_.by_id_[first.kind.index()].find(first.id)->second = kept;
            const bool composed = is_composed(written_id(first));
            const bool written_alike = std::ranges::all_of(same, [&](RecordId each) {
                return is_composed(written_id(graph_.records_[each.index()])) == composed;
            });
            report_same_id(same, kept, written_alike, graph_.records_, schema_, findings_, arena_);
        }
        report_copied_files(files_, graph_.records_, schema_, copies, !graph_.settings_.ignore.empty(), findings_,
                            arena_);
    }

    Record placed(Record record, std::size_t file) const {
        record.file = FileId::from(file);
        record.built_in = files_[file].built_in();
        return record;
    }

    // As the bytes of its file have it.
    std::string_view written_id(const Record& record) const {
        const std::string_view bytes = graph_.value_sources_[record.file.index()].own.parsed->bytes;
        return bytes.substr(record.id_begin, record.id_end - record.id_begin);
    }

    // What ims.yaml says of files that are not read.
    FieldView ignore() const {
        if (!graph_.settings_record_.known()) return {};
        const Record& ims = graph_.records_[graph_.settings_record_.index()];
        const Value* const values = graph_.values(ims.file);
        for (std::uint32_t place = ims.first; place < ims.last; place = values[place].next) {
            if (values[place].field == fields::ims::ignore) return view(ims, place);
        }
        return {};
    }

    void add_unread() {
        for (std::size_t index = 0; index < files_.size(); ++index) {
            const FileTroubles& troubles = files_[index].read->troubles();
            graph_.opaque_ = graph_.opaque_ || troubles.opaque;
            for (std::size_t place = 0; place < troubles.unread.size(); ++place) {
                Record record = placed(troubles.unread[place], index);
                record.id = troubles.unread_ids[place];
                graph_.unread_kinds_.insert(record.kind.value);
                const RecordId id = RecordId::from(graph_.records_.size());
                if (graph_.by_id_[record.kind.index()].try_emplace(record.id, id).second)
                    graph_.records_.push_back(record);
            }
        }
    }

    // A reference that names nothing, or not what it may.
    struct Dead {
        RecordId from;
        std::uint32_t value;
    };
    struct Resolved {
        std::vector<StatedLink> links;
        std::vector<std::vector<std::uint32_t>> more_places;
        std::vector<Dead> dead;
    };

    // Several at once, and then in their order what they found.
    void resolve_all() {
        constexpr std::size_t kSlice = 512;
        std::vector<Resolved> slices((graph_.records_.size() + kSlice - 1) / kSlice);
        parallel_for(jobs_, slices.size(), [&](std::size_t index) {
            const std::size_t end = std::min(graph_.records_.size(), (index + 1) * kSlice);
            for (std::size_t record = index * kSlice; record < end; ++record)
                resolve_record(RecordId::from(record), slices[index]);
            join_repeated(slices[index].links, slices[index].more_places);
        });
        std::size_t count = 0;
        for (const Resolved& each : slices) count += each.links.size();
        links_.reserve(count);
        for (Resolved& each : slices) {
            const auto before = static_cast<std::uint32_t>(graph_.more_places_.size());
            for (StatedLink& link : each.links) {
                if (link.more != 0) link.more += before;
            }
            links_.insert(links_.end(), each.links.begin(), each.links.end());
            std::ranges::move(each.more_places, std::back_inserter(graph_.more_places_));
            each.links = {};
            for (const Dead& dead : each.dead) report_dead(dead);
        }
    }

    void resolve_record(RecordId id, Resolved& out) {
        const Record& record = graph_.record(id);
        if (record.unread) return;
        const Value* values = graph_.values(record.file);
        for (std::uint32_t place = record.first; place < record.last; ++place) {
            const Value& value = values[place];
            if (value.type == ValueType::reference) resolve(id, value, place, out);
            else if (value.type == ValueType::text && references_[record.kind.index()][value.field.index()].clause)
                resolve_clause(id, value, place, out);
        }
    }

    FieldView view(const Record& record, std::uint32_t place) const {
        const ValueSources& sources = graph_.value_sources_[record.file.index()];
        return {sources.values, place, &sources};
    }

    void resolve(RecordId from, const Value& value, std::uint32_t place, Resolved& out) {
        const Record& record = graph_.record(from);
        const Reference& reference = references_[record.kind.index()][value.field.index()];
        if (reference.spec == nullptr) return;
        const std::string_view word = view(record, place).text();
        const KindMeant kind = kind_of(record, *reference.spec, word);
        const auto found = kind.trouble == nullptr ? graph_.find(kind.kind, id_in(word)) : std::nullopt;
        if (!found) return out.dead.push_back({from, place});
        // "Everybody reports to the owner" says nothing of the owner.
        const bool of_others = value.inherited && *found == from && (reference.spec->not_self || reference.spec->tree);
        if (of_others) return;
        target_of(record, value) = *found;
        out.links.push_back({from, *found, value.field, false, place});
    }

    static std::string_view id_in(std::string_view word) { return word.substr(word.find('/') + 1); }

    void report_dead(const Dead& dead) {
        const Record& record = graph_.record(dead.from);
        const FieldView written = view(record, dead.value);
        const std::string_view word = written.text();
        const Reference& reference = references_[record.kind.index()][written.field().index()];
        if (!written.is(ValueType::reference))
            return dead_->unknown_standard(record, written, word.substr(0, word.find(':')));
        const KindMeant kind = kind_of(record, *reference.spec, word);
        if (kind.trouble == nullptr) dead_->unknown(record, *reference.spec, written, kind.kind, id_in(word));
        else kind.trouble(*dead_, record, *reference.spec, written, kind.kind);
    }

    // Beside the value, which is shared with whoever else has read its file.
    RecordId& target_of(const Record& record, const Value& value) {
        const RecordId* first = graph_.value_sources_[record.file.index()].targets;
        return graph_.targets_[static_cast<std::size_t>(first - graph_.targets_.data()) + value.reference()];
    }

    // The standard of a clause. Whether it has such a clause is for the rules to say: link knows no catalogue's inside.
    void resolve_clause(RecordId from, const Value& value, std::uint32_t place, Resolved& out) {
        const std::string_view word = view(graph_.record(from), place).text();
        const auto found = graph_.find(kinds::standard, word.substr(0, word.find(':')));
        if (found) out.links.push_back({from, *found, value.field, true, place});
        else out.dead.push_back({from, place});
    }

    // Which kind a reference means, or what is to be said of it.
    struct KindMeant {
        KindId kind;
        void (*trouble)(DeadReferences&, const Record&, const ReferenceSpec&, FieldView, KindId) = nullptr;
    };
    KindMeant kind_of(const Record& record, const ReferenceSpec& spec, std::string_view word) const {
        const std::size_t slash = word.find('/');
        if (slash == std::string_view::npos) {
            if (spec.same_kind) return {record.kind};
            const bool one = spec.kinds.size() == 1;
            if (const auto kind = one ? schema_.find_kind(spec.kinds[0]) : std::optional<KindId>()) return {*kind};
            // A folder's own schema names no kind that there is.
            const auto bare = schema_.find_kind(spec.bare);
            if (one || (!spec.bare.empty() && !bare)) {
                return {{}, [](DeadReferences&, const Record&, const ReferenceSpec&, FieldView, KindId) {}};
            }
            if (bare) return {*bare};
            return {{},
                    [](DeadReferences& dead, const Record& from, const ReferenceSpec& of, FieldView written, KindId) {
                        dead.no_kind(from, of, written);
                    }};
        }
        const std::string_view name = word.substr(0, slash);
        const auto kind = schema_.find_kind(name);
        if (!kind || !schema_[*kind].of_records()) {
            return {{},
                    [](DeadReferences& dead, const Record& from, const ReferenceSpec& of, FieldView written, KindId) {
                        dead.unknown_kind(from, of, written);
                    }};
        }
        const bool allowed = spec.same_kind
                                 ? *kind == record.kind
                                 : spec.kinds.empty() || std::ranges::find(spec.kinds, name) != spec.kinds.end();
        if (allowed) return {*kind};
        return {*kind, [](DeadReferences& dead, const Record& from, const ReferenceSpec& of, FieldView written,
                          KindId other) { dead.wrong_kind(from, of, written, other); }};
    }

    void build_edges() {
        const std::size_t count = graph_.records_.size();
        std::vector<std::uint32_t>& starts = graph_.edge_starts_;
        std::vector<std::uint32_t>& incoming_starts = graph_.incoming_starts_;
        starts.assign(count + 1, 0);
        incoming_starts.assign(count + 1, 0);
        for (const StatedLink& each : links_) {
            ++starts[each.from.index() + 1];
            ++incoming_starts[each.to.index() + 1];
            if (inverse_of(each)) ++starts[each.to.index() + 1];
        }
        for (std::size_t index = 0; index < count; ++index) {
            starts[index + 1] += starts[index];
            incoming_starts[index + 1] += incoming_starts[index];
        }
        graph_.edges_.resize(starts[count]);
        graph_.incoming_.resize(incoming_starts[count]);
        std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
        std::vector<std::uint32_t> next_incoming(incoming_starts.begin(), incoming_starts.end() - 1);
        for (const StatedLink& each : links_) {
            graph_.edges_[next[each.from.index()]++] = {each.field, false, each.to, each.value, each.more};
            graph_.incoming_[next_incoming[each.to.index()]++] = {each.field, false, each.from, each.value, each.more};
            if (const auto inverse = inverse_of(each))
                graph_.edges_[next[each.to.index()]++] = {*inverse, true, each.from, each.value, each.more};
        }
        links_ = {};
        parallel_slices(jobs_, count, [&](std::size_t index) {
            std::sort(graph_.edges_.begin() + starts[index], graph_.edges_.begin() + starts[index + 1],
                      [](const Edge& a, const Edge& b) {
                          return std::tuple(a.field, a.other, a.inverted, a.value) <
                                 std::tuple(b.field, b.other, b.inverted, b.value);
                      });
        });
    }

    std::optional<Field> inverse_of(const StatedLink& each) const {
        const Reference& reference = references_[graph_.records_[each.from.index()].kind.index()][each.field.index()];
        for (const auto& [kind, field] : reference.inverse) {
            if (kind == graph_.records_[each.to.index()].kind) return field;
        }
        return std::nullopt;
    }

    const Schema& schema_;
    const Jobs& jobs_;
    std::vector<Finding>& findings_;
    Arena& arena_;
    const FolderFiles& files_;
    Graph graph_;
    std::vector<std::vector<Reference>> references_;
    std::optional<DeadReferences> dead_;  // once the records have their numbers
    std::vector<StatedLink> links_;
    std::map<RecordId, SameId> same_ids_;  // by the first of them
};

Graph link(std::shared_ptr<const FolderFiles> files, const Schema& schema, const Settings& settings, const Jobs& jobs,
           std::vector<Finding>& findings, Arena& arena) {
    return Linker(std::move(files), schema, settings, jobs, findings, arena).run();
}

}  // namespace ims
