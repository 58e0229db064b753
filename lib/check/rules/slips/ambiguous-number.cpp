#include <algorithm>
#include <string>
#include <string_view>

#include "check/written_values.h"

namespace ims::rules::ambiguous_number {
namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// `1.200`, `-12.500`: one to three digits, of which the first is no nought, a point, and three more.
bool may_mean_thousands(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point <= 3 && text.size() == point + 4 && text[0] != '0' &&
           are_digits(text.substr(0, point)) && are_digits(text.substr(point + 1));
}

// The same number so that nobody takes it for thousands: `1.2`, or `1.2340` where no nought can go.
std::string written_as_decimal(std::string_view text) {
    std::string out(text);
    if (!out.ends_with('0')) return out + "0";
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out += '0';
    return out;
}

}  // namespace

// Of plain numbers: between quotes it is what it says.
void check(const CheckContext& context, Reporter& report) {
    PlacesTold places;
    for_each_scalar(context.graph, [&](const RecordView& record, const FieldView& value, const KeyPath& path) {
        if (!value.number()) return;
        const std::string_view text = value.text();
        if (value.node().style != ScalarStyle::plain || !may_mean_thousands(text)) return;
        if (!places.is_new(value)) return;
        std::string thousands(text);
        std::erase(thousands, '.');
        const std::string decimal = written_as_decimal(text);
        report
            .at(record, value, "{0} of {1} is {2}, with three digits behind its point: that is {3}, not {4}",
                names_of(record, value, path.text(), report.arena()), told_holder(record, report), quoted(text),
                *value.number(), plain(thousands))
            .field(path.text())
            .help("[[write `{0}` if thousands are meant, `{1}` if not|say which is meant, {0} or {1}]]",
                  plain(thousands), plain(decimal));
    });
}

}  // namespace ims::rules::ambiguous_number
