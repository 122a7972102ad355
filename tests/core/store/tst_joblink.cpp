// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/joblink.h"
#include "core/store/jobstore.h"

#include <QTest>

using namespace WhiteBox;

class TestJobLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkNamesItsJob();
    void nothingElseIsALink_data();
    void nothingElseIsALink();
    void wrongLinksAreToldApartFromFiles();
};

void TestJobLink::aLinkNamesItsJob()
{
    QCOMPARE(jobLink(QStringLiteral("0123456789abcdef")), QStringLiteral("whitebox://job/0123456789abcdef"));
    for (int k = 0; k < 100; ++k) {
        const QString id = JobStore::newId();
        const auto parsed = parseJobLink(jobLink(id));
        QVERIFY(parsed.isOk());
        QCOMPARE(parsed.value(), id);
    }
}

void TestJobLink::nothingElseIsALink_data()
{
    QTest::addColumn<QString>("link");
    const char *const wrong[] = {
        "",
        "whitebox:",
        "whitebox://job/",
        "whitebox://job/0123456789abcde",
        "whitebox://job/0123456789abcdef0",
        "whitebox://job/0123456789ABCDEF",
        "whitebox://job/0123456789abcdeg",
        "WHITEBOX://job/0123456789abcdef",
        "whitebox://Job/0123456789abcdef",
        "whitebox:/job/0123456789abcdef",
        "whitebox:///job/0123456789abcdef",
        "whitebox://job//123456789abcdef",
        "whitebox://job/0123456789abcdef/",
        "whitebox://job/0123456789abcdef?run=1",
        "whitebox://job/0123456789abcdef#top",
        "whitebox://user@job/0123456789abcdef",
        "whitebox://job:80/0123456789abcdef",
        "whitebox://job/../../../etc/passwd",
        "whitebox://job/../../etc/hosts",
        "whitebox://job/%30123456789abcdef",
        "whitebox://job/%2e%2e%2f%2e%2e%2f",
        "whitebox://job/0123456789abcde\n",
        "whitebox://job/0123456789abcdef\n",
        "whitebox://job/0123456789abcdef ",
        " whitebox://job/0123456789abcdef",
        "whitebox://file/0123456789abcdef",
        "https://job/0123456789abcdef",
        "file:///0123456789abcdef",
        "whitebox://job/--demo-output=abc",
    };
    for (const char *link : wrong)
        QTest::newRow(link) << QString::fromLatin1(link);
    // Digits of another script are digits to Unicode.
    QTest::newRow("arabic digits") << QStringLiteral("whitebox://job/") + QString(16, QChar(0x0661));
    QTest::newRow("zero inside") << QStringLiteral("whitebox://job/") + QString(16, QChar(0));
    QTest::newRow("huge") << QStringLiteral("whitebox://job/") + QString(50'000'000, QLatin1Char('a'));
}

void TestJobLink::nothingElseIsALink()
{
    QFETCH(QString, link);
    const auto parsed = parseJobLink(link);
    QVERIFY(!parsed.isOk());
    const Error error = parsed.error();
    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QVERIFY(!error.what.isEmpty() && !error.why.isEmpty() && !error.remedy.isEmpty());
    QVERIFY(error.text().size() < 400);
    QVERIFY(!error.text().contains(QLatin1Char('\n')) && !error.text().contains(QChar(0)));
}

void TestJobLink::wrongLinksAreToldApartFromFiles()
{
    QVERIFY(isMeantAsLink(QStringLiteral("whitebox://job/x")));
    QVERIFY(isMeantAsLink(QStringLiteral("WhiteBox:anything")));
    QVERIFY(!isMeantAsLink(QStringLiteral("whitebox.fasta")));
    QVERIFY(!isMeantAsLink(QStringLiteral("./whitebox:odd-name.fa")));
}

QTEST_MAIN(TestJobLink)
#include "tst_joblink.moc"
