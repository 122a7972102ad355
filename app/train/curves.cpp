// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/curves.h"

#include "core/export/plot.h"

#include <QFile>

#include <algorithm>

namespace WhiteBox::Train {
namespace {

struct Log
{
    QList<QByteArray> names;
    std::vector<std::vector<double>> rows;
};

/// Rows with another number of columns, such as one cut short, are left out.
Log readLog(const QString &path)
{
    Log log;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return log;
    log.names = file.readLine().trimmed().split(',');
    while (!file.atEnd()) {
        std::vector<double> row;
        for (const QByteArray &cell : file.readLine().trimmed().split(','))
            row.push_back(cell.toDouble());
        if (qsizetype(row.size()) == log.names.size())
            log.rows.push_back(std::move(row));
    }
    return log;
}

PlotSeries seriesOf(const Log &log, const char *column, Rgb colour)
{
    PlotSeries series{QString::fromLatin1(column), colour, PlotSeries::Style::Line, {}};
    const qsizetype index = log.names.indexOf(column);
    for (const auto &row : log.rows)
        if (index >= 0)
            series.points.push_back({row.front(), row[std::size_t(index)]});
    return series;
}

Plot plotOf(const Log &log, const char *title, std::vector<PlotSeries> series)
{
    Plot plot;
    plot.title = QString::fromLatin1(title);
    plot.xLabel = QStringLiteral("epoch");
    plot.xRange = {0, std::max(2.0, log.rows.empty() ? 0.0 : log.rows.back().front())};
    double highest = 0;
    for (const PlotSeries &one : series)
        for (const auto &point : one.points)
            highest = std::max(highest, point[1]);
    plot.yRange = {0, highest > 0 ? 1.05 * highest : 1.0};
    plot.series = std::move(series);
    return plot;
}

} // namespace

Result<void> plotLog(const QDir &folder)
{
    const Log log = readLog(folder.filePath(QStringLiteral("log.csv")));
    const Plot curves = plotOf(log, "Precision on the validation split",
                               {seriesOf(log, "long_L5", kPlotBlue), seriesOf(log, "long_L2", kPlotOrange),
                                seriesOf(log, "long_L", kPlotGreen), seriesOf(log, "nonlocal_L", kPlotGrey)});
    const Plot losses =
        plotOf(log, "Loss (the training one with dropout)",
               {seriesOf(log, "train_loss", kPlotOrange), seriesOf(log, "val_loss", kPlotBlue)});
    if (auto saved = savePng(folder.filePath(QStringLiteral("curves.png")), drawPlot(curves)); !saved.isOk())
        return saved;
    return savePng(folder.filePath(QStringLiteral("losses.png")), drawPlot(losses));
}

} // namespace WhiteBox::Train
