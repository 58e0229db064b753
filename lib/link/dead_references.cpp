#include "link/dead_references.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/likeness.h"
#include "base/unicode.h"
#include "base/words.h"
#include "diagnostics/look_alikes.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"
#include "schema/standard_names.h"
#include "schema/value_words.h"
#include "source/built_in.h"
#include "yaml/place.h"

namespace ims {

std::optional<std::string_view> LookAlikeIds::find(const std::unordered_map<std::string_view, RecordId>& ids,
                                                   std::string_view id) {
    const auto add = [](BySkeleton& all, std::string skeleton, std::string_view of) {
        const auto [place, added] = all.try_emplace(std::move(skeleton), of);
        if (!added) place->second = {};
    };
    if (folded_.empty()) {
        for (const auto& [each, record] : ids) {
            add(seen_, skeleton(each), each);
            add(folded_, folded_skeleton(each), each);
        }
    }
    // But for what cannot be seen it is one: nothing else is meant, whatever else looks like it.
    if (const auto same = ids.find(std::string_view(without_ignorable(id))); same != ids.end()) return same->first;
    const auto look_up = [](const BySkeleton& all, const std::string& skeleton) {
        const auto found = all.find(skeleton);
        return found == all.end() ? std::string_view() : found->second;
    };
    const std::string_view seen = look_up(seen_, skeleton(id));
    const std::string_view alike = seen.empty() ? look_up(folded_, folded_skeleton(id)) : seen;
    return alike.empty() ? std::nullopt : std::optional(alike);
}

DeadReferences::DeadReferences(const Graph& graph, const FolderFiles& files, std::vector<Finding>& findings,
                               Arena& arena)
    : graph_(graph),
      schema_(graph.schema()),
      files_(files),
      findings_(findings),
      arena_(arena),
      nearest_(schema_.kinds().size()),
      look_alikes_(schema_.kinds().size()) {}

Finding& DeadReferences::report(RuleId rule, const Record& record, FieldView value, Message message) {
    Finding& finding = add_error(findings_, rule, value.span(), message);
    finding.key = std::string(value.text());
    if (value.inherited()) return finding;  // one mistake in ims.yaml, however many records inherit it
    const KindSpec& kind = schema_[record.kind];
    if (!kind.settings) finding.record = {{}, kind.name, record.id};
    finding.field = std::string(schema_.path(value.field()));
    return finding;
}

void DeadReferences::unknown_kind(const Record& record, const ReferenceSpec& spec, FieldView value) {
    const std::string_view word = value.text();
    const std::size_t slash = word.find('/');
    const std::string_view name = word.substr(0, slash);
    std::vector<std::string_view> names;
    for (const KindSpec& each : schema_.kinds()) {
        if (each.of_records()) names.push_back(each.name);
    }
    Finding& finding = report(RuleId::unknown_kind, record, value, say("there is no kind of record {}", quoted(name)));
    if (const auto near = nearest(name, names)) {
        const std::string whole = fmt::format("{}/{}", *near, word.substr(slash + 1));
        const auto meant = graph_.find(*schema_.find_kind(*near), word.substr(slash + 1));
        finding.help =
            meant ? say("did you mean [[{0}|{1}]]?", quoted(whole), *meant) : say("did you mean {}?", quoted(whole));
        finding.fix = fix_of_part(finding.span, word, name, *near, arena_);
        finding.fix->title = say("write {}", quoted(*near));
    } else {
        finding.help = say("[[write|name]] {}", reference_forms(spec, arena_));
    }
}

Message DeadReferences::taken(const Record& record, const ReferenceSpec& spec) {
    if (spec.same_kind) return say("{}", with_article(record.kind));
    std::vector<Message> kinds;
    for (const std::string_view kind : spec.kinds) kinds.push_back(say("{}", plain(with_article(kind))));
    return say("{:all}", listed_by(Joined::by_or, kinds));
}

std::string DeadReferences::written(const Named& named) const {
    return fmt::format("{}/{}", schema_[named.kind].name, named.id);
}

void DeadReferences::wrong_kind(const Record& record, const ReferenceSpec& spec, FieldView value, KindId kind) {
    const std::string_view word = value.text();
    const std::string_view id = word.substr(word.find('/') + 1);
    report_wrong_kind(record, spec, value, kind, {{kind, id, graph_.find(kind, id).value_or(RecordId())}});
}

void DeadReferences::report_wrong_kind(const Record& record, const ReferenceSpec& spec, FieldView value, KindId due,
                                       const std::vector<Named>& named) {
    Message kinds;
    const Named* fitting = nullptr;
    const bool takes_any = spec.kinds.empty() && !spec.same_kind;
    for (const Named& each : named) {
        const WrittenAs<KindId> kind = with_article(each.kind);
        kinds = kinds.empty() ? say("{}", kind) : say("{} and {}", kinds, kind);
        const bool fits = takes_any || std::ranges::find(spec.kinds, schema_[each.kind].name) != spec.kinds.end();
        if (fits && fitting == nullptr) fitting = &each;
    }
    // Readers see the record that is meant, where it is there.
    const RecordId there = named.front().record;
    Message word = there.known() ? say("[[{0}|{1}]]", quoted(value.text()), there) : say("{}", quoted(value.text()));
    // Where another kind was written, its record is not there, and what is there goes by the same id.
    const std::string_view id = named.front().id;
    const bool of_due_kind = value.text().find('/') != std::string_view::npos && named.front().kind != due;
    if (of_due_kind) {
        const std::string instead = named.size() == 1 ? written(named.front()) : std::string(id);
        word = say("[[there is no {0} {1}; {2}|{3}]]", in_words(due), quoted(id), quoted(instead), there);
    }
    if (fitting == nullptr) {
        report(RuleId::wrong_kind_reference, record, value,
               say("{0} is {1}, and [[{2} takes {3}|under {4} goes {3}]]", word, kinds, value.field(),
                   taken(record, spec), quoted(schema_.title(value.field()))))
            .help = say("[[write|name]] {}", reference_forms(spec, arena_));
        return;
    }
    // Of several kinds that the field takes, a bare id meant another one.
    const WrittenAs<KindId> meant = with_article(due);
    Finding& finding =
        report(RuleId::wrong_kind_reference, record, value,
               of_due_kind         ? say("{} is {}[[|, and is named as if it were {}]]", word, kinds, meant)
               : spec.bare.empty() ? say("{} is {}, and is named as if it were {}", word, kinds, meant)
                                   : say("{0} is {1}, and [[a bare id means {2} here|is named as if it were {3}]]",
                                         word, kinds, plain(with_article(spec.bare)), meant));
    const std::string whole = written(*fitting);
    finding.help = say("[[write {0}|have it named as what it is: {1}]]", quoted(whole), fitting->record);
    finding.fix = fix_that_writes(finding.span, whole, arena_);
}

std::vector<DeadReferences::Named> DeadReferences::kinds_with(std::string_view id, const ReferenceSpec* spec) const {
    std::vector<Named> out;
    for (std::size_t index = 0; index < schema_.kinds().size(); ++index) {
        const std::string_view name = schema_.kinds()[index].name;
        if (spec != nullptr && !spec->kinds.empty() && std::ranges::find(spec->kinds, name) == spec->kinds.end())
            continue;
        if (const auto found = graph_.find(KindId::from(index), id)) out.push_back({KindId::from(index), id, *found});
    }
    return out;
}

void DeadReferences::no_kind(const Record& record, const ReferenceSpec& spec, FieldView value) {
    const std::string_view word = value.text();
    Finding& finding =
        report(RuleId::wrong_type, record, value, say("{} does not say which kind of record it is", quoted(word)));
    const std::vector<Named> choices = kinds_with(word, &spec);
    std::vector<std::string> forms;
    std::vector<RecordId> records;
    for (const Named& each : choices) {
        forms.push_back(written(each));
        records.push_back(each.record);
    }
    if (!choices.empty()) {
        finding.help = say("[[write {0}|say {2} {1:all} is meant]]", either(forms), listed_by(Joined::by_or, records),
                           records.size() == 1 ? Message("that") : Message("whether"));
    } else if (!spec.kinds.empty()) {
        for (const std::string_view kind : spec.kinds) forms.push_back(fmt::format("{}/{}", kind, word));
        finding.help = say("[[write {0}|say whether it is {1}]]", either(forms), taken(record, spec));
    } else {
        finding.help = say("[[write `kind/{}`|say which kind it is]]", plain(word));
    }
    if (choices.size() == 1) {
        finding.fix = fix_that_writes(finding.span, forms[0], arena_);
        finding.fix->safety = Fix::Safety::safe;
    }
}

void DeadReferences::unknown(const Record& record, const ReferenceSpec& spec, FieldView value, KindId kind,
                             std::string_view id) {
    // Something in a file that cannot be read at all might have this id.
    if (may_be_in_opaque_file(id)) return;
    const std::vector<Named> elsewhere = kinds_with(id, nullptr);
    if (!elsewhere.empty()) return report_wrong_kind(record, spec, value, kind, elsewhere);
    if (kind == kinds::standard) return report_standard(record, value, id);
    Finding& finding =
        report(RuleId::unknown_reference, record, value, say("there is no {} {}", in_words(kind), quoted(id)));
    const auto alike = look_alikes_[kind.index()].find(graph_.by_id_[kind.index()], id);
    const auto near = alike ? alike : nearest_id(kind, id);
    const bool itself = near && *near == record.id && kind == record.kind && (spec.not_self || spec.tree);
    if (near && !itself && stands_beside(record, value, *near)) {
        const Message meant = say("[[{0}|{1}]]", quoted(*near), *graph_.find(kind, *near));
        finding.help = say("take it out, if {0} is meant: that one is named here already", meant);
        finding.fix = Fix{say("take {} out", quoted(value.text())), Fix::Safety::unsafe, {RemoveItem{value.span()}}};
    } else if (near && !itself) {
        finding.help = say("did you mean [[{0}|{1}]]?", quoted(*near), *graph_.find(kind, *near));
        // `night-2` for `night-1` is somebody else as likely as a slip: nothing to be done unasked.
        if (alike || !differ_in_digits_alone(id, *near))
            finding.fix = fix_of_part(finding.span, value.text(), id, *near, arena_);
        if (finding.fix && without_ignorable(id) == *near) finding.fix->safety = Fix::Safety::safe;
        if (const Message how = alike ? how_they_differ(id, *near, arena_) : Message(); !how.empty())
            finding.notes.push_back(how);
    } else {
        finding.help = say(
            "[[write the id of {0} that exists (`ims list {1}` shows them), or add `{1}: {2}`|name {0} that there is, "
            "or have this one added]]",
            with_article(kind), kind, plain(id));
    }
}

void DeadReferences::unknown_standard(const Record& record, FieldView value, std::string_view id) {
    if (!may_be_in_opaque_file(id)) report_standard(record, value, id);
}

// Whether the list in which the value stands names that id, too.
bool DeadReferences::stands_beside(const Record& record, FieldView value, std::string_view id) {
    if (value.inherited() || graph_.sources().is_built_in(record.file)) return false;
    const ParsedFile& parsed = *graph_.value_sources(record.file).own.parsed;
    if (beside_.file != record.file) beside_ = {record.file, collections_around(parsed.tree), {}, {}};
    const NodeId list = beside_.around[value.value().node.index()];
    if (!list.known() || parsed.tree[list].type != NodeType::list) return false;
    // Of a long list many may be dead: it is gone through once.
    if (beside_.list != list) {
        beside_.list = list;
        beside_.ids.clear();
        for (const NodeId item : parsed.tree.items(list)) {
            const std::string_view text = parsed.text(parsed.tree.resolved(item));
            beside_.ids.insert(text.substr(text.find('/') + 1));
        }
    }
    return beside_.ids.contains(id);
}

// Standards that come with the program may be named too, although nobody has named them yet.
void DeadReferences::report_standard(const Record& record, FieldView value, std::string_view id) {
    Finding& finding = report(RuleId::unknown_reference, record, value, say("there is no standard {}", quoted(id)));
    const std::vector<std::string_view>& names = standards();
    std::vector<std::string_view> editions;
    const std::string begin = std::string(id) + '-';
    for (auto name = std::ranges::lower_bound(names, std::string_view(begin));
         name != names.end() && name->starts_with(begin); ++name)
        editions.push_back(*name);
    if (editions.empty()) {
        if (const auto near = nearest_standard_->find(id)) editions = {*near};
    }
    if (editions.empty()) editions = standards_named(id).ids;
    if (editions.empty()) {
        if (all_standards_.empty()) all_standards_ = say("{:30}", quoted_each(names));
        finding.help = say(
            "[[name one of {0}, or add a catalogue of your own as a record `standard: {1}`|name another standard, or "
            "have a catalogue of your own added]]",
            all_standards_, plain(id));
    } else {
        finding.help = say("did you mean {}?", either(editions));
    }
    if (editions.size() == 1) finding.fix = fix_of_part(finding.span, value.text(), id, editions[0], arena_);
}

const std::vector<std::string_view>& DeadReferences::standards() {
    if (!standards_.empty()) return standards_;
    for (const auto& [name, record] : graph_.by_id_[kinds::standard.index()]) standards_.push_back(name);
    std::ranges::copy(built_in_ids(graph_.sources()), std::back_inserter(standards_));
    std::ranges::sort(standards_);
    const auto rest = std::ranges::unique(standards_);
    standards_.erase(rest.begin(), rest.end());
    nearest_standard_ = std::make_unique<NearestNames>(standards_);
    return standards_;
}

// A file that cannot be opened at all is, by habit, named like the record in it.
bool DeadReferences::may_be_in_opaque_file(std::string_view id) {
    if (!graph_.opaque_) return false;
    if (opaque_.empty()) {
        for (const FolderFile& file : files_) {
            if (!file.read->troubles().opaque) continue;
            std::string_view path = file.path;
            path = path.substr(path.rfind('/') + 1);
            opaque_.insert(path.substr(0, path.rfind('.')));
        }
    }
    return opaque_.contains(id);
}

std::optional<std::string_view> DeadReferences::nearest_id(KindId kind, std::string_view id) {
    std::unique_ptr<NearestNames>& index = nearest_[kind.index()];
    if (!index) {
        std::vector<std::string_view> names;
        for (const auto& [name, record] : graph_.by_id_[kind.index()]) names.push_back(name);
        std::ranges::sort(names);
        index = std::make_unique<NearestNames>(std::move(names));
    }
    return index->find(id);
}

}  // namespace ims
