// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs paint of exported figures: SVG by Chromium, PDF by poppler, against the same figure
// painted by Qt.
#include "app/figures/figurestudio.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace WhiteBox;

namespace {

constexpr int kLength = 30;
constexpr int kScale = 4;           ///< pixels a unit: each cell has one of its own
constexpr double kDotsPerInch = 96; ///< of FigurePanel::figureSize()

int difference(QRgb a, QRgb b)
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// A picture of cells in the SVG, and where it stands in the SVG's units.
struct Cells
{
    QRectF rect;
    QImage image;
};

QList<Cells> cellsOf(const QByteArray &svg)
{
    QList<Cells> found;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("image")) {
            const auto attribute = [&](const char *name) {
                return xml.attributes().value(QLatin1String(name)).toString();
            };
            const QRectF rect(attribute("x").toDouble(), attribute("y").toDouble(),
                              attribute("width").toDouble(), attribute("height").toDouble());
            const QByteArray data = attribute("xlink:href").section(u',', 1).toLatin1();
            if (rect.width() > 100 && rect.height() > 100) // the others are colour bars
                found << Cells{
                    rect,
                    QImage::fromData(QByteArray::fromBase64(data)).convertToFormat(QImage::Format_RGB32)};
        }
    return found;
}

/// Pixels that are text, lines or marks on white.
double inkOutside(const QImage &image, const QList<Cells> &cells, double scale)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QPointF point((x + 0.5) / scale, (y + 0.5) / scale);
            const bool isCell = std::any_of(cells.begin(), cells.end(),
                                            [&](const Cells &each) { return each.rect.contains(point); });
            ink += !isCell && qGray(image.pixel(x, y)) < 160;
        }
    return ink;
}

} // namespace

class TestRenderedFigures : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    /// A result whose distances are all alike, or are those of makeResult().
    std::unique_ptr<FigureStudio> studioOf(bool isUniform) const
    {
        auto result = Test::makeResult(kLength);
        if (isUniform) {
            DistanceMap far(kLength);
            for (int c = 0; c < kDistanceChannels; ++c)
                for (int i = 0; i < kLength; ++i)
                    for (int j = 0; j < kLength; ++j)
                        far.at(c, i, j) = 9;
            result->predicted = std::make_shared<const DistanceMap>(far);
        }
        const auto factory = [couplings = result->couplings](const StopToken &stop) {
            return explainedProtein(Test::testExplainer(InputStack(couplings), 3, stop));
        };
        return std::make_unique<FigureStudio>(FigureSource{result, factory, QStringLiteral("made up")});
    }

    /// The figure's bytes as the program paints them, scale pixels a unit; null where it is not there.
    QImage painted(const QString &program, const QByteArray &bytes, QSizeF size, double scale) const
    {
        const bool isPdf = program == QLatin1String("pdftoppm");
        const QString in = m_dir.filePath(isPdf ? QStringLiteral("in.pdf") : QStringLiteral("in.svg"));
        const QString out = m_dir.filePath(QStringLiteral("out.png"));
        QFile::remove(out);
        QFile file(in);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        file.close();
        QStringList arguments{QStringLiteral("-png"),
                              QStringLiteral("-singlefile"),
                              QStringLiteral("-r"),
                              QString::number(kDotsPerInch * scale),
                              in,
                              m_dir.filePath(QStringLiteral("out"))};
        if (!isPdf)
            arguments = {QStringLiteral("--headless"),
                         QStringLiteral("--no-sandbox"),
                         QStringLiteral("--disable-gpu"),
                         QStringLiteral("--hide-scrollbars"),
                         QStringLiteral("--user-data-dir=") + m_dir.filePath(QStringLiteral("profile")),
                         QStringLiteral("--force-device-scale-factor=%1").arg(scale),
                         QStringLiteral("--window-size=%1,%2").arg(size.width()).arg(size.height()),
                         QStringLiteral("--screenshot=") + out,
                         QStringLiteral("file://") + in};
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, arguments);
        process.waitForFinished(100000);
        return QImage(out).convertToFormat(QImage::Format_RGB32);
    }

    /// Each pixel of the pictures where it stands in what was painted.
    static void compareCells(const QImage &seen, const QList<Cells> &cells)
    {
        int compared = 0;
        int other = 0;
        for (const Cells &each : cells) {
            QVERIFY(!each.image.isNull());
            const double width = kScale * each.rect.width() / each.image.width();
            const double height = kScale * each.rect.height() / each.image.height();
            for (int y = 0; y < each.image.height(); ++y)
                for (int x = 0; x < each.image.width(); ++x, ++compared)
                    other += difference(seen.pixel(int(kScale * each.rect.left() + (x + 0.5) * width),
                                                   int(kScale * each.rect.top() + (y + 0.5) * height)),
                                        each.image.pixel(x, y)) > 8;
        }
        // Marks and letters stand over the cells.
        QVERIFY2(other < 0.05 * compared, qPrintable(QStringLiteral("%1 of %2").arg(other).arg(compared)));
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(Test::anyWarning()); }

    void othersPaintTheSameFigure_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("figure");
        for (const char *program : {"chromium", "pdftoppm"})
            for (const char *figure : {"map", "gradient", "page"})
                QTest::addRow("%s %s", program, figure)
                    << QString::fromLatin1(program) << QString::fromLatin1(figure);
    }

    void othersPaintTheSameFigure()
    {
        QFETCH(QString, program);
        QFETCH(QString, figure);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(QStringLiteral("needs the program %1").arg(program)));
        const auto studio = studioOf(false);
        FigureRecipe recipe;
        recipe.pair = ResiduePair{4, 15};
        recipe.figure = figure;
        const auto shown = studio->show(recipe);
        QVERIFY(shown.isOk());
        const bool isPdf = program == QLatin1String("pdftoppm");
        const auto svg = figureBytes(*shown.value(), studio->notes(), FigureFormat::Svg);
        const auto bytes = isPdf ? figureBytes(*shown.value(), studio->notes(), FigureFormat::Pdf) : svg;
        const QImage expected = figureImage(*shown.value(), studio->notes(), kScale);
        const QImage seen = painted(program, bytes.value(), expected.size() / kScale, kScale);
        // A PDF's page is measured in whole points.
        QVERIFY(std::abs(seen.width() - expected.width()) <= 2 * kScale);
        QVERIFY(std::abs(seen.height() - expected.height()) <= 2 * kScale);

        const QList<Cells> cells = cellsOf(svg.value());
        QVERIFY(!cells.isEmpty());
        if (!isPdf) // whose cells are laid out anew, on 1200 dots an inch
            compareCells(seen, cells);
        const double ink = inkOutside(seen, cells, kScale) / inkOutside(expected, cells, kScale);
        QVERIFY2(ink > 0.7 && ink < 1.4, qPrintable(QString::number(ink)));
    }

    void cellsOfOneColourHaveNoSeams_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<double>("scale");
        QTest::newRow("chromium") << QStringLiteral("chromium") << 1.0;
        QTest::newRow("chromium, a broken scale") << QStringLiteral("chromium") << 1.37;
        QTest::newRow("pdftoppm, a broken scale") << QStringLiteral("pdftoppm") << 1.37;
    }

    void cellsOfOneColourHaveNoSeams()
    {
        QFETCH(QString, program);
        QFETCH(double, scale);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(QStringLiteral("needs the program %1").arg(program)));
        const auto studio = studioOf(true);
        FigureRecipe recipe;
        recipe.figure = QStringLiteral("map");
        recipe.upper = MatrixContent::Predicted;
        const auto shown = studio->show(recipe);
        QVERIFY(shown.isOk());
        const auto svg = figureBytes(*shown.value(), studio->notes(), FigureFormat::Svg);
        const auto pdf = figureBytes(*shown.value(), studio->notes(), FigureFormat::Pdf);
        const QImage whole = figureImage(*shown.value(), studio->notes(), 1);
        const QImage seen = painted(program, program == QLatin1String("chromium") ? svg.value() : pdf.value(),
                                    whole.size(), scale);
        QVERIFY(!seen.isNull());
        const QRectF cells = cellsOf(svg.value()).value(0).rect;
        const QRgb colour = whole.pixel(cells.center().toPoint());
        const QRect inside(QPoint(int(std::ceil(cells.left() * scale)) + 3, int(cells.top() * scale) + 3),
                           QPoint(int(cells.right() * scale) - 3, int(cells.bottom() * scale) - 3));
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            for (int x = inside.left(); x <= inside.right(); ++x)
                if (difference(seen.pixel(x, y), colour) > 2)
                    QFAIL(qPrintable(QStringLiteral("%1, %2 is %3 instead of %4")
                                         .arg(x)
                                         .arg(y)
                                         .arg(seen.pixel(x, y), 0, 16)
                                         .arg(colour, 0, 16)));
    }

    void cellsAreCrispWhereTheyAreEnlarged()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty())
            QSKIP("needs the program chromium");
        const auto studio = studioOf(false);
        FigureRecipe recipe;
        recipe.figure = QStringLiteral("map");
        const auto shown = studio->show(recipe);
        QVERIFY(shown.isOk());
        const auto svg = figureBytes(*shown.value(), studio->notes(), FigureFormat::Svg).value();
        const QSize size = figureImage(*shown.value(), studio->notes(), 1).size();
        const QImage seen = painted(QStringLiteral("chromium"), svg, size, 3);
        const QRectF cells = cellsOf(svg).value(0).rect;
        const double side = 3 * cells.width() / kLength;
        // One pixel inside each of its ends a cell has the colour of its centre.
        const int y = int(3 * cells.top() + 20.5 * side);
        for (int j = 0; j < kLength; ++j) {
            const double left = 3 * cells.left() + j * side;
            const QRgb centre = seen.pixel(int(left + side / 2), y);
            QVERIFY2(difference(seen.pixel(int(left + 1.5), y), centre) <= 2, qPrintable(QString::number(j)));
            QVERIFY2(difference(seen.pixel(int(left + side - 1.5), y), centre) <= 2,
                     qPrintable(QString::number(j)));
        }
    }
};

QTEST_MAIN(TestRenderedFigures)
#include "tst_renderedfigures.moc"
