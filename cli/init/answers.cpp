#include "cli/init/answers.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "cli/init/standards_of.h"
#include "cli/suggest.h"
#include "schema/schema.h"
#include "schema/standard_names.h"
#include "schema/valid_id.h"
#include "yaml/write.h"

namespace ims {
namespace {

constexpr std::string_view kStandardWork = "office";
constexpr std::string_view kAll = "all";

bool is_built_in_discipline(std::string_view discipline) {
    const auto known = Schema::built_in().known_disciplines();
    return std::ranges::find(known, discipline) != known.end();
}

// The built-in discipline that a word was meant to be, if it is none itself: by what people call it, or by its letters.
std::optional<std::string_view> discipline_meant(std::string_view word) {
    const Schema& schema = Schema::built_in();
    const auto slip = std::ranges::find(schema.discipline_slips(), to_lower(word), &WordSlip::written);
    if (slip != schema.discipline_slips().end()) return slip->meant;
    const auto known = schema.known_disciplines();
    return nearest(word, {known.begin(), known.end()});
}

bool is_name_of_standard(std::string_view lower) {
    if (!lower.starts_with("iso")) return false;
    const std::size_t digit = lower.find_first_not_of(" -/:._", 3);
    return digit != std::string_view::npos && lower[digit] >= '0' && lower[digit] <= '9';
}

// Why a word that could be the name of a discipline was meant as something else; empty where it was not.
std::string meant_otherwise(std::string_view word) {
    const std::string lower = to_lower(word);
    if (const auto named = standards_named(word); !named.ids.empty()) {
        return fmt::format("`{}` is a standard, and no discipline; {}", visible(word),
                           did_you_mean(discipline_of_standard(named.ids.front())));
    }
    if (is_name_of_standard(lower))
        return fmt::format("`{}` is a standard, and no discipline; name what it is about", visible(word));
    if (word.find_first_not_of("0123456789.-") == std::string_view::npos)
        return fmt::format("`{}` is a number; write names, such as `quality,environment`", visible(word));
    constexpr std::string_view kNoNames[] = {"none", "no", "nothing", "yes", "y", "n", "ok", "n/a"};
    if (std::ranges::find(kNoNames, lower) != std::end(kNoNames))
        return fmt::format("`{}` is no discipline, and at least one is needed, such as `quality`", visible(word));
    constexpr std::string_view kAllNames[] = {"any", "every", "everything", "*"};
    if (std::ranges::find(kAllNames, lower) != std::end(kAllNames))
        return fmt::format("there is no discipline `{}`; {}", visible(word), did_you_mean("all"));
    if (std::ranges::find(starters(), lower, &Starter::name) != starters().end())
        return fmt::format("`{}` is a kind of work, and no discipline; write for example `quality`", visible(word));
    return {};
}

Outcome add_discipline(std::string_view word, std::vector<std::string>& disciplines) {
    const auto known = Schema::built_in().known_disciplines();
    if (!is_built_in_discipline(word)) {
        if (std::string why = meant_otherwise(word); !why.empty()) return Error{std::move(why)};
        if (const auto meant = discipline_meant(word))
            return Error{fmt::format("there is no discipline `{}`; {}", visible(word), did_you_mean(*meant))};
        if (!is_valid_id(word)) {
            return Error{
                fmt::format("`{}` cannot be the name of a discipline: letters, digits and hyphens can; the "
                            "built-in ones are {}",
                            visible(word), join_names(known, Ticks::yes, known.size()))};
        }
    }
    if (std::ranges::find(disciplines, word) == disciplines.end()) disciplines.emplace_back(word);
    return Nothing{};
}

// "spoke-and_chain" is likely "Spoke and chain".
std::string title_of_folder(std::string_view name) {
    std::string title(name);
    std::ranges::replace_if(
        title, [](char c) { return c == '-' || c == '_'; }, ' ');
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return read_organisation(title) ? title : "Our organisation";
}

class Asking {
public:
    explicit Asking(const Environment& environment) : environment_(environment) {}

    // Until the answer can be read. Enter takes the standard.
    template <class Read>
    auto operator()(std::string_view question, std::string_view standard, Read read) const -> decltype(read("")) {
        while (true) {
            say(fmt::format("{} [{}] ", question, visible(standard)));
            environment_.err->flush();
            const std::optional<std::string> line = environment_.read_line();
            if (!line) return Error{"the questions were not answered to the end, so nothing was written"};
            const std::string_view answer = trim(*line);
            auto value = read(answer.empty() ? standard : answer);
            if (value) return value;
            say(fmt::format("  {}\n", value.error().reason));
        }
    }
    void say(std::string_view text) const { environment_.err->write(text); }

private:
    const Environment& environment_;
};

class Choosing {
public:
    Choosing(const Environment& environment, const Given& given, const Proposed& proposed, bool quiet)
        : given_(given),
          proposed_(proposed),
          ask_(environment),
          organisation_(title_of_folder(proposed.folder)),
          asks_(environment.in_screen.terminal && environment.err_screen.terminal && environment.read_line),
          quiet_(quiet) {}

    Result<InitChoice> run() {
        InitChoice choice;
        const bool all_given =
            !given_.organisation.empty() && !given_.kind_of_work.empty() && !given_.disciplines.empty();
        // What options say is looked at before anybody is asked.
        const auto of_any = [](std::string_view answer) { return read_disciplines(answer, starters().front()); };
        for (const Outcome& outcome : {check("--organisation", given_.organisation, read_organisation),
                                       check("--for", given_.kind_of_work, read_kind_of_work),
                                       check("--disciplines", given_.disciplines, of_any)})
            IMS_TRY(outcome);
        if (!asks_ && given_.kind_of_work.empty()) return nobody_to_ask();
        if (asks_ && !all_given) ask_.say("Enter takes what stands in brackets; all of it can be changed later.\n\n");
        IMS_TRY_ASSIGN(choice.organisation, answer("What is your organisation called?", "--organisation",
                                                   given_.organisation, organisation_, read_organisation));
        IMS_TRY_ASSIGN(choice.starter, kind_of_work());
        IMS_TRY_ASSIGN(choice.disciplines, disciplines(*choice.starter));
        if (asks_ && !all_given) ask_.say("\n");
        tell_assumed();
        return choice;
    }

private:
    template <class Read>
    static Outcome check(std::string_view option, const std::string& given, Read read) {
        if (given.empty()) return Nothing{};
        const auto value = read(given);
        if (!value) return Error{fmt::format("{}: {}", option, value.error().reason)};
        return Nothing{};
    }

    template <class Read>
    auto answer(std::string_view question, std::string_view option, const std::string& given, std::string_view standard,
                Read read) -> decltype(read("")) {
        if (!given.empty()) return read(given);
        if (asks_) return ask_(question, standard, read);
        assumed_.push_back(fmt::format("{} {}", option,
                                       can_be_plain(standard, {}) && standard.find(' ') == std::string_view::npos
                                           ? std::string(standard)
                                           : fmt::format("\"{}\"", standard)));
        return read(standard);
    }

    // Which records there are hangs on it: that is not guessed.
    static Error nobody_to_ask() {
        std::string reason = "nobody can be asked here what kind of work it is, so say it: ims init --for shop";
        for (const Starter& each : starters()) reason += fmt::format("\n       --for {:10}{}", each.name, each.says);
        return Error{reason};
    }

    Result<const Starter*> kind_of_work() {
        if (asks_ && given_.kind_of_work.empty()) {
            ask_.say("\n");
            for (const Starter& each : starters()) ask_.say(fmt::format("  {:10}{}\n", each.name, each.says));
        }
        return answer("What kind of work is it, or is most like it?", "--for", given_.kind_of_work, kStandardWork,
                      read_kind_of_work);
    }

    Result<std::vector<std::string>> disciplines(const Starter& starter) {
        if (asks_ && given_.disciplines.empty()) {
            const auto known = Schema::built_in().known_disciplines();
            ask_.say("\n");
            for (const std::string& line : wrap_words(join_names(known, Ticks::no, known.size()), 76))
                ask_.say(fmt::format("  {}\n", line));
        }
        return answer("What do you look after? Names, with commas between them", "--disciplines", given_.disciplines,
                      proposed_disciplines(starter),
                      [&starter](std::string_view answer) { return read_disciplines(answer, starter); });
    }

    [[nodiscard]] std::string proposed_disciplines(const Starter& starter) const {
        std::string all(starter.disciplines);
        const auto of_starter = read_disciplines(all, starter);
        for (const std::string& each : proposed_.disciplines) {
            if (std::ranges::find(*of_starter, each) == of_starter->end()) all += ", " + each;
        }
        return all;
    }

    void tell_assumed() const {
        if (assumed_.empty() || quiet_) return;
        std::string options;
        for (const std::string& each : assumed_) options += " " + each;
        ask_.say(fmt::format("ims: nobody is here to be asked, so this was taken:{}\n", options));
    }

    const Given& given_;
    const Proposed& proposed_;
    Asking ask_;
    std::string organisation_;
    bool asks_;
    bool quiet_;
    std::vector<std::string> assumed_;
};

}  // namespace

Result<std::string> read_organisation(std::string_view answer) {
    if (first_invalid_utf8(answer) != std::string_view::npos) return Error{"this is no text that can be read (UTF-8)"};
    if (visible(answer) != answer)
        return Error{fmt::format("`{}` holds characters that cannot be seen", visible(answer))};
    if (!write_scalar(answer, {}, {})) return Error{"this cannot be written as YAML"};
    return std::string(answer);
}

Result<const Starter*> read_kind_of_work(std::string_view answer) {
    const std::string word = to_lower(answer);
    const auto found = std::ranges::find(starters(), word, &Starter::name);
    if (found != starters().end()) return &*found;
    std::vector<std::string_view> names;
    for (const Starter& each : starters()) names.push_back(each.name);
    return Error{fmt::format("there is no starter `{}`{}", visible(answer), nearest_or_all(answer, names))};
}

bool is_discipline(std::string_view word) {
    std::vector<std::string> disciplines;
    return to_lower(word) != kAll && add_discipline(word, disciplines);
}

Result<std::vector<std::string>> read_disciplines(std::string_view answer, const Starter& starter) {
    std::vector<std::string> disciplines;
    while (!answer.empty()) {
        const std::size_t comma = answer.find(',');
        const std::string_view word = trim(answer.substr(0, comma));
        if (to_lower(word) == kAll) {
            for (const std::string& each : disciplines_of(starter)) IMS_TRY(add_discipline(each, disciplines));
        } else if (!word.empty()) {
            IMS_TRY(add_discipline(word, disciplines));
        }
        answer.remove_prefix(comma == std::string_view::npos ? answer.size() : comma + 1);
    }
    constexpr std::size_t kMost = 64;  // that a folder may have
    if (disciplines.empty()) return Error{"name at least one discipline, such as `quality`"};
    if (disciplines.size() > kMost) return Error{fmt::format("these are more than {} disciplines", kMost)};
    return disciplines;
}

std::vector<std::string> own_disciplines(const std::vector<std::string>& disciplines) {
    std::vector<std::string> own = disciplines;
    std::erase_if(own, [](const std::string& each) { return is_built_in_discipline(each); });
    return own;
}

Result<InitChoice> ask_for_choice(const Environment& environment, const Given& given, const Proposed& proposed,
                                  bool quiet) {
    return Choosing(environment, given, proposed, quiet).run();
}

}  // namespace ims
