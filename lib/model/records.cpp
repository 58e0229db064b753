#include "model/records.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/nearest.h"
#include "base/room.h"
#include "base/text.h"
#include "base/typography.h"
#include "base/unicode.h"
#include "diagnostics/look_alikes.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"
#include "schema/read_values.h"
#include "schema/slips.h"
#include "schema/valid_id.h"
#include "yaml/messages.h"

namespace ims {
namespace {

// The yaml stage's problems of a file as findings.
void append_problems(const ParsedFile& parsed, FileTroubles& found) {
    for (const YamlProblem& problem : parsed.tree.problems) {
        const YamlWords words = words_of(problem, parsed.tree, parsed.bytes, found.arena);
        Finding& finding =
            add_error(found.findings, words.rule, {{}, problem.begin, problem.end}, words.message, words.help);
        if (words.related.empty()) continue;
        finding.labels.push_back({{{}, problem.related_begin, problem.related_end}, words.related});
    }
}

void keep(FileTroubles found, ReadFile& file) {
    const bool well = found.findings.empty() && found.unread.empty() && !found.opaque && !found.foreign;
    if (!well) file.found = std::make_unique<const FileTroubles>(std::move(found));
}

void number_references(ReadFile& file) {
    for (Value& value : file.values) {
        if (value.type == ValueType::reference) value.payload = file.references++;
    }
}

class Reader {
public:
    Reader(std::shared_ptr<const ParsedFile> parsed, const Schema& schema, const Settings& settings)
        : bytes_(parsed->bytes), tree_(parsed->tree), schema_(schema), settings_(settings) {
        out_.parsed = std::move(parsed);
    }

    ReadFile run() {
        append_problems(*out_.parsed, found_);
        problems_ = found_.findings.size();
        for (const YamlDocument& document : tree_.documents) {
            if (document.root.known()) read_document(document.root);
        }
        read_unread();
        if (is_foreign()) found_.foreign = set_apart(found_);
        keep(std::move(found_), out_);
        out_.values.assign(values_.begin(), values_.end());
        number_references(out_);
        out_.records.shrink_to_fit();
        return std::move(out_);
    }

private:
    Span span(NodeId id) const { return {{}, tree_[id].begin, tree_[id].end}; }
    std::string_view text(NodeId id) const { return tree_.text(id, bytes_); }

    template <class... Types>
    Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(found_.arena, text, arguments...);
    }
    Finding& report(RuleId rule, Span place, Message message, Message help = {}) {
        return add_error(found_.findings, rule, place, message, help);
    }

    // Whether all that was found is that nothing here is a record. What else another program may do in its YAML and we
    // do not (tags, merge keys) is nothing to us.
    bool is_foreign() const {
        const auto no_kind = [](const Finding& each) { return each.rule == RuleId::no_kind; };
        const auto broken = [](const YamlDocument& each) { return each.broken; };
        const auto begin = found_.findings.begin() + static_cast<std::ptrdiff_t>(problems_);
        return begin != found_.findings.end() && std::all_of(begin, found_.findings.end(), no_kind) &&
               out_.records.empty() && found_.unread.empty() && !looks_like_record_ &&
               std::ranges::none_of(tree_.documents, broken);
    }

    Finding set_apart(FileTroubles& found) const {
        Finding first = std::move(found.findings[problems_]);
        found.findings.clear();
        return first;
    }

    // Whether it has a title and is mostly made of what records of one kind say: somebody forgot its kind.
    bool looks_like_record(NodeId root) const {
        std::vector<std::string_view> keys;
        for (const YamlEntry& entry : tree_.entries(root)) keys.push_back(text(entry.key));
        std::erase_if(keys, [](std::string_view key) { return key.starts_with("x_"); });
        if (std::ranges::find(keys, "title") == keys.end()) return false;
        return std::ranges::any_of(schema_.kinds(), [&](const KindSpec& kind) {
            if (!kind.of_records()) return false;
            const KindId id = *schema_.find_kind(kind.name);
            const auto known = std::ranges::count_if(
                keys, [&](std::string_view key) { return schema_.find_field(id, key) != nullptr; });
            return known >= 2 && 2 * static_cast<std::size_t>(known) >= keys.size();
        });
    }

    // What stands beside the key that names, or may name, a kind; keys of the user's own apart.
    struct Beside {
        std::size_t known = 0;  // fields of that kind
        std::size_t all = 0;
        [[nodiscard]] bool others_alone() const { return all > 0 && known == 0; }
    };
    Beside beside(NodeId root, NodeId kind_key, KindId kind) const {
        Beside out;
        for (const YamlEntry& entry : tree_.entries(root)) {
            const std::string_view key = text(entry.key);
            if (entry.key == kind_key || key.starts_with("x_")) continue;
            ++out.all;
            out.known += schema_.find_field(kind, key) == nullptr ? 0 : 1;
        }
        return out;
    }

    // Whether a key that is nearly a kind is a slip for it, and not that of another program: what stands behind it can
    // be an id, and what stands beside it is mostly said of that kind.
    bool may_be_mended(NodeId root, NodeId key, std::string_view kind) const {
        const NodeId value = tree_.resolved(NodeId(tree_.after(key)));
        if (tree_[value].type != NodeType::scalar) return false;
        // `version: "3"`.
        if (text(value).find_first_not_of("0123456789.") == std::string_view::npos) return false;
        const Beside others = beside(root, key, *schema_.find_kind(kind));
        return others.known > 0 && 2 * others.known >= others.all;
    }

    struct KindKey {
        KindId kind;
        NodeId key;
        NodeId value;
    };

    void read_document(NodeId root) {
        if (tree_[root].type != NodeType::map) {
            if (tree_[root].type == NodeType::null && tree_[root].begin == tree_[root].end) return;
            const bool list = tree_[root].type == NodeType::list;
            report(RuleId::no_kind, {{}, tree_[root].begin, std::min(tree_[root].end, tree_[root].begin + 1)},
                   list ? Message("[[this document is a list, not a record|a list stands where a record is due]]")
                        : Message("[[this document is a text, not a record|a text stands where a record is due]]"),
                   list ? Message("[[write each record by itself, with a line `---` between two: `process: "
                                  "take-orders`|have each record written by itself]]")
                        : Message("[[begin it with its kind and id: `process: take-orders`|have it made a record, or "
                                  "taken out]]"));
            return;
        }
        std::vector<KindKey> kinds;
        for (const auto [key, value] : tree_.entries(root)) {
            const auto kind = schema_.find_kind(text(key));
            if (kind && schema_[*kind].of_records()) kinds.push_back({*kind, key, value});
        }
        if (kinds.empty()) report_no_kind(root);
        else if (kinds.size() > 1) report_several_kinds(root, kinds);
        else read_record(root, kinds[0]);
    }

    // Mostly two records without a `---` between them, or a link written with the name of a kind.
    void report_several_kinds(NodeId root, const std::vector<KindKey>& kinds) {
        const KindSpec& second = schema_[kinds[1].kind];
        const bool same = kinds[0].kind == kinds[1].kind;
        Finding& finding = report(
            RuleId::several_kinds, span(kinds[1].key),
            same ? say("a second {} begins [[here, ]]in the same record", kinds[0].kind)
                 : say("this record is {} and {} at once", with_article(kinds[0].kind), with_article(kinds[1].kind)),
            "[[put a line `---` before the second record|have the two records kept apart]]");
        if (!same && schema_.find_field(kinds[0].kind, second.plural) != nullptr) {
            finding.help =
                say("{0}[[; or, if a link is meant, write `{1}: [{2}]`|, or, if a link is meant, have it made one]]",
                    finding.help, plain(second.plural),
                    TextArgument{text(tree_.resolved(kinds[1].value)), Written::plain, 40});
        }
        finding.labels.push_back({span(kinds[0].key), "the first kind"});
        for (const KindKey& each : kinds) {
            const NodeId value = tree_.resolved(each.value);
            if (tree_[value].type == NodeType::scalar) add_unread(text(each.key), text(value), span(value));
        }
        // Its keys stand twice only because two records ran together.
        std::vector<std::uint32_t> keys;
        for (const YamlEntry& entry : tree_.entries(root)) keys.push_back(tree_[entry.key].begin);
        std::erase_if(found_.findings, [&](const Finding& each) {
            return each.rule == RuleId::duplicate_key && each.span.begin >= tree_[kinds[1].key].begin &&
                   std::ranges::binary_search(keys, each.span.begin);
        });
    }

    void report_no_kind(NodeId root) {
        if (tree_.after(root) == root.value + 1) return;  // {} says nothing
        // Keys of the user's own tell nothing of a kind.
        NodeId first;
        for (const YamlEntry& entry : tree_.entries(root)) {
            if (!first.known() && !text(entry.key).starts_with("x_")) first = entry.key;
        }
        if (!first.known()) first = NodeId(root.value + 1);
        const std::string_view word = text(first);
        std::vector<std::string_view> names;
        for (const KindSpec& kind : schema_.kinds()) {
            if (kind.of_records()) names.push_back(kind.name);
        }
        const auto meant = kind_meant(word, schema_);
        if (const auto near = meant || word.starts_with("x_") ? meant : nearest(word, names)) {
            Finding& finding = report(RuleId::unknown_kind, span(first), say("{} is no kind of record", quoted(word)));
            if (const auto odd = typographic_character_in(word))
                finding.message = say("{}: {} ({}) stands in it", finding.message, plain(odd->name),
                                      plain(code_point_name(odd->value)));
            suggest(finding, *near, found_.arena);
            if (!may_be_mended(root, first, *near)) {
                finding.fix.reset();
                finding.help =
                    say("{}[[; or, if the file belongs to another program, name it under `ignore` in "
                        "ims.yaml]]",
                        finding.help);
            }
            finding.key = std::string(word);
            // Whatever it is meant to be, references to its id are not wrong.
            const NodeId value = tree_.resolved(NodeId(tree_.after(first)));
            if (tree_[value].type == NodeType::scalar) add_unread(*near, text(value), span(value));
            return;
        }
        report(RuleId::no_kind, span(first),
               "[[this document does not say which kind of record it is|what stands in a file does not say which kind "
               "of record it is]]",
               "[[begin it with its kind and id, such as `process: take-orders`|have it said]]")
            .notes.push_back(
                say("[[none of its keys is a kind; the first is {0}|it begins with {0}]]", quoted(word, 40)));
        looks_like_record_ = looks_like_record_ || looks_like_record(root);
    }

    void read_record(NodeId root, const KindKey& key) {
        const NodeId value = tree_.resolved(key.value);
        const auto before = static_cast<std::ptrdiff_t>(found_.findings.size());
        Record record;
        record.kind = key.kind;
        record.id_stands_at(span(value));
        if (tree_[value].type == NodeType::scalar) record.id = text(value);
        if (!is_valid_id(record.id)) {
            report_invalid_id(key, value);
            // The rest is read all the same, so that its mistakes show now and not after the id is mended.
            if (record.id.empty()) record.id_stands_at(span(key.key));
            record.id = {};
        }
        const RecordName name = record.id.empty() ? RecordName() : RecordName{{}, schema_[key.kind].name, record.id};
        record.first = static_cast<std::uint32_t>(values_.size());
        ReadRules rules{schema_, settings_.vocabulary};
        if (const auto found = settings_.defaults.find(key.kind); found != settings_.defaults.end()) {
            rules.defaults = found->second;
        }
        read_fields(*out_.parsed, rules, root, record.id_span(), key.kind, name, values_, found_.findings,
                    found_.arena);
        if (beside(root, key.key, key.kind).others_alone()) leave_alone(before);
        merge_defaults(record);
        record.last = static_cast<std::uint32_t>(values_.size());
        record.status = status_of(record);
        if (!record.id.empty()) out_.records.push_back(record);
    }

    // Nothing of it is said of such a record but the one word that names its kind: it may be another program's, and
    // gets no id and no place to fill in from us.
    void leave_alone(std::ptrdiff_t before) {
        for (auto each = found_.findings.begin() + before; each != found_.findings.end(); ++each) {
            if (each->rule == RuleId::invalid_id || (each->fix && each->fix->asks)) each->fix.reset();
        }
    }

    void report_invalid_id(const KindKey& key, NodeId value) {
        const std::string_view kind_name = schema_[key.kind].name;
        if (tree_[value].type != NodeType::scalar || text(value).empty()) {
            const bool form = tree_[value].type == NodeType::list || tree_[value].type == NodeType::map;
            report(RuleId::invalid_id, span(key.key),
                   form ? say("the [[id|short name]] of this {} is not one word", key.kind)
                        : say("this {} has no [[id|short name to go by]]", key.kind),
                   say("[[write `{}: a-short-name`|give it a short name of its own]]", key.kind));
            add_unread(kind_name, {}, span(key.key));
            return;
        }
        const std::string_view word = text(value);
        const std::string seen = without_ignorable(word);
        const std::string likely = seen != word && is_valid_id(seen) ? seen : likely_id(word);
        Finding& finding =
            likely == seen && seen != word ? report_unseen(word, seen, value) : report_no_id(word, likely, value);
        if (!likely.empty()) {
            finding.fix = fix_that_writes(span(value), likely, found_.arena);
            add_unread(kind_name, likely, span(value));
        }
        add_unread(kind_name, word, span(value));
    }

    // But for what cannot be seen it is an id.
    Finding& report_unseen(std::string_view word, std::string_view seen, NodeId value) {
        return report(RuleId::invalid_id, span(value),
                      say("{0} cannot be [[an id|the short name of a record]]: {1}", quoted(word, 60),
                          unseen_character(word, found_.arena)),
                      say("[[write {0} anew, by hand|have it written anew: {0}]]", quoted(seen)));
    }

    Finding& report_no_id(std::string_view word, std::string_view likely, NodeId value) {
        const Message what = say("{} cannot be [[an id|the short name of a record]]", quoted(word, 60));
        const Message rule =
            "[[an id begins with a letter or digit and goes on with letters, digits, `.`, `_` and `-`|give it a short "
            "name of letters and digits]]";
        const Message why = odd_character(word);
        return report(RuleId::invalid_id, span(value), why.empty() ? what : say("{}: {}", what, why),
                      likely.empty() ? rule : say("{}; for example {}", rule, quoted(likely)));
    }

    // The first character that is in the way and not on every keyboard, so that it may be taken for another one.
    Message odd_character(std::string_view word) {
        for (std::size_t offset = 0; offset < word.size();) {
            const CodePoint point = decode_utf8(word, offset);
            const bool fits = offset == 0 ? may_begin_id(point.value) : may_stand_in_id(point.value);
            if (point.valid && point.value >= 0x80 && !fits) return character_at(word, offset, found_.arena);
            offset += point.length;
        }
        return {};
    }

    void merge_defaults(const Record& record) {
        const auto found = settings_.defaults.find(record.kind);
        if (found == settings_.defaults.end() || found->second.empty()) return;
        const std::vector<Value> mine(values_.begin() + record.first, values_.end());
        values_.resize(record.first);
        merge(mine, 0, static_cast<std::uint32_t>(mine.size()), record.first, found->second, 0,
              static_cast<std::uint32_t>(found->second.size()));
    }

    // Writes mine[begin, end) and those of theirs that mine lack. `offset`: what the `next` of mine counts from.
    void merge(const std::vector<Value>& mine, std::uint32_t begin, std::uint32_t end, std::uint32_t offset,
               const std::vector<Value>& theirs, std::uint32_t their_begin, std::uint32_t their_end) {
        const auto same = [](const std::vector<Value>& values, std::uint32_t from, std::uint32_t to,
                             std::uint32_t offset_of, Field field) {
            for (std::uint32_t index = from; index < to; index = values[index].next - offset_of) {
                if (values[index].field == field) return index;
            }
            return to;
        };
        for (std::uint32_t index = begin; index < end; index = mine[index].next - offset) {
            const std::uint32_t stop = mine[index].next - offset;
            const std::uint32_t other = same(theirs, their_begin, their_end, 0, mine[index].field);
            const bool maps =
                mine[index].type == ValueType::map && other != their_end && theirs[other].type == ValueType::map;
            const std::size_t place = values_.size();
            if (maps) {
                values_.push_back(mine[index]);
                merge(mine, index + 1, stop, offset, theirs, other + 1, theirs[other].next);
                values_[place].next = static_cast<std::uint32_t>(values_.size());
            } else {
                copy(mine, index, stop, offset);
            }
        }
        for (std::uint32_t index = their_begin; index < their_end; index = theirs[index].next) {
            if (same(mine, begin, end, offset, theirs[index].field) == end) copy(theirs, index, theirs[index].next, 0);
        }
    }

    void copy(const std::vector<Value>& from, std::uint32_t begin, std::uint32_t end, std::uint32_t offset) {
        const std::uint32_t shift = static_cast<std::uint32_t>(values_.size()) - begin;
        for (std::uint32_t index = begin; index < end; ++index) {
            values_.push_back(from[index]);
            values_.back().next = from[index].next - offset + shift;
        }
    }

    Status status_of(const Record& record) const {
        for (std::uint32_t index = record.first; index < record.last; index = values_[index].next) {
            const Value& value = values_[index];
            if (value.field != fields::status || value.type != ValueType::choice) continue;
            const std::string_view word = schema_.word(value.choice());
            if (word == "draft") return Status::draft;
            if (word == "retired") return Status::retired;
        }
        return Status::active;
    }

    void add_unread(std::string_view kind, std::string_view id, Span place) {
        const auto found = schema_.find_kind(kind);
        if (!found) return;
        Record record;
        record.kind = *found;
        record.unread = true;
        record.id_stands_at(place);
        found_.unread.push_back(record);
        found_.unread_ids.push_back(composed(id));
    }

    void read_unread() {
        bool broken = false;
        for (const YamlDocument& document : tree_.documents) broken = broken || document.broken;
        std::size_t before = found_.unread.size();
        for (const UnreadLine& line : tree_.unread) {
            const auto kind = schema_.find_kind(line.key);
            if (kind && schema_[*kind].of_records()) add_unread(line.key, line.value, {{}, line.begin, line.end});
        }
        if (broken && found_.unread.size() == before) found_.opaque = true;
    }

    std::string_view bytes_;
    const YamlTree& tree_;
    const Schema& schema_;
    const Settings& settings_;
    Room<Value> room_;
    std::vector<Value>& values_ = room_.items;  // of all records
    ReadFile out_;
    FileTroubles found_;
    std::size_t problems_ = 0;  // how many of the findings are the yaml stage's
    bool looks_like_record_ = false;
};

}  // namespace

ReadFile read_records(std::shared_ptr<const ParsedFile> parsed, const Schema& schema, const Settings& settings) {
    return Reader(std::move(parsed), schema, settings).run();
}

ReadFile record_of_settings(std::shared_ptr<const ParsedFile> parsed, const Schema& schema, const Settings& settings,
                            FileTroubles found) {
    ReadFile file;
    std::vector<Finding> of_settings = std::move(found.findings);
    found.findings.clear();
    append_problems(*parsed, found);
    std::ranges::move(of_settings, std::back_inserter(found.findings));
    keep(std::move(found), file);
    Record record;
    record.kind = *schema.find_kind("ims");
    record.id = "ims";
    record.id_end = static_cast<std::uint32_t>(std::min(parsed->bytes.size(), parsed->bytes.find_first_of("\r\n")));
    file.values = settings.values;
    record.last = static_cast<std::uint32_t>(file.values.size());
    file.records.push_back(record);
    number_references(file);
    file.parsed = std::move(parsed);
    return file;
}

ReadFile unreadable_file(const std::string& reason) {
    ReadFile file;
    file.parsed = std::make_shared<const ParsedFile>();
    FileTroubles found;
    found.opaque = true;
    add_error(found.findings, RuleId::unreadable_file, {},
              make_message(found.arena, "[[this file|a file of records]] cannot be read: {}", plain(reason)),
              "[[make it readable, move it away, or name it under `ignore` in ims.yaml|have it made readable, or left "
              "out]]");
    keep(std::move(found), file);
    return file;
}

const FileTroubles& ReadFile::troubles() const {
    static const FileTroubles none;
    return found == nullptr ? none : *found;
}

FieldView UnlinkedFile::field(const Record& record, Field field) const {
    for (std::uint32_t index = record.first; index < record.last; index = file_.values[index].next) {
        if (file_.values[index].field == field) return value(index);
    }
    return {};
}

}  // namespace ims
