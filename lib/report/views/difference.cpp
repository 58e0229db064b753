#include <algorithm>
#include <memory>

#include "report/views/difference_parts.h"
#include "report/views/views.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::size_t count_records(const Changes& changes, ChangeSort sort) {
    return static_cast<std::size_t>(std::ranges::count_if(
        changes.all(), [&](const RecordChange& each) { return each.sort == sort && each.name != "ims"; }));
}

// A text in which names stand between backticks.
Words with_names(std::string_view text) {
    Words words;
    for (bool is_name = false; !text.empty(); is_name = !is_name) {
        const std::size_t end = std::min(text.find('`'), text.size());
        if (end > 0) words.add(is_name ? Words(code(text.substr(0, end))) : raw(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

class Headline {
public:
    explicit Headline(const DifferencePage& page) : view_(page), page_(page.page), difference_(page.difference) {}

    [[nodiscard]] Words words() const {
        if (difference_.nothing()) return strong(page_.say("Nothing that counts changed."));
        return in_a_row({strong(records()), gaps(), gates(), cells(), recovery(), concerned()});
    }

private:
    [[nodiscard]] Words records() const {
        const Changes& changes = difference_.changes;
        std::vector<Words> parts;
        const auto add = [&](ChangeSort sort, auto text) {
            if (const std::size_t count = count_records(changes, sort); count > 0) parts.push_back(text(count));
        };
        add(ChangeSort::changed, [&](std::size_t count) { return page_.say("{0} {0:record|records} changed", count); });
        add(ChangeSort::added, [&](std::size_t count) {
            return parts.empty() ? page_.say("{0} {0:record is|records are} new", count) : page_.say("{} new", count);
        });
        add(ChangeSort::gone, [&](std::size_t count) {
            return parts.empty() ? page_.say("{0} {0:record is|records are} gone", count) : page_.say("{} gone", count);
        });
        add(ChangeSort::renamed, [&](std::size_t count) {
            return parts.empty() ? page_.say("{0} {0:record has|records have} another name", count)
                                 : page_.say("{} under another name", count);
        });
        add(ChangeSort::unread,
            [&](std::size_t count) { return page_.say("{0} {0:record is|records are} not read any more", count); });
        add(ChangeSort::readable,
            [&](std::size_t count) { return page_.say("{0} {0:record is|records are} read again", count); });
        if (changes.of("ims") != nullptr) parts.push_back(page_.say("the settings changed"));
        if (parts.empty()) return page_.say("No record changed.");
        return page_.say("{}.", capitalised(listed(parts)));
    }

    [[nodiscard]] Words gaps() const {
        std::vector<Words> parts;
        const auto fresh = static_cast<std::size_t>(std::ranges::count_if(
            difference_.come, [&](FindingId each) { return difference_.novelty(each) == Novelty::fresh; }));
        const std::size_t worse = difference_.come.size() - fresh;
        if (fresh > 0) {
            const Grade grave = gravest();
            const auto same = static_cast<std::size_t>(
                std::ranges::count_if(difference_.come, [&](FindingId each) { return grade(each) == grave; }));
            parts.push_back(page_.say("{0} {0:gap is|gaps are} new ({1} {2})", fresh, same, grave));
        }
        if (worse > 0) parts.push_back(page_.say("{0} {0:gap is|gaps are} worse", worse));
        if (parts.empty()) parts.push_back(page_.say("no gap is new or worse"));
        if (const std::size_t count = difference_.closed.size(); count > 0)
            parts.push_back(page_.say("{0} {0:is|are} closed", count));
        if (const std::size_t count = difference_.lessened.size(); count > 0)
            parts.push_back(page_.say("{0} {0:weighs|weigh} less", count));
        if (const std::size_t count =
                difference_.silenced.size() + difference_.out_of_sight.size() + difference_.regraded.size();
            count > 0)
            parts.push_back(page_.say("{0} {0:is|are} told no more or as less, and may still be there", count));
        return page_.say("{}.", capitalised(listed(parts)));
    }

    [[nodiscard]] Grade grade(FindingId id) const { return difference_.now->judgement.findings()[id].grade; }
    [[nodiscard]] Grade gravest() const {
        return grade(*std::ranges::max_element(difference_.come, {}, [&](FindingId each) { return grade(each); }));
    }

    [[nodiscard]] Words gates() const {
        const auto loosened = std::ranges::count(difference_.gates, true, &GateChange::loosened);
        if (loosened == 0) return {};
        return strong(page_.say("Checks are loosened in {0} {0:place|places}.", loosened));
    }

    [[nodiscard]] Words cells() const {
        const auto worse = [](const CellChange& each) { return each.turn == Turn::worse; };
        const auto count = std::ranges::count_if(difference_.cells, worse);
        if (count == 0) return {};
        const CellChange& first = *std::ranges::find_if(difference_.cells, worse);
        const Words where = first.of_system() ? page_.say("the system as a whole") : view_.called(first.process);
        const std::string discipline = spoken(first.discipline);
        const Words was = cell_words(page_, first.before);
        const Words is = cell_words(page_, first.now);
        if (count == 1)
            return page_.say("In the matrix {} falls in {} from {} to {}.", where, plain(discipline), was, is);
        return page_.say("{0} cells of the matrix are worse, such as {1} in {2}: from {3} to {4}.", count, where,
                         plain(discipline), was, is);
    }

    [[nodiscard]] Words recovery() const {
        const auto count = [&](RecoveryChange::Turn turn) {
            return std::ranges::count_if(difference_.recovery, [&](const RecoveryChange& each) {
                return each.turn == turn && page_.graph[each.what.now].is(kinds::process);
            });
        };
        const auto later = count(RecoveryChange::Turn::grown);
        const auto unknown = count(RecoveryChange::Turn::unknown);
        std::vector<Words> out;
        if (later > 0)
            out.push_back(page_.say("{0} {0:process|processes} would be back later after a disruption.", later));
        if (unknown > 0) {
            out.push_back(page_.say(
                "Of {0} {0:process|processes} nobody knows any more how soon {0:it is|they are} back.", unknown));
        }
        return in_a_row(out);
    }

    [[nodiscard]] Words concerned() const {
        if (difference_.concerned.empty()) return {};
        return page_.say("It concerns {0} {0:role|roles}.", difference_.concerned.size());
    }

    const DifferencePage& view_;
    const Page& page_;
    const FolderDifference& difference_;
};

// What keeps the rest from being the whole truth.
void add_unread(Page& page, const FolderDifference& difference) {
    if (difference.before == nullptr) page.note("There was nothing before: all counts as new.");
    if (const std::size_t count = difference.now->graph.broken_files(); count > 0) {
        page.note(
            "{0} {0:file|files} cannot be read: what the change does there is not known, and what is not found any "
            "more may only be out of sight.",
            count);
    }
    if (difference.before == nullptr) return;
    if (const std::size_t count = difference.before->graph.broken_files(); count > 0)
        page.note("{0} {0:file|files} could not be read before: what is new may have been there.", count);
}

void add_part(Page& page, Message title, Table table, bool detail = false) {
    if (table.rows.empty()) return;
    page.heading(2, detail ? page.say("{} ({})", page.say(title), table.rows.size()) : page.say(title));
    if (detail) page.fold_last();
    page.add(std::move(table));
}

}  // namespace

Document view_difference(const FolderDifference& difference, std::string_view sides) {
    Page page({*difference.now, {}}, "diff", Page::Frame::none, "What the change does");
    // Templates are looked at where they are compiled, which std::make_unique hides.
    const std::unique_ptr<const Page> then(
        difference.before == nullptr
            ? nullptr
            : new Page({*difference.before, {}}, "diff", Page::Frame::none, "What the change does"));
    const DifferencePage view{page, then.get(), difference};
    page.paragraph(Headline(view).words());
    page.paragraph(with_names(sides));
    add_unread(page, difference);
    add_part(page, "Whom it concerns", concerned_table(view));
    add_part(page, "New and worse gaps", come_table(view));
    add_part(page, "How checks are loosened, or tightened", gates_table(view));
    add_part(page, "Cells of the matrix", cells_table(view), true);
    add_part(page, "Back after a disruption", recovery_table(view), true);
    add_part(page, "Gaps that are closed, weigh less or are told no more", ended_table(view), true);
    add_part(page, "Records", records_table(view), true);
    return page.finish();
}

}  // namespace ims
