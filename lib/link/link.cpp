#include "link/link.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "base/likeness.h"
#include "base/nearest.h"
#include "base/normal_form.h"
#include "base/text.h"
#include "base/words.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"
#include "schema/value_words.h"
#include "source/built_in.h"

namespace ims {

class Linker {
public:
    Linker(std::shared_ptr<const FolderFiles> files, const Schema& schema, const Settings& settings,
           std::vector<Finding>& findings)
        : schema_(schema), findings_(findings), files_(*files) {
        graph_.files_ = std::move(files);
        graph_.schema_ = &schema;
        graph_.settings_ = settings;
        number_files();
        add_findings_of_files();
        graph_.by_kind_.resize(schema.kinds().size());
        graph_.by_id_.resize(schema.kinds().size());
        nearest_.resize(schema.kinds().size());
        for (std::size_t index = 0; index < schema.kinds().size(); ++index) read_references_of(KindId::from(index));
    }

    Graph run() {
        number_records();
        add_unread();
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

    Finding& report(RuleId rule, Span place, std::string message, std::string help) {
        return add_error(findings_, rule, place, std::move(message), std::move(help));
    }

    void number_records() {
        std::size_t count = 0;
        for (const FolderFile& file : files_) count += file.read->records.size() + file.read->troubles().unread.size();
        graph_.records_.reserve(count);
        graph_.all_.reserve(count);
        graph_.first_records_.reserve(files_.size());
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
                const auto [place, added] = graph_.by_id_[record.kind.index()].try_emplace(key_of(record.id), id);
                if (added) continue;
                const Record& first = graph_.records_[place->second.index()];
                const std::string_view kind = schema_[record.kind].name;
                Finding& finding =
                    report(RuleId::duplicate_id, record.id_span(),
                           fmt::format("another {} has the id `{}` already", in_words(kind), record.id),
                           "give one of the two another id; or, if they mean the same, make them one record");
                finding.labels.push_back({first.id_span(), "the first one"});
                if (first.id != record.id)
                    finding.notes.push_back(
                        "they look alike: one writes as two characters what the other writes as one");
                finding.record = fmt::format("{}/{}", kind, record.id);
            }
        }
    }

    Record placed(Record record, std::size_t file) const {
        record.file = FileId::from(file);
        record.built_in = files_[file].built_in();
        return record;
    }

    // Ids are the same however their letters and marks are written. The graph keeps what no file holds as it is needed.
    std::string_view key_of(std::string_view id) {
        std::string key = composed(id);
        return key == id ? id : std::string_view(graph_.composed_ids_.emplace_back(std::move(key)));
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
                if (graph_.by_id_[record.kind.index()].try_emplace(key_of(record.id), id).second)
                    graph_.records_.push_back(record);
            }
        }
    }

    void resolve_all() {
        for (std::size_t index = 0; index < graph_.records_.size(); ++index) {
            const Record& record = graph_.records_[index];
            if (record.unread) continue;
            const RecordId id = RecordId::from(index);
            const Value* values = graph_.values(record.file);
            for (std::uint32_t place = record.first; place < record.last; ++place) {
                const Value& value = values[place];
                if (value.type == ValueType::reference) resolve(id, value, place);
                else if (value.type == ValueType::text && references_[record.kind.index()][value.field.index()].clause)
                    resolve_clause(id, value, place);
            }
        }
    }

    std::string_view text(const Record& record, const Value& value) const {
        const ValueSource& source = graph_.value_sources_[record.file.index()].of(value);
        return source.parsed->text(value.node);
    }

    Span span(const Record& record, const Value& value) const {
        const ValueSource& source = graph_.value_sources_[record.file.index()].of(value);
        const YamlNode& node = source.parsed->tree[value.node];
        return {source.file, node.begin, node.end};
    }

    void resolve(RecordId from, const Value& value, std::uint32_t place) {
        const Record& record = graph_.records_[from.index()];
        const Reference& reference = references_[record.kind.index()][value.field.index()];
        if (reference.spec == nullptr) return;
        const std::string_view word = text(record, value);
        const auto kind = kind_of(record, *reference.spec, value, word);
        if (!kind) return;
        const std::size_t slash = word.find('/');
        const std::string_view id = slash == std::string_view::npos ? word : word.substr(slash + 1);
        const auto found = graph_.find(*kind, id);
        if (!found) {
            report_unknown(record, *reference.spec, value, *kind, id);
            return;
        }
        // "Everybody reports to the owner" says nothing of the owner.
        const bool of_others = value.inherited && *found == from && (reference.spec->not_self || reference.spec->tree);
        if (of_others) return;
        target_of(record, value) = *found;
        loose_.push_back({from, *found, value.field, place});
    }

    // Beside the value, which is shared with whoever else has read its file.
    RecordId& target_of(const Record& record, const Value& value) {
        const RecordId* first = graph_.value_sources_[record.file.index()].targets;
        return graph_.targets_[static_cast<std::size_t>(first - graph_.targets_.data()) + value.reference()];
    }

    // The standard of a clause. Whether it has such a clause is for the rules to say: link knows no catalogue's inside.
    void resolve_clause(RecordId from, const Value& value, std::uint32_t place) {
        const Record& record = graph_.records_[from.index()];
        const std::string_view word = text(record, value);
        const std::string_view id = word.substr(0, word.find(':'));
        const auto found = graph_.find(kinds::standard, id);
        if (found) loose_.push_back({from, *found, value.field, place});
        else if (!opaque_names(id)) report_unknown_standard(record, value, id);
    }

    // Which kind a reference means; nothing where it was reported.
    std::optional<KindId> kind_of(const Record& record, const ReferenceSpec& spec, const Value& value,
                                  std::string_view word) {
        const std::size_t slash = word.find('/');
        if (slash == std::string_view::npos) {
            if (spec.same_kind) return record.kind;
            if (spec.kinds.size() == 1) return schema_.find_kind(spec.kinds[0]);
            if (!spec.bare.empty()) return schema_.find_kind(spec.bare);
            report_bare(record, spec, value, word);
            return std::nullopt;
        }
        const std::string_view name = word.substr(0, slash);
        const auto kind = schema_.find_kind(name);
        if (!kind || !schema_[*kind].of_records()) {
            std::vector<std::string_view> names;
            for (const KindSpec& each : schema_.kinds()) {
                if (each.of_records()) names.push_back(each.name);
            }
            Finding& finding = report(RuleId::unknown_kind, span(record, value),
                                      fmt::format("there is no kind of record `{}`", visible(name)),
                                      fmt::format("write {}", reference_forms(spec)));
            if (const auto near = nearest(name, names)) {
                finding.help = did_you_mean(fmt::format("{}/{}", *near, word.substr(slash + 1)));
                finding.fix = fix_of_part(finding.span, word, name, *near);
                finding.fix->title = fmt::format("write `{}`", *near);
            }
            tell_who(finding, record, value);
            return std::nullopt;
        }
        const bool allowed = spec.same_kind
                                 ? *kind == record.kind
                                 : spec.kinds.empty() || std::ranges::find(spec.kinds, name) != spec.kinds.end();
        if (allowed) return kind;
        report_wrong_kind(record, spec, value, {std::string(word)});
        return std::nullopt;
    }

    std::string taken(const Record& record, const ReferenceSpec& spec) const {
        if (spec.same_kind) return with_article(schema_[record.kind].name);
        std::string out;
        for (std::size_t index = 0; index < spec.kinds.size(); ++index) {
            if (index > 0) out += index + 1 == spec.kinds.size() ? " or " : ", ";
            out += with_article(spec.kinds[index]);
        }
        return out;
    }

    // `named`: the records that it names, as `kind/id`.
    void report_wrong_kind(const Record& record, const ReferenceSpec& spec, const Value& value,
                           const std::vector<std::string>& named) {
        std::string kinds;
        std::optional<std::string> fitting;
        for (const std::string& each : named) {
            const std::string_view kind = std::string_view(each).substr(0, each.find('/'));
            kinds += (kinds.empty() ? "" : " and ") + with_article(kind);
            const bool fits = std::ranges::find(spec.kinds, kind) != spec.kinds.end();
            if (fits && !fitting) fitting = each;
        }
        const std::string_view path = schema_.path(value.field);
        Finding& finding = report(RuleId::wrong_kind_reference, span(record, value),
                                  fmt::format("`{}` is {}, and `{}` takes {}", visible(text(record, value)), kinds,
                                              path.substr(path.rfind('.') + 1), taken(record, spec)),
                                  fmt::format("write {}", reference_forms(spec)));
        if (fitting) {
            // Of several kinds that the field takes, a bare id meant another one.
            finding.message = fmt::format("`{}` is {}, and a bare id means {} here", visible(text(record, value)),
                                          kinds, with_article(spec.bare));
            finding.help = fmt::format("write `{}`", visible(*fitting));
            finding.fix = fix_that_writes(finding.span, *fitting);
        }
        tell_who(finding, record, value);
    }

    std::vector<std::string> kinds_with(std::string_view id, const ReferenceSpec* spec) const {
        std::vector<std::string> out;
        for (std::size_t index = 0; index < schema_.kinds().size(); ++index) {
            const std::string_view name = schema_.kinds()[index].name;
            if (spec != nullptr && !spec->kinds.empty() && std::ranges::find(spec->kinds, name) == spec->kinds.end())
                continue;
            if (graph_.find(KindId::from(index), id)) out.push_back(fmt::format("{}/{}", name, id));
        }
        return out;
    }

    void report_bare(const Record& record, const ReferenceSpec& spec, const Value& value, std::string_view word) {
        Finding& finding = report(RuleId::wrong_type, span(record, value),
                                  fmt::format("`{}` does not say which kind of record it is", visible(word)), "");
        const std::vector<std::string> choices = kinds_with(word, &spec);
        if (choices.empty()) {
            std::vector<std::string> forms;
            for (const std::string_view kind : spec.kinds) forms.push_back(fmt::format("{}/{}", kind, word));
            finding.help =
                forms.empty() ? fmt::format("write `kind/{}`", visible(word)) : fmt::format("write {}", join_or(forms));
        } else {
            finding.help = fmt::format("write {}", join_or(choices));
            if (choices.size() == 1) {
                finding.fix = fix_that_writes(finding.span, choices[0]);
                finding.fix->safety = Fix::Safety::safe;
            }
        }
        tell_who(finding, record, value);
    }

    static std::string join_or(const std::vector<std::string>& words) {
        std::string out;
        for (std::size_t index = 0; index < words.size(); ++index) {
            if (index > 0) out += index + 1 == words.size() ? " or " : ", ";
            out += fmt::format("`{}`", visible(words[index]));
        }
        return out;
    }

    void report_unknown(const Record& record, const ReferenceSpec& spec, const Value& value, KindId kind,
                        std::string_view id) {
        const std::string_view kind_name = schema_[kind].name;
        // Something in a file that cannot be read at all might have this id.
        if (opaque_names(id)) return;
        const std::vector<std::string> elsewhere = kinds_with(id, nullptr);
        if (!elsewhere.empty()) {
            report_wrong_kind(record, spec, value, elsewhere);
            return;
        }
        if (kind == kinds::standard) return report_unknown_standard(record, value, id);
        Finding& finding = report(RuleId::unknown_reference, span(record, value),
                                  fmt::format("there is no {} `{}`", in_words(kind_name), visible(id)), "");
        const auto near = nearest_id(kind, id);
        const bool itself = near && *near == record.id && kind == record.kind && (spec.not_self || spec.tree);
        if (near && !itself) {
            finding.help = did_you_mean(*near);
            // `night-2` for `night-1` is somebody else as likely as a slip: nothing to be done unasked.
            if (!differ_in_digits_alone(id, *near))
                finding.fix = fix_of_part(finding.span, text(record, value), id, *near);
        } else {
            finding.help = fmt::format("write the id of {} that exists (`ims list {}` shows them), or add `{}: {}`",
                                       with_article(kind_name), kind_name, kind_name, visible(id));
        }
        tell_who(finding, record, value);
    }

    // Standards that come with the program may be named too, although nobody has named them yet.
    void report_unknown_standard(const Record& record, const Value& value, std::string_view id) {
        Finding& finding = report(RuleId::unknown_reference, span(record, value),
                                  fmt::format("there is no standard `{}`", visible(id)), "");
        const std::vector<std::string_view>& names = standards();
        std::vector<std::string_view> editions;
        std::ranges::copy_if(names, std::back_inserter(editions), [&](std::string_view name) {
            return name.starts_with(id) && name.substr(id.size()).starts_with('-');
        });
        if (const auto near = nearest(id, names); near && editions.empty()) editions = {*near};
        if (editions.empty()) {
            finding.help = fmt::format("name one of {}, or add a catalogue of your own as a record `standard: {}`",
                                       join_names(names, Ticks::yes, 30), visible(id));
        } else {
            finding.help = fmt::format("did you mean {}?", join_or({editions.begin(), editions.end()}));
        }
        if (editions.size() == 1) {
            finding.fix = fix_of_part(finding.span, text(record, value), id, editions[0]);
        }
        tell_who(finding, record, value);
    }

    // In byte order, each once.
    const std::vector<std::string_view>& standards() {
        if (!standards_.empty()) return standards_;
        for (const auto& [name, record] : graph_.by_id_[kinds::standard.index()]) standards_.push_back(name);
        std::ranges::copy(built_in_ids(graph_.sources_), std::back_inserter(standards_));
        std::ranges::sort(standards_);
        const auto rest = std::ranges::unique(standards_);
        standards_.erase(rest.begin(), rest.end());
        return standards_;
    }

    void tell_who(Finding& finding, const Record& record, const Value& value) const {
        finding.key = std::string(text(record, value));
        if (value.inherited) return;  // one mistake in ims.yaml, however many records inherit it
        if (!schema_[record.kind].settings) finding.record = fmt::format("{}/{}", schema_[record.kind].name, record.id);
        finding.field = std::string(schema_.path(value.field));
    }

    // A file that cannot be opened at all is, by habit, named like the record in it.
    bool opaque_names(std::string_view id) {
        if (!graph_.opaque_) return false;
        for (std::size_t index = 0; index < files_.size(); ++index) {
            if (!files_[index].read->troubles().opaque) continue;
            std::string_view path = files_[index].path;
            path = path.substr(path.rfind('/') + 1);
            if (path.substr(0, path.rfind('.')) == id) return true;
        }
        return false;
    }

    std::optional<std::string_view> nearest_id(KindId kind, std::string_view id) {
        std::unique_ptr<NearestNames>& index = nearest_[kind.index()];
        if (!index) {
            std::vector<std::string_view> names;
            for (const auto& [name, record] : graph_.by_id_[kind.index()]) names.push_back(name);
            std::ranges::sort(names);
            index = std::make_unique<NearestNames>(std::move(names));
        }
        return index->find(id);
    }

    struct Loose {
        RecordId from;
        RecordId to;
        Field field;
        std::uint32_t value;
    };

    void build_edges() {
        const std::size_t count = graph_.records_.size();
        std::vector<std::uint32_t>& starts = graph_.edge_starts_;
        std::vector<std::uint32_t>& incoming_starts = graph_.incoming_starts_;
        starts.assign(count + 1, 0);
        incoming_starts.assign(count + 1, 0);
        for (const Loose& each : loose_) {
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
        for (const Loose& each : loose_) {
            graph_.edges_[next[each.from.index()]++] = {each.field, false, each.to, each.value};
            graph_.incoming_[next_incoming[each.to.index()]++] = {each.field, false, each.from, each.value};
            if (const auto inverse = inverse_of(each))
                graph_.edges_[next[each.to.index()]++] = {*inverse, true, each.from, each.value};
        }
        loose_ = {};
        for (std::size_t index = 0; index < count; ++index) {
            std::sort(graph_.edges_.begin() + starts[index], graph_.edges_.begin() + starts[index + 1],
                      [](const Edge& a, const Edge& b) {
                          return std::tuple(a.field, a.other, a.inverted, a.value) <
                                 std::tuple(b.field, b.other, b.inverted, b.value);
                      });
        }
    }

    std::optional<Field> inverse_of(const Loose& each) const {
        const Reference& reference = references_[graph_.records_[each.from.index()].kind.index()][each.field.index()];
        for (const auto& [kind, field] : reference.inverse) {
            if (kind == graph_.records_[each.to.index()].kind) return field;
        }
        return std::nullopt;
    }

    const Schema& schema_;
    std::vector<Finding>& findings_;
    const FolderFiles& files_;
    Graph graph_;
    std::vector<std::vector<Reference>> references_;
    std::vector<std::unique_ptr<NearestNames>> nearest_;
    std::vector<Loose> loose_;
    std::vector<std::string_view> standards_;  // once one was not found
};

Graph link(std::shared_ptr<const FolderFiles> files, const Schema& schema, const Settings& settings,
           std::vector<Finding>& findings) {
    return Linker(std::move(files), schema, settings, findings).run();
}

}  // namespace ims
