#include "schema/value_types.h"

#include <algorithm>
#include <string>

#include "base/assert.h"
#include "base/text.h"

namespace ims {

// One unit with other files of this folder, which have words of their own.
namespace value_types {
namespace {

constexpr ValueExample kIds[] = {{"shop-manager", ""}, {"RISK-012", ""}, {"2026-spring", ""}};
constexpr std::string_view kNoIds[] = {"shop manager", "-chef"};

constexpr ValueExample kLines[] = {
    {"Flowers that last a week", ""},
    {"'Order #42: how it is packed'", "quotes, because of the ` #` and the `: ` within"}};
constexpr std::string_view kLineNames[] = {"line", "texts", "string"};

constexpr ValueExample kMarkdown[] = {{"Sells flowers and greeting cards.", ""},
                                      {"Open on **six** days a week.", "reports print “six” in bold"}};
constexpr std::string_view kMarkdownNames[] = {"markdown", "prose"};

constexpr ValueExample kDates[] = {{"2026-03-31", "31 March 2026"}};
constexpr std::string_view kNoDates[] = {"31.03.2026", "March 2026", "2026-02-30"};
constexpr std::string_view kDateNames[] = {"day"};

constexpr ValueExample kPoints[] = {
    {"2026-03-31", "some time on that day; where hours count, its end"},
    {"2026-03-31 14:30", "half past two in the afternoon, by the clock of the organisation"},
    {"2026-03-31 14:30 +02:00", "the same, by a clock that is two hours ahead of UTC"},
    {"2026-03-31T12:30Z", "the same moment in UTC"},
};
constexpr std::string_view kNoPoints[] = {"2026-03-31 2:30 pm", "14:30"};
constexpr std::string_view kPointNames[] = {"time", "moment"};

constexpr ValueExample kDurations[] = {
    {"30 min", "30 minutes"}, {"4 h", "4 hours"}, {"2 d", "2 days"},       {"1 w", "1 week"},
    {"6 months", ""},         {"1 y", "1 year"},  {"1.5 h", "1 h 30 min"}, {"PT4H30M", "4 h 30 min, as in ISO 8601"},
};
constexpr std::string_view kNoDurations[] = {"4", "4m", "every year"};
constexpr std::string_view kDurationNames[] = {"interval", "length-of-time"};

constexpr ValueExample kYesNo[] = {{"yes", ""}, {"no", ""}, {"true", "yes"}, {"false", "no"}};
constexpr std::string_view kNoYesNo[] = {"maybe", "y"};
constexpr std::string_view kYesNoNames[] = {"boolean", "flag"};

constexpr ValueExample kWhole[] = {{"3", ""}, {"0", ""}};
constexpr std::string_view kNoWhole[] = {"2.5", "-1", "a few"};
constexpr std::string_view kWholeNames[] = {"whole", "integer", "count"};

constexpr ValueExample kNumbers[] = {{"12", ""}, {"97.5", ""}, {"-3", ""}};
constexpr std::string_view kNoNumbers[] = {"97,5", "12 %", "1 200"};
constexpr std::string_view kNumberNames[] = {"decimal"};

constexpr ValueExample kWords[] = {{"reduce", ""}, {"mitigate", "another word for `reduce`"}};
constexpr std::string_view kNoWords[] = {"less of it"};
constexpr std::string_view kWordNames[] = {"enumeration", "choice", "enum", "words"};

constexpr ValueExample kDisciplines[] = {{"quality", ""}, {"information-security", ""}};
constexpr std::string_view kNoDisciplines[] = {"the weather"};

constexpr ValueExample kSteps[] = {{"4", "the fourth from below"}, {"likely", "the same by its name"}};
constexpr std::string_view kNoSteps[] = {"0", "half"};
constexpr std::string_view kStepNames[] = {"scale"};

constexpr ValueExample kLevels[] = {{"medium", ""}};
constexpr std::string_view kLevelNames[] = {"level-of-risk"};

constexpr ValueExample kRules[] = {{"role-without-deputy", ""}, {"risks", "all rules of that family"}};

constexpr ValueExample kKinds[] = {{"supplier", ""}, {"interested_party", ""}};
constexpr std::string_view kNoKinds[] = {"thing"};

constexpr ValueExample kPaths[] = {{"documents/complaints.pdf", "a file below the folder of ims.yaml"},
                                   {"https://example.org/complaints", "a page on the web"}};
constexpr std::string_view kPathNames[] = {"web-address", "file"};

constexpr ValueExample kClauses[] = {{"iso-9001-2026:8.4.1", "8.4.1 of ISO 9001:2026"},
                                     {"iso-27001-2022:A.5.31", "control 5.31 of its Annex A"}};
constexpr std::string_view kNoClauses[] = {"8.4.1", "ISO 9001"};

constexpr ValueExample kReferences[] = {{"shop-manager", "the role of that id, where ids of roles are taken"},
                                        {"person/p-07", "the person of that id: kind, slash, id"}};
constexpr std::string_view kNoReferences[] = {"Shop manager", "shop-manager, florist"};
constexpr std::string_view kReferenceNames[] = {"references", "link"};

constexpr ValueExample kReferencesOrTexts[] = {{"Flowers in water", "a text"},
                                               {"document/order-form", "the document of that id"}};

constexpr ValueExample kLists[] = {{"[florist, driver]", "two"}, {"florist", "one alone needs no brackets"}};
constexpr std::string_view kNoLists[] = {"florist; driver"};
constexpr std::string_view kListNames[] = {"lists", "several"};

constexpr ValueExample kMaps[] = {{"{last: 2026-03-31, every: 12 months}", "two fields in one line"}};
constexpr std::string_view kNoMaps[] = {"12 months"};
constexpr std::string_view kMapNames[] = {"map", "block"};

constexpr ValueExample kNamed[] = {
    {"{privacy: it sees no personal data}", "a name, and behind the colon what is said of it"}};
constexpr std::string_view kNoNamed[] = {"privacy"};
constexpr std::string_view kNamedNames[] = {"by-name", "by-discipline"};

constexpr ValueExample kAny[] = {{"{owner: bookkeeper}", ""}};

constexpr TypeOfValue kTypes[] = {
    {"id",
     ScalarType::id,
     "an id of its own",
     "The name by which other records refer to a record. It begins with a letter or a digit and goes on with letters, "
     "digits, dots, underscores and hyphens; no two records of a kind have the same. A record keeps its id when its "
     "title changes.",
     "asset.asset",
     kIds,
     kNoIds,
     {}},
    {"text",
     ScalarType::line,
     "a text in one line",
     "Words in one line. A text that begins with a sign such as `[`, `{`, `*`, `&`, `!` or `#`, or that holds `: ` or "
     "` #`, stands between quotes.",
     "supplier.provides",
     kLines,
     {},
     kLineNames},
    {"long-text",
     ScalarType::markdown,
     "a text of any length",
     "Words in as many lines as it needs. Several lines stand below the field's name, indented, behind a `|` that ends "
     "the line of the name. Reports print paragraphs, lists, **bold**, *italics* and links as such.",
     "asset.description",
     kMarkdown,
     {},
     kMarkdownNames},
    {"date", ScalarType::date, "a date", "A day: the year, the month and the day, with hyphens between.",
     "audit.planned", kDates, kNoDates, kDateNames},
    {"point-in-time", ScalarType::point_in_time, "a day, or a day and a time",
     "A day and, where it matters, a time of day from 00:00 to 23:59 behind it. Behind that may stand how far the "
     "clock "
     "is from UTC.",
     "incident.known", kPoints, kNoPoints, kPointNames},
    {"duration", ScalarType::duration, "a length of time",
     "A number and a unit: min, h, d, w, months or y. Decimals have a point. A month and a year are those of the "
     "calendar.",
     "asset.backup.every", kDurations, kNoDurations, kDurationNames},
    {"yes-no", ScalarType::yes_no, "yes or no", "Either yes or no.", "supplier.critical", kYesNo, kNoYesNo,
     kYesNoNames},
    {"whole-number", ScalarType::whole, "a whole number", "A number without decimals, 0 or more, alone.",
     "role.holders", kWhole, kNoWhole, kWholeNames},
    {"number", ScalarType::number, "a number",
     "A number alone, with a point before its decimals; its unit stands in a field of its own.", "objective.target",
     kNumbers, kNoNumbers, kNumberNames},
    {"word", ScalarType::enumeration, "one of the words below",
     "One of a few words that the field knows. Look up the field to see which they are and what each means.",
     "risk.treatment", kWords, kNoWords, kWordNames},
    {"discipline",
     ScalarType::discipline,
     "the name of a discipline in force",
     "A discipline by its name, as it stands under `disciplines` in ims.yaml.",
     "risk.disciplines",
     kDisciplines,
     kNoDisciplines,
     {}},
    {"step", ScalarType::step, "a step of its scale",
     "A step of a scale, by its number, the lowest being 1, or by its name. The scales stand in ims.yaml, under `risk` "
     "and `classification`.",
     "risk.likelihood", kSteps, kNoSteps, kStepNames},
    {"risk-level",
     ScalarType::risk_level,
     "a level of risk",
     "A level of risk by its name, as it stands under `risk.levels` in ims.yaml.",
     "ims.risk.appetite",
     kLevels,
     {},
     kLevelNames},
    {"rule",
     ScalarType::rule,
     "the name of a rule, or of a family of rules",
     "What `ims check` looks for, by its name; `ims rules` lists them.",
     "role.exceptions.rule",
     kRules,
     {},
     {}},
    {"kind",
     ScalarType::kind,
     "the name of a kind of record",
     "What a record is: `process`, `risk`, `role` and so on. `ims list` lists them.",
     "standard.clauses.evidence",
     kKinds,
     kNoKinds,
     {}},
    {"path",
     ScalarType::path,
     "where something is kept",
     "A web address, or the way to a file or folder from the folder of ims.yaml, with `/` between folders.",
     "document.location",
     kPaths,
     {},
     kPathNames},
    {"clause",
     ScalarType::clause,
     "a clause of a standard",
     "The id of the standard, a colon, and the number of the clause as it is printed in the standard.",
     "risk.clauses",
     kClauses,
     kNoClauses,
     {}},
    {"reference", ScalarType::reference, "another record",
     "A record by its id. Where records of several kinds may stand, the kind and a slash come before it; the field "
     "says which kinds it takes.",
     "process.owner", kReferences, kNoReferences, kReferenceNames},
    {"reference-or-text",
     ScalarType::reference_or_text,
     "a text, or a record",
     "Words in one line; or a record, by its kind, a slash and its id.",
     "process.inputs.item",
     kReferencesOrTexts,
     {},
     {}},
    {"list", ScalarType::none, "a list",
     "Several of a sort: between brackets with commas between, or below the field's name, a line each, indented, with "
     "a "
     "hyphen and a blank before it. One alone is a list of one.",
     "role.deputies", kLists, kNoLists, kListNames},
    {"fields", ScalarType::none, "fields of its own",
     "A value that has fields itself: below the name, a line each, indented by two blanks; or between braces with "
     "commas between.",
     "role.review", kMaps, kNoMaps, kMapNames},
    {"named-values", ScalarType::none, "a line for each name",
     "A line for each discipline, kind, rule or topic, with what is said of it behind a colon: below the field's name, "
     "indented by two blanks; or between braces with commas between.",
     "role.not_applicable", kNamed, kNoNamed, kNamedNames},
    {"any",
     ScalarType::any,
     "whatever belongs there",
     "Its form depends on what is said; the field says how.",
     "ims.defaults",
     kAny,
     {},
     {}},
};

std::string normal(std::string_view name) {
    std::string out = to_lower(trim(name));
    for (char& letter : out) {
        if (letter == ' ' || letter == '_' || letter == '/') letter = '-';
    }
    return out;
}

}  // namespace
}  // namespace value_types

std::span<const TypeOfValue> types_of_values() { return value_types::kTypes; }

const TypeOfValue& type_of_value(ScalarType scalar) {
    const auto* const found = std::ranges::find(value_types::kTypes, scalar, &TypeOfValue::scalar);
    IMS_ASSERT(scalar != ScalarType::none && found != std::end(value_types::kTypes),
               "a type of values has no explanation");
    return *found;
}

const TypeOfValue* find_type_of_value(std::string_view name) {
    const std::string wanted = value_types::normal(name);
    for (const TypeOfValue& each : value_types::kTypes) {
        if (each.name == wanted || std::ranges::find(each.other_names, wanted) != each.other_names.end()) return &each;
    }
    return nullptr;
}

}  // namespace ims
