// SPDX-License-Identifier: GPL-3.0-or-later
// The receptive field of a small random network: its profile is the engine's, and what is pointed at is read
// out.
#include "core/attribution/windowstatistics.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/receptivefieldview.h"

#include <QTest>

using namespace WhiteBox;

class TestReceptiveFieldView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void profileIsTheEnginesOwn();
    void pointerReadsOutCellsAndBars();
    void lowViewHasNoProfile();

private:
    std::unique_ptr<PairSelection> m_selection;
    std::unique_ptr<ViewSettings> m_settings;
    std::unique_ptr<ExplanationController> m_controller;
    std::unique_ptr<ReceptiveFieldView> m_view;
};

void TestReceptiveFieldView::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_selection = std::make_unique<PairSelection>();
    m_settings = std::make_unique<ViewSettings>();
    m_controller = std::make_unique<ExplanationController>(m_selection.get(), m_settings.get());
    m_controller->setFactory(
        [](const StopToken &stop) { return explainedProtein(Test::testExplainer(40, 3, stop)); });
    m_selection->setPair(ResiduePair{30, 4}); // near a border: some cells lie outside
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->current() != nullptr, 10000);
    m_view = std::make_unique<ReceptiveFieldView>(m_selection.get());
    m_view->setExplanation(m_controller->current());
    m_view->resize(320, 460);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestReceptiveFieldView::cleanup()
{
    m_view.reset();
    m_controller.reset();
    m_settings.reset();
    m_selection.reset();
}

void TestReceptiveFieldView::profileIsTheEnginesOwn()
{
    const auto bins = radialProfile(*m_controller->current()->gradient);
    QCOMPARE(bins.size(), std::size_t(11)); // the corner of 15×15 cells is √98 away
    QCOMPARE(m_view->radialProfile().size(), bins.size());
    for (std::size_t ring = 0; ring < bins.size(); ++ring)
        QCOMPARE(m_view->radialProfile()[ring], bins[ring].meanMagnitude);
}

void TestReceptiveFieldView::pointerReadsOutCellsAndBars()
{
    ReceptiveFieldView &view = *m_view;
    const auto bins = radialProfile(*m_controller->current()->gradient);
    const FigureStyle style = FigureStyle::ofPalette(view.palette(), view.font());
    const QRectF field = view.fieldRect(view.rect(), style, view.devicePixelRatioF());
    const double cell = field.width() / 15;
    QTest::mouseMove(&view, (field.center() + QPointF(2 * cell, -3 * cell)).toPoint());
    QCOMPARE(m_selection->hoveredCell()->di, -3);
    QCOMPARE(m_selection->hoveredCell()->dj, 2);
    QVERIFY2(view.readoutShown().startsWith(QStringLiteral("Σ|gradient| at Δi −3, Δj +2: ")),
             qPrintable(view.readoutShown()));
    const QRectF plot = view.profileRect(view.rect(), style, view.devicePixelRatioF());
    QVERIFY(plot.height() > 40);
    const QImage before = view.grab().toImage();
    QTest::mouseMove(&view, QPointF(plot.left() + 2.5 / 11 * plot.width(), plot.center().y()).toPoint());
    QVERIFY(!m_selection->hoveredCell());
    QCOMPARE(view.readoutShown(), QStringLiteral("mean |gradient| at distance 2: %1 Å per unit of input")
                                      .arg(shortNumber(bins[2].meanMagnitude)));
    QVERIFY(view.grab().toImage() != before);
    // Keys walk the cells.
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(m_selection->hoveredCell());
    QVERIFY(view.readoutShown().contains(QStringLiteral("Δj")));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&view, &leave);
    QVERIFY(view.readoutShown().isEmpty());
}

void TestReceptiveFieldView::lowViewHasNoProfile()
{
    m_view->resize(320, 200);
    const FigureStyle style = FigureStyle::ofPalette(m_view->palette(), m_view->font());
    QVERIFY(m_view->profileRect(m_view->rect(), style, 1).isEmpty());
    m_view->setExplanation(nullptr);
    QVERIFY(m_view->radialProfile().empty());
    m_view->resize(320, 460);
    QTest::mouseMove(m_view.get(), QPoint(160, 400));
    QVERIFY(m_view->readoutShown().isEmpty());
    QVERIFY(!m_view->grab().isNull());
}

QTEST_MAIN(TestReceptiveFieldView)
#include "tst_receptivefieldview.moc"
