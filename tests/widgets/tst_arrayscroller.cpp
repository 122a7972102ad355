// SPDX-License-Identifier: GPL-3.0-or-later
// The array scroller with real mouse and key events: what stands on the screen is what the array holds.
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"
#include "widgets/arrayscroller.h"
#include "widgets/axisrow.h"
#include "widgets/histogramview.h"
#include "widgets/statisticspanel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace WhiteBox;

namespace {

constexpr int kLength = 40;

} // namespace

class TestArrayScroller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutArraysItSaysWhatToDo();
    void couplingsFollowTheSelectedPair();
    void sliderNumberAndCategoryMoveTogether();
    void rolesAreChosenSwappedAndReset();
    void lockedAxisStaysWhenThePairMoves();
    void playShowsOneIndexAfterTheOther();
    void hoverIsLinkedBothWays();
    void clickOnAMapSelectsThePair();
    void jacobianIsComputedOnDemand();
    void rangeIsDraggedTypedAndGivenBack();
    void sliceTextIsCopied();
    void sliceOfAFileIsPython_data();
    void sliceOfAFileIsPython();
    void controlsOfAnyArrayAreWhole();
    void droppedArrayIsShownAtOnce();
    void tooLargeSlicesAreRefusedInWords();
    void hiddenScrollerReadsNothing();

private:
    void settle();
    void chooseArray(const QString &text);
    AxisRow &row(int axis) { return *m_view->axisRows()[std::size_t(axis)]; }

    std::shared_ptr<JobResult> m_result;
    std::unique_ptr<PairSelection> m_selection;
    std::unique_ptr<ViewSettings> m_settings;
    std::unique_ptr<ExplanationController> m_controller;
    std::unique_ptr<ArrayScroller> m_view;
};

void TestArrayScroller::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_result = Test::makeResult(kLength);
    m_selection = std::make_unique<PairSelection>();
    m_settings = std::make_unique<ViewSettings>();
    m_controller = std::make_unique<ExplanationController>(m_selection.get(), m_settings.get());
    m_controller->setFactory([result = m_result](const StopToken &stop) {
        return explainedProtein(Test::testExplainer(InputStack(result->couplings), 3, stop));
    });
    m_selection->setPair(ResiduePair{30, 4});
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->current() != nullptr, 10000);
    m_view = std::make_unique<ArrayScroller>(m_selection.get(), m_controller.get());
    m_view->setResult(m_result);
    m_view->resize(900, 620);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    settle();
}

void TestArrayScroller::cleanup()
{
    m_view.reset();
    m_controller.reset();
    m_settings.reset();
    m_selection.reset();
}

void TestArrayScroller::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_view->isBusy(), 20000);
}

void TestArrayScroller::chooseArray(const QString &text)
{
    const int index = m_view->arrays()->findText(text, Qt::MatchStartsWith);
    QVERIFY2(index >= 0, qPrintable(text));
    m_view->arrays()->setCurrentIndex(index);
    settle();
}

void TestArrayScroller::withoutArraysItSaysWhatToDo()
{
    m_view->setResult(nullptr);
    QVERIFY(m_view->image()->picture().values.empty());
    QVERIFY(m_view->image()->picture().message.contains(QStringLiteral("drop an NPY")));
    QVERIFY(m_view->axisRows().empty());
}

void TestArrayScroller::couplingsFollowTheSelectedPair()
{
    QCOMPARE(m_view->sliceText(), QStringLiteral("couplings[30, 4, :, :]"));
    QCOMPARE(m_view->image()->valueAt({30, 4, 2, 7}), m_result->couplings->at(30, 4, 2, 7));
    QVERIFY(m_view->statistics()->text().startsWith(QStringLiteral("441 values")));
    m_selection->setPair(ResiduePair{12, 33});
    settle();
    QCOMPARE(m_view->sliceText(), QStringLiteral("couplings[12, 33, :, :]"));
    QCOMPARE(m_view->image()->valueAt({12, 33, 20, 0}), m_result->couplings->at(12, 33, 20, 0));
}

void TestArrayScroller::sliderNumberAndCategoryMoveTogether()
{
    const auto text = [&](int i) {
        return QStringLiteral("i = %1%2")
            .arg(QLatin1Char(m_result->query.residues[std::size_t(i)]))
            .arg(i + 1);
    };
    QCOMPARE(row(0).category(), text(30));
    row(0).slider()->setFocus();
    QTest::keyClick(row(0).slider(), Qt::Key_Right);
    settle();
    QCOMPARE(row(0).number()->value(), 32); // on the screen residues count from 1
    QCOMPARE(row(0).category(), text(31));
    QCOMPARE(m_view->image()->valueAt({31, 4, 1, 1}), m_result->couplings->at(31, 4, 1, 1));
    row(1).number()->setFocus();
    QTest::keyClick(row(1).number(), Qt::Key_Up);
    settle();
    QCOMPARE(row(1).slider()->value(), 5);
    QCOMPARE(m_view->sliceText(), QStringLiteral("couplings[31, 5, :, :]"));
}

void TestArrayScroller::rolesAreChosenSwappedAndReset()
{
    QVERIFY(!m_view->resetButton()->isVisible());
    row(0).roles()->setFocus();
    QTest::keyClick(row(0).roles(), Qt::Key_Down); // slice → row, which a had
    settle();
    QCOMPARE(m_view->sliceText(), QStringLiteral("couplings[:, 4, 0, :]"));
    QCOMPARE(row(2).roles()->currentIndex(), int(AxisRole::Slice));
    QVERIFY(row(2).slider()->isVisible());
    QVERIFY(!row(0).slider()->isVisible());
    QCOMPARE(m_view->image()->valueAt({17, 4, 0, 9}), m_result->couplings->at(17, 4, 0, 9));
    QVERIFY(m_view->resetButton()->isVisible());
    QTest::mouseClick(m_view->resetButton(), Qt::LeftButton);
    settle();
    QCOMPARE(m_view->sliceText(), QStringLiteral("couplings[30, 4, :, :]"));
    QVERIFY(!m_view->resetButton()->isVisible());
}

void TestArrayScroller::lockedAxisStaysWhenThePairMoves()
{
    QTest::mouseClick(row(0).lock(), Qt::LeftButton);
    QVERIFY(!row(0).slider()->isEnabled());
    m_selection->setPair(ResiduePair{12, 33});
    settle();
    QCOMPARE(m_view->sliceText(), QStringLiteral("couplings[30, 33, :, :]"));
    QTest::mouseClick(row(0).lock(), Qt::LeftButton);
    QVERIFY(row(0).slider()->isEnabled());
}

void TestArrayScroller::playShowsOneIndexAfterTheOther()
{
    QTest::mouseClick(row(1).play(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(row(1).slider()->value() >= 6, 5000);
    QTest::mouseClick(row(1).play(), Qt::LeftButton);
    settle();
    const int stopped = row(1).slider()->value();
    QTest::qWait(500);
    QCOMPARE(row(1).slider()->value(), stopped);
}

void TestArrayScroller::hoverIsLinkedBothWays()
{
    chooseArray(QStringLiteral("Explanation"));
    QCOMPARE(m_view->sliceText(), QStringLiteral("explanation[:, :, :, :]"));
    const GradientWindow &window = *m_controller->current()->gradient;
    const ArrayImage::Place place{3, 8, 7 + 2, 7 + 1};
    const QImage before = m_view->image()->grab().toImage();
    m_selection->setHoveredCell(WindowCell{3, 8, 2, 1});
    QVERIFY(m_view->image()->grab().toImage() != before);
    QVERIFY2(m_view->image()->accessibleDescription().startsWith(
                 QStringLiteral("a = Asp, b = His, Δi = 2, Δj = 1")),
             qPrintable(m_view->image()->accessibleDescription()));
    QCOMPARE(m_view->image()->valueAt(place), window.at(3, 8, 2, 1));
    QVERIFY(std::isnan(m_view->image()->valueAt({3, 8, 7, 0}))); // residue 4 − 7 is none
    m_selection->setHoveredCell(std::nullopt);
    QTest::mouseMove(m_view->image(), m_view->image()->rectOf(place)->center().toPoint());
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{3, 8}));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->image(), &leave);
    QVERIFY(!m_selection->hoveredCell());
    // Keys walk as the mouse does.
    QTest::keyClick(m_view->image(), Qt::Key_Right);
    const auto from = m_selection->hoveredCell();
    QVERIFY(from);
    QTest::keyClick(m_view->image(), Qt::Key_Right);
    QCOMPARE(m_selection->hoveredCell()->dj, from->dj + 1);
    QTest::keyClick(m_view->image(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_selection->hoveredCell()->a, from->a + 1);
}

void TestArrayScroller::clickOnAMapSelectsThePair()
{
    chooseArray(QStringLiteral("Predicted"));
    row(0).number()->setValue(4); // channel Cβ–Cβ
    settle();
    QCOMPARE(row(0).category(), QStringLiteral("channel = Cβ–Cβ"));
    QCOMPARE(m_view->image()->valueAt({3, kLength - 2, 2}), 5.0F);
    const auto cell = m_view->image()->rectOf({3, 21, 8});
    QVERIFY(cell);
    QTest::mouseClick(m_view->image(), Qt::LeftButton, {}, cell->center().toPoint());
    QCOMPARE(*m_selection->pair(), (ResiduePair{21, 8}));
}

void TestArrayScroller::jacobianIsComputedOnDemand()
{
    chooseArray(QStringLiteral("Jacobian"));
    QCOMPARE(m_view->sliceText(), QStringLiteral("jacobian[30, 4, :, :, :, :]"));
    const GradientWindow &window = *m_controller->current()->gradient;
    QVERIFY(std::abs(m_view->image()->valueAt({30, 4, 5, 6, 7, 7}) - window.at(5, 6, 0, 0)) < 1e-5F);
    row(1).number()->setValue(21); // j = 20, a pair that nobody has looked at
    settle();
    const GradientWindow other =
        m_controller->current()->explainer->explain({30, 20}, window.channel, window.method, window.target);
    QVERIFY(std::abs(m_view->image()->valueAt({30, 20, 5, 6, 7, 7}) - other.at(5, 6, 0, 0)) < 1e-5F);
    const auto isNamed = [this](ExplanationMethod method) {
        return m_view->image()->picture().title.contains(methodName(method) + QStringLiteral(" of Cβ–Cβ"));
    };
    QVERIFY2(isNamed(ExplanationMethod::Guided), qPrintable(m_view->image()->picture().title));
    // An average of gradients has no Jacobian of its own: what is seen is the plain gradient, and called so.
    m_settings->setMethod(ExplanationMethod::SmoothGrad);
    QTRY_VERIFY_WITH_TIMEOUT(isNamed(ExplanationMethod::Gradient), 20000);
}

void TestArrayScroller::rangeIsDraggedTypedAndGivenBack()
{
    const double automatic = m_view->image()->picture().bar.scale.high();
    HistogramView *histogram = m_view->statistics()->histogram();
    QTest::mousePress(histogram, Qt::LeftButton, {}, QPoint(histogram->width() - 2, 10));
    QTest::mouseMove(histogram, QPoint(histogram->width() * 9 / 10, 10));
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, QPoint(histogram->width() * 9 / 10, 10));
    QVERIFY(m_view->image()->picture().bar.scale.high() != automatic);
    // Signed values keep zero in the middle.
    QCOMPARE(m_view->image()->picture().bar.scale.low(), -m_view->image()->picture().bar.scale.high());
    QTest::mouseDClick(histogram, Qt::LeftButton, {}, QPoint(20, 10));
    QCOMPARE(m_view->image()->picture().bar.scale.high(), automatic);
    m_view->statistics()->high()->setValue(2 * automatic);
    QVERIFY(std::abs(m_view->image()->picture().bar.scale.high() - 2 * automatic) < 1e-4);
}

void TestArrayScroller::sliceTextIsCopied()
{
    for (auto *button : m_view->findChildren<QPushButton *>())
        if (button->text() == QStringLiteral("Copy"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("couplings[30, 4, :, :]"));
}

void TestArrayScroller::sliceOfAFileIsPython_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    // Each text is one that Python 3 parses as an index expression.
    QTest::newRow("npy") << QStringLiteral("my array-1.npy") << QStringLiteral("my_array_1[4, :, :]");
    QTest::newRow("digit") << QStringLiteral("1ABA.npy") << QStringLiteral("_1ABA[4, :, :]");
    QTest::newRow("hdf5") << QStringLiteral("table.h5:group/table") << QStringLiteral("table[4, :, :]");
    QTest::newRow("keyword") << QStringLiteral("lambda.npy") << QStringLiteral("lambda_[4, :, :]");
}

void TestArrayScroller::sliceOfAFileIsPython()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    // Numbered from 1 on the screen, from 0 in Python.
    const std::vector<ArrayAxis> axes{
        {QStringLiteral("i"), 6, 1, {}}, {QStringLiteral("x"), 2, 0, {}}, {QStringLiteral("y"), 2, 0, {}}};
    m_view->addArrays({std::make_shared<MemoryArray>(NamedArray{name, {}, axes, std::vector<float>(24, 1)})});
    row(0).number()->setFocus();
    row(0).number()->selectAll();
    QTest::keyClicks(row(0).number(), QStringLiteral("5"));
    QTest::keyClick(row(0).number(), Qt::Key_Return);
    settle();
    QCOMPARE(m_view->numpyText(), text);
    for (auto *button : m_view->findChildren<QPushButton *>())
        if (button->text() == QStringLiteral("Copy"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), text);
}

void TestArrayScroller::controlsOfAnyArrayAreWhole()
{
    const QString longName(60, QLatin1Char('n'));
    const std::vector<ArrayAxis> axes{{QStringLiteral("condition"), 2, 0, {longName, longName}},
                                      {longName, 200000, 0, {}},
                                      {QStringLiteral("y"), 2, 0, {}},
                                      {QStringLiteral("x"), 2, 0, {}}};
    const auto whole = [&](const QWidget *each) {
        const QWidget *viewport = m_view->findChild<QScrollArea *>()->viewport();
        return each->isVisible() && each->mapTo(viewport, QPoint(each->width(), 0)).x() <= viewport->width();
    };
    m_view->addArrays({std::make_shared<MemoryArray>(
        NamedArray{QStringLiteral("long"), {}, axes, std::vector<float>(std::size_t(1600000), 1)})});
    for (const int width : {1100, 700}) {
        m_view->resize(width, 620);
        QCoreApplication::sendPostedEvents();
        settle();
        for (int axis = 0; axis < 2; ++axis) {
            const QWidget *const controls[] = {row(axis).slider(), row(axis).number(), row(axis).lock(),
                                               row(axis).play(), row(axis).roles()};
            for (const QWidget *each : controls)
                QVERIFY2(whole(each), qPrintable(each->accessibleName()));
        }
        for (auto *button : m_view->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Copy"))
                QVERIFY(whole(button));
    }
    QVERIFY(row(0).category().contains(longName)); // all of it is in the tool tip
    QTest::mouseClick(row(1).lock(), Qt::LeftButton);
    QVERIFY(!row(1).slider()->isEnabled());
}

void TestArrayScroller::droppedArrayIsShownAtOnce()
{
    NamedArray array{QStringLiteral("line"), {}, {{QStringLiteral("n"), 5, 0, {}}}, {1, 2, 3, 4, 0}};
    m_view->addArrays({std::make_shared<MemoryArray>(array)});
    settle();
    QCOMPARE(m_view->arrays()->currentText(), QStringLiteral("line"));
    QCOMPARE(m_view->sliceText(), QStringLiteral("line[:]"));
    QVERIFY2(m_view->statistics()->text().contains(QStringLiteral("mean 2, sd 1.41, 20 % zeros")),
             qPrintable(m_view->statistics()->text()));
    QVERIFY(m_view->image()->rectOf({3})->height() >= 20); // a line of values is no hair
    // It stays when another result is opened.
    m_view->setResult(Test::makeResult(30));
    settle();
    QCOMPARE(m_view->arrays()->currentText(), QStringLiteral("line"));
}

void TestArrayScroller::tooLargeSlicesAreRefusedInWords()
{
    class Endless : public ArraySource
    {
    public:
        Endless()
            : ArraySource(QStringLiteral("endless"), {},
                          {{QStringLiteral("x"), 100000, 0, {}}, {QStringLiteral("y"), 100000, 0, {}}})
        {}
        Result<std::vector<float>> read(const ArrayBlock &, const StopToken &) const override
        {
            return Error::outOfMemory();
        }
    };
    m_view->addArrays({std::make_shared<Endless>()});
    settle();
    QVERIFY2(m_view->image()->picture().message.contains(QStringLiteral("10000 million values")),
             qPrintable(m_view->image()->picture().message));
    // Hidden axes make it small enough to be read, and to tell what went wrong.
    row(0).roles()->setFocus();
    QTest::keyClick(row(0).roles(), Qt::Key_Up); // row → slice
    settle();
    QVERIFY(!m_view->image()->picture().message.contains(QStringLiteral("million")));
    QVERIFY(!m_view->image()->picture().message.isEmpty());
}

void TestArrayScroller::hiddenScrollerReadsNothing()
{
    m_view->hide();
    m_selection->setPair(ResiduePair{12, 33});
    QVERIFY(!m_view->isBusy());
    m_view->show();
    settle();
    QCOMPARE(m_view->image()->valueAt({12, 33, 2, 2}), m_result->couplings->at(12, 33, 2, 2));
}

QTEST_MAIN(TestArrayScroller)
#include "tst_arrayscroller.moc"
