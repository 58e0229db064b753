#include "cli/command.h"

namespace ims {
namespace {

constexpr Command kCommands[] = {
#define IMS_COMMAND(identifier, name, summary) {name, summary, commands::identifier::define},
#include "cli/commands.def"
#undef IMS_COMMAND
};

}  // namespace

std::string_view version_line() { return "ims " IMS_VERSION; }

std::span<const Command> all_commands() { return kCommands; }

}  // namespace ims
