#include "cli/view.h"

#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/suggest.h"
#include "output/document/document_format.h"

namespace ims {

namespace {

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const DocumentFormat& each : all_document_formats()) names.push_back(each.name);
    return names;
}

}  // namespace

void add_view_options(CommandLine& line, ViewOptions& options) {
    line.option(
        "--format", &options.format,
        fmt::format("How to print it: {}; default: text", join_names(format_names(), Ticks::no, format_names().size())),
        {.value = "F"});
}

Outcome check_view_options(const ViewOptions& options) {
    if (find_document_format(options.format) != nullptr) return Nothing{};
    return Error{fmt::format("--format: there is no format `{}`{}; there are {}", visible(options.format),
                             did_you_mean(options.format, format_names()),
                             join_names(format_names(), Ticks::yes, format_names().size()))};
}

Outcome print_view(const Document& document, const ViewOptions& options, const Environment& environment) {
    IMS_TRY(check_view_options(options));
    DocumentStyle style;
    style.columns = environment.out_screen.columns;
    style.color = !environment.no_color && (environment.force_color || environment.out_screen.terminal);
    find_document_format(options.format)->write(document, style, [&](std::string_view text) {
        environment.out->write(text);
    });
    return Nothing{};
}

}  // namespace ims
