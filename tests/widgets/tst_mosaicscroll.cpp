// SPDX-License-Identifier: GPL-3.0-or-later
// A mosaic in a room that is too small for a device pixel a cell.
#include "tests/support/warnings.h"
#include "widgets/mosaicscroll.h"
#include "widgets/tilemosaic.h"

#include <QPainter>
#include <QScrollBar>
#include <QTest>

using namespace WhiteBox;

namespace {

MosaicPicture madeUpPicture()
{
    auto window = std::make_shared<GradientWindow>();
    window->pair = {40, 60};
    window->length = 100;
    window->side = 15;
    for (int k = 0; k < kStates * kStates * 225; ++k)
        window->values.push_back(float(k % 7 - 3));
    MosaicPicture picture;
    picture.window = window;
    picture.unit = QStringLiteral("Å");
    picture.highLabel = QStringLiteral("raises distance");
    picture.lowLabel = QStringLiteral("lowers distance");
    return picture;
}

} // namespace

class TestMosaicScroll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void largeRoomIsFilledWithoutScrolling();
    void smallRoomKeepsAPixelForEachCell();
    void cursorOfOtherViewsIsFollowed();
    void readoutStaysWhereItIsSeen();
    void wordsThatDoNotFitAreLeftOut();

private:
    bool shows(const QRectF &rect) const
    {
        return QRectF(m_mosaic->visibleRegion().boundingRect()).contains(rect);
    }

    PairSelection m_selection;
    std::unique_ptr<MosaicScroll> m_scroll;
    TileMosaic *m_mosaic = nullptr;
};

void TestMosaicScroll::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_selection.setHoveredCell(std::nullopt);
    m_mosaic = new TileMosaic(QStringLiteral("gradient"), &m_selection);
    m_scroll = std::make_unique<MosaicScroll>(m_mosaic, &m_selection);
    m_mosaic->setPicture(madeUpPicture());
    m_scroll->resize(300, 250);
    m_scroll->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_scroll.get()));
}

void TestMosaicScroll::largeRoomIsFilledWithoutScrolling()
{
    m_scroll->resize(600, 560);
    QTRY_COMPARE(m_mosaic->size(), m_scroll->size());
    QTRY_VERIFY(!m_scroll->horizontalScrollBar()->isVisible());
    QTRY_VERIFY(!m_scroll->verticalScrollBar()->isVisible());
}

void TestMosaicScroll::smallRoomKeepsAPixelForEachCell()
{
    QVERIFY(m_scroll->horizontalScrollBar()->isVisible());
    QVERIFY(m_scroll->verticalScrollBar()->isVisible());
    const auto layout = m_mosaic->mosaicLayout();
    QVERIFY(layout.tile * m_mosaic->devicePixelRatioF() >= 15);
    QVERIFY(!shows(layout.tileRect(20, 20)));
    // Scrolled to its end the last tile is there, and the pointer reads it out.
    m_scroll->horizontalScrollBar()->setValue(m_scroll->horizontalScrollBar()->maximum());
    m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->maximum());
    QVERIFY(shows(layout.tileRect(20, 20)));
    QTest::mouseMove(m_mosaic, layout.cellRect(20, 19, 3, 4).topLeft().toPoint());
    QCOMPARE(*m_selection.hoveredCell(), (WindowCell{20, 19, -4, -3}));
}

void TestMosaicScroll::cursorOfOtherViewsIsFollowed()
{
    const auto layout = m_mosaic->mosaicLayout();
    for (const int state : {20, 0, 12}) {
        m_selection.setHoveredCell(WindowCell{state, state, 0, 0});
        QVERIFY2(shows(layout.cellRect(state, state, 7, 7)), qPrintable(QString::number(state)));
    }
    // By keys too.
    m_mosaic->setFocus();
    for (int k = 0; k < 8; ++k)
        QTest::keyClick(m_mosaic, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(shows(layout.cellRect(20, 12, 7, 7)));
}

void TestMosaicScroll::readoutStaysWhereItIsSeen()
{
    m_scroll->horizontalScrollBar()->setValue(60);
    m_selection.setHoveredCell(WindowCell{9, 9, 0, 0});
    const QImage hovered = m_scroll->viewport()->grab().toImage();
    m_selection.setHoveredCell(std::nullopt);
    const QImage bare = m_scroll->viewport()->grab().toImage();
    const QRect line(0, hovered.height() - 14, hovered.width(), 12);
    QVERIFY(hovered.copy(line) != bare.copy(line));
}

void TestMosaicScroll::wordsThatDoNotFitAreLeftOut()
{
    const ColorBar words{ColorScale::symmetric(1, {}), QStringLiteral("raises distance"),
                         QStringLiteral("lowers distance")};
    const ColorBar wordless{words.scale, {}, {}};
    const FigureStyle style = FigureStyle::print();
    const auto painted = [&](const ColorBar &bar, double height) {
        QImage image(QSize(int(words.width(style)), int(height)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        bar.paint(painter, QRectF(0, 0, words.width(style), height), style);
        return image;
    };
    QVERIFY(painted(words, 400) != painted(wordless, 400));
    QCOMPARE(painted(words, 120), painted(wordless, 120));
}

QTEST_MAIN(TestMosaicScroll)
#include "tst_mosaicscroll.moc"
