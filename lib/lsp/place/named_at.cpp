#include "lsp/place/named_at.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "edit/named_places.h"
#include "schema/valid_id.h"

namespace ims {
namespace {

constexpr std::string_view kSettingsPath = "ims.yaml";

bool is_quote(char each) { return each == '"' || each == '\''; }

// Of a value the part that is the id; all of it where the id is written with escapes.
ByteRange id_within(std::string_view bytes, ByteRange value, std::string_view text, std::string_view id) {
    ByteRange inner = value;
    if (inner.end - inner.begin >= 2 && is_quote(bytes[inner.begin])) ++inner.begin, --inner.end;
    if (composed(bytes.substr(inner.begin, inner.end - inner.begin)) != text) return inner;
    const std::string_view written = bytes.substr(inner.begin, inner.end - inner.begin);
    const std::size_t slash = written.find('/');
    if (text.size() > id.size() && text.ends_with(id) && slash != std::string_view::npos) {
        inner.begin += static_cast<std::uint32_t>(slash + 1);
    } else if (const std::size_t colon = written.find(':'); text != id && colon != std::string_view::npos) {
        inner.end = inner.begin + static_cast<std::uint32_t>(colon);
    }
    return inner;
}

bool is_scalar(const YamlNode& node) { return node.type == NodeType::scalar; }

bool takes_rules(const Schema& schema, KindId of, Field field) {
    const FieldSpec* const spec = schema.spec(of, field);
    for (const Shape* shape = spec == nullptr ? nullptr : spec->shape; shape != nullptr; shape = shape->item) {
        if (shape->scalar == ScalarType::rule) return true;
    }
    return false;
}

bool is_own_id(const Schema& schema, KindId of, Field field) {
    const FieldSpec* const spec = schema.spec(of, field);
    return spec != nullptr && spec->shape->scalar == ScalarType::id;
}

}  // namespace

ReadDocument::ReadDocument(const JudgedState& judged, const OpenDocument& document) : graph_(judged.graph()) {
    const auto known = judged.file(document.path);
    is_settings_ = known && graph_.sources()[*known].path == kSettingsPath;
    // What was judged is read already.
    if (known && graph_.sources()[*known].bytes == document.text) {
        file_ = graph_.files()[known->index()].read;
        if (is_settings_) defaults_ = graph_.settings().defaults;
        return;
    }
    auto parsed = std::make_shared<const ParsedFile>(parse_file(document.text));
    if (is_settings_) read_settings_anew(std::move(parsed));
    else file_ = std::make_shared<const ReadFile>(read_records(std::move(parsed), graph_.schema(), graph_.settings()));
}

void ReadDocument::read_settings_anew(std::shared_ptr<const ParsedFile> parsed) {
    const std::vector<YamlDocument>& documents = parsed->tree.documents;
    const bool map = !documents.empty() && documents.front().root.known() &&
                     parsed->tree[documents.front().root].type == NodeType::map;
    if (!map) {
        ReadFile nothing;
        nothing.parsed = std::move(parsed);
        file_ = std::make_shared<const ReadFile>(std::move(nothing));
        return;
    }
    FileTroubles found;
    const Settings settings =
        read_settings(*parsed, graph_.schema(), RuleBook::built_in(), found.findings, found.arena);
    defaults_ = settings.defaults;
    file_ = std::make_shared<const ReadFile>(record_of_settings(parsed, graph_.schema(), settings, std::move(found)));
}

ByteRange ReadDocument::bytes_of(NodeId node) const {
    const YamlNode& entry = parsed().tree[node];
    return {entry.begin, entry.end};
}

NamedAt ReadDocument::own_id(const Record& record) const {
    NamedAt found;
    found.what = NamedAt::What::id;
    found.range = {record.id_begin, record.id_end};
    found.text = record.id;
    found.id_range = id_within(parsed().bytes, found.range, record.id, record.id);
    found.record = RecordMeant{record.kind, found.text};
    found.of = record.kind;
    return found;
}

NamedAt ReadDocument::named_by(KindId of, const Value& value) const {
    NamedAt found;
    found.range = found.id_range = bytes_of(value.node);
    found.text = parsed().text(value.node);
    found.of = of;
    found.field = value.field;
    if (const auto named = record_named(graph_.schema(), of, value, found.text)) {
        found.what = named->clause ? NamedAt::What::clause : NamedAt::What::reference;
        found.record = RecordMeant{named->kind, std::string(named->id)};
        found.id_range = id_within(parsed().bytes, found.range, found.text, named->id);
    } else if (takes_rules(graph_.schema(), of, value.field)) {
        found.what = NamedAt::What::rule;
    }
    return found;
}

void ReadDocument::look_at(KindId of, const Value& value, std::uint32_t offset, std::optional<NamedAt>& found) const {
    if (is_own_id(graph_.schema(), of, value.field)) return;
    if (value.key.known() && bytes_of(value.key).contains(offset)) {
        NamedAt key;
        key.what = NamedAt::What::key;
        key.range = key.id_range = bytes_of(value.key);
        key.text = parsed().text(value.key);
        key.of = of;
        key.field = value.field;
        found = std::move(key);
    } else if (is_scalar(parsed().tree[value.node]) && bytes_of(value.node).contains(offset)) {
        found = named_by(of, value);
    }
}

std::optional<NamedAt> ReadDocument::at(std::uint32_t offset) const {
    std::optional<NamedAt> found;
    const ReadFile& read = file();
    for (const Record& record : read.records) {
        if (!is_settings_ && ByteRange{record.id_begin, record.id_end}.contains(offset)) return own_id(record);
        for (std::uint32_t place = record.first; place < record.last; ++place) {
            if (!read.values[place].inherited) look_at(record.kind, read.values[place], offset, found);
        }
    }
    for (const auto& [kind, values] : defaults_) {
        for (const Value& value : values) look_at(kind, value, offset, found);
    }
    return found ? found : word_at(offset);
}

std::vector<NamedAt> ReadDocument::naming(const RecordMeant& record) const {
    std::vector<NamedAt> found;
    const ReadFile& read = file();
    const auto add = [&](KindId of, const Value& value) {
        if (!is_scalar(parsed().tree[value.node])) return;
        if (value.type != ValueType::reference && value.type != ValueType::text) return;
        if (parsed().text(value.node).find(record.id) == std::string_view::npos) return;
        if (NamedAt named = named_by(of, value); named.record == record) found.push_back(std::move(named));
    };
    for (const Record& each : read.records) {
        if (!is_settings_ && each.kind == record.kind && each.id == record.id) found.push_back(own_id(each));
        for (std::uint32_t place = each.first; place < each.last; ++place) {
            if (!read.values[place].inherited) add(each.kind, read.values[place]);
        }
    }
    for (const auto& [kind, values] : defaults_) {
        for (const Value& value : values) add(kind, value);
    }
    // What an alias names is read several times.
    std::ranges::sort(found, {}, &NamedAt::range);
    const auto rest = std::ranges::unique(found, {}, &NamedAt::range);
    found.erase(rest.begin(), rest.end());
    return found;
}

ByteRange ReadDocument::range_of(const Record& record) const {
    for (const YamlDocument& each : parsed().tree.documents) {
        if (each.root.known() && each.begin <= record.id_begin && record.id_begin <= each.end) {
            ByteRange range = bytes_of(each.root);
            range.end = std::max(range.end, record.id_end);
            return range;
        }
    }
    return {record.id_begin, record.id_end};
}

std::optional<RecordMeant> ReadDocument::meant_by(std::string_view word) const {
    const Schema& schema = graph_.schema();
    if (const std::size_t slash = word.find('/'); slash != std::string_view::npos) {
        const auto kind = schema.find_kind(word.substr(0, slash));
        if (!kind || !schema[*kind].of_records()) return std::nullopt;
        return RecordMeant{*kind, composed(word.substr(slash + 1))};
    }
    std::optional<RecordMeant> meant;
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const KindId kind = KindId::from(index);
        if (!schema[kind].of_records() || !graph_.find(kind, word)) continue;
        if (meant) return std::nullopt;
        meant = RecordMeant{kind, composed(word)};
    }
    return meant;
}

// Only in a document of which nothing could be read.
std::optional<NamedAt> ReadDocument::word_at(std::uint32_t offset) const {
    const std::string_view text = parsed().bytes;
    const auto within = [&](const YamlDocument& each) { return each.begin <= offset && offset <= each.end; };
    const std::vector<YamlDocument>& documents = parsed().tree.documents;
    const bool unread =
        documents.empty() || std::ranges::any_of(documents, [&](const YamlDocument& each) {
            return within(each) && (each.broken || std::ranges::none_of(file().records, [&](const Record& record) {
                                        return each.begin <= record.id_begin && record.id_begin <= each.end;
                                    }));
        });
    if (!unread) return std::nullopt;
    const auto belongs = [&](std::size_t place) {
        return text[place] == '/' || static_cast<unsigned char>(text[place]) >= 0x80 ||
               may_stand_in_id(static_cast<unsigned char>(text[place]));
    };
    std::size_t begin = std::min<std::size_t>(offset, text.size());
    std::size_t end = begin;
    while (begin > 0 && belongs(begin - 1)) --begin;
    while (end < text.size() && belongs(end)) ++end;
    if (begin == end) return std::nullopt;
    NamedAt found;
    found.what = NamedAt::What::word;
    found.text = text.substr(begin, end - begin);
    found.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    found.id_range = found.range;
    found.id_range.begin += static_cast<std::uint32_t>(found.text.find('/') + 1);
    found.record = meant_by(found.text);
    return found;
}

std::optional<NamedAt> named_at(const Asked& asked) {
    return ReadDocument(*asked.judged, *asked.document).at(asked.offset());
}

std::optional<RecordId> find_record(const JudgedState& judged, const RecordMeant& record) {
    return judged.graph().find(record.kind, record.id);
}

}  // namespace ims
