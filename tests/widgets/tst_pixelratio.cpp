// SPDX-License-Identifier: GPL-3.0-or-later
// Map, mosaic and array in device pixels: equal cells, sharp edges, no seams, and under the pointer the cell
// that is painted there. CTest runs it with QT_SCALE_FACTOR 1, 1.5 and 2.
#include "tests/support/warnings.h"
#include "widgets/arrayimage.h"
#include "widgets/matrixview.h"
#include "widgets/tilemosaic.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <cmath>

using namespace WhiteBox;

namespace {

constexpr int kLength = 40;
constexpr float kValue = 1;

/// +1 and −1 as on a chessboard: every edge is an edge of two colours.
float chess(int row, int column)
{
    return (row + column) % 2 == 0 ? kValue : -kValue;
}

std::shared_ptr<const MatrixLayer> chessLayer()
{
    auto layer = std::make_shared<MatrixLayer>();
    layer->length = kLength;
    layer->scale = ColorScale::symmetric(2, {});
    for (int i = 0; i < kLength; ++i)
        for (int j = 0; j < kLength; ++j)
            layer->values.push_back(chess(i, j));
    return layer;
}

/// Chessboards of cells (cellwise), or tiles of one value each that are a chessboard together.
MosaicPicture chessMosaic(bool cellwise)
{
    auto window = std::make_shared<GradientWindow>();
    window->pair = {40, 60};
    window->length = 100;
    window->side = 15;
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            for (int k = 0; k < 225; ++k)
                window->values.push_back(cellwise ? chess(k / 15, k % 15) : chess(a, b));
    MosaicPicture picture;
    picture.window = window;
    picture.scale = MosaicScale::Locked;
    picture.lockedLimit = 2;
    return picture;
}

/// tiles² tiles of cells², all cells together a chessboard, or the tiles.
ArrayPicture chessArray(int tiles, int cells, bool cellwise)
{
    std::vector<ArrayAxis> axes;
    for (const int extent : {tiles, tiles, cells, cells})
        if (extent > 1)
            axes.push_back({QStringLiteral("axis%1").arg(axes.size()), extent, 0, {}});
    ArrayPicture picture;
    picture.view = ArrayView(axes);
    picture.bar.scale = ColorScale::symmetric(2, {});
    for (int t = 0; t < tiles * tiles; ++t)
        for (int k = 0; k < cells * cells; ++k)
            picture.values.push_back(cellwise ? chess(k / cells, k % cells) : chess(t / tiles, t % tiles));
    return picture;
}

} // namespace

class TestPixelRatio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void mapHasThePaintedCellUnderThePointer();
    void mapAtAnOddPlaceHasEqualCells();
    void tilesAreEqualAndSharp();
    void smallestWholeMosaicHasAPixelForEachCell();
    void arrayHasThePaintedCellUnderThePointer();
    void arrayOfTilesUsesTheRoom();

private:
    /// Shows a view in a window; what is then on the screen, in device pixels, without the view's
    /// surroundings.
    QImage shown(QWidget &view, QSize size, QPoint at = {0, 0});
    QPointF pointOf(int x, int y) const { return QPointF(x + 0.5, y + 0.5) / m_ratio; }
    static void moveTo(QWidget &view, const QPointF &point);
    static QRgb colorOf(float value) { return ColorScale::symmetric(2, {}).color(value); }

    std::unique_ptr<QWidget> m_frame;
    double m_ratio = 1;
};

void TestPixelRatio::initTestCase()
{
    m_ratio = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
    QCOMPARE(QWidget().devicePixelRatioF(), m_ratio);
}

QImage TestPixelRatio::shown(QWidget &view, QSize size, QPoint at)
{
    m_frame = std::make_unique<QWidget>();
    view.setParent(m_frame.get());
    view.setGeometry(QRect(at, size));
    m_frame->resize(size + QSize(at.x() + 10, at.y() + 10));
    m_frame->show();
    if (!QTest::qWaitForWindowExposed(m_frame.get()))
        return {};
    const QImage all = m_frame->grab().toImage();
    view.setParent(nullptr); // the test owns it
    return all.copy(QRect(QPoint(int(at.x() * m_ratio), int(at.y() * m_ratio)), size * m_ratio));
}

void TestPixelRatio::moveTo(QWidget &view, const QPointF &point)
{
    QMouseEvent move(QEvent::MouseMove, point, view.mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
}

void TestPixelRatio::mapHasThePaintedCellUnderThePointer()
{
    PairSelection selection;
    MatrixView view(&selection);
    view.setLayers(chessLayer(), chessLayer());
    const QImage image = shown(view, {420, 400});
    const MatrixGeometry map = view.mapGeometry();
    const double cell = map.cell() * m_ratio;
    QCOMPARE(cell, std::round(cell));
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const auto pair = map.cellAt(pointOf(x, y));
            if (!pair)
                continue;
            ++pixels;
            if (image.pixel(x, y) != colorOf(chess(pair->i, pair->j)))
                QFAIL(qPrintable(QStringLiteral("pixel %1,%2 of %3").arg(x).arg(y).arg(pair->text({}))));
        }
    QCOMPARE(pixels, int(std::lround(cell * cell)) * kLength * kLength);
    // The first and the last pixel of a cell are the cell's for the pointer too.
    const QRectF of = map.cellRect({11, 23});
    for (const QPointF &corner :
         {of.topLeft() + QPointF(0.5, 0.5) / m_ratio, of.bottomRight() - QPointF(0.5, 0.5) / m_ratio}) {
        moveTo(view, corner);
        QCOMPARE(*selection.hoveredPair(), (ResiduePair{11, 23}));
    }
}

// At a ratio of 1.5 a view at an odd place begins in the middle of a device pixel.
void TestPixelRatio::mapAtAnOddPlaceHasEqualCells()
{
    PairSelection selection;
    MatrixView view(&selection);
    view.setLayers(chessLayer(), chessLayer());
    const QImage image = shown(view, {421, 399}, {7, 5});
    const MatrixGeometry map = view.mapGeometry();
    const int y = int((map.plot.top() + map.cell() * 2.5) * m_ratio);
    std::vector<int> runs;
    QRgb last = 0;
    for (int x = int(map.plot.left() * m_ratio); x < int(map.plot.right() * m_ratio) + 2; ++x) {
        const QRgb color = image.pixel(x, y);
        const bool isCell = color == colorOf(kValue) || color == colorOf(-kValue);
        if (isCell && color != last)
            runs.push_back(0);
        if (isCell)
            ++runs.back();
        last = isCell ? color : 0;
    }
    QCOMPARE(int(runs.size()), kLength);
    for (const int run : runs)
        QCOMPARE(run, int(std::lround(map.cell() * m_ratio)));
}

void TestPixelRatio::tilesAreEqualAndSharp()
{
    PairSelection selection;
    TileMosaic view(QStringLiteral("gradient"), &selection);
    view.setPicture(chessMosaic(false));
    for (const QSize size : {QSize(480, 430), QSize(700, 660)}) { // 1 and 1.6 … pixels a cell
        const QImage image = shown(view, size);
        const MosaicPainter::Layout layout = view.mosaicLayout();
        const double tile = layout.tile * m_ratio;
        QCOMPARE(tile, std::round(tile));
        const QRectF area(layout.origin, QSizeF(layout.extent(), layout.extent()));
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                if (!area.contains(pointOf(x, y)))
                    continue;
                const auto hit = layout.at(pointOf(x, y));
                const QRgb expected =
                    hit ? colorOf(chess((*hit)[0], (*hit)[1])) : view.palette().color(QPalette::Base).rgb();
                pixels += hit ? 1 : 0;
                if (image.pixel(x, y) != expected)
                    QFAIL(qPrintable(QStringLiteral("pixel %1,%2").arg(x).arg(y)));
            }
        QCOMPARE(pixels, int(std::lround(tile * tile)) * kStates * kStates);
    }
}

void TestPixelRatio::smallestWholeMosaicHasAPixelForEachCell()
{
    PairSelection selection;
    TileMosaic view(QStringLiteral("gradient"), &selection);
    view.setWholeCells(true);
    view.setPicture(chessMosaic(true));
    const QImage image = shown(view, view.minimumSizeHint());
    const MosaicPainter::Layout layout = view.mosaicLayout();
    QCOMPARE(int(std::lround(layout.tile * m_ratio)), 15);
    const QPoint corner = (layout.tileRect(3, 17).topLeft() * m_ratio).toPoint();
    for (int y = 0; y < 15; ++y)
        for (int x = 0; x < 15; ++x) {
            QCOMPARE(image.pixel(corner + QPoint(x, y)), colorOf(chess(y, x)));
            moveTo(view, pointOf(corner.x() + x, corner.y() + y));
            QCOMPARE(*selection.hoveredCell(), (WindowCell{3, 17, y - 7, x - 7}));
        }
}

void TestPixelRatio::arrayHasThePaintedCellUnderThePointer()
{
    ArrayImage view;
    view.setPicture(chessArray(1, 21, true));
    const QImage image = shown(view, {520, 440});
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const auto place = view.placeAt(pointOf(x, y));
            if (!place)
                continue;
            ++pixels;
            if (image.pixel(x, y) != colorOf(chess(int((*place)[0]), int((*place)[1]))))
                QFAIL(qPrintable(QStringLiteral("pixel %1,%2").arg(x).arg(y)));
        }
    const double cell = view.rectOf({0, 0})->width() * m_ratio;
    QCOMPARE(cell, std::round(cell));
    QCOMPARE(pixels, int(std::lround(cell * cell)) * 21 * 21);
}

// The virtual Jacobian had one pixel a cell in a panel that has room for nearly two.
void TestPixelRatio::arrayOfTilesUsesTheRoom()
{
    ArrayImage view;
    for (const bool cellwise : {false, true}) {
        view.setPicture(chessArray(21, 15, cellwise));
        const QImage image = shown(view, {760, 760});
        const QRectF first = *view.rectOf({0, 0, 0, 0});
        const QRectF last = *view.rectOf({20, 20, 14, 14});
        const QRectF all = first.united(last);
        QVERIFY2(all.width() > 0.75 * view.width(), qPrintable(QString::number(all.width())));
        const double tile = first.width() * m_ratio * 15;
        QVERIFY(std::abs(tile - std::round(tile)) < 1e-6);
        // In the middle of a tile and of a cell there is its colour, unmixed.
        for (const auto &place : {ArrayImage::Place{3, 17, 7, 7}, ArrayImage::Place{4, 17, 7, 7}}) {
            const QRectF cell = *view.rectOf(place);
            const QPoint centre(int(cell.center().x() * m_ratio), int(cell.center().y() * m_ratio));
            QCOMPARE(*view.placeAt(pointOf(centre.x(), centre.y())), place);
            QCOMPARE(image.pixel(centre), colorOf(view.valueAt(place)));
        }
        if (cellwise)
            continue;
        // Tiles have sharp edges.
        const QRectF corner = *view.rectOf({3, 17, 0, 0});
        const QPoint outer = (corner.topLeft() * m_ratio).toPoint();
        QCOMPARE(image.pixel(outer), colorOf(chess(3, 17)));
        QCOMPARE(image.pixel(outer - QPoint(1, 1)), view.palette().color(QPalette::Base).rgb());
    }
}

QTEST_MAIN(TestPixelRatio)
#include "tst_pixelratio.moc"
