#include "output/document/html_site.h"

#include <fmt/format.h>

#include "base/json.h"
#include "output/document/html_text.h"
#include "output/document/html_words.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

std::string entry_of(const DocumentStyle& style, const SiteMenu::Entry& entry, std::string_view here) {
    const std::string file = place_of_report(style, entry.target, "html");
    if (file.empty()) return {};
    return fmt::format("<a href=\"{}\"{}>{}</a>", encoded_path(file),
                       entry.target == here ? " aria-current=\"page\"" : "", html_text(entry.title));
}

// Within an element that a browser reads up to its closing tag, whatever stands there.
std::string within_script(std::string json) {
    std::string safe;
    for (const char c : json) {
        if (c == '<') safe += "\\u003c";
        else safe += c;
    }
    return safe;
}

}  // namespace

std::string html_menu(const DocumentStyle& style, std::string_view here) {
    if (style.menu == nullptr) return {};
    const std::string search = place_of_report(style, style.menu->search, "html");
    std::string menu = fmt::format("<nav class=\"menu\" aria-label=\"All pages\"{}>\n",
                                   search.empty() ? "" : fmt::format(" data-search=\"{}\"", encoded_path(search)));
    for (const SiteMenu::Entry& entry : style.menu->first) menu += entry_of(style, entry, here) + '\n';
    for (const SiteMenu::Group& group : style.menu->groups) {
        std::string list;
        bool within = false;
        for (const SiteMenu::Entry& entry : group.entries) {
            const std::string item = entry_of(style, entry, here);
            if (!item.empty()) list += "<li>" + item + "</li>\n";
            within = within || entry.target == here;
        }
        menu += fmt::format("<details name=\"ims:menu\"{}><summary>{}</summary>\n<ul>\n{}</ul></details>\n",
                            within ? " class=\"here\"" : "", html_text(group.title), list);
    }
    if (!search.empty())
        menu += fmt::format("<a class=\"to-search\" href=\"{}\"{}>Search</a>\n", encoded_path(search),
                            style.menu->search == here ? " aria-current=\"page\"" : "");
    return menu + "</nav>\n";
}

std::string html_search(const DocumentStyle& style, const Search& search) {
    std::string text = fmt::format("<div class=\"search\">\n<p class=\"otherwise\">{}</p>\n</div>\n",
                                   html_line(style, search.otherwise));
    text += "<script type=\"application/json\" id=\"ims:pages\">[";
    bool first = true;
    for (const Search::Entry& entry : search.entries) {
        const std::string file = place_of_report(style, entry.target, "html");
        if (file.empty()) continue;
        text += first ? "\n" : ",\n";
        first = false;
        text += within_script(fmt::format("[{},{},{},{}]", to_text(Json(entry.title)), to_text(Json(entry.about)),
                                          to_text(Json(encoded_path(file))), to_text(Json(entry.words))));
    }
    return text + "\n]</script>\n";
}

}  // namespace ims
