// SPDX-License-Identifier: GPL-3.0-or-later
// Where a picture and its sentence stand in panels of all shapes.
#include "tests/support/warnings.h"
#include "widgets/snugbox.h"

#include <QLabel>
#include <QTest>

using namespace WhiteBox;

class TestSnugBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void tallBoxHasPictureAndSentenceInTheMiddle();
    void lowBoxIsFilled();
};

namespace {

struct Made
{
    QWidget *picture = new QWidget;
    QLabel *note = new QLabel(QStringLiteral("A sentence of some length that is wrapped in a narrow box."));
    SnugBox box{picture, note, [](int width) { return 0.9 * width; }};
    Made()
    {
        note->setWordWrap(true);
        note->setMinimumWidth(100);
    }
    void show(int width, int height)
    {
        box.resize(width, height);
        box.show();
        QCoreApplication::sendPostedEvents();
    }
};

} // namespace

void TestSnugBox::tallBoxHasPictureAndSentenceInTheMiddle()
{
    Made made;
    made.show(200, 800);
    QCOMPARE(made.picture->size(), QSize(200, 180));
    QCOMPARE(made.note->y(), made.picture->geometry().bottom() + 1);
    QVERIFY(made.note->height() > made.note->fontMetrics().height()); // wrapped, and all of it seen
    const int below = 799 - made.note->geometry().bottom();
    QVERIFY(std::abs(made.picture->y() - below) <= 1);
    // A longer sentence takes its room at once.
    const int before = made.note->height();
    made.note->setText(made.note->text() + made.note->text());
    QTRY_VERIFY(made.note->height() > before);
}

void TestSnugBox::lowBoxIsFilled()
{
    Made made;
    made.show(400, 200);
    QCOMPARE(made.picture->y(), 0);
    QCOMPARE(made.note->geometry().bottom(), 199);
    QVERIFY(made.picture->height() < 200 && made.picture->height() > 100);
}

QTEST_MAIN(TestSnugBox)
#include "tst_snugbox.moc"
