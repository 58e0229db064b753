#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/names.h"
#include "cli/schema_here.h"
#include "cli/view.h"
#include "output/explain.h"
#include "report/views/views.h"

namespace ims::commands::explain {
namespace {

Result<Exit> run(const std::string& name, const Environment& environment) {
    if (const auto rule = environment.rules.book().find(name)) {
        Style style;
        // A page is to be read, so it is never as wide as a pipe could be.
        style.columns = environment.out_screen.columns == 0 ? 100 : environment.out_screen.columns;
        style.color = !environment.no_color && (environment.force_color || environment.out_screen.terminal);
        environment.out->write(explain_rule(environment.rules, *rule, style));
        return Exit::clean;
    }
    IMS_TRY_ASSIGN(const Schema schema, schema_here(*environment.files, ""));
    if (const auto kind = schema.find_kind(name)) {
        IMS_TRY(print_view(view_kind(schema[*kind], environment.today), {}, environment));
        return Exit::clean;
    }
    IMS_TRY_ASSIGN(const std::set<RuleId> family, read_rules(environment.rules.book(), "", {name}));
    const std::vector<RuleId> rules(family.begin(), family.end());
    IMS_TRY(print_view(view_rules(environment.rules.book(), rules, environment.today), {}, environment));
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto name = std::make_shared<std::string>();
    line.positional("RULE", name.get(),
                    "A rule; a family, whose rules are listed; or a kind of record, whose fields are",
                    {.required = true});
    line.footer("Example:\n  ims explain role-misses-discipline\n  ims explain supplier");
    return [name](const Environment& environment) { return run(*name, environment); };
}

}  // namespace ims::commands::explain
