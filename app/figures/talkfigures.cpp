// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/talkfigures.h"

#include "app/figures/talkpage.h"
#include "app/figures/talkpages.h"
#include "widgets/pairranking.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace WhiteBox {

namespace {

constexpr int kLongRange = 24; ///< residues apart, as CASP counts it
constexpr int kResolution = 1200;
const QString kAlignment = QStringLiteral("data/demo/1ABA_A/1ABA_A.aln");
const QString kStructure = QStringLiteral("data/demo/1ABA_A/1ABA_A.pdb");
const char *const kTalkQueryStart = "MFKVYGYDSNIHKCGPCDNAKRLLTVKKQPFEF"; ///< 1ABA's first residues

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TalkFigures)
};

/// The shared folder with the talk's protein, or empty.
QString sharedFolder()
{
    QStringList places{qEnvironmentVariable("WHITEBOX_SHARED"), QStringLiteral("../shared")};
    QDir above(QCoreApplication::applicationDirPath());
    do
        places << above.filePath(QStringLiteral("../shared"));
    while (above.cdUp() && places.size() < 10);
    for (const QString &place : places)
        if (!place.isEmpty() && QFileInfo::exists(place + QLatin1Char('/') + kAlignment) &&
            QFileInfo::exists(place + QLatin1Char('/') + kStructure))
            return QDir::cleanPath(QDir(place).absolutePath());
    return {};
}

QString footerOf(const JobResult &result)
{
    const QJsonObject model = result.provenance[QStringLiteral("model")].toObject();
    return Text::
        tr("After the talk \"White Box\" (Das & Dugar, TU München, 2018). Job %1; network %2, SHA-256 %3; "
           "White Box %4")
            .arg(result.jobId, model[QStringLiteral("name")].toString(),
                 model[QStringLiteral("sha256")].toString().left(16), QCoreApplication::applicationVersion());
}

Result<void> writePages(QIODevice &device, TalkPages &pages, const FigureRecipe &recipe,
                        const FigureStudio &studio, const TalkProgress &progress)
{
    const FigureStyle style = FigureStyle::print();
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins({});
    writer.setResolution(kResolution);
    writer.setTitle(Text::tr("The 2018 talk, again: %1").arg(studio.result().query.name));
    writer.setCreator(QStringLiteral("White Box %1").arg(QCoreApplication::applicationVersion()));
    writer.setDocumentXmpMetadata(figureXmp(writer.title(), recipe.toJson()));
    QPainter painter(&writer);
    painter.scale(kResolution / 96.0, kResolution / 96.0);
    for (int k = 0; k < TalkPages::kCount; ++k) {
        progress(Text::tr("page %1 of %2: %3").arg(k + 1).arg(TalkPages::kCount).arg(TalkPages::title(k)));
        auto page = pages.make(k);
        if (!page.isOk())
            return std::move(page).error();
        TalkPage &drawn = page.value();
        drawn.footer = footerOf(studio.result());
        drawn.number = Text::tr("%1 of %2").arg(k + 1).arg(TalkPages::kCount);
        if (k > 0)
            writer.newPage();
        drawn.paintFigure(painter, QRectF(QPointF(), drawn.figureSize()), style);
    }
    painter.end();
    return {};
}

} // namespace

Result<FigureSource> talkSource(Cli::Context &context)
{
    const QString shared = sharedFolder();
    if (shared.isEmpty()) {
        Cli::printNotice(
            Text::tr("The talk's protein is not here (../shared/data): the example is shown, CheY."),
            context);
        return exampleSource(context);
    }
    const QDir folder(shared);
    return loadFigureSource({folder.filePath(kAlignment), folder.filePath(kStructure), {}}, context);
}

ResiduePair talkPair(const JobResult &result)
{
    if (result.query.residues.starts_with(kTalkQueryStart))
        return {20, 32};
    for (const int apart : {kLongRange, 1})
        if (const auto ranked = rankedPairs(result, apart); !ranked.empty())
            return ranked.front();
    return {};
}

Result<void> writeTalk(FigureStudio &studio, const FigureRecipe &recipe, const QString &path,
                       const StopToken &stop, const TalkProgress &progress)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TalkPages pages(&studio, recipe, stop);
    FigureRecipe whole = recipe;
    whole.job = studio.result().jobId;
    whole.figure = QStringLiteral("talk");
    if (auto written = writePages(buffer, pages, whole, studio, progress); !written.isOk())
        return written;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(buffer.data()) != buffer.size() || !file.commit())
        return Error::io(path, Text::tr("The figures could not be written"), file.errorString(),
                         Text::tr("Choose another folder, or make room."));
    return {};
}

} // namespace WhiteBox
