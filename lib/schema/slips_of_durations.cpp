// `1 Jahr`, `8 Stunden`, `1,5 h`, `3 mois`, `yearly`, `every 2 years`, `1 h 30`.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/slips_by_type.h"

namespace ims {
namespace {

// A unit that durations are written in, or so many of one.
struct DurationUnit {
    std::string_view name;  // as it is written: h, months
    int times = 1;
};
constexpr DurationUnit kMinute{"min"};
constexpr DurationUnit kHour{"h"};
constexpr DurationUnit kDay{"d"};
constexpr DurationUnit kWeek{"w"};
constexpr DurationUnit kFortnight{"w", 2};
constexpr DurationUnit kMonth{"months"};
constexpr DurationUnit kQuarter{"months", 3};
constexpr DurationUnit kHalfYear{"months", 6};
constexpr DurationUnit kYear{"y"};

struct WordsOfUnit {
    DurationUnit unit;
    std::string_view words;  // between blanks, folded
};
// English, German, French, Spanish, Italian, Dutch, Polish. `m` may be minutes or months, `j` years or days: not here.
constexpr WordsOfUnit kUnitWords[] = {
    {kMinute, " min mins minute minutes minute(s) minuten minuto minutos minuti minuut minuta minuty minut "},
    {kHour,
     " h hr hrs hour hours hour(s) stunde stunden std stdn heure heures hora horas ora ore uur uren godzina godziny "
     "godzin godz "},
    {kDay,
     " d day days day(s) tag tage tagen jour jours dia dias giorno giorni dag dagen dzien dni kalendertage "
     "calendar-day "
     "calendar-days "},
    {kWeek,
     " w wk wks week weeks week(s) woche wochen semaine semaines semana semanas settimana settimane weken tydzien "
     "tygodnie tygodni "},
    {kFortnight, " fortnight fortnights "},
    {kMonth,
     " mo mos mon mth mths month months month(s) monat monate monaten mois mes meses mese mesi maand maanden miesiac "
     "miesiace miesiecy "},
    {kQuarter, " quarter quarters quartal quartale trimestre trimestres trimestri kwartaal kwartal "},
    {kHalfYear, " half-year half-years halbjahr halbjahre semestre semestres semestri halfjaar semester "},
    {kYear,
     " y yr yrs year years year(s) jahr jahre jahren an ans annee annees ano anos anno anni jaar jaren rok lata lat "},
};
constexpr WordsOfUnit kIntervals[] = {
    {kHour, " hourly stundlich horaire cada-hora "},
    {kDay, " daily taglich quotidien quotidienne journalier diario giornaliero dagelijks codziennie "},
    {kWeek, " weekly wochentlich hebdomadaire semanal settimanale wekelijks co-tydzien tygodniowo "},
    {kFortnight, " fortnightly biweekly bi-weekly 14-taglich vierzehntaglich zweiwochentlich bimensuel quincenal "},
    {kMonth, " monthly monatlich mensuel mensuelle mensual mensile maandelijks miesiecznie co-miesiac "},
    {kQuarter, " quarterly vierteljahrlich quartalsweise trimestriel trimestrielle trimestral trimestrale kwartalnie "},
    {kHalfYear,
     " half-yearly halfyearly semiannually semi-annually semiannual semi-annual biannually twice-a-year halbjahrlich "
     "semestriel semestrielle semestral semestrale halfjaarlijks polrocznie "},
    {kYear,
     " yearly annually annual jahrlich jaehrlich annuel annuelle anual annuale jaarlijks rocznie co-roku "
     "once-a-year einmal-im-jahr einmal-jahrlich once-yearly "},
};
// What says that a time comes round, and one that a unit follows.
constexpr std::string_view kEvery[] = {
    "every",         "each",     "alle",       "jede",   "jeder",  "jeden",  "jedes", "tous les",     "toutes les",
    "chaque",        "cada",     "ogni",       "elke",   "iedere", "om de",  "co",    "einmal pro",   "einmal im",
    "once a",        "once per", "once every", "1x pro", "1x im",  "1x per", "per",   "une fois par", "within",
    "innerhalb von", "after",    "nach",       "about",  "ca.",    "max.",   "up to", "bis zu",
};
constexpr std::string_view kOne[] = {"a",     "an", "one", "ein", "eine", "einen",
                                     "einem", "un", "une", "una", "uno",  "een"};

const DurationUnit* unit_named(std::string_view word, std::span<const WordsOfUnit> all) {
    const std::string sought = fmt::format(" {} ", word);
    for (const WordsOfUnit& each : all) {
        if (each.words.find(sought) != std::string_view::npos) return &each.unit;
    }
    return nullptr;
}

struct Part {
    std::vector<std::string> amounts;  // as numbers are read; two where either may be meant
    bool has_comma = false;
    bool has_groups = false;
    const DurationUnit* unit = nullptr;  // none was written
};

// Splits a text into amounts and words of units, front to back.
class DurationParts {
public:
    explicit DurationParts(std::string_view text) : rest_(text) {}

    std::optional<std::vector<Part>> run() {
        skip_every();
        while (!rest_.empty()) {
            if (parts_.size() == kMost || !take_part()) return std::nullopt;
            skip_between();
        }
        return parts_.empty() ? std::nullopt : std::optional(parts_);
    }

private:
    static constexpr std::size_t kMost = 3;

    void skip_every() {
        for (const std::string_view word : kEvery) {
            if (!rest_.starts_with(word) || rest_.substr(word.size()).find_first_of(" 0123456789") != 0) continue;
            rest_ = trim(rest_.substr(word.size()));
            every_ = true;
            return;
        }
    }

    void skip_between() {
        rest_ = trim(rest_);
        for (const std::string_view word : {",", "and ", "und ", "et ", "y ", "e ", "en ", "i "}) {
            if (!rest_.starts_with(word)) continue;
            rest_ = trim(rest_.substr(word.size()));
            return;
        }
    }

    bool take_part() {
        Part part;
        if (!take_amount(part)) return false;
        const std::size_t end = std::min(rest_.find_first_of(" ,0123456789"), rest_.size());
        std::string_view word = rest_.substr(0, end);
        if (!word.empty()) {
            part.unit = unit_named(word, kUnitWords);
            if (part.unit == nullptr && word.ends_with('.'))
                part.unit = unit_named(word.substr(0, word.size() - 1), kUnitWords);
            if (part.unit == nullptr) return false;
            rest_ = trim(rest_.substr(end));
        }
        parts_.push_back(std::move(part));
        return true;
    }

    bool take_amount(Part& part) {
        const std::size_t end = std::min(rest_.find_first_not_of("0123456789.,' "), rest_.size());
        const std::string_view digits = trim(rest_.substr(0, end));
        if (digits.empty()) return take_word_of_amount(part);
        if (rest_.substr(end).starts_with('/')) return take_half(part);
        const auto readings = number_readings(digits);
        if (!readings) return false;
        part.amounts = readings->texts;
        part.has_comma = readings->has_comma;
        part.has_groups = readings->has_groups;
        rest_ = trim(rest_.substr(end));
        if (rest_.starts_with('-')) rest_ = trim(rest_.substr(1));  // 12-month
        return true;
    }

    bool take_half(Part& part) {
        if (!rest_.starts_with("1/2")) return false;
        rest_ = trim(rest_.substr(3));
        part.amounts = {"0.5"};
        return true;
    }

    bool take_word_of_amount(Part& part) {
        for (const std::string_view half :
             {"½", "half a ", "half an ", "ein halbes ", "halbes ", "une demi-", "demi-"}) {
            if (!rest_.starts_with(half)) continue;
            rest_ = trim(rest_.substr(half.size()));
            part.amounts = {"0.5"};
            return true;
        }
        const std::string_view word = rest_.substr(0, rest_.find(' '));
        const bool one = word.size() < rest_.size() && std::ranges::find(kOne, word) != std::end(kOne);
        if (one) rest_ = trim(rest_.substr(word.size()));
        part.amounts = {"1"};
        return one || (every_ && parts_.empty());
    }

    std::string_view rest_;
    bool every_ = false;
    std::vector<Part> parts_;
};

// Times a whole number of minutes or months; none where it is none, or too long for any of this.
std::optional<std::int64_t> whole_times(std::string_view amount, std::int64_t times) {
    double number = 0;
    const auto [end, error] = std::from_chars(amount.data(), amount.data() + amount.size(), number);
    if (error != std::errc() || number < 0 || number > 1e6) return std::nullopt;
    const double product = number * static_cast<double>(times);
    const auto whole = static_cast<std::int64_t>(product);
    return static_cast<double>(whole) == product ? std::optional(whole) : std::nullopt;
}

std::string months(std::string_view count) { return fmt::format("{} {}", count, count == "1" ? "month" : "months"); }

std::optional<std::string> written(std::string_view amount, const DurationUnit& unit) {
    const bool half = amount == "0.5";
    if (half && unit.name == kYear.name) return months("6");
    if (half && unit.name == kDay.name) return "12 h";
    if (half && unit.name == kHour.name) return "30 min";
    std::string count(amount);
    if (unit.times != 1) {
        const auto times = whole_times(amount, unit.times);
        if (!times) return std::nullopt;
        count = fmt::to_string(*times);
    }
    return unit.name == kMonth.name ? months(count) : fmt::format("{} {}", count, unit.name);
}

// Of a unit in minutes, or in months.
struct Measure {
    std::int64_t count = 0;
    bool in_months = false;
};
Measure measure_of(const DurationUnit& unit) {
    if (unit.name == kMonth.name) return {unit.times, true};
    if (unit.name == kYear.name) return {std::int64_t{12} * unit.times, true};
    if (unit.name == kWeek.name) return {std::int64_t{7} * 24 * 60 * unit.times, false};
    if (unit.name == kDay.name) return {std::int64_t{24} * 60 * unit.times, false};
    return {unit.name == kHour.name ? 60 : 1, false};
}

// `1 h 30 min` in the smaller unit; the last part may leave out the minutes behind hours.
std::optional<std::string> sum_of(std::vector<Part> parts) {
    if (parts.back().unit == nullptr && parts.size() == 2 && parts[0].unit != nullptr &&
        parts[0].unit->name == kHour.name)
        parts.back().unit = &kMinute;
    std::int64_t sum = 0;
    std::optional<bool> in_months;
    for (const Part& part : parts) {
        if (part.unit == nullptr || part.amounts.size() != 1) return std::nullopt;
        const Measure measure = measure_of(*part.unit);
        const auto times = whole_times(part.amounts[0], measure.count);
        if (!times || in_months.value_or(measure.in_months) != measure.in_months) return std::nullopt;
        in_months = measure.in_months;
        sum += *times;
    }
    if (in_months.value_or(false)) return months(fmt::to_string(sum));
    if (sum % 1440 == 0) return fmt::format("{} d", sum / 1440);
    if (sum % 60 == 0) return fmt::format("{} h", sum / 60);
    return fmt::format("{} min", sum);
}

}  // namespace

std::optional<Slip> duration_slip(std::string_view text, Arena& arena) {
    const std::string lower = folded(text);
    Slip slip;
    std::string joined = lower;
    std::ranges::replace(joined, ' ', '-');
    if (const DurationUnit* const interval = unit_named(joined, kIntervals)) {
        slip.certainty = Certainty::certain;
        slip.texts = {*written("1", *interval)};
        return slip;
    }
    const auto parts = DurationParts(lower).run();
    if (!parts) return std::nullopt;
    if (parts->size() > 1) {
        const auto sum = sum_of(*parts);
        if (!sum) return std::nullopt;
        slip.texts = {*sum};
        slip.certainty = Certainty::likely;
        slip.why = "it is written as one number and one unit";
        return slip;
    }
    const Part& part = parts->front();
    if (part.unit == nullptr) return std::nullopt;
    for (const std::string& amount : part.amounts) {
        if (auto each = written(amount, *part.unit)) slip.texts.push_back(std::move(*each));
    }
    slip.certainty = slip.texts.size() > 1 ? Certainty::open : Certainty::certain;
    std::vector<Message> whys;
    if (slip.texts.size() > 1) whys.push_back("the sign may set thousands apart or stand before decimals");
    else if (part.has_comma) whys.push_back("decimals follow a point");
    if (part.has_groups) whys.push_back("nothing stands between thousands");
    if (!whys.empty()) slip.why = make_message(arena, "{}", listed_by(Joined::by_comma_and, whys));
    return slip;
}

}  // namespace ims
