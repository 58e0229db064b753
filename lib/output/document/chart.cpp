#include "output/document/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "output/document/html_text.h"

namespace ims {
namespace {

double highest(const Chart& chart) {
    double most = 1;
    for (const Chart::Line& line : chart.lines) {
        for (const auto& value : line.values) most = std::max(most, value.value_or(0));
    }
    return most;
}

// The next of 1, 2, 5, 10, 20, … above.
double rounded_up(double value) {
    double step = 1;
    while (true) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (factor * step >= value) return factor * step;
        }
        step *= 10;
    }
}

bool known_at(const Chart& chart, std::size_t step) {
    return std::ranges::all_of(chart.lines, [&](const Chart::Line& line) { return line.values[step].has_value(); });
}

std::string quoted_for_mermaid(std::string text) {
    std::erase(text, '"');
    return '"' + text + '"';
}

// A drawing of a fixed size; a page shrinks it where it has less room.
class ChartSvg {
public:
    ChartSvg(const Chart& chart, std::string_view title, std::size_t number)
        : chart_(chart), title_(title), number_(number), top_(rounded_up(highest(chart))) {}

    std::string run() const {
        std::string out = fmt::format(
            "<svg class=\"chart small\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
            "aria-labelledby=\"chart{2}\">\n<title id=\"chart{2}\">{3}</title>\n",
            kWidth, kHeight, number_, html_text(fmt::format("{}. {}", title_, chart_.says)));
        for (int part = 0; part <= kParts; ++part) out += rule(part);
        out += steps();
        double lowest_label = -1e9;
        for (std::size_t index = 0; index < chart_.lines.size(); ++index)
            out += line(chart_.lines[index], index, lowest_label);
        return out + "</svg>\n";
    }

private:
    static constexpr double kWidth = 760;
    static constexpr double kHeight = 280;
    static constexpr double kLeft = 44;
    static constexpr double kRight = 590;  // behind it stand the names of the lines
    static constexpr double kTop = 16;
    static constexpr double kBottom = 236;
    static constexpr int kParts = 2;
    static constexpr double kBetweenLabels = 16;
    static constexpr std::size_t kMostSteps = 7;  // that are named

    [[nodiscard]] double x(std::size_t step) const {
        const std::size_t last = chart_.steps.size() - 1;
        return last == 0 ? kLeft : kLeft + (kRight - kLeft) * static_cast<double>(step) / static_cast<double>(last);
    }
    [[nodiscard]] double y(double value) const { return kBottom - (kBottom - kTop) * value / top_; }

    [[nodiscard]] std::string rule(int part) const {
        const double value = top_ * part / kParts;
        // Of one or three there is no half.
        if (value != std::floor(value)) return {};
        return fmt::format(
            "<line class=\"axis\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n"
            "<text class=\"note\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{:.0f}</text>\n",
            kLeft, kRight, y(value), y(value), kLeft - 8, y(value) + 4, value);
    }

    [[nodiscard]] std::string steps() const {
        std::string out;
        const std::size_t count = chart_.steps.size();
        const std::size_t every = std::max<std::size_t>(1, (count + kMostSteps - 1) / kMostSteps);
        for (std::size_t step = 0; step < count; ++step) {
            // From the last one back: it is the one that everybody looks for.
            if ((count - 1 - step) % every != 0) continue;
            out += fmt::format("<text class=\"note\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                               x(step), kBottom + 22, html_text(chart_.steps[step]));
        }
        return out;
    }

    [[nodiscard]] std::string line(const Chart::Line& line, std::size_t index, double& lowest_label) const {
        std::string path;
        std::string points;
        bool drawn = false;
        std::optional<double> last;
        for (std::size_t step = 0; step < line.values.size(); ++step) {
            const auto& value = line.values[step];
            if (value) {
                path += fmt::format("{}{:.1f} {:.1f}", drawn ? " L" : path.empty() ? "M" : " M", x(step), y(*value));
                points += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"/>\n", x(step), y(*value));
                last = value;
            }
            drawn = value.has_value();
        }
        // Names of lines that end close to each other stand one below the other.
        const double label = std::max(y(last.value_or(0)) + 4, lowest_label + kBetweenLabels);
        lowest_label = label;
        return fmt::format(
            "<g class=\"line{}\">\n<path d=\"{}\"/>\n{}<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n</g>\n",
            index == 0 ? "" : " dashed", path, points, kRight + 12, label,
            html_text(last ? fmt::format("{}: {:g}", line.name, *last) : line.name));
    }

    const Chart& chart_;
    const std::string_view title_;
    const std::size_t number_;
    const double top_;
};

}  // namespace

std::string mermaid(const Chart& chart) {
    std::vector<std::string> steps;
    std::vector<std::vector<std::string>> lines(chart.lines.size());
    for (std::size_t step = 0; step < chart.steps.size(); ++step) {
        if (!known_at(chart, step)) continue;
        steps.push_back(quoted_for_mermaid(chart.steps[step]));
        for (std::size_t line = 0; line < lines.size(); ++line)
            lines[line].push_back(fmt::format("{:g}", *chart.lines[line].values[step]));
    }
    std::string out = fmt::format("xychart-beta\n    x-axis [{}]\n    y-axis 0 --> {:g}\n", fmt::join(steps, ", "),
                                  rounded_up(highest(chart)));
    for (const auto& line : lines) out += fmt::format("    line [{}]\n", fmt::join(line, ", "));
    return out;
}

std::string html_chart(const Chart& chart, std::string_view title, std::size_t number) {
    return fmt::format(
        "<figure class=\"diagram\">\n<div role=\"region\" tabindex=\"0\" aria-label=\"Drawing: {}\">\n{}</div>\n"
        "<figcaption>{}</figcaption>\n</figure>\n",
        html_text(title), chart.steps.empty() ? std::string() : ChartSvg(chart, title, number).run(),
        html_text(chart.says));
}

std::string text_chart(const Chart& chart) {
    constexpr std::array<std::string_view, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const double top = highest(chart);
    std::size_t widest = 0;
    for (const Chart::Line& line : chart.lines) widest = std::max(widest, display_width(line.name));
    std::string out;
    for (const Chart::Line& line : chart.lines) {
        std::string blocks;
        std::optional<double> first;
        std::optional<double> last;
        for (const auto& value : line.values) {
            if (!value) {
                blocks += ' ';
                continue;
            }
            if (!first) first = value;
            last = value;
            blocks += kBlocks[static_cast<std::size_t>(std::lround(*value / top * (kBlocks.size() - 1)))];
        }
        out += line.name + std::string(widest - display_width(line.name), ' ') + "  " + blocks;
        if (first) out += fmt::format("  {:g} → {:g}", *first, *last);
        out += '\n';
    }
    return out;
}

}  // namespace ims
