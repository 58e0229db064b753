#include "cli/view.h"

#include <vector>

#include "output/github.h"

namespace ims {

namespace {

std::vector<AllowedWord> words_of_formats() {
    std::vector<AllowedWord> words;
    for (const DocumentFormat& each : all_document_formats()) {
        if (each.use != DocumentUse::calendar) words.push_back({std::string(each.name)});
    }
    return words;
}

}  // namespace

void add_view_options(CommandLine& line, ViewOptions& options) {
    line.option("--format", &options.format, "How to print it",
                {.value = "FORMAT", .words = words_of_formats(), .standard = options.format});
}

void print_document(const Document& document, const DocumentFormat& format, const DocumentStyle& style,
                    const Environment& environment) {
    if (format.use != DocumentUse::screen || !under_actions(environment))
        return format.write(document, style, [&](std::string_view text) { environment.out->write(text); });
    std::string all;
    format.write(document, style, [&](std::string_view text) { all += text; });
    environment.out->write(safe_in_log(all));
}

void print_view(const Document& document, const ViewOptions& options, const Environment& environment) {
    DocumentStyle style;
    style.columns = environment.out_screen.columns;
    style.color = !environment.no_color && (environment.force_color || environment.out_screen.terminal);
    print_document(document, *find_document_format(options.format), style, environment);
}

}  // namespace ims
