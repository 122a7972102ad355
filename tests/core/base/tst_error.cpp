// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/result.h"

#include <QTest>

using namespace WhiteBox;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textHasPlaceAndAllThreeParts()
    {
        const Error error =
            Error::parse(QStringLiteral("query.sto"), 17, QStringLiteral("expected 212 columns, found 209"),
                         QStringLiteral("Align the row again."));
        QCOMPARE(error.text(),
                 QStringLiteral("query.sto:17: The file could not be read: expected 212 columns, "
                                "found 209. Align the row again."));
    }

    void textLeavesOutWhatIsEmpty()
    {
        Error error;
        error.what = QStringLiteral("No sequence");
        QCOMPARE(error.text(), QStringLiteral("No sequence."));
    }

    void aQuestionNeedsNoPoint()
    {
        Error error;
        error.what = QStringLiteral("A gap");
        error.why = QStringLiteral("is this an alignment?");
        error.remedy = QStringLiteral("Import it.");
        QCOMPARE(error.text(), QStringLiteral("A gap: is this an alignment? Import it."));
    }

    void cancellationIsNoOtherKind()
    {
        QVERIFY(Error::cancelled().isCancelled());
        QVERIFY(!Error::io({}, QStringLiteral("x"), {}).isCancelled());
    }

    void resultHoldsOneSide()
    {
        const Result<int> good = 3;
        QVERIFY(good.isOk());
        QCOMPARE(good.value(), 3);
        const Result<int> bad = Error::cancelled();
        QVERIFY(!bad.isOk());
        QVERIFY(bad.error().isCancelled());
    }

    void andThenStopsAtTheFirstError()
    {
        int calls = 0;
        const auto half = [&calls](int &&n) -> Result<int> {
            ++calls;
            if (n % 2 != 0)
                return Error::io({}, QStringLiteral("odd"), {});
            return n / 2;
        };
        const auto twice = Result<int>(6).andThen(half).andThen(half).andThen(half);
        QVERIFY(!twice.isOk());
        QCOMPARE(calls, 2);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
