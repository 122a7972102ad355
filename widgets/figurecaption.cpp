// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figurecaption.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>

namespace WhiteBox {

namespace {

struct Caption
{
    Q_DECLARE_TR_FUNCTIONS(FigureCaption)
};

QString jobLine(const JobResult &result)
{
    QString line =
        Caption::tr("Job %1: %2, %3 residues").arg(result.jobId, result.query.name).arg(result.length());
    if (result.alignment)
        line += Caption::tr(", %1 homologs").arg(std::max(0, result.alignment->rows() - 1));
    const QJsonObject request = result.provenance[QStringLiteral("request")].toObject();
    const QString database =
        request[QStringLiteral("database")].toObject()[QStringLiteral("path")].toString();
    if (!database.isEmpty())
        line += Caption::tr(" found by jackhmmer in %1").arg(QFileInfo(database).fileName());
    return line + QLatin1Char('.');
}

QString modelLine(const JobResult &result)
{
    const QJsonObject model = result.provenance[QStringLiteral("model")].toObject();
    return Caption::tr("Network %1 of %2, SHA-256 of its weights %3; White Box %4.")
        .arg(model[QStringLiteral("name")].toString(QStringLiteral("?")),
             model[QStringLiteral("date")].toString(QStringLiteral("?")),
             model[QStringLiteral("sha256")].toString(QStringLiteral("?")).left(16),
             QCoreApplication::applicationVersion());
}

QString scaleText(MosaicScale scale, double limit)
{
    switch (scale) {
    case MosaicScale::Global:
        return Caption::tr("one scale, ±%1 (99.5th percentile of |value|)").arg(shortNumber(limit));
    case MosaicScale::Locked:
        return Caption::tr("locked scale, ±%1").arg(shortNumber(limit));
    case MosaicScale::PerRow:
        return Caption::tr("a scale for each row of tiles");
    case MosaicScale::PerTile:
        return Caption::tr("a scale for each tile");
    }
    return {};
}

} // namespace

QString FigureCaption::title() const
{
    if (!pair || !result.predicted)
        return result.query.name;
    return Caption::tr("%1: %2, %3 predicted at %4 Å")
        .arg(result.query.name, pair->text(result.query.residues), channelName(settings.channel()))
        .arg(double(result.predicted->at(settings.channel(), pair->i, pair->j)), 0, 'f', 1)
        .replace(QStringLiteral(" -"), QStringLiteral(" −"));
}

QStringList FigureCaption::lines() const
{
    QStringList lines{jobLine(result)};
    if (pair && !limits)
        lines << Caption::tr("Pair %1 (counted from 1), marked with its receptive field.")
                     .arg(pair->text(result.query.residues));
    if (pair && limits) {
        lines
            << Caption::tr(
                   "Pair %1 (counted from 1), %2, marked with its receptive field. Gradient tiles: %3 of the "
                   "distance, target \"%4\", %5; %6. Coevolution tiles: the network's input; %7. Row: amino "
                   "acid at i, column: at j; inside a tile Δi downwards, Δj to the "
                   "right; hatched: outside the protein.")
                   .arg(pair->text(result.query.residues), channelName(settings.channel()),
                        methodName(settings.method()), targetName(settings.target()),
                        methodUnit(settings.method()), scaleText(settings.scale(), limits->gradient),
                        scaleText(settings.scale(), limits->couplings));
        lines << methodCaveat(settings.method());
    }
    lines << Caption::tr("Distances in Å, 4 to 20, dark = close.") + QLatin1Char(' ') + modelLine(result);
    for (const QString &warning : result.warnings)
        lines << Caption::tr("Note: %1").arg(warning);
    return lines;
}

} // namespace WhiteBox
