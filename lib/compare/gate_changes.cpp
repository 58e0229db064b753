#include "compare/gate_changes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "schema/fields.h"

namespace ims {
namespace {

// What an exception accepts, so far as one of before is the same as one of now.
struct Accepted {
    std::string rule;
    std::vector<std::string> disciplines;  // sorted; none: all
    auto operator<=>(const Accepted&) const = default;
};

// The last day of each; none: for ever.
using Exceptions = std::map<Accepted, std::optional<Date>>;

Exceptions exceptions_of(const RecordView& record) {
    Exceptions out;
    for (const FieldView entry : record[fields::exceptions].children()) {
        Accepted accepted{std::string(entry[fields::exceptions.rule].text()), {}};
        for (const FieldView each : entry[fields::exceptions.disciplines].children())
            accepted.disciplines.emplace_back(each.text());
        std::ranges::sort(accepted.disciplines);
        out.emplace(std::move(accepted), entry[fields::exceptions.until].date());
    }
    return out;
}

// A rule that is off weighs least.
int weight(std::optional<Grade> grade) { return grade ? static_cast<int>(*grade) + 1 : 0; }

bool is_later(std::optional<Date> one, std::optional<Date> other) { return other && (!one || *one > *other); }

std::string_view lowest(FailOn each) {
    switch (each) {
        case FailOn::error: return "error";
        case FailOn::high: return "high";
        case FailOn::medium: return "medium";
        case FailOn::low: return "low";
        case FailOn::never: break;
    }
    return "nothing";
}

bool changed(const RecordChange& change, std::string_view field) {
    return change.sort == ChangeSort::added || std::ranges::find(change.fields, field) != change.fields.end();
}

class GateFinder {
public:
    GateFinder(const Analysis& before, const Analysis& now, const RecordPairs& pairs, Arena& arena)
        : before_(before), now_(now), was_(before.settings), is_(now.settings), pairs_(pairs), arena_(arena) {}

    std::vector<GateChange> run(const Changes& changes) {
        if (changes.of("ims") != nullptr) look_at_settings();
        look_at_baseline();
        for (const RecordChange& change : changes.all()) look_at_record(change);
        std::ranges::stable_sort(out_, std::greater(), &GateChange::loosened);
        return std::move(out_);
    }

private:
    template <class... Types>
    void say(std::string_view gate, bool loosened, Template<Types...> text, const Types&... arguments) {
        out_.push_back({loosened, make_message(arena_, text, arguments...), record_, gate});
    }
    // One in force as people call it.
    Message discipline(const std::string& name) {
        const auto found = is_.find(name);
        return found ? make_message(arena_, "{}", in_words(*found)) : make_message(arena_, "{}", named(name));
    }
    TextArgument named(std::string_view text) { return quoted(arena_.copy(text)); }

    void look_at_settings() {
        look_at_fail_on();
        look_at_profile();
        look_at_disciplines();
        look_at_rules();
        look_at_ignore();
        look_at_appetite();
        look_at_intervals();
    }

    void look_at_fail_on() {
        const FailOn was = was_.fail_on.value_or(FailOn::error);
        const FailOn is = is_.fail_on.value_or(FailOn::error);
        if (was == is) return;
        if (is == FailOn::never) return say("fail_on", true, "nothing that is found fails a run any more");
        if (was == FailOn::never)
            return say("fail_on", false, "a run fails from grade {} on; before, nothing failed it", plain(lowest(is)));
        say("fail_on", is < was, "a run fails from grade {} on; before, from {} on", plain(lowest(is)),
            plain(lowest(was)));
    }

    void look_at_profile() {
        if (was_.profile == is_.profile) return;
        say("profile", is_.profile < was_.profile, "profile {} is looked at; before it was {}",
            plain(to_string(is_.profile)), plain(to_string(was_.profile)));
    }

    void look_at_disciplines() {
        for (const DisciplineInForce& each : was_.disciplines) {
            if (!is_.find(each.name))
                say("discipline", true, "{} is no discipline in force any more", named(each.name));
        }
        for (const DisciplineInForce& each : is_.disciplines) {
            if (!was_.find(each.name)) say("discipline", false, "{} is a discipline in force now", named(each.name));
        }
    }

    void look_at_rules() {
        const RuleBook& book = now_.rules.book();
        std::vector<TextArgument> off;
        std::vector<TextArgument> on;
        for (const RuleEntry& rule : book.entries()) {
            const auto was = was_.grade(rule);
            const auto is = is_.grade(rule);
            if (was == is) continue;
            if (!is) off.push_back(quoted(rule.name));
            else if (!was) on.push_back(quoted(rule.name));
            else
                say("rule", weight(is) < weight(was), "what rule {} finds is {}; before, {}", quoted(rule.name), *is,
                    *was);
        }
        if (!off.empty()) say("rule", true, "{0} {0:rule is|rules are} turned off: {1:all}", off.size(), off);
        if (!on.empty()) say("rule", false, "{0} {0:rule is|rules are} looked at again: {1:all}", on.size(), on);
    }

    void look_at_ignore() {
        const auto only_in = [&](const std::vector<std::string>& one, const std::vector<std::string>& other) {
            std::vector<TextArgument> out;
            for (const std::string& each : one) {
                if (std::ranges::find(other, each) == other.end()) out.push_back(named(each));
            }
            return out;
        };
        if (const auto more = only_in(is_.ignore, was_.ignore); !more.empty())
            say("ignore", true, "files are left out that were read: {:all}", more);
        if (const auto less = only_in(was_.ignore, is_.ignore); !less.empty())
            say("ignore", false, "files are read that were left out: {:all}", less);
    }

    // Levels are told by their place, which means the same only where they are the same.
    void look_at_appetite() {
        if (was_.vocabulary.risk_levels != is_.vocabulary.risk_levels) return;
        const auto& levels = is_.vocabulary.risk_levels;
        const auto compare = [&](std::optional<RiskLevel> was, std::optional<RiskLevel> is, const auto& tell) {
            if (was && is && *was != *is) tell(*is > *was, plain(levels[*is]), plain(levels[*was]));
        };
        if (was_.risk.general_appetite != is_.risk.general_appetite) {
            return compare(was_.risk.general_appetite, is_.risk.general_appetite,
                           [&](bool loosened, TextArgument level, TextArgument before) {
                               say("appetite", loosened, "risks may be retained up to {}; before, up to {}", level,
                                   before);
                           });
        }
        for (const Discipline discipline : is_.in_force()) {
            const auto then = was_.find(is_.name(discipline));
            if (!then || then->index() >= was_.risk.appetite.size() || discipline.index() >= is_.risk.appetite.size())
                continue;
            compare(was_.risk.appetite[then->index()], is_.risk.appetite[discipline.index()],
                    [&](bool loosened, TextArgument level, TextArgument before) {
                        say("appetite", loosened, "risks of {} may be retained up to {}; before, up to {}",
                            in_words(discipline), level, before);
                    });
        }
    }

    void look_at_intervals() {
        if (was_.review_every != is_.review_every) {
            say("review", is_.review_every > was_.review_every, "a review is due after {}; before, after {}",
                is_.review_every, was_.review_every);
        }
        if (was_.audit_cycle != is_.audit_cycle) {
            say("audit", is_.audit_cycle > was_.audit_cycle, "audits go round in {}; before, in {}", is_.audit_cycle,
                was_.audit_cycle);
        }
        if (was_.strict_baseline.has_value() != is_.strict_baseline.has_value()) {
            if (is_.strict_baseline)
                say("baseline", false, "lines of the baseline that hold nothing back any more are found again");
            else say("baseline", true, "lines of the baseline that hold nothing back any more are not found any more");
        }
    }

    void look_at_baseline() {
        const auto lines_of = [](const Analysis& analysis) {
            std::set<std::tuple<std::string, Grade, std::vector<std::string>>> lines;
            if (analysis.baseline == nullptr) return lines;
            for (const BaselineLine& each : analysis.baseline->lines) lines.insert(said_by(each));
            return lines;
        };
        // The same bytes are read once.
        if (before_.baseline == now_.baseline) return;
        const auto was = lines_of(before_);
        const auto is = lines_of(now_);
        const auto missing_in = [](const auto& one, const auto& other) {
            return std::ranges::count_if(one, [&](const auto& line) { return !other.contains(line); });
        };
        if (const auto more = missing_in(is, was); more > 0)
            say("baseline", true, "{0} {0:line|lines} more in the baseline, by which checks hold gaps back", more);
        if (const auto less = missing_in(was, is); less > 0)
            say("baseline", false, "{0} {0:line|lines} fewer in the baseline, by which checks hold gaps back", less);
    }

    void look_at_record(const RecordChange& change) {
        const auto record = now_.graph.find(change.name);
        if (!record || now_.graph[*record].unread()) return;
        record_ = {pairs_.before(*record), *record};
        const std::optional<RecordView> then =
            record_.before.known() ? std::optional(before_.graph[record_.before]) : std::nullopt;
        if (changed(change, "exceptions")) look_at_exceptions(now_.graph[*record], then);
        if (then && changed(change, "not_applicable")) look_at_exclusions(now_.graph[*record], *then);
        record_ = {};
    }

    void look_at_exceptions(const RecordView& record, const std::optional<RecordView>& then) {
        const Exceptions is = exceptions_of(record);
        const Exceptions was = then ? exceptions_of(*then) : Exceptions();
        for (const auto& [accepted, until] : is) {
            const auto old = was.find(accepted);
            if (old == was.end()) tell_new(record, accepted, until);
            else if (until != old->second) tell_other_day(record, accepted, until, is_later(until, old->second));
        }
        for (const auto& [accepted, until] : was) {
            if (!is.contains(accepted))
                say("exception", false, "{} has no exception from {} any more", record, named(accepted.rule));
        }
    }

    void tell_new(const RecordView& record, const Accepted& accepted, std::optional<Date> until) {
        if (until)
            say("exception", true, "{} has an exception from {}, until {}", record, named(accepted.rule), *until);
        else say("exception", true, "{} has an exception from {}", record, named(accepted.rule));
    }

    void tell_other_day(const RecordView& record, const Accepted& accepted, std::optional<Date> until, bool later) {
        if (!until)
            say("exception", true, "the exception of {} from {} has no end any more", record, named(accepted.rule));
        else
            say("exception", later, "the exception of {} from {} holds until {} now", record, named(accepted.rule),
                *until);
    }

    void look_at_exclusions(const RecordView& record, const RecordView& then) {
        const auto names = [](const RecordView& view) {
            std::set<std::string> out;
            for (const FieldView entry : view[fields::not_applicable].children()) out.emplace(entry.key());
            return out;
        };
        const auto is = names(record);
        const auto was = names(then);
        for (const std::string& each : is) {
            if (!was.contains(each))
                say("not_applicable", true, "{} is said not to apply to {}", discipline(each), record);
        }
        for (const std::string& each : was) {
            if (!is.contains(each))
                say("not_applicable", false, "{} is not said any more not to apply to {}", discipline(each), record);
        }
    }

    const Analysis& before_;
    const Analysis& now_;
    const Settings& was_;
    const Settings& is_;
    const RecordPairs& pairs_;
    Arena& arena_;
    RecordPair record_;  // that is looked at
    std::vector<GateChange> out_;
};

}  // namespace

std::vector<GateChange> find_gate_changes(const Analysis& before, const Analysis& now, const Changes& changes,
                                          const RecordPairs& pairs, Arena& arena) {
    return GateFinder(before, now, pairs, arena).run(changes);
}

}  // namespace ims
