// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/residuerange.h"

#include <QTest>

using namespace WhiteBox;

class TestResidueRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCountsFromOneAndNamesTheLast();
    void textIsReadBack();
    void nonsenseIsExplained_data();
    void nonsenseIsExplained();
};

void TestResidueRange::textCountsFromOneAndNamesTheLast()
{
    QCOMPARE((ResidueRange{11, 240}.text()), QStringLiteral("12-240"));
    QCOMPARE((ResidueRange{11, 240}.length()), 229);
}

void TestResidueRange::textIsReadBack()
{
    const auto range = ResidueRange::parse(QStringLiteral(" 1 - 87 "), 87);
    QVERIFY(range.isOk());
    QVERIFY((range.value() == ResidueRange{0, 87}));
    const auto single = ResidueRange::parse(QStringLiteral("5-5"), 87);
    QVERIFY(single.isOk());
    QCOMPARE(single.value().length(), 1);
}

void TestResidueRange::nonsenseIsExplained_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const char *text, const char *why) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(why);
    };
    row("empty", "", "two residue numbers");
    row("one number", "12", "two residue numbers");
    row("negative", "-3-12", "two residue numbers");
    row("letters", "a-b", "two residue numbers");
    row("zero", "0-12", "numbered 1 to 87");
    row("beyond the end", "12-88", "numbered 1 to 87");
    row("turned round", "40-12", "after the last");
}

void TestResidueRange::nonsenseIsExplained()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const auto range = ResidueRange::parse(text, 87);
    QVERIFY(!range.isOk());
    QCOMPARE(range.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(range.error().why.contains(why), qPrintable(range.error().why));
}

QTEST_GUILESS_MAIN(TestResidueRange)
#include "tst_residuerange.moc"
