#include <memory>
#include <string>
#include <vector>

#include "cli/names.h"
#include "cli/view.h"
#include "report/views/views.h"

namespace ims::commands::rules {
namespace {

struct Options {
    ViewOptions view;
    std::vector<std::string> names;
};

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY_ASSIGN(const std::set<RuleId> chosen, read_rules(environment.rules.book(), "", options.names));
    std::vector<RuleId> rules;
    for (const RuleEntry& each : environment.rules.book().entries()) {
        if (chosen.empty() || chosen.contains(each.id)) rules.push_back(each.id);
    }
    print_view(view_rules(environment.rules.book(), rules, environment.today), options.view, environment);
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("NAME", &options->names, "Rules or families; without one: all rules");
    add_view_options(line, options->view);
    line.example("ims rules integration");
    line.example("ims rules --format csv > rules.csv");
    line.exit_code(0, "the rules are listed");
    line.exit_code(2, "there is no such rule or family");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::rules
