// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/plot.h"

#include "core/export/rasterfont.h"

#include <algorithm>
#include <cmath>

namespace WhiteBox {
namespace {

constexpr Rgb kWhite{255, 255, 255};
constexpr Rgb kInk{30, 30, 30};
constexpr Rgb kGrid{225, 225, 225};
constexpr int kScale = 2; ///< of letters
constexpr int kLeft = 80;
constexpr int kRight = 24;
constexpr int kTop = 80;
constexpr int kBottom = 64;
constexpr int kDensityCell = 3; ///< pixels

int textWidth(const QString &text)
{
    return int(text.size()) * kGlyphWidth * kScale;
}

void drawDisc(RasterImage &image, double x, double y, double radius, Rgb colour)
{
    const int reach = int(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx)
            if (dx * dx + dy * dy <= radius * radius)
                image.set(int(std::lround(x)) + dx, int(std::lround(y)) + dy, colour);
}

/// The picture being drawn: where data coordinates lie in it.
class Canvas
{
public:
    Canvas(const Plot &plot, RasterImage &image)
        : m_plot(plot)
        , m_image(image)
        , m_width(image.width() - kLeft - kRight)
        , m_height(image.height() - kTop - kBottom)
    {}

    void draw()
    {
        drawGrid();
        for (const PlotSeries &series : m_plot.series)
            drawSeries(series);
        drawFrame();
        drawTexts();
    }

private:
    double xOf(double x) const
    {
        return kLeft + m_width * (x - m_plot.xRange[0]) / (m_plot.xRange[1] - m_plot.xRange[0]);
    }
    double yOf(double y) const
    {
        return kTop + m_height * (1 - (y - m_plot.yRange[0]) / (m_plot.yRange[1] - m_plot.yRange[0]));
    }
    /// False for what is not finite, too.
    bool isInside(const std::array<double, 2> &point) const
    {
        return point[0] >= m_plot.xRange[0] && point[0] <= m_plot.xRange[1] && point[1] >= m_plot.yRange[0] &&
               point[1] <= m_plot.yRange[1];
    }

    void drawGrid()
    {
        for (const double tick : plotTicks(m_plot.xRange)) {
            const QString text = QString::number(tick, 'g', 4);
            const int x = int(std::lround(xOf(tick)));
            m_image.fill(x, kTop, 1, m_height, kGrid);
            drawText(m_image, x - textWidth(text) / 2, kTop + m_height + 8, text, kInk, kScale);
        }
        for (const double tick : plotTicks(m_plot.yRange)) {
            const QString text = QString::number(tick, 'g', 4);
            const int y = int(std::lround(yOf(tick)));
            m_image.fill(kLeft, y, m_width, 1, kGrid);
            drawText(m_image, kLeft - 8 - textWidth(text), y - kGlyphHeight, text, kInk, kScale);
        }
    }

    void drawFrame()
    {
        m_image.fill(kLeft, kTop, m_width, 1, kInk);
        m_image.fill(kLeft, kTop + m_height, m_width + 1, 1, kInk);
        m_image.fill(kLeft, kTop, 1, m_height, kInk);
        m_image.fill(kLeft + m_width, kTop, 1, m_height, kInk);
    }

    void drawTexts()
    {
        drawText(m_image, kLeft, 10, m_plot.title, kInk, kScale);
        drawText(m_image, 10, kTop - 26, m_plot.yLabel, kInk, kScale);
        drawText(m_image, kLeft + (m_width - textWidth(m_plot.xLabel)) / 2, kTop + m_height + 36,
                 m_plot.xLabel, kInk, kScale);
        int x = m_image.width() - kRight;
        for (auto series = m_plot.series.rbegin(); series != m_plot.series.rend(); ++series) {
            if (series->name.isEmpty())
                continue;
            x -= textWidth(series->name);
            drawText(m_image, x, kTop - 26, series->name, kInk, kScale);
            x -= 18;
            m_image.fill(x, kTop - 24, 12, 12, series->colour);
            x -= 18;
        }
    }

    void drawSeries(const PlotSeries &series)
    {
        if (series.style == PlotSeries::Style::Density)
            return drawDensity(series);
        const std::array<double, 2> *before = nullptr;
        for (const auto &point : series.points) {
            if (!isInside(point)) {
                before = nullptr;
                continue;
            }
            drawDisc(m_image, xOf(point[0]), yOf(point[1]), 4, series.colour);
            if (before && series.style == PlotSeries::Style::Line)
                drawLine(*before, point, series.colour);
            before = &point;
        }
    }

    void drawLine(const std::array<double, 2> &from, const std::array<double, 2> &to, Rgb colour)
    {
        const double dx = xOf(to[0]) - xOf(from[0]);
        const double dy = yOf(to[1]) - yOf(from[1]);
        const int steps = std::max(1, int(std::hypot(dx, dy)));
        for (int step = 0; step <= steps; ++step)
            drawDisc(m_image, xOf(from[0]) + dx * step / steps, yOf(from[1]) + dy * step / steps, 1.5,
                     colour);
    }

    /// Shade by the square root of the count, so that sparse places stay visible.
    void drawDensity(const PlotSeries &series)
    {
        const int columns = m_width / kDensityCell + 1;
        const int rows = m_height / kDensityCell + 1;
        std::vector<int> counts(std::size_t(columns) * std::size_t(rows), 0);
        int most = 1;
        for (const auto &point : series.points) {
            if (!isInside(point))
                continue;
            const int column = int(xOf(point[0]) - kLeft) / kDensityCell;
            const int row = int(yOf(point[1]) - kTop) / kDensityCell;
            most = std::max(most, ++counts[std::size_t(row) * std::size_t(columns) + std::size_t(column)]);
        }
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const int count = counts[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
                if (count > 0)
                    m_image.fill(kLeft + column * kDensityCell, kTop + row * kDensityCell, kDensityCell,
                                 kDensityCell,
                                 faded(series.colour, 0.15 + 0.85 * std::sqrt(double(count) / most)));
            }
    }

    static Rgb faded(Rgb colour, double strength)
    {
        const auto mix = [&](std::uint8_t value) {
            return std::uint8_t(std::lround(255 + strength * (value - 255)));
        };
        return {mix(colour.red), mix(colour.green), mix(colour.blue)};
    }

    const Plot &m_plot;
    RasterImage &m_image;
    int m_width;
    int m_height;
};

} // namespace

std::vector<double> plotTicks(std::array<double, 2> range)
{
    const double span = range[1] - range[0];
    if (!(span > 0) || !std::isfinite(span))
        return {};
    double step = std::pow(10.0, std::floor(std::log10(span)));
    for (const double divisor : {1.0, 2.0, 5.0})
        if (span / (step / divisor) >= 4) {
            step /= divisor;
            break;
        }
    std::vector<double> ticks;
    for (double n = std::ceil(range[0] / step - 1e-9); n * step <= range[1] + 1e-9 * span; ++n)
        ticks.push_back(n * step);
    return ticks;
}

RasterImage drawPlot(const Plot &plot, int width, int height)
{
    RasterImage image(std::max(width, kLeft + kRight + 1), std::max(height, kTop + kBottom + 1), kWhite);
    Canvas(plot, image).draw();
    return image;
}

} // namespace WhiteBox
