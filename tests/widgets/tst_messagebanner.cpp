// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/messagebanner.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QToolButton>

using namespace WhiteBox;

class TestMessageBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void errorHasThreePartsAndItsCommand();
    void namesOfFilesStayAsTheyAre();
    void copyTakesAllOfIt();
    void cancelledIsNoError();
    void textIsNeverTakenForMarkup();
};

namespace {

Error toolError()
{
    Error error;
    error.kind = ErrorKind::ToolFailed;
    error.what = QStringLiteral("The search failed");
    error.why = QStringLiteral("jackhmmer ended with status 1");
    error.remedy = QStringLiteral("Look at its output.");
    error.command = {QStringLiteral("jackhmmer"), QStringLiteral("my query.fasta")};
    error.exitStatus = 1;
    error.outputTail = QStringLiteral("Error: no such file");
    return error;
}

} // namespace

void TestMessageBanner::errorHasThreePartsAndItsCommand()
{
    MessageBanner banner;
    banner.showError(toolError());
    QVERIFY(banner.isVisibleTo(nullptr) || !banner.isHidden());
    QCOMPARE(banner.text(),
             QStringLiteral("The search failed. Jackhmmer ended with status 1. Look at its output."));
    QVERIFY(banner.details().contains(QStringLiteral("jackhmmer 'my query.fasta'")));
    QVERIFY(banner.details().contains(QStringLiteral("Exit status: 1")));
    QVERIFY(banner.details().contains(QStringLiteral("no such file")));
}

void TestMessageBanner::namesOfFilesStayAsTheyAre()
{
    MessageBanner banner;
    Error error = toolError();
    error.file = QStringLiteral("c.npy");
    banner.showError(error);
    QVERIFY2(banner.text().startsWith(QStringLiteral("c.npy: The search failed. Jackhmmer")),
             qPrintable(banner.text()));
}

void TestMessageBanner::copyTakesAllOfIt()
{
    MessageBanner banner;
    banner.showError(toolError());
    for (QToolButton *button : banner.findChildren<QToolButton *>())
        if (button->text() == QStringLiteral("Copy"))
            button->click();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("The search failed")));
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Exit status: 1")));
}

void TestMessageBanner::cancelledIsNoError()
{
    MessageBanner banner;
    banner.showError(toolError());
    banner.showError(Error::cancelled());
    QVERIFY(banner.isHidden());
}

void TestMessageBanner::textIsNeverTakenForMarkup()
{
    MessageBanner banner;
    Error error = toolError();
    error.why = QStringLiteral("<img src=x> & more");
    banner.showError(error);
    QVERIFY(banner.text().contains(QStringLiteral("<img src=x> & more")));
}

QTEST_MAIN(TestMessageBanner)
#include "tst_messagebanner.moc"
