// The formats of documents (reports and views): one file and one line in document_formats.def each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/sink.h"
#include "report/document.h"

namespace ims {

// Reports that are written together: each by its name as links tell it (`gaps`, `role role/cashier`), and where it
// stands in their folder, without an extension (`gaps`, `role/cashier`).
using ReportPlaces = std::map<std::string, std::string, std::less<>>;

// Links that every page of a folder of reports has, each to a report as links tell it (`gaps`, `role role/cashier`).
struct SiteMenu {
    struct Entry {
        std::string title;
        std::string target;
    };
    struct Group {
        std::string title;
        std::vector<Entry> entries;
    };
    std::vector<Entry> first;  // in no group
    std::vector<Group> groups;
    // The page that looks for words, for formats that can; empty where there is none.
    std::string search;
};

struct DocumentStyle {
    // How the folder of ims.yaml is reached from where the document will stand: with a `/` at its end, or empty where
    // it is the same folder. Links to files begin with it. Without it none leads to a file.
    std::optional<std::string> to_records = std::string();
    // The address of that folder at a git host, without a `/` at its end. Links to files lead there instead.
    std::string source_url;
    // The reports that are written beside this one, so that links to them lead somewhere; none: they do not.
    const ReportPlaces* reports = nullptr;
    // What every page of them leads to; none where there is no such folder.
    const SiteMenu* menu = nullptr;
    // How their folder is reached from where the document will stand: empty, or with a `/` at its end.
    std::string to_reports;
    // Into a file, which people open, and not down a pipe, which programs read.
    bool into_file = false;
    // Of a screen, for the format text: its width (0: nothing is wrapped or cut), and whether it shows colour.
    std::size_t columns = 0;
    bool color = false;
    // Between the cells of a row in CSV.
    char separator = ',';
};

// calendar: of a report that says which days it is about, and no other.
enum class DocumentUse : std::uint8_t { page, data, tables, screen, calendar };

struct DocumentFormat {
    std::string_view name;
    std::string_view extension;  // of a file, without the dot
    DocumentUse use = DocumentUse::page;
    std::string_view summary;
    void (*write)(const Document& document, const DocumentStyle& style, const Sink& sink);
};

// Whether who reads it can open a file of records from it: a git host shows them, a browser downloads them.
bool shows_files(const DocumentFormat& format);

// Whether its pages can look for words.
bool can_search(const DocumentFormat& format);

namespace document_formats {
#define IMS_DOCUMENT_FORMAT(identifier, extension, use, summary) \
    void identifier(const Document& document, const DocumentStyle& style, const Sink& sink);
#include "output/document/document_formats.def"
#undef IMS_DOCUMENT_FORMAT
}  // namespace document_formats

// In the order of document_formats.def; the first is the default.
std::span<const DocumentFormat> all_document_formats();
const DocumentFormat* find_document_format(std::string_view name);

// A name of a file for an id: none leads out of its folder, hides the file or is refused by a file system. An id that
// needs none of that stays as it is.
std::string safe_file_name(std::string_view id);

// Where a report stands in a folder of reports, without an extension: `gaps`, `role/cashier`, `record/risk/fire`.
std::string document_place(std::string_view report, std::string_view subject);

// Where a link leads: a path, a place within it, whether it is an address of the web. Raw: to be encoded by the format.
struct LinkTarget {
    std::string path;
    std::string fragment;
    bool is_address = false;
};
// Of a record or a place that a document names: the page of the record, where one is written beside the document; else
// its file and line; none where neither can be reached. `extension`: of pages.
std::optional<LinkTarget> link_target(const DocumentStyle& style, const Inline& part, std::string_view extension);

// How a link to another report reads from a document; empty where that report is not written beside it.
std::string place_of_report(const DocumentStyle& style, std::string_view target, std::string_view extension);

}  // namespace ims
