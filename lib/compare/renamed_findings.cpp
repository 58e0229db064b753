#include "compare/renamed_findings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compare/renamed_text.h"
#include "diagnostics/rules.h"
#include "judge/fingerprint.h"

namespace ims {
namespace {

// What no other name changes.
using Place = std::tuple<FileId, std::int64_t, std::int64_t, RuleId, Grade, std::vector<std::string>>;
using FindingsByPlace = std::map<Place, std::vector<std::size_t>>;

// Where a place lies once the edits are made.
class Moved {
public:
    explicit Moved(const std::vector<Edit>& edits) : edits_(edits) {}

    [[nodiscard]] std::int64_t offset(FileId file, std::uint32_t at) const {
        std::int64_t moved = at;
        const auto first = std::ranges::lower_bound(edits_, file, {}, [](const Edit& each) { return each.span.file; });
        for (auto edit = first; edit != edits_.end() && edit->span.file == file && edit->span.end <= at; ++edit) {
            moved += static_cast<std::int64_t>(edit->text.size()) -
                     static_cast<std::int64_t>(edit->span.end - edit->span.begin);
        }
        return moved;
    }

private:
    const std::vector<Edit>& edits_;
};

Place place_of(const Finding& finding, std::int64_t begin, std::int64_t end) {
    return {finding.span.file, begin, end, finding.rule, finding.grade, finding.disciplines};
}

class Pairing {
public:
    Pairing(const Analysis& before, const Analysis& after, const RenamedRecord& renamed)
        : before_(before), after_(after), renamed_(renamed), moved_(renamed.edits) {}

    RenamedFindings run() {
        FindingsByPlace then;
        for (std::size_t index = 0; index < before_.findings.size(); ++index) {
            const Finding& each = before_.findings[index];
            const std::int64_t begin = moved_.offset(each.span.file, each.span.begin);
            then[place_of(each, begin, moved_.offset(each.span.file, each.span.end))].push_back(index);
        }
        FindingsByPlace now;
        for (std::size_t index = 0; index < after_.findings.size(); ++index) {
            const Finding& each = after_.findings[index];
            now[place_of(each, each.span.begin, each.span.end)].push_back(index);
        }
        for (auto& [place, findings] : then) {
            const auto same = now.find(place);
            if (same == now.end()) out_.gone.insert(out_.gone.end(), findings.begin(), findings.end());
            else pair(std::move(findings), same->second);
        }
        for (const auto& [place, findings] : now) out_.come.insert(out_.come.end(), findings.begin(), findings.end());
        return std::move(out_);
    }

private:
    // Takes those that have a partner out of `now`.
    void pair(std::vector<std::size_t> then, std::vector<std::size_t>& now) {
        std::erase_if(then, [&](std::size_t each) {
            const auto partner = std::ranges::find_if(now, [&](std::size_t other) { return is_same(each, other); });
            if (partner == now.end()) return false;
            out_.same.emplace_back(each, *partner);
            now.erase(partner);
            return true;
        });
        const std::size_t pairs = std::min(then.size(), now.size());
        for (std::size_t index = 0; index < pairs; ++index) out_.same.emplace_back(then[index], now[index]);
        out_.gone.insert(out_.gone.end(), then.begin() + static_cast<std::ptrdiff_t>(pairs), then.end());
        now.erase(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(pairs));
    }

    [[nodiscard]] bool is_same(std::size_t then, std::size_t now) const {
        const Finding& was = before_.findings[then];
        const Finding& is = after_.findings[now];
        const std::string record = was.record.text();
        return (record == renamed_.was ? renamed_.is : record) == is.record.text() &&
               renamed_in(was.field, id_of(renamed_.was), id_of(renamed_.is)) == is.field &&
               renamed_in(was.key, id_of(renamed_.was), id_of(renamed_.is)) == is.key;
    }

    static std::string_view id_of(std::string_view name) { return name.substr(name.find('/') + 1); }

    const Analysis& before_;
    const Analysis& after_;
    const RenamedRecord& renamed_;
    Moved moved_;
    RenamedFindings out_;
};

}  // namespace

RenamedFindings pair_findings(const Analysis& before, const Analysis& after, const RenamedRecord& renamed) {
    return Pairing(before, after, renamed).run();
}

bool looks_at_names(RuleId rule) {
    return rule == RuleId::look_alike_id || rule == RuleId::changed_since_review || rule == RuleId::parallel_records ||
           rule == RuleId::unknown_reference || rule == RuleId::wrong_kind_reference;
}

std::unordered_map<std::string, std::string> changed_fingerprints(const Analysis& before, const Analysis& after,
                                                                  const RenamedFindings& findings) {
    const auto known_as = [](const Analysis& analysis) {
        return fingerprints({analysis.findings, {}}, analysis.rules.book(), analysis.sources);
    };
    const std::vector<std::string> was = known_as(before);
    const std::vector<std::string> is = known_as(after);
    std::unordered_map<std::string, std::string> changed;
    for (const auto& [then, now] : findings.same) {
        const std::string_view old = without_ordinal(was[then]);
        const std::string_view other = without_ordinal(is[now]);
        if (old != other) changed.emplace(old, other);
    }
    return changed;
}

std::string_view without_ordinal(std::string_view fingerprint) { return fingerprint.substr(0, fingerprint.find('-')); }

}  // namespace ims
