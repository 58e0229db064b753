#include "compare/reasons.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

#include "diagnostics/rules.h"

namespace ims {
namespace {

constexpr int kMostSteps = 4;  // from a record to a change that it may still hang on

using FoundChanges = std::vector<const RecordChange*>;

// Of changes equally near, those that take something away tell more than those that bring something.
auto rank(const RecordChange& change) { return std::tie(change.sort, change.name); }

bool is_about(std::string_view rule, const RecordChange& change) {
    std::string kind = change.name.substr(0, change.name.find('/'));
    std::ranges::replace(kind, '_', '-');
    return ("-" + std::string(rule) + "-").find("-" + kind + "-") != std::string::npos;
}

// What people only read: no rule finds a gap because of other words.
bool is_wording(std::string_view field) { return field == "title" || field == "description" || field == "purpose"; }

// Of the settings: not only how much is looked at, which makes no gap.
bool says_what_is_asked(const RecordChange& settings) {
    return std::ranges::any_of(settings.fields, [](const std::string& field) {
        return field != "check" && field != "ignore" && field != "organisation" && field != "scope";
    });
}

// Nothing but words, or nothing but the name.
bool is_slight(const RecordChange& change) {
    if (change.sort == ChangeSort::renamed) return std::ranges::all_of(change.fields, is_wording);
    return change.sort == ChangeSort::changed && std::ranges::all_of(change.fields, is_wording);
}

// Leaves only those that one may rather hold to be the reason, where there are such.
template <class Rather>
void prefer(FoundChanges& changes, const Rather& rather) {
    FoundChanges better;
    std::ranges::copy_if(changes, std::back_inserter(better), [&](const RecordChange* each) { return rather(*each); });
    if (!better.empty()) changes = std::move(better);
}

void collect_records(std::span<const Argument> arguments, std::vector<RecordId>& records) {
    for (const Argument& argument : arguments) {
        if (argument.kind == Argument::Kind::record) records.push_back(RecordId(argument.number));
        collect_records(argument.items, records);
    }
}

// The key at the top of a record that a path of fields begins with.
std::string_view top_field(std::string_view path) { return path.substr(0, path.find_first_of(".[")); }

std::string_view kind_of_change(std::string_view name) { return name.substr(0, name.find('/')); }

std::string kind_in_words(std::string_view name) {
    std::string kind(name.substr(0, name.find('/')));
    std::ranges::replace(kind, '_', ' ');
    return kind;
}

std::string_view id_of_name(std::string_view name) { return name.substr(std::min(name.find('/') + 1, name.size())); }

}  // namespace

Message in_words(const RecordChange& change, const Graph& now, Arena& arena) {
    const bool slight = is_slight(change);
    const auto kind_id = now.schema().find_kind(kind_of_change(change.name));
    std::vector<FieldNames> fields;
    for (const std::string& field : change.fields) {
        if (!slight && is_wording(field)) continue;
        const std::string_view name = arena.copy(field);
        const FieldSpec* const spec = kind_id ? now.schema().find_field(*kind_id, field) : nullptr;
        fields.push_back({name, spec == nullptr ? name : spec->title});
    }
    if (change.name == "ims")
        return make_message(arena, "[[ims.yaml changed {0:3}|the settings changed ({0:3})]]", fields);
    const TextArgument kind = plain(arena.copy(kind_in_words(change.name)));
    const TextArgument id = quoted(arena.copy(id_of_name(change.name)));
    const auto record = now.find(change.name);
    // Its id tells whoever edits it more, its title whoever reads of it.
    const Message what = record && !now[*record].unread() ? make_message(arena, "[[{0} {1}|{2}]]", kind, id, *record)
                                                          : make_message(arena, "{} {}", kind, id);
    switch (change.sort) {
        case ChangeSort::gone: return make_message(arena, "{} is gone", what);
        case ChangeSort::unread: return make_message(arena, "{} is not read any more", what);
        case ChangeSort::added: return make_message(arena, "{} is new", what);
        case ChangeSort::readable: return make_message(arena, "{} was not read before", what);
        case ChangeSort::renamed:
            if (!slight) break;
            return make_message(arena, "{} was called {} before", what, quoted(arena.copy(id_of_name(change.was))));
        case ChangeSort::changed: break;
    }
    return make_message(arena, "{0} changed [[{1:3}|({1:3})]]", what, fields);
}

Reasons::Reasons(const Analysis& before, const Analysis& now, const Changes& changes)
    : before_(before), now_(now), changes_(changes) {
    number_records();
    spread();
}

Reasons::Node Reasons::node_of(std::string_view name) const {
    const auto record = now_.graph.find(name);
    return record ? record->value : kNone;
}

void Reasons::number_records() {
    const Graph& now = now_.graph;
    const Graph& before = before_.graph;
    before_of_.resize(now.size());
    change_.assign(now.size(), kNone);
    node_before_.assign(before.size(), kNone);
    std::unordered_map<std::string_view, std::string_view> renamed;
    const std::vector<RecordChange>& all = changes_.all();
    for (std::uint32_t place = 0; place < all.size(); ++place) {
        if (all[place].sort == ChangeSort::renamed) renamed.emplace(all[place].was, all[place].name);
        const Node node = node_of(all[place].name);
        if (node != kNone && all[place].sort != ChangeSort::gone) change_[node] = place;
    }
    for (std::uint32_t index = 0; index < before.size(); ++index) {
        const RecordId record(index);
        const std::string name = before[record].name().text();
        const auto called = renamed.find(name);
        Node node = node_of(called == renamed.end() ? std::string_view(name) : called->second);
        if (node == kNone) {
            node = static_cast<Node>(before_of_.size());
            const RecordChange* const change = changes_.of(name);
            before_of_.push_back(record);
            change_.push_back(change == nullptr ? kNone : static_cast<std::uint32_t>(change - all.data()));
        }
        node_before_[index] = node;
        before_of_[node] = record;
    }
}

// What a record names and what names it, now and before; not by way of ims.yaml, which names everything.
template <class Each>
void Reasons::each_neighbour(Node node, const Each& each) const {
    const auto of_graph = [&](const Graph& graph, RecordId record, const auto& node_of_record) {
        if (record == graph.settings_record()) return;
        for (const auto edges : {graph.edges(record), graph.references_to(record)}) {
            for (const Edge& edge : edges) {
                if (edge.other != graph.settings_record()) each(node_of_record(edge.other));
            }
        }
    };
    if (node < now_.graph.size())
        of_graph(now_.graph, RecordId(node), [](RecordId other) { return static_cast<Node>(other.value); });
    if (before_of_[node].known())
        of_graph(before_.graph, before_of_[node], [&](RecordId other) { return node_before_[other.index()]; });
}

// Each change goes out from its record, step by step; whoever comes first stays, the better of those that come at once.
void Reasons::spread() {
    const std::vector<RecordChange>& all = changes_.all();
    nearest_ = change_;
    std::vector<Node> level;
    for (Node node = 0; node < change_.size(); ++node) {
        if (change_[node] != kNone) level.push_back(node);
    }
    for (int step = 0; step < kMostSteps && !level.empty(); ++step) {
        std::ranges::stable_sort(
            level, [&](Node one, Node other) { return rank(all[nearest_[one]]) < rank(all[nearest_[other]]); });
        std::vector<Node> next;
        for (const Node node : level) {
            each_neighbour(node, [&](Node other) {
                if (nearest_[other] != kNone) return;
                nearest_[other] = nearest_[node];
                next.push_back(other);
            });
        }
        level = std::move(next);
    }
}

// That of the record which the finding names by its id, where no such record is any more.
const RecordChange* Reasons::named(const Finding& finding) const {
    std::string_view text = now_.sources.text(finding.span);
    while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == '"' || text.back() == '\'')) text.remove_suffix(1);
    const std::string behind = "/" + std::string(text);
    for (const RecordChange& change : changes_.all()) {
        const std::string& name = change.sort == ChangeSort::renamed ? change.was : change.name;
        const bool left = change.sort == ChangeSort::gone || change.sort == ChangeSort::renamed;
        if (left && !text.empty() && (name == text || name.ends_with(behind))) return &change;
    }
    return nullptr;
}

const RecordChange* Reasons::own_change(Node node) const {
    return change_[node] == kNone ? nullptr : &changes_.all()[change_[node]];
}

// The changes of the record, of its neighbours and of what the finding names; of several those that rather tell.
FoundChanges Reasons::around(Node node, const Finding& finding) const {
    FoundChanges found;
    const auto add = [&](std::uint32_t change) {
        if (change == kNone) return;
        const RecordChange* const each = &changes_.all()[change];
        if (std::ranges::find(found, each) == found.end()) found.push_back(each);
    };
    if (node != kNone) {
        add(change_[node]);
        if (!found.empty()) {
            const RecordChange& own = *found.front();
            const bool at_field = std::ranges::find(own.fields, top_field(finding.field)) != own.fields.end();
            if (own.sort == ChangeSort::added || own.sort == ChangeSort::readable || at_field) return found;
        }
        each_neighbour(node, [&](Node other) { add(change_[other]); });
    }
    std::vector<RecordId> records = finding.because;
    collect_records(finding.message.arguments(), records);
    for (const Message& note : finding.notes) collect_records(note.arguments(), records);
    for (const Label& label : finding.labels) collect_records(label.says.arguments(), records);
    for (const RecordId record : records) {
        if (record.known()) add(change_[record.index()]);
    }
    const std::string_view rule = now_.rules.book()[finding.rule].name;
    prefer(found, [](const RecordChange& change) { return !is_slight(change); });
    prefer(found, [&](const RecordChange& change) { return is_about(rule, change); });
    std::ranges::sort(found, {}, [](const RecordChange* each) { return rank(*each); });
    return found;
}

FoundChanges Reasons::changes_for(const Finding& finding) const {
    const std::vector<RecordChange>& all = changes_.all();
    if (now_.rules.book()[finding.rule].family == "references") {
        if (const RecordChange* const gone = named(finding)) return {gone};
    }
    const Node node = finding.record.known() ? node_of(finding.record.text()) : kNone;
    const RecordChange* const settings = changes_.of("ims");
    FoundChanges near = around(node, finding);
    if (near.empty() && node != kNone && nearest_[node] != kNone) near.push_back(&all[nearest_[node]]);
    // By what the settings say of all of them it may be found though nothing near it had changed.
    const bool own = !near.empty() && node != kNone && near.front() == own_change(node);
    if (settings != nullptr && !own && (near.empty() || says_what_is_asked(*settings))) near.push_back(settings);
    if (!near.empty()) return near;
    return all.size() == 1 ? FoundChanges{&all.front()} : FoundChanges{};
}

// Of what is wrong with a file as a whole.
Message Reasons::of_file(const Finding& finding, Arena& arena) const {
    const std::string& path = now_.sources[finding.span.file].path;
    if (path == "ims.yaml" || finding.record.known()) return {};
    const std::string_view was = changes_.path_before(path);
    if (was != path) return {};
    if (!before_.sources.find(path)) return make_message(arena, "{} is new", quoted(arena.copy(path)));
    return make_message(arena, "{} changed", quoted(arena.copy(path)));
}

Message Reasons::of(const Finding& finding, Arena& arena) const {
    if (Message file = of_file(finding, arena); !file.empty()) return file;
    const bool touched = finding.record.known() && changes_.of(finding.record.text()) != nullptr;
    if (finding.rule == RuleId::missing_file && !touched) return "the file is gone";
    const FoundChanges found = changes_for(finding);
    if (found.empty()) return {};
    // Which of several it was is not known.
    const Message first = in_words(*found.front(), now_.graph, arena);
    if (found.size() == 1) return first;
    if (found.size() == 2) return make_message(arena, "{}, or {}", first, in_words(*found[1], now_.graph, arena));
    return make_message(arena, "{}, or because of one of {} other changes near it", first, found.size() - 1);
}

}  // namespace ims
