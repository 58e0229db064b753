// A folder of records in which trouble has equal sides.
#pragma once

#include <map>
#include <string>

namespace ims::test {

// Twins and circles in files of their own, three of each, and one of each in a single file.
inline std::map<std::string, std::string> equal_sides() {
    return {
        {"ims.yaml", "organisation: O\ndisciplines: {quality: {}, health-and-safety: {}, business-continuity: {}}\n"},
        {"a.yaml",
         "role: clerk\ntitle: Clerk\nreports_to: chef\n---\nasset: till\ntitle: Till\nneeds: [{what: asset/net}]\n"},
        {"b.yaml",
         "role: chef\ntitle: Chef\nreports_to: owner\n---\nasset: net\ntitle: Net\nneeds: [{what: asset/rack}]\n"},
        {"c.yaml",
         "role: owner\ntitle: Owner\nreports_to: clerk\n---\nasset: rack\ntitle: Rack\nneeds: [{what: asset/till}]\n"},
        {"d.yaml",
         "site: shop\ntitle: Shop\n---\nprocess: yard\ntitle: Yard\npart_of: barn\n---\nprocess: barn\ntitle: "
         "Barn\npart_of: "
         "yard\n"},
        {"e.yaml", "site: shop\ntitle: Another\n"},
        {"f.yaml", "site: shop\ntitle: A third\n---\nprocess: keep\ntitle: Keep\n"},
        {"g.yaml", "risk: fire\ntitle: Fire in the store\ndisciplines: [health-and-safety]\nprocesses: [keep]\n"},
        {"h.yaml", "risk: blaze\ntitle: Fire in the store\ndisciplines: [quality]\nprocesses: [keep]\n"},
        {"Kopie von d.yaml", "site: shop\ntitle: Shop\n"},
    };
}

}  // namespace ims::test
